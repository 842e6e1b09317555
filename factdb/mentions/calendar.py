"""Stretches of the calendar and counting along it, by the standard library's proleptic Gregorian calendar.

A stretch is what a date means: its TIMEX3 value, its first and last day (inclusive) and its precision. Where the years of
Python end (before 1, after 9999) the functions return None.
"""

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PRECISIONS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


class Stretch(NamedTuple):
    """The days `begin` to `until`, both inclusive, under one TIMEX3 `value`."""

    value: str
    begin: date
    until: date
    precision: str


def day(when: date) -> Stretch:
    return Stretch(when.isoformat(), when, when, "day")


@lru_cache(maxsize=20_000)
def on(year: int, month_number: int, day_number: int) -> Stretch | None:
    """The day of that date; None where the calendar has none (30 February)."""
    try:
        return day(date(year, month_number, day_number))
    except (ValueError, OverflowError):
        return None


def week(when: date) -> Stretch | None:
    """The ISO week, Monday to Sunday, that holds a day."""
    try:
        monday = when - timedelta(days=when.weekday())
        sunday = monday + timedelta(days=6)
    except OverflowError:
        return None
    year, number, _ = when.isocalendar()
    return Stretch(f"{year:04}-W{number:02}", monday, sunday, "week")


def iso_week(year: int, number: int) -> Stretch | None:
    """The week of that ISO number; None where the year has no such week."""
    try:
        return week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def months(year: int, first: int, count: int, value: str, precision: str) -> Stretch | None:
    """`count` whole months from month `first` of a year on; `first` may lie outside 1 to 12."""
    start, end = year * 12 + first - 1, year * 12 + first - 2 + count
    if not 12 <= start <= end < 120_000:
        return None
    last_year, last_month = end // 12, end % 12 + 1
    last_day = calendar.monthrange(last_year, last_month)[1]
    return Stretch(value, date(start // 12, start % 12 + 1, 1), date(last_year, last_month, last_day), precision)


@lru_cache(maxsize=5_000)
def month(year: int, number: int) -> Stretch | None:
    return months(year, number, 1, f"{year:04}-{number:02}", "month") if 1 <= number <= 12 else None


def quarter(year: int, number: int) -> Stretch | None:
    return months(year, number * 3 - 2, 3, f"{year:04}-Q{number}", "quarter") if 1 <= number <= 4 else None


def half(year: int, number: int) -> Stretch | None:
    return months(year, number * 6 - 5, 6, f"{year:04}-H{number}", "month") if 1 <= number <= 2 else None


def season(year: int, letters: str) -> Stretch | None:
    """Three months of the northern year; winter begins in December of the year that names it."""
    return months(year, _SEASONS[letters], 3, f"{year:04}-{letters}", "quarter")


def year_of(number: int) -> Stretch | None:
    return months(number, 1, 12, f"{number:04}", "year")


def decade(number: int) -> Stretch | None:
    """The ten years that hold a year: 1987 gives 1980 to 1989."""
    first = number // 10 * 10
    return months(first, 1, 120, f"{first // 10:03}", "decade")


def century(number: int) -> Stretch | None:
    """The hundred years that hold a year, as TIMEX3 counts them: 1987 gives 1900 to 1999."""
    first = number // 100 * 100
    return months(first, 1, 1200, f"{first // 100:02}", "century") if first else months(1, 1, 1188, "00", "century")


def around(when: date, unit: str) -> Stretch | None:
    """The day, week, month, quarter, year, decade or century (TIMEX3 letters) that holds a day."""
    if unit == "D":
        return day(when)
    if unit == "W":
        return week(when)
    if unit == "M":
        return month(when.year, when.month)
    if unit == "Q":
        return quarter(when.year, (when.month + 2) // 3)
    return {"Y": year_of, "DE": decade, "CE": century}[unit](when.year)


def moved(when: date, count: int, unit: str) -> date | None:
    """A day so many units later (or earlier, below zero). A day that the month lacks becomes the month's last."""
    try:
        if unit in {"D", "W"}:
            return when + timedelta(days=count * (7 if unit == "W" else 1))
        total = when.year * 12 + when.month - 1 + count * _MONTHS[unit]
        year, index = divmod(total, 12)
        return date(year, index + 1, min(when.day, calendar.monthrange(year, index + 1)[1]))
    except (ValueError, OverflowError, IndexError):
        return None


def shifted(when: date, count: int, unit: str) -> Stretch | None:
    """The unit of the calendar that lies so many units from a day: (2025-06-11, -2, "M") is April 2025."""
    there = moved(when, count, unit)
    return None if there is None else around(there, unit)


@lru_cache(maxsize=20_000)
def weekday_by(when: date, number: int, ahead: bool) -> Stretch | None:
    """The nearest weekday (1 Monday to 7 Sunday) up to a day, or behind it when `ahead`."""
    back = (when.isoweekday() - number) % 7
    there = moved(when, (7 - back) if ahead else -back, "D")
    return None if there is None else day(there)


def nth_weekday(begin: date, number: int, count: int) -> Stretch | None:
    """The nth weekday (1 Monday to 7 Sunday) from a day on; below zero, the nth last up to that day."""
    ahead = (number - begin.isoweekday()) % 7 + 7 * count - 7
    back = (begin.isoweekday() - number) % 7 - 7 * count - 7
    there = moved(begin, ahead if count > 0 else -back, "D")
    return None if there is None else day(there)


def weekend(when: date, weeks: int = 0) -> Stretch | None:
    """Saturday and Sunday of the ISO week that holds a day, or of one so many weeks from it."""
    there = moved(when, weeks, "W")
    days = week(there) if there else None
    return Stretch(f"{days.value}-WE", days.until - timedelta(days=1), days.until, "day") if days else None


@lru_cache(maxsize=10_000)
def nearest_year(when: date, month_number: int, day_number: int, ahead: bool = True) -> Stretch | None:
    """The day of the month in the year in which it lies nearest to a day: one to come counts half with a cue of the future (`ahead`), else half again."""
    found = [s for year in (when.year, when.year - 1, when.year + 1) if (s := on(year, month_number, day_number))]
    weight = 1 if ahead else 3
    return min(found, key=lambda s: max((s.begin - when).days * weight, (when - s.begin).days * 2)) if found else None


def year_by(when: date, month_day: tuple[int, int], step: int) -> Stretch | None:
    """A day of the month in the year that holds a day (0), the first of them behind that day (1), or the last before it (-1)."""
    here = on(when.year, *month_day)
    if step == 0 or here is None:
        return here
    over = here.begin > when if step > 0 else here.begin < when
    return here if over else on(when.year + step, *month_day)


def precision_of(unit: str) -> str:
    return _PRECISIONS[unit]
