"""A weekday beside a day and month that the calendar contradicts."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page
from factdb.lexicon import groups
from factdb.text.article import Article

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def weekdays(page: Page) -> Iterator[Finding]:
    """A weekday beside a day and month: "Wednesday 9 July", "Friday, June 6, 2025". Without a year, the one nearest to publication counts."""
    for found in _dated_weekday().finditer(page.text):
        name, d1, m1, m2, d2, year = found.groups()
        day = _day(page.article, int(year) if year else None, _month(m1 or m2), int(d1 or d2))
        if day is None:
            continue
        holds = day.weekday() == _DAYS.index(name.lower())
        cause = f"{day.day} {day:%B %Y} is a {_DAYS[day.weekday()].capitalize()}"
        yield Finding("weekday", HOLDS if holds else FAILS, "error", cause, (page.place(*found.span()),))


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
