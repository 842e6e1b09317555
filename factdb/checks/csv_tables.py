"""CSV tables that a curator hands over, as rows of text with the line that each ends on."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from factdb.errors import ReadError
from factdb.text.readers.decode import decode


def lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with their line numbers. A ReadError where the file is empty, binary, of no known encoding or no CSV."""
    rows = csv.reader(StringIO(decode(path.read_bytes(), str(path)), newline=""))
    try:
        yield from ((rows.line_num, row) for row in rows if row)
    except csv.Error as error:
        raise ReadError(f"no CSV ({error})", where=f"{path}, line {rows.line_num}", next_step="Save it as CSV in UTF-8") from None
