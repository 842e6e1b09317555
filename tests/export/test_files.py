"""Rows to files: whole or not at all, the columns always in the same order, formulas made harmless and numbers left alone."""

import csv
import json
from decimal import Decimal

import pytest

from factdb.export.files import columns_of, write_file, write_split
from factdb.storage.queries import CLAIM_COLUMNS

ROW = {"kind": "share", "value": Decimal("-62.50"), "whole": "=HYPERLINK(1)", "quote": "line\nend", "part": None, "flow": None}
COLUMNS = ("kind", "value", "flow", "part", "whole", "quote")


def test_csv_has_exact_numbers_and_no_formulas(tmp_path):
    assert write_file([ROW], COLUMNS, "csv", tmp_path / "a.csv") == 1
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"kind,value,flow,part,whole,quote\n")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream))[1] == ["share", "-62.50", "", "", "'=HYPERLINK(1)", "line\nend"]


def test_json_lines_are_as_they_are(tmp_path):
    write_file([ROW, ROW], COLUMNS, "jsonl", tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [list(json.loads(line)) for line in lines] == [list(COLUMNS)] * 2
    assert json.loads(lines[0])["whole"] == "=HYPERLINK(1)"
    assert json.loads(lines[0])["value"] == "-62.50"


def test_a_file_that_could_not_be_finished_leaves_the_old_one(tmp_path):
    target = tmp_path / "a.csv"
    target.write_text("old")

    def rows():
        yield ROW
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="disk"):
        write_file(rows(), COLUMNS, "csv", target)
    assert (target.read_text(), [path.name for path in tmp_path.iterdir()]) == ("old", ["a.csv"])


def test_one_file_a_kind_with_that_kinds_columns(tmp_path):
    rows = [ROW, {**ROW, "kind": "trade_figure", "flow": "export"}, ROW]
    assert write_split(rows, COLUMNS, "csv", tmp_path / "out") == {"share": 2, "trade_figure": 1}
    heads = {path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in (tmp_path / "out").iterdir()}
    assert heads == {"share.csv": "kind,value,part,whole,quote", "trade_figure.csv": "kind,value,flow,quote"}


def test_the_common_columns_are_in_every_file():
    for name in ("id", "quote", "start", "end", "article", "publisher", "published_on", "url"):
        assert name in columns_of("rank", CLAIM_COLUMNS)
