"""Every date, time, duration and set of the text: the rules at their words, then the neighbours that make one expression."""

from datetime import date

from factdb import lexicon
from factdb.mentions import calendar, calendar_dates, clock, durations, relative_dates
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Dispatch
from factdb.mentions.scan import Scan

RULES = (*clock.RULES, *calendar_dates.RULES, *relative_dates.RULES, *durations.RULES)
_DISPATCH = Dispatch(RULES)
_LONGEST_GAP = 2
_TO = frozenset(("to", "-", "\u2013", "through", "until", "till"))


def read(scan: Scan) -> None:
    """Fill `scan.timexes`, in text order and without overlaps."""
    words, mask = scan.tokens.words, _DISPATCH.mask
    behind = 0
    for at in [i for i, word in enumerate(words) if word.classes & mask]:
        if at < behind:
            continue
        found = _first(scan, at, behind)
        if found is None:
            continue
        behind = found.last
        before = scan.timexes[-1] if scan.timexes else None
        joined = _join(scan, before, found) if before is not None and found.first - before.last <= _LONGEST_GAP else None
        if joined is not None:
            scan.timexes[-1] = joined
        else:
            scan.timexes.append(found)


def _first(scan: Scan, at: int, behind: int) -> Timex | None:
    for rule in _DISPATCH.at(scan.tokens.words[at].classes):
        found = rule.match(scan, at)
        if found is not None and found.first >= behind:
            return found
    return None


def _join(scan: Scan, a: Timex, b: Timex) -> Timex | None:
    """One expression of two neighbours: "Friday, May 6", "9 a.m. Tuesday", "26 May to 5 June", "Wednesday of next week"."""
    gap = [word.low for word in scan.tokens.words[a.last : b.first]]
    if a.type == "DURATION" and b.type == "DURATION" and gap in ([], ["and"], [","]):
        return _lengths(scan, a, b)
    if a.type not in {"DATE", "TIME"} or b.type not in {"DATE", "TIME"} or not a.begin or not b.begin:
        return None
    if a.type != b.type and a.precision == b.precision == "day" and gap in ([], ["on"], ["at"], [","], [",", "at"], ["of"]):
        return _timed(scan, a, b)
    if a.type == b.type == "DATE":
        if a.rule == "calendar_dates.weekday":
            return _weekday(scan, a, b, gap)
        if len(gap) == 1 and gap[0] in _TO:
            return _range(scan, a, b)
    return None


def _whole(scan: Scan, a: Timex, b: Timex, value: str) -> Timex:
    start, end = scan.tokens.span(a.first, b.last)
    made = Timex(a.first, b.last, start, end, "dates.joined", (a, b), (a.first, b.last), b.type, value)
    made.begin, made.until, made.precision, made.modifier = b.begin, b.until, b.precision, a.modifier
    return made


def _timed(scan: Scan, a: Timex, b: Timex) -> Timex:
    day, time = (a, b) if a.type == "DATE" else (b, a)
    made = _whole(scan, a, b, f"{day.value}T{time.value.partition('T')[2]}")
    made.type, made.begin, made.until, made.precision = "TIME", day.begin, day.until, day.precision
    return made


def _weekday(scan: Scan, a: Timex, b: Timex, gap: list[str]) -> Timex | None:
    """ "Friday, May 6" is the date; "Wednesday of next week" the weekday in that week."""
    assert a.begin is not None
    assert b.begin is not None
    if (
        b.precision == "day"
        and b.rule in {"calendar_dates.month_day", "calendar_dates.day_month", "calendar_dates.numeric"}
        and gap in ([], [","], [",", "the"], ["the"])
    ):
        return _whole(scan, a, b, b.value)
    if b.precision == "week" and gap in ([], ["of"], ["of", "the"]):
        number = date.fromisoformat(a.begin).isoweekday()
        there = calendar.moved(date.fromisoformat(b.begin), number - 1, "D")
        if there is not None:
            made = _whole(scan, a, b, there.isoformat())
            made.begin = made.until = there.isoformat()
            made.precision = "day"
            return made
    return None


def _range(scan: Scan, a: Timex, b: Timex) -> Timex | None:
    """The days from the one to the other; the first takes the year that only the second states."""
    assert a.begin is not None
    assert b.until is not None
    if "/" in a.value or "/" in b.value or a.precision != b.precision:
        return None
    begin, value = a.begin, a.value
    stated = lexicon.DIGITS & scan.tokens.words[b.last - 1].classes and scan.tokens.words[b.last - 1].size == 4
    if stated and a.precision in {"day", "month"} and scan.tokens.words[a.last - 1].size < 4:
        begin, value = (b.begin or "")[:4] + begin[4:], b.value[:4] + value[4:]
    if begin > b.until:
        return None
    made = _whole(scan, a, b, f"{value}/{b.value}")
    made.begin = begin
    return made


def _lengths(scan: Scan, a: Timex, b: Timex) -> Timex | None:
    """ "1 year and 3 months", "2 hours 10 minutes"."""
    if "T" in a.value and "T" not in b.value:
        return None
    if "T" in a.value:
        return _whole(scan, a, b, a.value + b.value[2:])
    return _whole(scan, a, b, a.value + b.value[1:])
