"""Neighbours that make one expression: "Friday, May 6", "9 a.m. Tuesday", "26 May to 5 June", "two weeks after May 5"."""

import re
from collections.abc import Callable
from datetime import date

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.calendar import Stretch
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_TO = frozenset(("to", "-", "\u2013", "~", "through", "until", "till"))
_LENGTHS = re.compile(r"(\d{1,5})(DE|[DWMQY])")
_FULL = frozenset(("calendar_dates.month_day", "calendar_dates.day_month", "numeric_dates.figures", "relative_dates.counted"))
_GAPS = frozenset(((), ("on",), ("at",), (",",), (",", "at"), ("of",)))
_SIDES = {("after",): 1, ("from",): 1, ("following",): 1, ("before",): -1, ("prior", "to"): -1}
_STARTS = frozenset((("starting",), ("starting", "from"), ("beginning",), ("starting", "on"), (",", "from"), ("from", "today")))


def join(scan: Scan, a: Timex, b: Timex) -> Timex | None:
    """One expression of two that stand next to each other; None where they are two."""
    gap = tuple(word.low for word in scan.tokens.words[a.last : b.first])
    if a.type == "DURATION":
        return _lengths(scan, a, b, gap) if b.type == "DURATION" else _from(scan, a, b, gap)
    if a.type not in {"DATE", "TIME"} or b.type not in {"DATE", "TIME"} or not a.begin or not b.begin:
        return None
    if a.type != b.type:
        return _timed(scan, a, b) if a.precision == b.precision == "day" and gap in _GAPS else None
    for way in _WAYS:
        found = way(scan, a, b, gap)
        if found is not None:
            return found
    return None


def whole(scan: Scan, place: tuple[int, int], parts: tuple[Timex, ...], days: Stretch | None = None) -> Timex:
    """A Timex over `place`, of these days or as its last part says."""
    last = parts[-1]
    start, end = scan.tokens.span(*place)
    made = Timex(*place, start, end, "dates.joined", parts, place, last.type, days.value if days else last.value)
    made.begin, made.until, made.precision, made.modifier = last.begin, last.until, last.precision, parts[0].modifier
    if days is not None:
        made.begin, made.until, made.precision = days.begin.isoformat(), days.until.isoformat(), days.precision
    return made


def _timed(scan: Scan, a: Timex, b: Timex) -> Timex:
    """ "9 a.m. Tuesday", "Tuesday evening": the day of the one, the time of the other."""
    day, time = (a, b) if a.type == "DATE" else (b, a)
    made = whole(scan, (a.first, b.last), (a, b))
    made.type, made.value = "TIME", f"{day.value}T{time.value.partition('T')[2]}"
    made.begin, made.until, made.precision = day.begin, day.until, day.precision
    return made


def _weekday(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "Friday, May 6" is the date, "Wednesday of next week" and "next week Wednesday" the weekday in that week."""
    if a.rule == "calendar_dates.weekday" and b.precision == "day" and b.rule in _FULL and gap in {(), (",",), (",", "the"), ("the",)}:
        return whole(scan, (a.first, b.last), (a, b))
    week, named = (a, b) if b.rule == "calendar_dates.weekday" else (b, a)
    if named.rule != "calendar_dates.weekday" or week.precision != "week" or gap not in {(), ("on",), ("of",), ("of", "the")}:
        return None
    there = calendar.moved(_begin(week), _begin(named).isoweekday() - 1, "D")
    return whole(scan, (a.first, b.last), (a, b), calendar.day(there)) if there else None


def _quarter(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "the third quarter this year"."""
    if a.precision != "quarter" or a.rule != "relative_dates.part" or b.precision != "year" or gap not in {(), ("of",)}:
        return None
    days = calendar.quarter(_begin(b).year, (_begin(a).month + 2) // 3)
    return whole(scan, (a.first, b.last), (a, b), days) if days else None


def _nth_weekday(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "the first Friday of next month", "the last Monday of May"."""
    if a.rule != "calendar_dates.weekday" or gap not in {("of",), ("in",)} or b.precision not in {"month", "year"}:
        return None
    number = scan.number_ends.get(a.first)
    first, count = (number.first, int(number.value)) if number and number.form == "ordinal" and 1 <= number.value <= 5 else (a.first, 0)
    final = scan.tokens.words[a.first].low == "last"
    if not count and not final:
        return None
    begin, weekday = (_until(b) if final else _begin(b)), _begin(a).isoweekday()
    there = calendar.moved(begin, -((begin.isoweekday() - weekday) % 7) if final else (weekday - begin.isoweekday()) % 7 + 7 * count - 7, "D")
    return whole(scan, (first, b.last), (a, b), calendar.day(there)) if there and _begin(b) <= there <= _until(b) else None


def _range(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """The days from the one to the other; the first takes the year that only the second states."""
    words = scan.tokens.words
    between = gap == ("and",) and a.first > 0 and words[a.first - 1].low == "between"
    if not between and (len(gap) != 1 or gap[0] not in _TO) and gap not in {("to", "the", "end", "of"), ("and", "the", "end", "of")}:
        return None
    if "/" in a.value or "/" in b.value:
        return None
    begin, until, value = _begin(a), _until(b), a.value
    if b.precision in {"day", "month"} and a.precision in {"day", "month"} and _year_stated(words[b.last - 1]) and not _pinned(words, a):
        moved = calendar.moved(begin, (until.year - begin.year) * 12, "M")
        begin, value = moved or begin, f"{until.year:04}{value[4:]}"
        if begin > until:
            begin, value = calendar.moved(begin, -12, "M") or begin, f"{until.year - 1:04}{value[4:]}"
    if begin > until:
        return None
    return whole(scan, (a.first, b.last), (a, b), Stretch(f"{value}/{b.value}", begin, until, b.precision or "day"))


def _year_stated(word: Word) -> bool:
    return word.size == 4 and bool(word.classes & lexicon.DIGITS)


def _pinned(words: list[Word], a: Timex) -> bool:
    """Whether a date has its own year, or needs none."""
    return _year_stated(words[a.last - 1]) or words[a.first].low in {"this", "last", "next"} or a.rule.startswith(("relative", "numeric"))


_WAYS: tuple[Callable[[Scan, Timex, Timex, tuple[str, ...]], Timex | None], ...] = (_weekday, _quarter, _nth_weekday, _range)


def _lengths(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "1 year and 3 months", "2 hours 10 minutes"."""
    if gap not in {(), ("and",), (",",)} or ("T" in a.value and "T" not in b.value):
        return None
    made = whole(scan, (a.first, b.last), (a, b))
    made.value = a.value + b.value[2 if "T" in a.value else 1 :]
    return made


def _from(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "two weeks after May 5", "1 month and 21 days ago", "3 days starting on Monday"."""
    lengths = _LENGTHS.findall(a.value)
    if b.type != "DATE" or not b.begin or a.value != "P" + "".join(n + u for n, u in lengths) or len(lengths) > 4:
        return None
    if scan.tokens.words[a.first].low in {"past", "last", "next"}:
        return None
    if gap in {("of",), ("of", "the")} and len(lengths) == 1 and a.first and scan.tokens.words[a.first - 1].low == "first":
        return _opening(scan, a, b, lengths[0])
    sign = _SIDES.get(gap)
    if gap in {(), ("and",), (",",)} and b.rule == "relative_dates.counted":
        sign = -1 if scan.tokens.words[b.last - 1].low in {"ago", "earlier"} else 1
    if sign is None and gap not in _STARTS:
        return None
    there: date | None = _begin(b)
    for number, unit in reversed(lengths):
        there = calendar.moved(there, int(number) * (sign or 1), unit) if there else None
    if there is None:
        return None
    last = there if sign else calendar.moved(there, -1, "D") or there
    value = there.isoformat() if sign else f"{b.value}/{last.isoformat()}"
    days = Stretch(value, there if sign else _begin(b), last, "day")
    return whole(scan, (a.first, b.last), (a, b), days) if days.begin <= days.until else None


def _opening(scan: Scan, a: Timex, b: Timex, length: tuple[str, str]) -> Timex | None:
    """ "the first three months of 2024": that many whole units from the beginning on."""
    count, unit = int(length[0]), length[1]
    first, last = (_nth(_begin(b), n, unit) for n in (1, count))
    if first is None or last is None or last.until > _until(b):
        return None
    days = Stretch(f"{first.value}/{last.value}", first.begin, last.until, first.precision)
    return whole(scan, (a.first - 1, b.last), (a, b), days)


def leftwards(scan: Scan, b: Timex, behind: int) -> Timex:
    """A date with what stands before its "of": "the week of March 6", "the first week of 2011", "the third quarter of last year"."""
    words = scan.tokens.words
    of = b.first - 1 - (words[b.first - 1].low == "the")
    at = of - 1
    if b.type != "DATE" or not b.begin or of <= behind or words[of].low != "of" or not words[at].classes & lexicon.TIME_UNIT:
        return b
    unit = lexicon.groups("calendar.toml")["unit"].get(words[at].low)
    number = scan.number_ends.get(at)
    if b.precision == "day" and unit == "W" and number is None:
        days = calendar.week(_begin(b))
        return whole(scan, (at, b.last), (b,), days) if days else b
    if words[at - 1].low == "last" and at - 1 > behind and unit in {"D", "W", "M", "Q"} and not words[at].low.endswith("s"):
        days = _final(_until(b), unit)
        return whole(scan, (at - 1, b.last), (b,), days) if days else b
    if number is None or number.form != "ordinal" or not 1 <= number.value <= 53 or unit not in {"D", "W", "M", "Q"}:
        return b
    days = _nth(_begin(b), int(number.value), unit)
    return whole(scan, (number.first, b.last), (b,), days) if days and days.begin <= _until(b) else b


def _nth(begin: date, number: int, unit: str) -> Stretch | None:
    """The nth day, ISO week, month or quarter from a day on; week 1 is the one with most of its days behind that day."""
    if unit == "W":
        monday = calendar.moved(begin, -begin.weekday() if begin.weekday() < 4 else 7 - begin.weekday(), "D")
        return calendar.shifted(monday, number - 1, "W") if monday else None
    return calendar.shifted(begin, number - 1, unit)


def _final(until: date, unit: str) -> Stretch | None:
    """The last day, month, quarter, or ISO week with most of its days up to a day."""
    return calendar.shifted(until, -1 if unit == "W" and until.weekday() < 3 else 0, unit)


def _begin(timex: Timex) -> date:
    return date.fromisoformat(timex.begin or "0001-01-01")


def _until(timex: Timex) -> date:
    return date.fromisoformat(timex.until or "9999-12-31")
