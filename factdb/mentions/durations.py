"""Lengths of time and what comes back: "600 days", "the past 25 years", "a decade", "every week", "daily"."""

from datetime import date
from decimal import Decimal

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import timex, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.mention import Timex
from factdb.mentions.relative_dates import counted, unit_at
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

_PAST = frozenset(("past", "last", "previous"))
_AHEAD = frozenset(("next", "coming", "following", "upcoming", "within"))
_ALL = frozenset(("all", "full", "whole", "entire", "another"))
_BARE = frozenset(("for", "over", "after", "in", "within", "recent", "many"))


def period(count: str, unit: str) -> str:
    """A TIMEX3 length: ("5", "Y") is P5Y, ("30", "TM") is PT30M, ("2", "2W") is P4W."""
    if unit == "2W":
        count, unit = (str(int(count) * 2) if count.isdecimal() else "X"), "W"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def _plain(value: Decimal) -> str:
    return format(value.normalize() if value % 1 else value.to_integral_value(), "f") if value < 10**12 else "X"


def _anchored(now: date, count: int, unit: str, ahead: bool) -> Stretch | None:
    if unit in {"Q", "DE"}:
        near, far = (calendar.shifted(now, n if ahead else -n, unit) for n in (1, count))
        whole = (near, far) if ahead else (far, near)
        return Stretch("", whole[0].begin, whole[1].until, calendar.precision_of(unit)) if whole[0] and whole[1] else None
    there = calendar.moved(now, count if ahead else -count, unit)
    if there is None:
        return None
    return Stretch("", min(now, there), max(now, there), calendar.precision_of(unit))


def _from_tomorrow(days: Stretch) -> Stretch:
    """What lies ahead, today left out: "the next five days"."""
    begin = calendar.moved(days.begin, 1, "D")
    return days._replace(begin=begin) if begin and begin <= days.until else days


def _counted(scan: Scan, at: int) -> Timex | None:
    words, unit = scan.tokens.words, unit_at(scan, at)
    found = counted(scan, at)
    if found is None:
        return None
    first, number, before = found
    count = "1" if number is None else "X" if number.form == "vague" else _plain(number.value)
    pointed = before in _PAST or before in _AHEAD
    pointing = pointed and before != "within" and words[first - 1].low == before
    last = at + 1
    if last + 1 < len(words) and words[last].text == "-" and words[last + 1].low == "long":
        last += 2
    if last < len(words) and "old" in (words[last].low, words[last + 1].low if words[last].text == "-" and last + 1 < len(words) else ""):
        return None
    made = timex(scan, "durations.counted", (first - pointing, last), ("DURATION", period(count, unit)))
    made.core = (first, at + 1)
    now = today(scan)
    if pointed and now and count.isdecimal() and len(count) < 6 and unit[0] not in "T2":
        days = _anchored(now, int(count), unit, before in _AHEAD) if int(count) else None  # "the last 0 days" cover none
        days = _from_tomorrow(days) if days and before in _AHEAD and before != "within" else days
        if days:
            made.begin, made.until, made.precision = days.begin.isoformat(), days.until.isoformat(), days.precision
    return made


def _plural(scan: Scan, at: int) -> Timex | None:
    """ "for weeks", "decades-long", "the past decade"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    low, before = words[at].low, words[at - 1].low if at else ""
    if before in _ALL and not low.endswith("s"):
        return timex(scan, "durations.open", (at - 1, at + 1), ("DURATION", period("1", unit)))
    if before == "past" and not low.endswith("s"):
        made = timex(scan, "durations.open", (at - 1, at + 1), ("DURATION", period("1", unit)))
        days = _anchored(now, 1, unit, False) if (now := today(scan)) and unit[0] not in "T2" else None
        if days:
            made.begin, made.until, made.precision = days.begin.isoformat(), days.until.isoformat(), days.precision
        return made
    if low.endswith("s") and before in {"few", "couple"} and at > 1 and words[at - 2].low in _PAST | _AHEAD:
        return timex(scan, "durations.open", (at - 2, at + 1), ("DURATION", period("X", unit)))
    if not low.endswith("s") or before not in _BARE:
        return None
    return timex(scan, "durations.open", (at, at + 1), ("DURATION", period("X", unit)))


def _every(scan: Scan, at: int) -> Timex | None:
    words, unit = scan.tokens.words, unit_at(scan, at)
    before = words[at - 1].low if at else ""
    if before in {"every", "each"}:
        return timex(scan, "durations.every", (at - 1, at + 1), ("SET", period("1", unit)))
    if before in {"a", "per"} and at > 1 and words[at - 2].low in {"once", "twice", "times"}:
        first = at - 2
        if words[first].low == "times" and first in scan.number_ends:
            first = scan.number_ends[first].first
        return timex(scan, "durations.every", (first, at + 1), ("SET", period("1", unit)))
    return None


def _repeated(scan: Scan, at: int) -> Timex | None:
    value = lexicon.groups("calendar.toml")["repeated"][scan.tokens.words[at].low]
    return timex(scan, "durations.repeated", (at, at + 1), ("SET", value))


RULES: tuple[Rule[Timex], ...] = (
    Rule("durations.every", "A unit of time that comes back", lexicon.TIME_UNIT, _every,
         (("They meet every week.", "SET P1W"), ("They meet twice a year.", "SET P1Y")), ("They met for a week.",)),
    Rule("durations.counted", "So many units of time", lexicon.TIME_UNIT, _counted,
         (("It took 600 days.", "DURATION P600D"), ("It ran two and a half hours.", "DURATION PT2.5H")),
         ("The second day.", "A 12-year-old goat.", "24 times a day.")),
    Rule("durations.open", "Units of time without a number", lexicon.TIME_UNIT, _plural,
         (("It rained for weeks.", "DURATION PXW"), ("It grew over the past decade.", "DURATION P1DE")), ("The days of rain.",)),
    Rule("durations.repeated", "A word that says how often", lexicon.REPEATED, _repeated,
         (("They meet daily.", "SET P1D"), ("They meet on Mondays.", "SET XXXX-WXX-1")), ("They meet.",)),
)  # fmt: skip
