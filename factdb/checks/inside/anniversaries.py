"""Anniversaries against the year of what they remember."""

import re
from collections.abc import Iterator

from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page

_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) anniversary\b")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_FOUNDED = re.compile(r"\b(?:founded|established|created|born|opened|launched|signed|set up|founding|establishment)\b[^.;,]{0,40}?\bin ((?:1[6-9]|20)\d\d)\b")


def anniversaries(page: Page) -> Iterator[Finding]:
    """An "Nth anniversary", against the years of the article.

    A year that fits holds. Which event another year belongs to is mostly open: only the one year of a founding in the same sentence, with no
    other year beside it, can fail, and only by more than a year, since jubilees are kept early and late.
    """
    if page.year is None:
        return
    for found in _ANNIVERSARY.finditer(page.text):
        years = [y for y in _YEAR.finditer(page.text) if int(y.group()) + int(found.group(1)) == page.year]
        if years:
            cause = f"{years[0].group()} + {found.group(1)} = {page.year}"
            yield Finding("anniversary", HOLDS, "warning", cause, (page.place(*found.span()), *(page.place(*year.span()) for year in years)))
        else:
            yield from _missed(page, found)


def _missed(page: Page, found: re.Match[str]) -> Iterator[Finding]:
    sentence = page.sentence(found.start())
    begin, words = page.begin(sentence), page.words(sentence)
    founded = _FOUNDED.search(words)
    if founded and page.year and len(_YEAR.findall(words)) == 1 and abs(int(founded[1]) + int(found[1]) - page.year) > 1:
        cause = f"{founded[1]} + {found[1]} = {int(founded[1]) + int(found[1])}, and the article is of {page.year}"
        places = (page.place(*found.span()), page.place(begin + founded.start(1), begin + founded.end(1)))
        yield Finding("anniversary", FAILS, "warning", cause, places)
