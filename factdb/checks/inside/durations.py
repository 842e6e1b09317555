"""Lengths of time against the days or years that they run between, and days against the range they belong to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from factdb.checks.bounds import bounds
from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page
from factdb.checks.statement import Statement

_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25"), "decade": Decimal("3652.5")}
_ON = re.compile(r",? (?:on|later|ago)\b|,? since\b")
_NEAR = 3


def durations(page: Page) -> Iterator[Finding]:
    """A length of time beside its range, years that have passed since a year, and days inside a range."""
    lengths = [claim for claim in page.claims if claim.kind == "duration" and claim.unit in _DAYS]
    ranges = [claim for claim in page.claims if claim.dated and _is_range(claim)]
    for span in ranges:
        near = [length for length in lengths if abs(page.sentence(length.start) - page.sentence(span.start)) < _NEAR]
        yield from (finding for length in near for finding in _length(page, span, length))
    yield from _passed(page, lengths)
    if ranges:
        yield from _inside(page, ranges[0])


def _is_range(claim: Statement) -> bool:
    """Whether a date was written with a beginning and an end."""
    return bool(claim.date_start and claim.date_end and claim.date_start != claim.date_end and claim.precision in ("day", "year") and " " in claim.quote)


def _length(page: Page, span: Statement, length: Statement) -> Iterator[Finding]:
    """A range and a length: they hold where they fit; only "a six-day visit from 3 to 9 May", alone in its sentence, can fail."""
    least, most = _stretch(span)
    low, high = _in_days(length)
    said = f"{span.quote} is {least if least == most else f'{least} to {most}'} days, stated as {length.quote}"
    if low <= most and least <= high:
        yield Finding("duration", HOLDS, "warning", said, page.places(span, length))
    elif span.precision == "day" and length.unit == "day" and length.modifier == "exact" and _alone(page, span, length):
        yield Finding("duration", FAILS, "warning", said, page.places(span, length))


def _stretch(span: Statement) -> tuple[int, int]:
    """The fewest and the most days between the ends of a range: a range of years may begin and end anywhere in them."""
    first, last = date.fromisoformat(span.date_start or ""), date.fromisoformat(span.date_end or "")
    days = (last - first).days
    return (days, days + 1) if span.precision == "day" else (max(0, days - 730), days + 1)


def _in_days(length: Statement) -> tuple[Decimal, Decimal]:
    stated, unit = bounds(length), _DAYS[length.unit or "day"]
    low = Decimal(0) if stated.low is None else stated.low - (stated.slack if length.unit != "day" else 0)
    high = Decimal(10**7) if stated.high is None else stated.high + (stated.slack if length.unit != "day" else 0)
    return low * unit, high * unit


def _alone(page: Page, span: Statement, length: Statement) -> bool:
    """Whether the length is written as one of the range: "a six-day visit", both in one sentence, with no other date or length."""
    sentence = page.sentence(span.start)
    others = [claim for claim in page.claims if page.sentence(claim.start) == sentence and (claim.dated or claim.kind == "duration")]
    return len(others) == 2 and page.sentence(length.start) == sentence and "-day" in length.quote and length.end <= span.start


def _passed(page: Page, lengths: Sequence[Statement]) -> Iterator[Finding]:
    """Years that have gone by: "opened in 1962. Sixty-odd years later". What does not fit may count from another year, so that none fails."""
    years = [claim for claim in page.claims if claim.dated and claim.precision == "year" and claim.date_start and not _is_range(claim)]
    for length in lengths:
        if page.year is None or length.unit not in ("year", "decade") or not _ON.match(page.text, length.end):
            continue
        since = [year for year in years if 0 <= page.sentence(length.start) - page.sentence(year.start) < 2 and year.start < length.start]
        if since:
            passed = page.year - int((since[-1].date_start or "")[:4])
            low, high = _in_days(length)
            if low <= (passed + 1) * 366 and (passed - 1) * 365 <= high:
                cause = f"{since[-1].quote} to {page.year} is {passed} years, stated as {length.quote}"
                yield Finding("duration", HOLDS, "warning", cause, page.places(since[-1], length))


def _inside(page: Page, span: Statement) -> Iterator[Finding]:
    """Days that lie inside the article's first range of days; what lies outside belongs to something else."""
    for claim in page.claims:
        single = claim.dated and claim.precision == "day" and claim.date_start == claim.date_end and claim.start > span.end
        if single and span.precision == "day" and (span.date_start or "") <= (claim.date_start or "") <= (span.date_end or ""):
            yield Finding("duration", HOLDS, "warning", f"{claim.quote} lies inside {span.quote}", page.places(span, claim))
