"""Each form of file: its text as it stands, and what it says about itself."""

from datetime import date, datetime

import pytest

from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers import ReadOptions, read

PAGE = """<html><head><title>Quay opens | Ostvik Post</title><meta property="og:title" content="Quay opens">
<meta property="og:site_name" content="Ostvik Post"><meta property="article:published_time" content="2025-06-09T10:00:00Z">
<meta name="author" content="Ann Berg"><link rel="canonical" href="https://post.example/quay"></head>
<body><nav>Home News 24</nav><article><h1>Quay opens</h1>
<p>The harbour at Ostvik handled 3.5 million tonnes last year, 12 percent more than a year earlier, the port said on Monday.</p>
<p>It employs 1,200 people, and the town expects another 300 jobs by 2027 as the second quay opens for container ships.</p>
</article></body></html>"""


def one(tmp_path, name, content, **options):
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read([str(tmp_path / name)], ReadOptions(**options))
    return found


def test_plain_text_keeps_its_headline(tmp_path):
    found = one(tmp_path, "quay.txt", "Quay opens\r\n\r\n5 boats came.\r\n")
    assert found == Article("quay", "Quay opens\r\n\r\n5 boats came.\r\n")


def test_front_matter_is_metadata_and_the_heading_no_text(tmp_path):
    front = "---\ntitle: Quay opens\ndate: 2025-06-09\nsource: Ostvik Post\nauthors: [Ann, Bo]\n---\n"
    found = one(tmp_path, "q.md", front + "# Quay opens\n\n5 boats came.\n")
    assert (found.title, found.text, found.published_on) == ("Quay opens", "5 boats came.", date(2025, 6, 9))
    assert (found.publisher, found.author) == ("Ostvik Post", "Ann, Bo")


def test_markdown_without_front_matter_takes_its_heading_as_title(tmp_path):
    found = one(tmp_path, "q.md", "# Quay opens\n\n5 boats came.\n\n## Later\n\n6 more.")
    assert (found.title, found.text) == ("Quay opens", "5 boats came.\n\n## Later\n\n6 more.")


@pytest.mark.parametrize("front", ["title: [", "a: " + "[" * 3000, "published_on: last week"])
def test_front_matter_that_cannot_be_read_is_told(tmp_path, front):
    found = one(tmp_path, "q.md", f"---\n{front}\n---\n5 boats came.")
    assert isinstance(found, ReadError)
    assert "q.md" in str(found)


def test_a_page_gives_its_text_and_metadata(tmp_path):
    found = one(tmp_path, "quay.html", PAGE)
    assert found.text.startswith("The harbour at Ostvik handled 3.5 million tonnes")
    assert "Home" not in found.text
    assert (found.title, found.publisher, found.author, found.url) == ("Quay opens", "Ostvik Post", "Ann Berg", "https://post.example/quay")
    assert (found.published_on, found.language) == (date(2025, 6, 9), "en")


def test_a_page_in_the_encoding_that_it_declares(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Ostvik handled", "Malmö handled")
    assert "Malmö handled" in one(tmp_path, "quay.html", page.encode("cp1252")).text


def test_deeply_nested_html_is_told(tmp_path):
    assert "nested too deeply" in str(one(tmp_path, "deep.html", "<div>" * 100_000 + "5 boats"))


def test_a_page_without_text_is_told(tmp_path):
    assert "no article text" in str(one(tmp_path, "empty.html", "<html><body></body></html>"))


def test_a_row_says_everything(tmp_path):
    row = '{"id": "r1", "title": "T", "published_on": "2025-06-09T14:30:00+02:00", "text": "5 boats", "url": "u", "publisher": "p", "author": "a"}'
    found = one(tmp_path, "r.jsonl", row)
    assert found == Article("r1", "5 boats", "T", datetime.fromisoformat("2025-06-09T14:30:00+02:00"), "u", "p", "a")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"text": 5}', "no text"),
        ("[1, 2]", "not a JSON object"),
        ('{"text": "5 boats", "published_on": "9 June"}', "'9 June' is no date"),
        ('{"text": "a\\u0000b"}', "binary"),
        ('{"text": "a\\ud800b"}', "surrogate"),
        ('{"text": "  "}', "no text in it"),
        ('{"text": "x", "title": {"a": 1}}', "title is not text"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_bad_row_is_told_with_the_reason(tmp_path, row, reason):
    found = one(tmp_path, "r.jsonl", row)
    assert reason in str(found)
    assert "line 1" in str(found)


def test_the_options_say_what_the_file_does_not(tmp_path):
    given = {"published_on": date(2025, 1, 2), "publisher": "P", "url": "https://a.example"}
    found = one(tmp_path, "r.jsonl", '{"text": "5 boats", "publisher": "Own"}', **given)
    assert (found.published_on, found.publisher, found.url) == (date(2025, 1, 2), "Own", "https://a.example")
