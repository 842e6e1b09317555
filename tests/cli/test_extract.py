"""`factdb extract`: one JSON line an article, the same every time."""

import json

import pytest
from click.testing import CliRunner

from factdb.cli.main import main

TEXT = "The harbour at Ostvik handled 3.5 million tonnes in 2024, 12 percent more than a year earlier."


def extract(*words, given=None):
    return CliRunner().invoke(main, ["extract", *words], input=given)


def test_a_text_on_stdin_is_one_line():
    done = extract("--published-on", "2025-06-09", "-", given=TEXT)
    article = json.loads(done.stdout)
    assert list(article) == ["id", "title", "published_on", "claims", "numbers", "quantities", "timexes"]
    assert (article["id"], article["title"], article["published_on"]) == ("stdin", None, "2025-06-09")
    assert {"3.5 million", "12"} <= {quantity["number"] for quantity in article["quantities"]}
    for found in article["quantities"] + article["numbers"]:
        assert TEXT[found["start"] : found["end"]] == found["quote"]


def test_rows_on_stdin_keep_their_order_and_what_they_say():
    rows = [{"id": f"r{n}", "title": "T", "text": TEXT, "published_on": "2025-06-09T10:00:00"} for n in range(30)]
    lines = extract("-", given="\n  \n" + "\n".join(map(json.dumps, rows))).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]
    assert json.loads(lines[0])["published_on"] == "2025-06-09T10:00:00"


def test_one_process_and_many_write_the_same_bytes(tmp_path, monkeypatch):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"text": f"{TEXT} {n} ships came."}) + "\n" for n in range(40)))
    many = extract(str(rows)).stdout_bytes
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert extract(str(rows)).stdout_bytes == many
    assert many.count(b"\n") == 40


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / "d.jsonl").write_text('{"text": "5 boats"}\n{"text": \n{"title": "no text"}\n')
    done = extract(str(tmp_path))
    assert done.exit_code == 2
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "d"]
    reasons = ["b.txt: the file is empty", "c.pdf: files of type .pdf", "line 2: malformed JSON", "line 3: the row has no text"]
    told = done.stderr.splitlines()
    assert len(told) == 4
    for line, part in zip(told, reasons, strict=True):
        assert part in line


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "09/06/2025"])
def test_a_day_that_is_none_is_refused(day):
    done = extract("--published-on", day, "-", given=TEXT)
    assert done.exit_code == 2
    assert "2025-06-09" in done.stderr
