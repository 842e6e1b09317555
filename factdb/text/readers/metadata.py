"""What a file says about its article, from front matter, HTML or a JSON row, as the fields of an Article."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers.decode import checked
from factdb.text.readers.language import language_of
from factdb.text.readers.unit import ReadOptions


def article(name: str, text: str, known: Mapping[str, Any], options: ReadOptions, where: str) -> Article:
    """An article from its text and what its file says; the options fill in what it does not."""
    if not text.strip():
        raise ReadError("no text in it", where=where, next_step="Leave it out")
    return Article(
        id=_text(known, "id", where) or name,
        text=checked(text, where),
        title=_text(known, "title", where),
        published_on=published(known.get("published_on"), where) or options.published_on,
        url=_text(known, "url", where) or options.url,
        publisher=_text(known, "publisher", where) or options.publisher,
        author=_text(known, "author", where),
        language=language_of(text),
    )


def published(value: object, where: str = "published_on") -> date | datetime | None:
    """A date, or a date and time, from ISO 8601; None for nothing."""
    if value is None or value == "" or isinstance(value, date):
        return value or None  # type: ignore[return-value]
    try:
        return date.fromisoformat(str(value)) if len(str(value)) <= 10 else datetime.fromisoformat(str(value))
    except ValueError:
        raise ReadError(f"{str(value)[:40]!r} is no date", where=where, next_step="Write published_on as 2025-06-09 or 2025-06-09T14:30:00") from None


def _text(known: Mapping[str, Any], name: str, where: str) -> str | None:
    value = known.get(name)
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(part) for part in value)
    if isinstance(value, (Mapping, bool)):
        raise ReadError(f"{name} is not text", where=where, next_step=f"Write {name} as a string")
    return checked(str(value), where).strip() or None if value is not None else None
