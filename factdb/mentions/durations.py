"""Lengths of time and what comes back: "600 days", "the past 25 years", "a decade", "every other week", "daily"."""

from datetime import date
from decimal import Decimal

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import timex, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import low_at
from factdb.mentions.mention import Timex
from factdb.mentions.relative_dates import and_a_half, closes, counted, is_span, unit_at
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_PAST = frozenset(("past", "last", "previous"))
_AHEAD = frozenset(("next", "coming", "following", "upcoming", "within"))
_PAPERS = frozenset(("daily", "weekly", "monthly"))
_ALL = frozenset(("all", "full", "whole", "entire", "another"))
_LASTING = frozenset(("took", "take", "takes", "lasted", "spent"))
_BARE = _LASTING | {"for", "over", "after", "in", "within", "recent", "many", "coming", "past", "previous", "next", "last"}
_WHOLE_UNITS = frozenset(("Q", "DE"))
_POINTS = frozenset(("later", "ago", "earlier"))
_LED_BY = frozenset(("before", "after", "since", "following", "leading", "until", "that", "ahead"))  # "in the weeks leading up to it"
_BESIDE = frozenset(("before", "after"))
_LONG = frozenset(("long", "plus"))


def period(count: str, unit: str) -> str:
    """A TIMEX3 length: ("5", "Y") is P5Y, ("30", "TM") is PT30M, ("2", "2W") is P4W."""
    if unit == "2W":
        count, unit = (str(int(count) * 2) if count.isdecimal() else "X"), "W"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def _plain(value: Decimal) -> str:
    return format(value.normalize() if value % 1 else value.to_integral_value(), "f") if value < 10**12 else "X"


def _anchored(now: date, count: int, unit: str, ahead: bool) -> Stretch | None:
    """So many units up to a day, or from it on; quarters and decades are whole ones of the calendar."""
    if unit in _WHOLE_UNITS:
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


def pin(scan: Scan, made: Timex, count: int, unit: str, before: str) -> None:
    """Give a length its days where "past" or "next" anchors it to the day of the news."""
    now = today(scan)
    if now is None or not count or unit[0] in "T2" or before not in _PAST | _AHEAD:
        return
    ahead = before in _AHEAD
    days = _anchored(now, count, unit, ahead)
    within = before == "within" or low_at(scan.tokens.words, made.first - 1) == "within"
    if days and ahead and not within and unit not in _WHOLE_UNITS:
        days = _from_tomorrow(days)
    if days:
        made.begin, made.until, made.precision = days.begin.isoformat(), days.until.isoformat(), days.precision


def _counted(scan: Scan, at: int) -> Timex | None:
    words, unit = scan.tokens.words, unit_at(scan, at)
    found = counted(scan, at)
    if found is None:
        return None
    first, number, before = found
    count = "1" if number is None else "X" if number.form == "vague" else _plain(number.value)
    pointing = before in _PAST | _AHEAD and before != "within" and words[first - 1].low == before
    last = at + 1
    if low_at(words, last) == "-" and low_at(words, last + 1) in _LONG:
        last += 2
    if words[at].capital and _names_event(words, (first, last)):
        return None
    if low_at(words, last) in {"a", "per", "an"} and last + 1 < len(words) and words[last + 1].classes & lexicon.TIME_UNIT:
        return None  # "24 hours a day" tell how much, not how long
    if "old" in (low_at(words, last), low_at(words, last + 1) if low_at(words, last) == "-" else ""):
        return None
    last, more = and_a_half(scan, last)
    count = _plain(Decimal(count) + Decimal("0.5")) if more and count != "X" else count
    made = timex(scan, "durations.counted", (first - pointing, last), ("DURATION", period(count, unit)))
    made.core = (first, at + 1)
    if count.isdecimal() and len(count) < 6:
        pin(scan, made, int(count), unit, before)
        if before == "first" and unit in {"M", "Q"} and closes(words, last):
            _open_year(scan, made, int(count), unit)
    return made


def _names_event(words: list[Word], place: tuple[int, int]) -> bool:
    """Whether a length of time is the name of something: "the Six-Day War"."""
    first, last = place
    last += low_at(words, last) in {"'", "\u2019"}
    return first > 0 and words[first - 1].low == "the" and words[first].capital and last < len(words) and words[last].capital


def _open_year(scan: Scan, made: Timex, count: int, unit: str) -> None:
    """Pin "the first nine months" to the latest year in which they are over."""
    now = today(scan)
    months = count * (3 if unit == "Q" else 1)
    if now is None or not 1 < months < 12:
        return
    days = calendar.months(now.year - (now.month <= months), 1, months, "", "month")
    if days:
        made.begin, made.until, made.precision = days.begin.isoformat(), days.until.isoformat(), days.precision


def _half(scan: Scan, at: int) -> Timex | None:
    """ "a half-hour", "a quarter-century"; "three and a quarter hours" have a number of their own."""
    words = scan.tokens.words
    before = low_at(words, at - 1)
    if before not in {"quarter", "-"} or (at in scan.number_ends and scan.number_ends[at].form == "words"):
        return None
    quarter = at - 1 - (before == "-")
    if low_at(words, quarter) == "quarter":
        first = quarter - (low_at(words, quarter - 1) == "a")
        return timex(scan, "durations.half", (first, at + 1), ("DURATION", period("0.25", unit_at(scan, at))))
    if before == "-" and low_at(words, at - 2) == "half":
        return timex(scan, "durations.half", (at - 2, at + 1), ("DURATION", period("0.5", unit_at(scan, at))))
    return None


def _plural(scan: Scan, at: int) -> Timex | None:
    """ "for weeks", "decades-long", "the past decade"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    low, before = words[at].low, low_at(words, at - 1)
    plural = low.endswith("s")
    if before in {"business", "working"}:
        before = low_at(words, at - 2)
    whole = at - (low_at(words, at - 1) == "-")
    if low_at(words, whole - 1) in _ALL and not plural:
        return timex(scan, "durations.open", (whole - 1, at + 1), ("DURATION", period("1", unit)))
    if not plural and (before == "past" or is_span(words, at)):
        made = timex(scan, "durations.open", (at - 1, at + 1), ("DURATION", period("1", unit)))
        pin(scan, made, 1, unit, before)
        return made
    if plural and before == "few":
        pointed = low_at(words, at - 2) in _PAST | _AHEAD
        return timex(scan, "durations.open", (at - 1 - pointed, at + 1), ("DURATION", period("X", unit)))
    long = low_at(words, at + 1) == "-" and low_at(words, at + 2) == "long"
    if long and not plural:
        return timex(scan, "durations.open", (at, at + 3), ("DURATION", period("1", unit)))
    if plural and low_at(words, at + 1) in _POINTS and not (words[at].capital and words[at + 1].capital):
        value = "FUTURE_REF" if words[at + 1].low == "later" else "PAST_REF"
        return timex(scan, "durations.some", (at, at + 2), ("DATE", value))
    led = low_at(words, at + 1) in _LED_BY if before == "the" else low_at(words, at + 1) in _BESIDE and _stands_free(words, at)
    if not plural or not (before in _BARE or long or led):
        return None
    return timex(scan, "durations.open", (at, at + 1 + 2 * long), ("DURATION", period("X", unit)))


def _stands_free(words: list[Word], at: int) -> bool:
    """Whether no noun phrase goes on to a plural: "left days after", "Hours before"."""
    return at == 0 or not words[at - 1].text[0].isalnum() or bool(parts.readings(words[at - 1].low) & parts.FINITE)


def _every(scan: Scan, at: int) -> Timex | None:
    """ "every week", "every other week", "every two weeks", "twice a year"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    before = low_at(words, at - 1)
    if before in {"every", "each"}:
        return timex(scan, "durations.every", (at - 1, at + 1), ("SET", period("1", unit)))
    if before == "other" and low_at(words, at - 2) == "every":
        return timex(scan, "durations.every", (at - 2, at + 1), ("SET", period("2", unit)))
    number = scan.number_ends.get(at)
    if number is not None and low_at(words, number.first - 1) == "every" and number.form != "ordinal" and number.value % 1 == 0:
        return timex(scan, "durations.every", (number.first - 1, at + 1), ("SET", period(_plain(number.value), unit)))
    if before in {"a", "per"} and low_at(words, at - 2) in {"once", "twice", "times"}:
        first = at - 2
        if words[first].low == "times" and first in scan.number_ends:
            first = scan.number_ends[first].first
        return timex(scan, "durations.every", (first, at + 1), ("SET", period("1", unit)))
    return None


def _names_paper(words: list[Word], at: int) -> bool:
    """Whether a word is part of a paper's name, or stands for a paper: "the Daily Mirror", "the daily said"."""
    if at + 1 >= len(words) or not words[at].space:
        return False
    behind, bits = words[at + 1], parts.readings(words[at + 1].low)
    if words[at].capital:
        return behind.capital and not behind.classes & (lexicon.MONTH | lexicon.WEEKDAY)
    return at > 0 and bool(bits & parts.FINITE) and not bits & (parts.NOUN | parts.PLURAL)


def _repeated(scan: Scan, at: int) -> Timex | None:
    low, groups = scan.tokens.words[at].low, lexicon.groups("calendar.toml")
    if low in _PAPERS and _names_paper(scan.tokens.words, at):
        return None
    lasting = groups["lasting"].get(low)
    return timex(scan, "durations.repeated", (at, at + 1), ("DURATION", lasting) if lasting else ("SET", groups["repeated"][low]))


RULES: tuple[Rule[Timex], ...] = (
    Rule("durations.every", "A unit of time that comes back", lexicon.TIME_UNIT, _every,
         (("They meet every week.", "SET P1W"), ("They meet twice a year.", "SET P1Y"), ("Every other day they met.", "SET P2D"),
          ("Every four years.", "SET P4Y")),
         ("They met for a week.",)),
    Rule("durations.half", "A half or a quarter of an hour, day or year", lexicon.TIME_UNIT, _half,
         (("A half-hour walk.", "DURATION PT0.5H"), ("A quarter-century wait.", "DURATION P0.25CE")), ("A good hour.",)),
    Rule("durations.counted", "So many units of time", lexicon.TIME_UNIT, _counted,
         (("It took 600 days.", "DURATION P600D"), ("It ran four and a half hours.", "DURATION PT4.5H"), ("It ran a year and a half.", "DURATION P1.5Y"),
          ("It ran a quarter of an hour.", "DURATION PT0.25H"), ("It ran a couple of weeks.", "DURATION P2W")),
         ("The second day.", "A 12-year-old goat.", "24 times a day.", "It runs 24 hours a day.")),
    Rule("durations.open", "Units of time without a number", lexicon.TIME_UNIT, _plural,
         (("It rained for weeks.", "DURATION PXW"), ("It grew over the past decade.", "DURATION P1DE"), ("A decades-long feud.", "DURATION PXDE"),
          ("In the weeks following his vote.", "DURATION PXW"), ("It shut years later.", "DATE FUTURE_REF")),
         ("The days of rain.",)),
    Rule("durations.repeated", "A word that says how often, or how long", lexicon.REPEATED, _repeated,
         (("They meet daily.", "SET P1D"), ("They meet on Mondays.", "SET XXXX-WXX-1"), ("A weeklong fair.", "DURATION P1W")), ("They meet.",)),
)  # fmt: skip
