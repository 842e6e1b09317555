"""Rows in every format, and text that cannot steer a terminal or a spreadsheet."""

import csv
import io
import json
import sys
from decimal import Decimal

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from factdb.cli.output import counted, output_options, visible, write_rows
from factdb.export.cells import harmless, json_line

ROWS = [{"id": "a1", "value": Decimal("-1500000.10"), "quote": "=2+3"}, {"id": "b2", "value": None, "quote": "a\x1b[31mb"}]


@click.command()
@output_options
def listing(form, headers):
    write_rows(ROWS, ("id", "value", "quote"), form, headers)


def out(*flags):
    done = CliRunner().invoke(listing, flags)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_csv_keeps_numbers_and_disarms_formulas():
    table = list(csv.reader(io.StringIO(out("--csv"))))
    assert table == [["id", "value", "quote"], ["a1", "-1500000.10", "'=2+3"], ["b2", "", "a\x1b[31mb"]]


def test_tsv_without_headers():
    assert out("--tsv", "--no-headers").splitlines()[0] == "a1\t-1500000.10\t'=2+3"


def test_json_and_nl_hold_the_same_rows():
    whole = json.loads(out("--json"))
    assert whole == [json.loads(line) for line in out("--nl").splitlines()]
    assert whole[0] == {"id": "a1", "value": "-1500000.10", "quote": "=2+3"}
    assert whole[1]["quote"] == "a\x1b[31mb"


def test_json_of_no_rows_is_an_empty_array():
    lines = CliRunner().invoke(click.Command("none", callback=lambda: write_rows([], ("id",), "json")))
    assert json.loads(lines.stdout) == []


@pytest.mark.parametrize("form", ["table", "json", "nl"])
def test_no_escape_sequence_reaches_the_screen(form):
    assert "\x1b" not in out(f"--{form}")


def test_the_table_is_the_default_and_is_not_cut_off():
    assert out() == out("--table")
    assert "a\\x1b[31mb" in out()


@pytest.mark.parametrize(("terminal", "shown", "told"), [(True, 500, "200 rows before the last one are left out; --csv gives all.\n"), (False, 700, "")])
def test_a_terminal_gets_the_beginning_of_a_long_table_and_its_last_row(terminal, shown, told, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    write_rows(({"id": at} for at in range(700)), ("id",), "table", headers=False)
    out, err = capsys.readouterr()
    numbers = [int(line) for line in out.split()]
    assert (len(numbers), numbers[-1], err) == (shown, 699, told)


def test_bidi_and_controls_are_shown_as_escapes():
    assert visible("a\u202eb\x07c\x9bd") == "a\\u202eb\\x07c\\x9bd"
    assert visible("Zürich 東京 – “quoted”") == "Zürich 東京 – “quoted”"


@given(st.text())
def test_json_loses_nothing_and_holds_nothing_raw(text):
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert visible(line) == line


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\tx", "\r=1", " =1", "＝1"])
def test_what_a_spreadsheet_runs_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5 percent", "a=b", "'quoted'"])
def test_other_text_is_left_alone(text):
    assert harmless(text) == text


def test_one_of_a_thing_is_told_without_an_s() -> None:
    assert (counted(1, "conflict"), counted(0, "conflict"), counted(2, "claim")) == ("1 conflict", "0 conflicts", "2 claims")
