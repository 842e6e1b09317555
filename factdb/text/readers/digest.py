"""A digest page: many articles below one another, each a headline, its body, and "Continue reading <headline>"."""

import re
import unicodedata
from collections.abc import Iterator

from factdb.errors import ReadError

_CONTINUE = re.compile(r"^Continue reading[ \t]+(\S.*?)[ \t\r]*$", re.MULTILINE)
# Only what sets the articles apart: other white space stands in their text.
_BLANK = " \t\r\n"
_JOINED = re.compile("['\u2018\u2019\"\u201c\u201d.]")
_APART = re.compile(r"[^a-z0-9]+")


def split(page: str, where: str) -> Iterator[tuple[str, str, str]]:
    """Name, headline and text of each article; the text begins with its headline, as it stands on the page."""
    start, found = 0, False
    for mark in _CONTINUE.finditer(page):
        found = True
        yield slug(mark[1]), mark[1], page[start : mark.start()].strip(_BLANK)
        start = mark.end()
    if not found:
        raise ReadError('no "Continue reading <headline>" on the page', where=where, next_step="Read it without --split digest")
    if rest := page[start:].strip(_BLANK):
        headline = rest.splitlines()[0].strip()
        yield slug(headline), headline, rest


def slug(headline: str) -> str:
    """A headline as a name: "China's new road" is chinas-new-road."""
    plain = unicodedata.normalize("NFKD", _JOINED.sub("", headline.lower())).encode("ascii", "ignore").decode()
    return _APART.sub("-", plain).strip("-") or "article"
