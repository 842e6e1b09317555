"""One reader for each form of file: the text as it stands, and what the file says about it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers.decode import decode
from factdb.text.readers.metadata import article
from factdb.text.readers.unit import ReadOptions, Unit

Reader = Callable[[Unit, bytes, ReadOptions], Iterator[Article]]

_HEADING = re.compile(r"\s*#\s+(.+?)\s*#*\s*(?:\r\n|\r|\n|\Z)(?:[ \t]*(?:\r\n|\r|\n))*")
_ROW_FIELDS = ("id", "title", "published_on", "text", "url", "publisher", "author")
# Names under which front matter commonly keeps what we call by another.
_OTHER_NAMES = {"published_on": ("date", "published"), "publisher": ("source", "outlet", "sitename"), "author": ("authors", "byline"), "url": ("link",)}


def read_txt(unit: Unit, data: bytes, options: ReadOptions) -> Iterator[Article]:
    yield article(unit.stem, decode(data, unit.where), {}, options, unit.where)


def read_md(unit: Unit, data: bytes, options: ReadOptions) -> Iterator[Article]:
    """Front matter is metadata; a first heading is the title and not text, unless front matter gives another title."""
    from factdb.text.readers.front_matter import parse

    source = decode(data, unit.where)
    try:
        known, text = parse(source)
    except Exception as error:  # whatever the YAML, TOML or JSON parser behind it raises
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ReadError(f"front matter that cannot be read ({reason})", where=unit.where, next_step="Mend the lines between the two ---") from None
    known = _named(known)
    heading = _HEADING.match(text)
    if heading and known.get("title") in (None, heading[1]):
        known["title"], text = heading[1], text[heading.end() :]
    yield article(unit.stem, text, known, options, unit.where)


def _named(known: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter with the other names of fields replaced by ours; what is no field of ours is left out."""
    low = {str(name).lower(): value for name, value in known.items()}
    own = {name: low[name] for name in _ROW_FIELDS if name != "text" and low.get(name) is not None}
    for name, others in _OTHER_NAMES.items():
        for other in others:
            if name not in own and low.get(other) is not None:
                own[name] = low[other]
    return own


def read_jsonl(unit: Unit, data: bytes, options: ReadOptions) -> Iterator[Article]:
    """One row, an object with at least `text`."""
    try:
        row = json.loads(decode(data, unit.where))
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise ReadError(f"malformed JSON ({reason})", where=unit.where, next_step="Write one JSON object a line") from None
    if not isinstance(row, dict):
        raise ReadError("not a JSON object", where=unit.where, next_step="Write one JSON object a line")
    text = row.get("text")
    if not isinstance(text, str):
        raise ReadError("the row has no text", where=unit.where, next_step='Give it a "text" that is a string')
    yield article(unit.stem, text, {name: row[name] for name in _ROW_FIELDS if name in row}, options, unit.where)


def read_html(unit: Unit, data: bytes, options: ReadOptions) -> Iterator[Article]:
    from factdb.text.readers.html import read

    text, known = read(data, unit.where)
    yield article(unit.stem, text, known, options, unit.where)


def read_digest(unit: Unit, data: bytes, options: ReadOptions) -> Iterator[Article]:
    from factdb.text.readers.digest import split

    for name, title, text in split(decode(data, unit.where), unit.where):
        yield article(name, text, {"title": title}, options, f"{unit.where}, {title}")


READERS: Mapping[str, Reader] = MappingProxyType({"txt": read_txt, "md": read_md, "html": read_html, "jsonl": read_jsonl, "digest": read_digest})
