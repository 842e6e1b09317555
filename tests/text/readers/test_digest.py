"""A digest page falls into its articles, each with its headline and not a character changed."""

import pytest

from factdb.errors import ReadError
from factdb.text.readers import ReadOptions, read
from factdb.text.readers.digest import slug, split

PAGE = "Quay’s “golden” year\n\n5 boats came.\u2002\n\nContinue reading Quay’s “golden” year\n\nTown votes\n\n6 to 3.\n\nContinue reading Town votes\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_article_keeps_its_headline_and_its_words(end):
    found = list(split(PAGE.replace("\n", end), "page"))
    assert found == [
        ("quays-golden-year", "Quay’s “golden” year", f"Quay’s “golden” year{end}{end}5 boats came.\u2002"),
        ("town-votes", "Town votes", f"Town votes{end}{end}6 to 3."),
    ]


def test_what_stands_behind_the_last_mark_is_an_article_too():
    assert [name for name, _, _ in split(PAGE + "\nLast one\n\n7 left.", "page")][-1] == "last-one"


def test_a_page_of_one_article_is_told():
    with pytest.raises(ReadError, match="without --split digest"):
        list(split("5 boats came.", "page"))


def test_only_text_files_are_split(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "row.jsonl").write_text('{"text": "5 boats"}')
    assert [article.id for article in read([str(tmp_path)], ReadOptions(split="digest"))] == ["quays-golden-year", "town-votes", "row"]


def test_a_name_is_plain():
    assert slug("Ålesund: U.S. “visit” – again?") == "alesund-us-visit-again"
