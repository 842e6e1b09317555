"""Units to articles; what cannot be read comes back as the error in its place."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers.forms import READERS
from factdb.text.readers.unit import ReadOptions, Unit
from factdb.text.readers.units import too_big, units, unreadable


def read(paths: Iterable[str], options: ReadOptions | None = None, stdin: BinaryIO | None = None) -> Iterator[Article | ReadError]:
    """Every article at these paths (files, folders, `-`), one at a time."""
    chosen = options or ReadOptions()
    for unit in units(paths, chosen, stdin):
        if isinstance(unit, ReadError):
            yield unit
        else:
            yield from read_unit(unit, chosen)


def read_unit(unit: Unit, options: ReadOptions) -> list[Article | ReadError]:
    """The articles of one unit: one, or all those of a digest page."""
    found: list[Article | ReadError] = []
    try:
        found.extend(READERS[unit.form](unit, _bytes(unit, options), options))
    except ReadError as error:
        found.append(error)
    except OSError as error:
        found.append(unreadable(unit.where, error))
    return found


def _bytes(unit: Unit, options: ReadOptions) -> bytes:
    """The bytes of a unit, never many more than the limit, even where the file has grown since it was looked at."""
    if unit.data is not None:
        return unit.data
    with Path(unit.path or unit.where).open("rb") as source:
        data = source.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_big(unit.where, len(data), options)
    return data
