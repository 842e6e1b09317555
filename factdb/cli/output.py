"""How the commands write: the same formats and flags on every reading command, and text made safe for a terminal."""

import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import click

from factdb.export.cells import UNSAFE, cell, json_line, separate_cell

F = TypeVar("F", bound=Callable[..., Any])
Row = Mapping[str, Any]

FORMATS = ("table", "csv", "tsv", "json", "nl")
_FORMAT_HELP = {
    "table": "A table to read (the default).",
    "csv": "Comma-separated values.",
    "tsv": "Tab-separated values.",
    "json": "One JSON array.",
    "nl": "One JSON object a line.",
}
_DRAWN = 500  # rows of a table in a terminal: nobody reads more there, and drawing fifty thousand takes half a minute


def output_options(command: F) -> F:
    """Give a command `--table --csv --tsv --json --nl` (as `form`) and `--no-headers` (as `headers`)."""
    command = click.option("--no-headers", "headers", is_flag=True, flag_value=False, default=True, help="Leave out the line of column names.")(command)
    for form in reversed(FORMATS):
        command = click.option(f"--{form}", "form", flag_value=form, default=None, help=_FORMAT_HELP[form])(command)
    return command


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: str | None = None, headers: bool = True) -> None:
    """Write rows to stdout, as a table unless told otherwise. Cells may be text, numbers, exact decimals, dates, lists or None; columns keep their order."""
    if form == "json":
        _json(rows, columns)
    elif form == "nl":
        for row in rows:
            click.echo(json_line({name: row.get(name) for name in columns}))
    elif form in (None, "table"):
        _readable(list(rows), columns, headers)
    else:
        _separated(rows, columns, "\t" if form == "tsv" else ",", headers)


def say(message: str) -> None:
    """A message to the person, on stderr."""
    click.echo(visible(message, keep="\n"), err=True)


def visible(text: str, keep: str = "") -> str:
    """Text without a character that could steer a terminal: each such one as its escape (\\x1b), save those in `keep`."""
    return UNSAFE.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json(rows: Iterable[Row], columns: Sequence[str]) -> None:
    lines = [json_line({name: row.get(name) for name in columns}) for row in rows]
    click.echo("[" + ",\n ".join(lines) + "]")


def _separated(rows: Iterable[Row], columns: Sequence[str], delimiter: str, headers: bool) -> None:
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    terminal = sys.stdout.isatty()
    if headers:
        writer.writerow(columns)
    for row in rows:
        cells = [separate_cell(row.get(name)) for name in columns]
        writer.writerow([visible(text) for text in cells] if terminal else cells)


def _readable(rows: Sequence[Row], columns: Sequence[str], headers: bool) -> None:
    """A table of all rows, but in a terminal only so many of them and the last one, which may be a sum."""
    more = len(rows) - _DRAWN if sys.stdout.isatty() else 0
    _table([*rows[: _DRAWN - 1], rows[-1]] if more > 0 else rows, columns, headers)
    if more > 0:
        say(f"{more:,} rows before the last one are left out; --csv gives all.")


def _table(rows: Sequence[Row], columns: Sequence[str], headers: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD if headers else None, show_header=headers, pad_edge=False)
    for name in columns:
        right = any(isinstance(row.get(name), (int, float, Decimal)) for row in rows)
        table.add_column(name.replace("_", " "), justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell(row.get(name)))) for name in columns))
    out = sys.stdout
    Console(file=out, width=None if out.isatty() else 10_000, highlight=False, markup=False).print(table, crop=False)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 conflict", "2 conflicts"."""
    return f"{number} {noun}{'s' * (number != 1)}"
