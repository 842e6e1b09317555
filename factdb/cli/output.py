"""How the commands write: the same formats and flags on every reading command, and text made safe for a terminal."""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import click

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
# Controls, C1, marks of direction, separators of lines, half surrogates, tags and invisible joiners that hide text.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


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
        _table(list(rows), columns, headers)
    else:
        _separated(rows, columns, "\t" if form == "tsv" else ",", headers)


def say(message: str) -> None:
    """A message to the person, on stderr."""
    click.echo(visible(message, keep="\n"), err=True)


def visible(text: str, keep: str = "") -> str:
    """Text without a character that could steer a terminal: each such one as its escape (\\x1b), save those in `keep`."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


def json_line(value: Any) -> str:
    """A value as JSON on one line; what could steer a terminal is written as a JSON escape, so nothing is lost."""
    return _UNSAFE.sub(lambda found: _json_escape(found[0]), json.dumps(value, ensure_ascii=False, default=_plain))


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; other text is unchanged.

    The characters are those of OWASP's page on CSV injection, with their full-width forms.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(char: str) -> str:
    return json.dumps(char)[1:-1] if ord(char) != 0x7F else "\\u007f"


def _plain(value: object) -> Any:
    """A value that JSON does not know: decimals as plain strings, dates as ISO 8601."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def cell(value: object) -> str:
    """A value as the text of a table's or CSV's cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value)
    return str(value if isinstance(value, (str, int, float)) else _plain(value))


def _json(rows: Iterable[Row], columns: Sequence[str]) -> None:
    lines = [json_line({name: row.get(name) for name in columns}) for row in rows]
    click.echo("[" + ",\n ".join(lines) + "]")


def _separated(rows: Iterable[Row], columns: Sequence[str], delimiter: str, headers: bool) -> None:
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    terminal = sys.stdout.isatty()
    if headers:
        writer.writerow(columns)
    for row in rows:
        cells = [_separate(row.get(name)) for name in columns]
        writer.writerow([visible(text) for text in cells] if terminal else cells)


def _separate(value: object) -> str:
    """A cell of CSV: text is made harmless for spreadsheets, numbers are never touched."""
    return harmless(cell(value)) if isinstance(value, (str, list, tuple)) else cell(value)


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
