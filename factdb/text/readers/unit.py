"""What there is to read: one file, or one row of a file."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

MEGABYTE = 1_000_000
MAX_BYTES = 5 * MEGABYTE


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read, and what to say of an article where its file does not.

    `split` is None or "digest"; `max_bytes` bounds the bytes of one article.
    """

    split: str | None = None
    max_bytes: int = MAX_BYTES
    published_on: date | datetime | None = None
    publisher: str | None = None
    url: str | None = None


class Unit(NamedTuple):
    """One file or row. `where` names it for messages, `stem` gives an id, `form` is txt, md, html, jsonl or digest.

    `data` is the bytes to read; None means that they still stand in the file at `path`.
    """

    where: str
    stem: str
    form: str
    path: str | None = None
    data: bytes | None = None
