"""An article as it was read: the unchanged text and what is known about it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is what claims point into and is never changed; `title` is context only.

    `id` is the name that the source gave (a row's id, else the file's stem). `published_on` is the day from which
    relative dates count, a datetime where the source tells the hour. `language` is an ISO 639-1 code.
    """

    id: str
    text: str
    title: str | None = None
    published_on: date | datetime | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
