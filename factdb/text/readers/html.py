"""A web page to its main text and metadata, by trafilatura."""

import logging
import re
from typing import Any

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from factdb.errors import ReadError
from factdb.text.readers.decode import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?\s*([\w-]{2,40})""", re.IGNORECASE)
# trafilatura reports on its own; what matters comes back as a ReadError.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)
_DEPTH = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>")
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
_CLOSED_BY_HTML = _VOID | {"p", "li", "td", "th", "tr", "option", "dt", "dd"}


def read(data: bytes, where: str) -> tuple[str, dict[str, Any]]:
    """The main text without the headline, and what the page says about itself."""
    page = _source(data, where)
    if _depth(page) > _DEPTH:
        raise ReadError("HTML nested too deeply", where=where, next_step="Save the page again from a browser, or as text")
    try:
        found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    except (ValueError, RecursionError, etree.LxmlError, AttributeError, TypeError) as error:
        raise ReadError(f"HTML that cannot be read ({type(error).__name__})", where=where, next_step="Save the page as text") from None
    if not isinstance(found, Document) or not found.text:
        raise ReadError("no article text on the page", where=where, next_step="Save the article's text as .txt")
    known = {"title": found.title, "published_on": found.date, "url": found.url, "publisher": found.sitename, "author": found.author}
    return _without(found.text, found.title), known


# Only dates that the page states about itself: a date guessed from its text would move every relative date.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def _source(data: bytes, where: str) -> str:
    """The page as text, by the encoding it declares if that fits."""
    declared = _CHARSET.search(data[:4096])
    if declared:
        try:
            return decode(data.decode(declared[1].decode()).encode(), where)
        except (LookupError, UnicodeError):
            pass
    return decode(data, where)


def _depth(page: str) -> int:
    """How deeply tags are nested, near enough: those that HTML closes by itself are not counted."""
    depth = deepest = 0
    for closing, name in _TAG.findall(page):
        if name.lower() not in _CLOSED_BY_HTML:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _without(text: str, title: str | None) -> str:
    """The text without a first line that repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and rest and first.strip() == title.strip() else text
