"""The days from one date to another: "8 May to 9 July 2025", "between 1991 and early 1993", "Oct-Jan 1999", "Monday to Thursday of that week"."""

from datetime import date

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_heads import begin_of, until_of, whole
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_TO = frozenset(("to", "-", "\u2013", "\u2014", "~", "through", "thru", "until", "till"))
_EDGES = frozenset(("the", "end", "start", "beginning", "middle", "close", "early", "late", "mid", "of", "-"))
_IN_YEAR = frozenset(("day", "month", "quarter"))
_MONTH = "calendar_dates.month"
_DAYS = frozenset(("calendar_dates.month_day", "calendar_dates.day_month"))
_WEEKDAY = "weekdays.weekday"


def ranged(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """The first takes the year that only the second states, weekdays the week beside them."""
    if not a.begin or not b.begin:
        return None
    in_week = _in_week(scan, a, b, gap)
    if in_week:
        return in_week
    if not _links(scan.tokens.words, a, gap) or "/" in a.value or "/" in b.value or a.type != b.type:
        return None
    begin, until, value = begin_of(a), until_of(b), a.value
    if _takes_year(scan.tokens.words, a, b):
        begin, value = _in_year_of(a, b)
    if begin > until and a.rule == b.rule == _MONTH and not _year_stated(scan.tokens.words, a):
        begin = calendar.moved(begin, -12, "M") or begin
        value = f"{begin.year:04}{value[4:]}"
    last = b.value
    if begin > until and b.rule == _WEEKDAY and a.precision == "day":
        until = calendar.moved(until, -((until - begin).days // 7) * 7, "D") or until
        last = until.isoformat()
    elif begin > until and not _year_stated(scan.tokens.words, b):
        later = _first_behind(begin, b)
        until, last = (later.until, later.value) if later else (until, last)
    if begin > until:
        return None
    return whole(scan, (a.first, b.last), (a, b), Stretch(f"{value}/{last}", begin, until, b.precision or "day"))


def _first_behind(begin: date, b: Timex) -> Stretch | None:
    """The month or day without a year of its own that comes next: "from December 2023 to February"."""
    named = begin_of(b)
    if b.rule == _MONTH:
        return calendar.month(begin.year + (named.month < begin.month), named.month)
    return calendar.year_by(begin, (named.month, named.day), 1) if b.rule in _DAYS else None


def _links(words: list[Word], a: Timex, gap: tuple[str, ...]) -> bool:
    """Whether the words between two dates make a range of them: "to", a dash, and "and" behind "between"."""
    gap = gap[1:] if gap[:1] in {(".",), (",",)} and gap[1:2] != ("and",) else gap
    if gap == ("-", "to", "-"):
        return True
    if not gap or any(low not in _EDGES for low in gap[1:]):
        return False
    return gap[0] in _TO or (gap[0] == "and" and _between(words, a.first))


def _between(words: list[Word], at: int) -> bool:
    """Whether "between" leads to a date that begins at a token, "the end of" left out."""
    step = at - 1
    while step > 0 and at - step < 5 and words[step].low in _EDGES:
        step -= 1
    return step >= 0 and words[step].low == "between"


def _takes_year(words: list[Word], a: Timex, b: Timex) -> bool:
    if b.precision not in _IN_YEAR or a.precision not in _IN_YEAR:
        return False
    return _year_stated(words, b) and not _pinned(words, a)


def _year_stated(words: list[Word], t: Timex) -> bool:
    return any(word.size == 4 and word.classes & lexicon.DIGITS for word in words[t.first : t.last]) or (
        t.rule in {"years.in_words", "calendar_dates.day_month"} and not (words[t.last - 1].classes & lexicon.MONTH)
    )


def _pinned(words: list[Word], a: Timex) -> bool:
    """Whether a date has its own year, or needs none."""
    return _year_stated(words, a) or words[a.first].low in {"this", "last", "next"} or a.rule.startswith(("relative", "numeric", "weekdays"))


def _in_year_of(a: Timex, b: Timex) -> tuple[date, str]:
    begin, until = begin_of(a), until_of(b)
    moved = calendar.moved(begin, (until.year - begin.year) * 12, "M") or begin
    if moved > until:
        moved = calendar.moved(moved, -12, "M") or moved
    return moved, f"{moved.year:04}{a.value[4:]}"


def _in_week(scan: Scan, a: Timex, b: Timex, gap: tuple[str, ...]) -> Timex | None:
    """ "next week from Tuesday to Thursday", "Monday to Thursday of that week": the days of that week."""
    week, days = (a, b) if a.precision == "week" else (b, a)
    if week.precision != "week" or gap not in {(), ("between",), ("from",), ("of",), (",",)} or len(days.parts) != 2:
        return None
    first, last = days.parts
    if not isinstance(first, Timex) or not isinstance(last, Timex) or first.rule != _WEEKDAY or last.rule != _WEEKDAY:
        return None
    ends = [calendar.moved(begin_of(week), begin_of(t).isoweekday() - 1, "D") for t in (first, last)]
    if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        return None
    return whole(scan, (a.first, b.last), (a, b), Stretch(f"{ends[0].isoformat()}/{ends[1].isoformat()}", ends[0], ends[1], "day"))
