"""A sheet read back: CSV in any encoding and with any separator, or XLSX, as rows of named cells."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factdb.errors import ReadError
from factdb.export.sheet.columns import COLUMNS, unescaped
from factdb.export.sheet.mangled import Raw
from factdb.text.readers.decode import decode

_SEPARATORS = ",;\t|"
_MARKS = " \ufeff\u00ef\u00bb\u00bf"  # a byte order mark, also where it was read in a wrong encoding
_NEEDED = ("claim", "seen")
_NEXT = "Give the file that `factdb export --for-review` wrote, with its first row of names"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet, from 1 for the names; `cells` by the column's name, and `places` the letters of the columns."""

    number: int
    cells: Mapping[str, Raw]
    places: Mapping[str, str]

    def place(self, name: str) -> str:
        """The cell as spreadsheets name it, such as C7."""
        return f"{self.places.get(name, '')}{self.number}"


def read_sheet(path: Path) -> list[SheetRow]:
    """Every row of a sheet that is not empty. ReadError when it is none, or not one that was exported for review."""
    rows = _xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    names = [str(cell or "").strip(_MARKS).lower() for cell in next(rows, (1, ()))[1]]
    _check(names, path)
    places = {name: _letters(at) for at, name in enumerate(names)}
    filled = ((number, row) for number, row in rows if any(cell not in (None, "") for cell in row))
    return [SheetRow(number, dict(zip(names, row, strict=False)), places) for number, row in filled]


def _csv(path: Path) -> Iterator[tuple[int, Sequence[Raw]]]:
    text = decode(path.read_bytes(), str(path))
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            yield number, [unescaped(cell) for cell in row]
    except csv.Error as error:
        raise ReadError(f"no CSV ({error})", where=str(path), next_step=_NEXT) from None


def _xlsx(path: Path) -> Iterator[tuple[int, Sequence[Raw]]]:
    from openpyxl import load_workbook

    path.stat()
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet: Any = book.active
        rows = [[unescaped(cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        book.close()
    except Exception as error:  # the library raises whatever a damaged file leads to
        raise ReadError(f"no XLSX that can be read ({type(error).__name__}: {error})", where=str(path), next_step=_NEXT) from error
    yield from enumerate(rows, 1)


def _check(names: Sequence[str], path: Path) -> None:
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise ReadError(f"the column {' and '.join(missing)} is missing", where=str(path), next_step=_NEXT)
    twice = sorted({name for name in names if name in COLUMNS and names.count(name) > 1})
    if twice:
        raise ReadError(f"the column {twice[0]} is there twice", where=str(path), next_step="Delete one of them")


def _letters(at: int) -> str:
    """The letters of a column, from 0: A, B … Z, AA."""
    return (_letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
