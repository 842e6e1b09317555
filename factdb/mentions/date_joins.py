"""Neighbours that make one expression: "Friday, May 6", "9 a.m. Tuesday", "April next year", "two weeks after May 5"."""

import re
from collections.abc import Callable
from datetime import date

from factdb.mentions import calendar
from factdb.mentions.anchors import today
from factdb.mentions.calendar import Stretch
from factdb.mentions.calendar_parts import QUARTER
from factdb.mentions.date_heads import begin_of, until_of, whole
from factdb.mentions.date_ranges import ranged
from factdb.mentions.date_words import low_at
from factdb.mentions.mention import Timex
from factdb.mentions.numeric_dates import AMBIGUOUS, either
from factdb.mentions.relative_dates import TO_DATE
from factdb.mentions.scan import Scan

_LENGTHS = re.compile(r"(\d{1,5})(DE|[DWMQY])")
_UNIT = re.compile(r"[A-Z]+")
_OWNS = ("'", "s")
_LATE_PARTS = frozenset(("AF", "EV", "NI"))
_ARTICLES = frozenset(("a", "an"))
_LONGEST = 40
_WEEKDAY = "weekdays.weekday"
_COUNTED = "relative_dates.counted"
_FULL = ("calendar_dates.", "numeric_dates.", "holidays.", _COUNTED)
_YEARLESS = ("calendar_dates.", "calendar_parts.season", "holidays.")
_GAPS = frozenset(((), ("on",), ("at",), (",",), (",", "at"), ("of",), (")",), (")", "on"), ("by",), ("until",)))
_OF = frozenset(((), ("of",), ("in",), (",",)))
_SIDES = {("after",): 1, ("after", "the"): 1, ("before", "the"): -1, ("from",): 1, ("following",): 1, ("before",): -1, ("prior", "to"): -1, ("ahead", "of"): -1}
_ON_TO = frozenset(("to", "until", "till", "through", "-", "\u2013"))
_STARTS = frozenset((("starting",), ("starting", "from"), ("beginning",), ("starting", "on"), ("beginning", "on"), (",", "from"), ("from", "today")))


def join(scan: Scan, a: Timex, b: Timex) -> Timex | None:
    """One expression of two that stand next to each other; None where they are two. What is ambiguous stays so."""
    if AMBIGUOUS not in (a.rule, b.rule):
        return _join(scan, a, b)
    lefts = a.parts if a.rule == AMBIGUOUS else (a, a)
    rights = b.parts if b.rule == AMBIGUOUS else (b, b)
    made = [_join(scan, left, right) for left, right in zip(lefts, rights, strict=False) if isinstance(left, Timex) and isinstance(right, Timex)]
    return either(scan, [t for t in made if t]) if made and all(made) else None


def _join(scan: Scan, a: Timex, b: Timex) -> Timex | None:
    gap = tuple([word.low for word in scan.tokens.words[a.last : b.first]])
    if not gap and a.rule == b.rule and a.type == "DATE" and scan.tokens.words[a.first].low != "same":
        return None  # two of a kind without a word between them are two
    if a.type == "DURATION":
        return _lengths(scan, a, b, gap) if b.type == "DURATION" else _from(scan, a, b, gap)
    if a.type not in {"DATE", "TIME"} or b.type not in {"DATE", "TIME"}:
        return None
    if a.type == b.type == "TIME":
        return _other_zone(scan, a, b, gap) or _clock_of_day(scan, a, b, gap) or _hours(scan, a, b, gap)
    if a.type != b.type:
        gap = gap[2:] if gap[1:2] == ("time",) and a.rule == "clock.time" else gap  # "6 a.m. local time on Tuesday"
        return _timed(scan, a, b) if a.precision == b.precision == "day" and gap in _GAPS else None
    for way in _WAYS:
        found = way(scan, a, b, gap)
        if found is not None:
            return found
    return None


def _other_zone(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "9 a.m. (0600 GMT)", "9 a.m. Moscow time (0600 GMT)": one time, told twice."""
    if (gap != ("(",) and gap[-2:] != ("time", "(")) or a.rule != "clock.time" or b.rule != a.rule:
        return None
    made = whole(scan, (a.first, b.last + (low_at(scan.tokens.words, b.last) == ")")), (a, b))
    made.value, made.rule = a.value, a.rule
    return made


def _hours(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "from 9 a.m. to 5 p.m. on Monday", "between 8 and 9 a.m. on Monday": the hours of the day that stands behind them."""
    linked = len(gap) == 1 and (gap[0] in _ON_TO or (gap[0] == "and" and _between(scan, a)))
    if not linked or a.rule != "clock.time" or not b.parts or not b.begin or b.begin != b.until:
        return None
    made = whole(scan, (a.first, b.last), (a, b))
    a.value, a.begin, a.until = f"{b.begin}T{a.value.partition('T')[2]}", b.begin, b.until
    made.value = f"{a.value}/{b.value}"
    return made


def _clock_of_day(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "Monday morning at 9 a.m.", "7:30 p.m. tonight": the day of one, the time of the other."""
    clock, part = (a, b) if ":" in a.value else (b, a)
    if ":" not in clock.value or part.value[-1].isdecimal() or gap not in {(), ("at",), (",",)}:
        return None
    made = whole(scan, (a.first, b.last), (a, part))
    made.value = f"{part.value.partition('T')[0]}T{_in_part(scan, clock, part.value[-2:])}"
    return made


def _in_part(scan: Scan, clock: Timex, letters: str) -> str:
    """The time of the clock in a part of the day: "8 o'clock" of an evening is 20:00."""
    told = clock.value.partition("T")[2]
    early = letters in _LATE_PARTS and told[:2].isdecimal() and 1 <= int(told[:2]) < 12 and (letters != "NI" or int(told[:2]) > 4)
    stated = any(word.low in {"am", "pm", "m"} for word in scan.tokens.words[clock.first : clock.last])
    return f"{int(told[:2]) + 12}{told[2:]}" if early and not stated else told


def _timed(scan: Scan, a: Timex, b: Timex) -> Timex:
    """ "9 a.m. Tuesday", "Tuesday evening": the day of the one, the time of the other."""
    day, time = (a, b) if a.type == "DATE" else (b, a)
    made = whole(scan, (a.first, b.last), (a, b))
    made.type, made.value = "TIME", f"{day.value}T{time.value.partition('T')[2]}"
    made.begin, made.until, made.precision = day.begin, day.until, day.precision
    return made


def _to_date(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "from March to date", "between May 5 and now", "between now and 5 May", "from now until 2027"."""
    now = today(scan)
    linked = (gap == ("and",) and _between(scan, a)) or gap in {("to",), ("until",), ("till",), ("through",)}
    if now and a.value == "PRESENT_REF" and b.begin and linked and begin_of(b) > now:
        return whole(scan, (a.first, b.last), (a, b), Stretch(f"{now.isoformat()}/{b.value}", now, until_of(b), b.precision or "day"))
    if now is None or not a.begin or b.value not in {TO_DATE, "PRESENT_REF"} or begin_of(a) > now:
        return None
    if not linked:
        return None
    return whole(scan, (a.first, b.last), (a, b), Stretch(f"{a.value}/{now.isoformat()}", begin_of(a), now, "day"))


def _between(scan: Scan, a: Timex) -> bool:
    return a.first > 0 and scan.tokens.words[a.first - 1].low == "between"


def _weekday(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "Friday, May 6" is the date; "Wednesday of next week" and "next week Wednesday" the weekday in that week."""
    if not a.begin or not b.begin:
        return None
    if b.rule == _COUNTED and a.rule == _WEEKDAY and gap in {(), (",",)}:
        return _weekday_from(scan, (a, b), a, b)
    if a.rule == _COUNTED and b.rule == _WEEKDAY and gap == ("on",) and scan.tokens.words[a.last - 1].low in {"now", "today"}:
        return _weekday_from(scan, (a, b), b, a)
    if a.rule == _WEEKDAY and b.precision == "day" and b.rule.startswith(_FULL) and gap in {(), (",",), (",", "the"), ("the",), ("(",)}:
        return whole(scan, (a.first, b.last), (a, b))
    if b.rule == _WEEKDAY and a.precision == "day" and a.rule.startswith(_FULL) and gap in {(), (",",), ("(",)}:
        return whole(scan, (a.first, b.last), (b, a), None) if begin_of(a).isoweekday() == begin_of(b).isoweekday() else None
    if a.rule == "relative_dates.deictic" and b.precision == "day" and a.begin == b.begin and b.begin == b.until and gap in {(",",), ("(",)}:
        return whole(scan, (a.first, b.last), (a, b))
    week, named = (a, b) if b.rule == _WEEKDAY else (b, a)
    if named.rule != _WEEKDAY or week.precision != "week" or gap not in {(), ("on",), ("of",), ("of", "the"), (",",), ("in",), _OWNS}:
        return None
    there = calendar.moved(begin_of(week), begin_of(named).isoweekday() - 1, "D")
    return whole(scan, (a.first, b.last), (a, b), calendar.day(there)) if there else None


def _weekday_from(scan: Scan, both: tuple[Timex, Timex], named: Timex, counted: Timex) -> Timex | None:
    """ "Thursday, two years from now": the first such weekday from that day on; "Monday a week ago": the last one up to it."""
    if not counted.exact:
        return None
    over = scan.tokens.words[counted.last - 1].low in {"ago", "earlier"}
    days = calendar.nth_weekday(date.fromisoformat(counted.exact), begin_of(named).isoweekday(), -1 if over else 1)
    return whole(scan, (both[0].first, both[1].last), both, days)


def _ends_on(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "Monday, June 2, to Friday, June 6": the last weekday of a range with its date."""
    if len(a.parts) != 2 or "/" not in a.value or gap not in {(), (",",)} or b.precision != "day" or not b.rule.startswith(_FULL):
        return None
    first, last = a.parts
    if not isinstance(first, Timex) or last.rule != _WEEKDAY or not first.begin or not b.begin or first.begin > b.begin:
        return None
    days = Stretch(f"{first.value}/{b.value}", begin_of(first), until_of(b), "day")
    return whole(scan, (a.first, b.last), (first, b), days)


def _in_year(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "April next year", "June 3 of last year", "the second quarter next year": the year of the one, the rest of the other."""
    if (b.rule == QUARTER or b.rule.startswith(_YEARLESS)) and a.precision == "year" and (gap == _OWNS or (gap == () and b.precision != "day")):
        a, b, gap = b, a, ()
    if b.precision != "year" or not b.begin or gap not in _OF or "/" in b.value or _states_year(scan, a):
        return None
    if b.rule != "relative_dates.pointed" and a.rule != QUARTER:
        return None
    year = begin_of(b).year
    if a.rule == QUARTER:
        count = int(a.value[-1])
        days = calendar.quarter(year, count) if "Q" in a.value else calendar.half(year, count)
    elif a.rule.startswith(_YEARLESS) and a.begin and a.precision in {"day", "month", "quarter"} and "/" not in a.value:
        days = _moved_to(a, year)
    else:
        return None
    return whole(scan, (min(a.first, b.first), max(a.last, b.last)), (a, b), days) if days else None


def _states_year(scan: Scan, t: Timex) -> bool:
    return any(word.size == 4 and word.text.isdecimal() for word in scan.tokens.words[t.first : t.last])


def _moved_to(a: Timex, year: int) -> Stretch | None:
    begin = begin_of(a)
    if a.precision == "day":
        return calendar.on(year, begin.month, begin.day)
    return calendar.month(year, begin.month) if a.precision == "month" else calendar.season(year, a.value[-2:])


def _counted_month(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "two months earlier in April", "a year ago in May": the month of the year that is counted to."""
    if a.rule != _COUNTED or gap not in {("in",), (",", "in")} or not a.begin or b.rule != "calendar_dates.month" or not b.begin or _states_year(scan, b):
        return None
    month = begin_of(b).month
    fits = a.precision == "year" or (a.precision == "month" and begin_of(a).month == month)
    return whole(scan, (a.first, b.last), (a, b), calendar.month(begin_of(a).year, month)) if fits else None


def _to_the_day(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "two weeks ago today", "a year ago yesterday": counted to the day."""
    now = today(scan)
    if a.rule != _COUNTED or gap or not a.exact or b.rule != "relative_dates.deictic" or not b.begin or now is None or b.type != "DATE":
        return None
    there = date.fromisoformat(a.exact)
    there = calendar.moved(there, (begin_of(b) - now).days, "D") or there
    return whole(scan, (a.first, b.last), (a, b), calendar.day(there))


def _same_of_year(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "the same month last year", "the same quarter of 2005", "the same month a year earlier": that month of the year."""
    same = a.rule == "relative_dates.pointed" and low_at(scan.tokens.words, a.first) == "same"
    if not same or not a.begin or a.precision not in {"month", "quarter"} or b.precision != "year" or not b.begin or gap not in _OF:
        return None
    begin, year = begin_of(a), begin_of(b).year
    days = calendar.month(year, begin.month) if a.precision == "month" else calendar.quarter(year, (begin.month + 2) // 3)
    return whole(scan, (a.first, b.last), (a, b), days) if days else None


def _nth_weekday(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "the second Monday of last month", "the last Monday of May"."""
    if a.rule != "weekdays.nth" or gap not in {("of",), ("in",), ("of", "the"), ()} or not b.begin or b.precision not in {"month", "year", "quarter"}:
        return None
    number = scan.numbers.get(a.first)
    final = number is None
    count = -1 if final or number is None else int(number.value)
    days = calendar.nth_weekday(until_of(b) if final else begin_of(b), int(a.value[-1]) if not a.begin else begin_of(a).isoweekday(), count)
    return whole(scan, (a.first, b.last), (a, b), days) if days and begin_of(b) <= days.begin <= until_of(b) else None


def _two_days(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "June 3 and 4": two days running are one stretch, others stay two."""
    if "calendar_dates.listed" not in (a.rule, b.rule) or gap not in {("and",), ("and", "the")} or not a.begin or not b.begin:
        return None
    begin, until = begin_of(a), until_of(b)
    if (until - begin).days != 1 or a.precision != "day" or "/" in a.value:
        return None
    return whole(scan, (a.first, b.last), (a, b), Stretch(f"{a.value}/{b.value}", begin, until, "day"))


_WAYS: tuple[Callable[[Scan, Timex, Timex, tuple[str, ...]], Timex | None], ...] = (
    _to_date,
    _weekday,
    _ends_on,
    _in_year,
    _counted_month,
    _to_the_day,
    _same_of_year,
    _nth_weekday,
    _two_days,
    ranged,
)


def _lengths(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "1 year and 3 months", "2 hours 10 minutes"; each unit once, those of the clock last."""
    words = scan.tokens.words
    if gap not in {(), ("and",), (",",), (",", "and")} or len(a.value) > _LONGEST or ("T" in a.value and not b.value.startswith("PT")):
        return None
    if (
        "X" in a.value + b.value
        or not _units(a.value).isdisjoint(_units(b.value))
        or ("," in gap and not {words[a.first].low, words[b.first].low}.isdisjoint(_ARTICLES))
    ):
        return None
    made = whole(scan, (a.first, b.last), (a, b))
    made.value = a.value + b.value[2 if "T" in a.value else 1 :]
    return made


def _units(value: str) -> set[str]:
    """The letters of a length's units: P1YT10M gives Y and TM."""
    days, _, clock = value.partition("T")
    return set(_UNIT.findall(days[1:])) | {f"T{letter}" for letter in _UNIT.findall(clock)}


def _is_ahead(scan: Scan, b: Timex) -> bool:
    now = today(scan)
    return now is not None and begin_of(b) > now


def _from(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "two weeks after May 5", "2 months and 9 days ago", "3 days starting on Monday"."""
    lengths: list[tuple[str, str]] = _LENGTHS.findall(a.value)
    if b.type != "DATE" or not b.begin or "/" in b.value or a.value != "P" + "".join(n + u for n, u in lengths) or len(lengths) > 4:
        return None
    if scan.tokens.words[a.first].low in {"past", "last", "next"} or (gap[-1:] == ("from",) and low_at(scan.tokens.words, b.last) in _ON_TO):
        return None
    sign = 1 if gap == ("on",) and b.rule == _WEEKDAY and lengths[0][1] == "W" and _is_ahead(scan, b) else _SIDES.get(gap)
    if gap in {(), ("and",), (",",)} and b.rule == _COUNTED:
        sign = -1 if scan.tokens.words[b.last - 1].low in {"ago", "earlier"} else 1
    if sign is None and gap not in _STARTS:
        return None
    there: date | None = date.fromisoformat(b.exact) if b.exact and b.rule == _COUNTED else begin_of(b)
    for number, unit in reversed(lengths):
        there = calendar.moved(there, int(number) * (sign or 1), unit) if there else None
    if there is None:
        return None
    last = there if sign else calendar.moved(there, -1, "D") or there
    value = there.isoformat() if sign else f"{b.value}/{last.isoformat()}"
    days = Stretch(value, there if sign else begin_of(b), last, "day")
    return whole(scan, (a.first, b.last), (a, b), days) if days.begin <= days.until else None
