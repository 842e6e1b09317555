"""Rows to a stream or a file as CSV or JSON Lines, or to a folder with one file per kind."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from factdb.claims.schema import KINDS
from factdb.export.cells import json_line, separate_cell

Row = Mapping[str, Any]
FORMATS = ("csv", "jsonl")


class Writer:
    """Writes rows to an open text stream, the columns always in the same order."""

    def __init__(self, stream: IO[str], columns: Sequence[str], form: str) -> None:
        self._stream = stream
        self._columns = columns
        self._csv = csv.writer(stream, lineterminator="\n") if form == "csv" else None
        if self._csv:
            self._csv.writerow(columns)

    def write(self, row: Row) -> None:
        if self._csv:
            self._csv.writerow([separate_cell(row.get(name)) for name in self._columns])
        else:
            self._stream.write(json_line({name: row.get(name) for name in self._columns}) + "\n")


def write_stream(rows: Iterable[Row], columns: Sequence[str], form: str, stream: IO[str]) -> int:
    """Write every row; how many there were."""
    writer = Writer(stream, columns, form)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007
        writer.write(row)
    return count


def write_file(rows: Iterable[Row], columns: Sequence[str], form: str, path: Path) -> int:
    """Write every row to a file, which takes its name only when it is whole; how many rows there were."""
    with whole(path) as stream:
        return write_stream(rows, columns, form, stream)


def write_split(rows: Iterable[Row], columns: Sequence[str], form: str, folder: Path) -> dict[str, int]:
    """One file per kind, with the columns of that kind; how many rows each has. Kinds without a row get no file."""
    folder.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    with ExitStack() as stack:
        writers: dict[str, Writer] = {}
        for row in rows:
            kind = row["kind"]
            if kind not in writers:
                stream = stack.enter_context(whole(folder / f"{kind}.{form}"))
                writers[kind] = Writer(stream, columns_of(kind, columns), form)
            writers[kind].write(row)
            counts[kind] = counts.get(kind, 0) + 1
    return counts


def columns_of(kind: str, columns: Sequence[str]) -> list[str]:
    """The columns of one kind: the common ones and its own, in their usual order."""
    foreign = {field.name for other in KINDS.values() for field in other.fields} - {field.name for field in KINDS[kind].fields}
    return [name for name in columns if name not in foreign]


@contextmanager
def whole(path: Path, bom: bool = False) -> Iterator[IO[str]]:
    """A file under another name until it is complete, so that a half-written one is never taken for the whole.

    A byte order mark (`bom`) tells spreadsheet programs that it is UTF-8.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
