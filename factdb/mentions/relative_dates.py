"""Dates counted from the news itself: today, yesterday, and last, next, this with a unit of the calendar."""

from datetime import date

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, looks_ahead, mentioned, outlook, timex, today
from factdb.mentions.mention import Number, Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

STEPS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
POINTING = frozenset(("upcoming", "coming", "previous", "past"))
TOLD = {"previous": -1, "same": 0, "that": 0, "following": 1}
_PER = lexicon.TIME_UNIT | lexicon.DIGITS | lexicon.SCALE | lexicon.CURRENCY | lexicon.PERCENT | lexicon.UNIT | lexicon.TIMES


def unit_at(scan: Scan, at: int) -> str:
    """The TIMEX3 letters of the unit of time at a token; those of the clock begin with T."""
    units, low = lexicon.groups("calendar.toml"), scan.tokens.words[at].low
    found: str = units["unit"].get(low) or units["short_unit"][low]
    return found


def _deictic(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    low = words[at].low
    told = lexicon.groups("calendar.toml")["deictic"][low]
    if told.endswith("REF"):
        return timex(scan, "relative_dates.deictic", (at, at + 1), ("DATE", told))
    if told == "WE":
        return _weekend(scan, at)
    step = _day_beside(scan, at)
    there = calendar.moved(now, int(told) + step, "D") if now else None
    found = dated(scan, "relative_dates.deictic", (at - 2 * abs(step), at + 1), calendar.day(there) if there else None, "XXXX-XX-XX")
    if low == "tonight":
        found.type, found.value = "TIME", found.value + "TNI"
    return found


def _day_beside(scan: Scan, at: int) -> int:
    """-1 behind "the day before", 1 behind "the day after", else 0."""
    if at < 2 or scan.tokens.words[at - 2].low != "day":
        return 0
    return {"before": -1, "after": 1}.get(scan.tokens.words[at - 1].low, 0)


def _weekend(scan: Scan, at: int) -> Timex | None:
    """ "this weekend", "last weekend"; "the weekend" is the latest unless the clause looks ahead."""
    now, before = today(scan), scan.tokens.words[at - 1].low if at else ""
    if before not in {"the", "this", "last", "next", "past", "coming"}:
        return None
    back = now is not None and now.isoweekday() < 6
    weeks = {"last": -1, "past": -1, "next": 1, "this": 0, "coming": 0}.get(before, -back if outlook(scan, at) is False else 0)
    days = calendar.weekend(now, weeks) if now else None
    return dated(scan, "relative_dates.weekend", (at - (before != "the"), at + 1), days, "XXXX-WXX-WE")


def _pointed(scan: Scan, at: int) -> Timex | None:
    """ "last week", "this year", "the following month", "that day"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    if unit[0] in "T2" or at == 0 or (words[at].low.endswith("s") and words[at].low != "s"):
        return None
    before = words[at - 1].low
    if before == "week" or (before in {"next", "last"} and unit == "D"):
        base, step = mentioned(scan), {"next": 1, "last": -1}.get(before)
    elif before in STEPS:
        base, step = today(scan), STEPS[before]
    else:
        base, step = mentioned(scan), TOLD.get(before)
    if step is None:
        return None
    first = at - 1
    lead = words[first - 1].low if first else ""
    first -= (lead in {"that", "this"} and before == "same") or (lead in {"later", "earlier"} and before == "that")
    days = calendar.shifted(base, step, unit) if base else None
    return dated(scan, "relative_dates.pointed", (first, at + 1), days, f"XXXX-{unit}")


def counted(scan: Scan, at: int) -> tuple[int, Number | None, str] | None:
    """What counts the unit at a token: its first token, the number (None for an article), and the word before."""
    words = scan.tokens.words
    behind = at - (at > 1 and words[at - 1].text in {"-", "\u2010", "\u2011"})
    pointing = words[behind - 1].low if behind > 0 and words[behind - 1].low in POINTING else ""
    if behind > 0 and words[behind - 1].low in {"more", "full", "consecutive", "straight", "calendar"} | POINTING:
        behind -= 1
    number = scan.number_ends.get(behind)
    if number is not None and number.form != "ordinal":
        return number.first, number, pointing or (words[number.first - 1].low if number.first else "")
    if behind and words[behind - 1].low in {"a", "an"} and not words[at].low.endswith("s") and words[at].low != "second":
        if behind > 1 and words[behind - 2].classes & _PER:
            return None
        return behind - 1, None, words[behind - 2].low if behind > 1 else ""
    return None


def _base(scan: Scan, low: str) -> date | None:
    return today(scan) if low in {"ago", "from"} else mentioned(scan)


def _ago(scan: Scan, at: int) -> Timex | None:
    """ "two weeks ago", "a year earlier", "three days later", "five days from now"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    low = words[at + 1].low if at + 1 < len(words) else ""
    sign = {"ago": -1, "earlier": -1, "later": 1, "from": 1}.get(low)
    found = counted(scan, at)
    if found is None or (sign is None and not (found[2] == "in" and looks_ahead(scan, at))):
        return None
    if low == "from" and (at + 2 >= len(words) or words[at + 2].low not in {"now", "today"}):
        return None
    first, number, _ = found
    place = (first, at + 1 if sign is None else at + 2 + (low == "from"))
    if unit[0] == "T" or (number and (number.form == "vague" or number.value % 1)):
        return timex(scan, "relative_dates.counted", place, ("DATE", "PAST_REF" if sign == -1 else "FUTURE_REF"))
    count = (2 if unit == "2W" else 1) * (int(number.value) if number and number.value < 100_000 else 1)
    base = _base(scan, low) if sign is not None else today(scan)
    count, unit = (count * 10, "Y") if unit == "DE" else (count, unit.lstrip("2"))
    days = calendar.shifted(base, count * (sign or 1), unit) if base else None
    return dated(scan, "relative_dates.counted", place, days, "PAST_REF" if sign == -1 else "FUTURE_REF")


def _part(scan: Scan, at: int) -> Timex | None:
    """ "the third quarter of 2024", "the 19th century"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    number = scan.number_ends.get(at) or (scan.number_ends.get(at - 1) if at and words[at - 1].text == "-" else None)
    if number is None or number.form != "ordinal" or unit not in {"Q", "CE"} or words[at].low.endswith("s"):
        return None
    count = int(number.value)
    if unit == "CE":
        days = calendar.century(count * 100 - 100) if 1 < count < 90 else None
        return dated(scan, "relative_dates.part", (number.first, at + 1), days, "PAST_REF")
    now, last = today(scan), at + 1
    year = now.year - (count > (now.month + 2) // 3 and not looks_ahead(scan, at)) if now else None
    step = last + (last < len(words) and words[last].low == "of")
    if step < len(words) and words[step].size == 4 and words[step].text.isdecimal():
        year, last = int(words[step].text), step + 1
    days = calendar.quarter(year, count) if year else None
    return dated(scan, "relative_dates.part", (number.first, last), days, f"XXXX-Q{count}") if 1 <= count <= 4 else None


RULES: tuple[Rule[Timex], ...] = (
    Rule("relative_dates.deictic", "A day counted from the day of the news", lexicon.DEICTIC, _deictic,
         (("They met yesterday.", "DATE 2025-06-10"), ("They meet tonight.", "TIME 2025-06-11TNI")), ("They met.",)),
    Rule("relative_dates.counted", "So many units before or after a day", lexicon.TIME_UNIT, _ago,
         (("It shut two years ago.", "DATE 2023"), ("It opens three days from now.", "DATE 2025-06-14")), ("It took two years.", "It runs 24 hours a day.")),
    Rule("relative_dates.pointed", "A unit of the calendar that last, next, this or that points to", lexicon.TIME_UNIT, _pointed,
         (("It shut last week.", "DATE 2025-W23"), ("It opens next month.", "DATE 2025-07")), ("It shut for weeks.", "The second try.")),
    Rule("relative_dates.part", "A quarter of a year or a century, by its number", lexicon.TIME_UNIT, _part,
         (("In the third quarter of 2024 it grew.", "DATE 2024-Q3"), ("A 19th-century mill.", "DATE 18")), ("A third day.",)),
)  # fmt: skip
