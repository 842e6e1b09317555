"""What one article says against itself or the calendar. Silent unless the words leave no other reading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from factdb.checks.finding import FAILS, HOLDS, Finding, Place
from factdb.checks.statement import Statement
from factdb.lexicon import groups
from factdb.text.article import Article
from factdb.text.tokens import Tokens

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) anniversary\b")


def internal(article: Article, claims: Iterable[Statement]) -> list[Finding]:
    """Every check inside one article, those that hold too, in the order of the text."""
    tokens = Tokens(article.text)
    own = sorted((claim for claim in claims if claim.article == article.id), key=lambda claim: claim.key)
    found = [*weekdays(article), *sums(article, tokens, own), *anniversaries(article)]
    return sorted(found, key=lambda finding: finding.places[0][2:])


def weekdays(article: Article) -> Iterator[Finding]:
    """A weekday beside a day and month: "Wednesday 9 July", "Friday, June 6, 2025". Without a year, the one nearest to publication counts."""
    for found in _dated_weekday().finditer(article.text):
        name, d1, m1, m2, d2, year = found.groups()
        day = _day(article, int(year) if year else None, _month(m1 or m2), int(d1 or d2))
        if day is None:
            continue
        holds = day.weekday() == _DAYS.index(name.lower())
        cause = f"{day.day} {day:%B %Y} is a {_DAYS[day.weekday()].capitalize()}"
        yield Finding("weekday", HOLDS if holds else FAILS, "error", cause, (place(article, *found.span()),))


@cache
def _dated_weekday() -> re.Pattern[str]:
    month = "|".join(sorted(groups("calendar.toml")["month"], key=len, reverse=True))
    number = r"(\d{1,2})(?:st|nd|rd|th)?"
    day_first = rf"{number} (?:of )?({month})\b(?:\.(?=,? \d{{4}}\b))?"
    month_first = rf"({month})\b\.? {number}\b"
    return re.compile(rf"\b({'|'.join(_DAYS)}),? (?:the )?(?:{day_first}|{month_first})(?:,? (\d{{4}})\b)?(?! ?[-–/]\d| to \d)", re.IGNORECASE)


def _month(name: str) -> int:
    return int(groups("calendar.toml")["month"][name.lower()])


def _day(article: Article, year: int | None, month: int, day: int) -> date | None:
    """The day that is meant; None for a day that no calendar has, or without year and date of publication."""
    published = article.published_on
    if year is None and published is None:
        return None
    years = [year] if year or published is None else [published.year - 1, published.year, published.year + 1]
    try:
        days = [date(y, month, day) for y in years if y]
    except ValueError:
        return None
    if published is None:
        return days[0]
    near = date(published.year, published.month, published.day)
    return min(days, key=lambda one: abs((one - near).days))


def sums(article: Article, tokens: Tokens, claims: Sequence[Statement]) -> Iterator[Finding]:
    """A total with its parts right behind it in one sentence: "17 rowers, ten from Oslo and seven from Bergen".

    Parts that add up hold. Only a colon or a dash says that a list is complete, so only behind one does a wrong sum fail.
    """
    counts = [claim for claim in claims if claim.kind in ("count", "casualty_count") and claim.value is not None and claim.modifier == "exact"]
    for at, total in enumerate(counts):
        parts = list(_parts(tokens, counts, at))
        if len(parts) < 2:
            continue
        amount = sum(part.value or 0 for part in parts)
        between = article.text[total.end : parts[0].start].strip()
        complete = between in (":", "—", "–", "--", "-")
        if amount == total.value or complete:
            cause = f"{' + '.join(f'{part.value:f}' for part in parts)} = {amount:f}, stated as {total.value:f}"
            places = tuple(place(article, claim.start, claim.end) for claim in (total, *parts))
            yield Finding("sum", HOLDS if amount == total.value else FAILS, "warning", cause, places)


def _parts(tokens: Tokens, counts: Sequence[Statement], at: int) -> Iterator[Statement]:
    """The exact counts behind a total in its sentence, each close behind the last."""
    end = next((tokens.starts[last - 1] for first, last in tokens.sentences if tokens.starts[first] <= counts[at].start < tokens.starts[last]), 0)
    last = counts[at]
    for part in counts[at + 1 :]:
        if part.start >= end or part.start - last.end > 60:
            return
        yield part
        last = part


def anniversaries(article: Article) -> Iterator[Finding]:
    """An "Nth anniversary" with one year in its sentence, or a founding year elsewhere: reported only where the years fit.

    Which event a year belongs to cannot be shown from the words alone, so that a year that does not fit is no finding.
    """
    if article.published_on is None:
        return
    for found in _ANNIVERSARY.finditer(article.text):
        founded = article.published_on.year - int(found.group(1))
        year = next((y for y in _YEAR.finditer(article.text) if int(y.group()) == founded), None)
        if year:
            cause = f"{founded} + {found.group(1)} = {article.published_on.year}"
            yield Finding("anniversary", HOLDS, "warning", cause, (place(article, *found.span()), place(article, *year.span())))


def place(article: Article, start: int, end: int) -> Place:
    """The words at a span of an article, with the article's day."""
    day = article.published_on
    return Place(article.id, None if day is None else day.isoformat()[:10], start, end, article.text[start:end])
