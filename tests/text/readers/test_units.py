"""What a path stands for: files, folders, stdin, rows."""

import io
import os
from pathlib import Path

import pytest

from factdb.errors import ReadError
from factdb.text.readers import ReadOptions, read, units


def names(*paths, stdin=b"", **options):
    return [str(u) if isinstance(u, ReadError) else u.where for u in units(map(str, paths), ReadOptions(**options), io.BytesIO(stdin))]


def test_a_folder_is_read_by_name_with_its_folders(tmp_path):
    for name in ("b.txt", "a/c.md", "a/.hidden.txt", ".git/config.txt", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("5 boats")
    assert [os.path.relpath(name, tmp_path) for name in names(tmp_path)] == ["b.txt", str(Path("a", "c.md"))]


def test_an_empty_folder_is_told(tmp_path):
    assert "no files in this folder" in names(tmp_path)[0]


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "p.txt")
    assert "not a file" in names(tmp_path)[0]


ROWS = b'\xef\xbb\xbf\n {"text": "a"}\r\n\r\n{"text": "b"}'


@pytest.mark.parametrize(("stdin", "texts"), [(b"5 boats\n", ["5 boats\n"]), (ROWS, ["a", "b"]), (b"\n\n5 boats", ["\n\n5 boats"])])
def test_stdin_is_rows_if_it_begins_with_a_brace(stdin, texts):
    assert [article.text for article in read(["-"], stdin=io.BytesIO(stdin))] == texts


@pytest.mark.parametrize("stdin", [b"", b" \n\t\n"])
def test_an_empty_stdin_is_told(stdin):
    assert "nothing came in" in names("-", stdin=stdin)[0]


def test_a_row_without_id_takes_the_files_stem(tmp_path):
    rows = tmp_path / "harbour.jsonl"
    rows.write_text('{"text": "a"}\n{"id": 7, "text": "b"}\n{"text": "c"}\n')
    assert [article.id for article in read([str(rows)])] == ["harbour", "7", "harbour-3"]


def test_a_line_that_is_too_long_is_passed_over(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "a"}\n{"text": "' + "b" * 5000 + '"}\n{"text": "c"}')
    first, second, third = read([str(rows)], ReadOptions(max_bytes=1000))
    assert (first.text, third.text) == ("a", "c")
    assert "line 2: 5,013 bytes are more than the limit of 1,000" in str(second)
    assert "--max-bytes" in str(second)


@pytest.mark.parametrize("source", ["a.txt", "-"])
def test_an_article_that_is_too_big_is_refused(tmp_path, source):
    (tmp_path / "a.txt").write_bytes(b"x" * 1001)
    path = source if source == "-" else str(tmp_path / source)
    (found,) = read([path], ReadOptions(max_bytes=1000), io.BytesIO(b"x" * 1001))
    assert "more than the limit of 1,000" in str(found)
