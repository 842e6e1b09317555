"""Dates counted from the news or from the last date mentioned: today, last week, two years ago, three days later."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, mentioned, timex, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import low_at
from factdb.mentions.event_days import event_day
from factdb.mentions.mention import Number, Timex
from factdb.mentions.outlook import outlook
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

STEPS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
POINTING = frozenset(("upcoming", "coming", "previous", "past"))
TOLD = {"previous": -1, "same": 0, "that": 0, "following": 1}
_PER = lexicon.TIME_UNIT | lexicon.DIGITS | lexicon.SCALE | lexicon.CURRENCY | lexicon.PERCENT | lexicon.UNIT | lexicon.TIMES
_BESIDE = {"before": -1, "after": 1, "previously": -1, "earlier": -1, "later": 1, "afterwards": 1, "afterward": 1, "prior": -1}
_ADJECTIVES = frozenset(
    ("more", "full", "consecutive", "straight", "calendar", "business", "working", "whole", "solid", "successive", "additional", "extra", "further", "long")
)
_HYPHENS = frozenset(("-", "\u2010", "\u2011"))
_PARTS_OF = frozenset(("end", "start", "beginning", "middle", "close", "rest", "remainder", "half", "course", "part"))
_EDGES_OF = frozenset(("rest", "remainder", "end", "start", "beginning"))  # "by end of year"
_IN_THE = frozenset(("for", "in", "during", "on", "throughout", "within"))
_LEADING_QUARTERS = frozenset(("coming", "next", "last", "past", "previous", "upcoming", "first"))
_FINER = {"DE": (10, "Y"), "CE": (100, "Y"), "Y": (12, "M"), "M": (30, "D"), "2W": (2, "W"), "W": (7, "D")}
_FAR = 16
_ONE, _HALF, _THOUSAND, _MOST = Decimal(1), Decimal("0.5"), Decimal(1000), Decimal(100_000)
_CLAUSES = frozenset(("of", "that", "to", "when", "which"))
_OUTSIDE = parts.PREPOSITION | parts.CONJUNCTION | parts.AUXILIARY | parts.FINITE | parts.PRONOUN | parts.DETERMINER
_EVER = frozenset(("first", "worst", "most", "least", "only", "time", "times", "once", "record"))  # "the worst drought in a century"
_AFTER_COUNT = _BESIDE.keys() | {"ago", "hence", "back", "from", "in", "and"}
_KINDS_OF_YEAR = frozenset(("fiscal", "financial", "calendar", "school", "academic"))
_QUARTERED = frozenset(("hour", "hours", "years", "miles", "century", "mile", "final", "of", "to", "past"))
_OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))  # "their last day here"
_SPANNING = frozenset(("for", "over", "in", "during", "within", "throughout"))
_NO_POINTERS = frozenset(("the", "of", "my", "our", "your"))
TO_DATE = "TO_DATE"
_COUNTED = "relative_dates.counted"
FROM_EVENT = "relative_dates.from_event"
_SIDES = frozenset(("before", "after"))


def unit_at(scan: Scan, at: int) -> str:
    """The TIMEX3 letters of the unit of time at a token; those of the clock begin with T."""
    units, low = lexicon.groups("calendar.toml"), scan.tokens.words[at].low
    found: str = units["unit"].get(low) or units["short_unit"][low]
    return found


def closes(words: list[Word], at: int) -> bool:
    """Whether the phrase ends before a token: nothing that belongs to a noun or opens a clause stands there."""
    if at >= len(words) or not words[at].text[0].isalnum():
        return low_at(words, at) not in _HYPHENS
    bits = parts.readings(words[at].low)
    return words[at].capital or (words[at].low not in _CLAUSES and bool(bits & _OUTSIDE))


def _deictic(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    low = words[at].low
    told = lexicon.groups("calendar.toml")["deictic"][low]
    if told.endswith("REF"):
        if low == "recently" and low_at(words, at - 1) in {"as", "most"} and _goes_with_date(words, at + 1):
            return None
        return timex(scan, "relative_dates.deictic", (at, at + 1), ("DATE", told))
    if told == "WE":
        return _weekend(scan, at)
    if told == TO_DATE:
        return _to_date(scan, at)
    step = _day_beside(scan, at)
    there = calendar.moved(now, int(told) + step, "D") if now else None
    found = dated(scan, "relative_dates.deictic", (at - 2 * abs(step), at + 1), calendar.day(there) if there else None, "XXXX-XX-XX")
    if low == "tonight":
        found.type, found.value = "TIME", found.value + "TNI"
    return found


def _goes_with_date(words: list[Word], at: int) -> bool:
    """Whether a date follows that "most recently" or "as recently as" only leads to."""
    behind = words[at + (low_at(words, at) in {"as", "in", "on"})] if at + 1 < len(words) else None
    return behind is not None and (bool(behind.classes & (lexicon.MONTH | lexicon.WEEKDAY | lexicon.DIGITS | lexicon.DEICTIC)) or behind.low in STEPS)


def _to_date(scan: Scan, at: int) -> Timex | None:
    """ "year to date", "YTD"; "from March to date" ends today, which the date before it is joined with."""
    words, now = scan.tokens.words, today(scan)
    unit = "Y" if words[at].low == "ytd" else ""
    first = at
    hyphen = low_at(words, at - 1) in _HYPHENS
    near_ends = bool(scan.timexes) and scan.timexes[-1].last == at - 1
    to = at - 1 - (hyphen and not near_ends)
    if not unit and at > 1 and (low_at(words, to) in {"to", "until", "till"} or (hyphen and near_ends)):
        near = scan.timexes[-1] if scan.timexes else None
        if near is not None and near.last == to and near.type == "DATE" and now and near.begin and near.begin <= now.isoformat():
            return timex(scan, "relative_dates.to_date", (at, at + 1), ("DATE", TO_DATE))
        unit = {"year": "Y", "month": "M", "quarter": "Q", "week": "W"}.get(low_at(words, to - 1 - hyphen), "")
        first = to - 1 - hyphen
    days = calendar.around(now, unit) if now and unit else None
    if not unit:
        return None
    until = days._replace(value=f"{days.begin.isoformat()}/{now.isoformat()}", until=now) if days and now else None
    return dated(scan, "relative_dates.to_date", (first, at + 1), until, f"XXXX-{unit}")


def _day_beside(scan: Scan, at: int) -> int:
    """-1 behind "the day before", 1 behind "the day after", else 0."""
    if at < 2 or scan.tokens.words[at - 2].low != "day":
        return 0
    return {"before": -1, "after": 1}.get(scan.tokens.words[at - 1].low, 0)


def _weekend(scan: Scan, at: int) -> Timex | None:
    """ "this weekend", "last weekend"; "the weekend" is the latest unless the clause looks ahead."""
    words, now = scan.tokens.words, today(scan)
    before = low_at(words, at - 1)
    if before not in {"the", "this", "last", "next", "past", "coming", "previous", "my", "our", "your"}:
        return None
    back = now is not None and now.isoweekday() < 6
    weeks = {"last": -1, "past": -1, "previous": -1, "next": 1, "this": 0, "coming": 0}.get(before, -back if outlook(scan, at) is False else 0)
    last, more = _beyond(words, at + 1)
    days = calendar.weekend(now, (more or weeks)) if now else None
    return dated(scan, "relative_dates.weekend", (_pointer(words, at), last), days, "XXXX-WXX-WE")


def _beyond(words: list[Word], at: int) -> tuple[int, int]:
    """ "after next" and "before last" at a token: the token behind, and 2 or -2 units from now; else that token and 0."""
    step = {("after", "next"): 2, ("before", "last"): -2}.get((low_at(words, at), low_at(words, at + 1)), 0)
    return at + 2 * bool(step), step


def _pointer(words: list[Word], at: int) -> int:
    """The first token of a pointed unit at `at`: its pointer belongs to it, with "this" before it, the article does not."""
    first = at - (low_at(words, at - 1) not in _NO_POINTERS)
    return first - (first < at and low_at(words, first - 1) in {"this", "that"} and low_at(words, first) in {"past", "coming", "same", "very"})


def _pointed(scan: Scan, at: int) -> Timex | None:
    """ "last week", "this year", "the following month", "that day", "the week after next", "the start of the month"."""
    words, unit = scan.tokens.words, unit_at(scan, at)
    if unit[0] == "T" or (unit == "2W" and low_at(words, at - 1) != "the") or at == 0 or (words[at].low.endswith("s") and words[at].low != "s"):
        return None
    last, beyond = _beyond(words, at + 1)
    pointed = at - (words[at - 1].low in _KINDS_OF_YEAR and unit == "Y" and at > 1)
    found = (today(scan), beyond) if beyond else _step(scan, pointed, unit)
    if found is None:
        return None
    base, step = found
    first = _pointer(words, pointed)
    first -= low_at(words, first - 1) in {"later", "earlier"} and low_at(words, first) == "that"
    if low_at(words, at + 1) in _BESIDE and low_at(words, at - 1) == "the" and not beyond:
        last = at + 2
    days = _fortnight(base) if base and unit == "2W" else calendar.shifted(base, step, unit) if base else None
    return dated(scan, "relative_dates.pointed", (first, last), days, f"XXXX-{unit}")


def is_span(words: list[Word], at: int) -> bool:
    """Whether "last" leads to the time up to now, not to the last unit of the calendar: "over the last year", "for the last week"."""
    led = (low_at(words, at - 1), low_at(words, at - 2)) == ("last", "the") and low_at(words, at - 3) in _SPANNING
    return led and words[at].low != "century" and low_at(words, at + 1) not in {"of", "before", "\u2019", "'"}


def _fortnight(base: date) -> Stretch | None:
    week = calendar.week(base)
    until = calendar.moved(week.until, 1, "W") if week else None
    return Stretch("P2W", week.begin, until, "week") if week and until else None


def _step(scan: Scan, at: int, unit: str) -> tuple[date | None, int] | None:
    """What a pointed unit is counted from, and how many units from it; None where nothing points to it."""
    words = scan.tokens.words
    before = words[at - 1].low
    if (before in {"last", "next"} and low_at(words, at - 2) in _OWNERS) or is_span(words, at):
        return None
    if before == "last" and low_at(words, at - 2) == "the" and low_at(words, at + 1) == "of":
        return None  # "the last year of his life"
    if before == "week" or (before in {"next", "last"} and unit == "D"):
        step = {"next": 1, "last": -1}.get(before)
        return None if step is None else (mentioned(scan), step)
    told = mentioned_here(scan, at) if before == "next" and low_at(words, at - 2) == "the" else None
    if before in STEPS:
        return told or today(scan), STEPS[before]
    if before in TOLD:
        return mentioned(scan), TOLD[before]
    if before == "very" and low_at(words, at - 2) in {"this", "that"}:
        return (today(scan) if words[at - 2].low == "this" else mentioned(scan)), 0
    if (before == "of" and low_at(words, at - 2) in _EDGES_OF and closes(words, at + 1)) or (before in {"my", "our", "your"} and unit == "W"):
        return today(scan), 0
    return _of_the(scan, at, unit) if before == "the" else None


def _of_the(scan: Scan, at: int, unit: str) -> tuple[date | None, int] | None:
    """ "the day before", "the year after" where no noun follows; "the start of the month", "later in the month", "for the week"."""
    words = scan.tokens.words
    beside = _BESIDE.get(low_at(words, at + 1))
    if beside is not None:
        base = mentioned(scan) if _stops(words, at + 2) else event_day(scan, at + 2)
        return (base, beside) if base and unit != "2W" else None
    before = low_at(words, at - 2), low_at(words, at - 3)
    if not closes(words, at + 1) or (unit in {"DE", "CE"} and before[1] not in {"end", "middle", "rest"}):
        return None
    part = before[0] == "of" and (_is_numbered(scan, at - 2) or (before[1] in _PARTS_OF and (unit != "D" or before[1] in {"rest", "remainder"})))
    late = before[0] == "in" and before[1] in {"earlier", "later", "early", "late"}
    if part or late or (before[0] in _IN_THE and unit in {"W", "M"}) or (unit == "2W" and low_at(words, at + 1) in {"", "."}):
        return (mentioned_here(scan, at) or today(scan)), 0
    return None


def _is_numbered(scan: Scan, of: int) -> bool:
    """Whether a part by its number or place stands before "of": "the last day of", "the 15th of"."""
    words = scan.tokens.words
    number = scan.number_ends.get(of)
    if number is not None:
        return number.form == "ordinal" and low_at(words, number.first - 1) != "every"
    unit = of > 1 and (words[of - 1].classes & lexicon.TIME_UNIT or words[of - 1].low == "weekend")
    numbered = scan.number_ends.get(of - 1)
    leading = numbered.first - 1 if numbered is not None else of - 2
    return bool(unit) and (low_at(words, leading) in {"last", "first", "final", "opening"} or (numbered is not None and numbered.form == "ordinal"))


def mentioned_here(scan: Scan, at: int) -> date | None:
    """The first day of the last date of the sentence."""
    begin, _ = scan.tokens.sentence_of(at)
    near = scan.timexes[-1] if scan.timexes else None
    return date.fromisoformat(near.begin) if near and near.first >= begin and near.begin and near.type == "DATE" else None


def _stops(words: list[Word], at: int) -> bool:
    return at >= len(words) or words[at].text in {".", ",", ";", ":", ")", "?", "!", "\u2014"}


def counted(scan: Scan, at: int) -> tuple[int, Number | None, str] | None:
    """What counts the unit at a token: its first token, the number (None for an article), and the word before."""
    words = scan.tokens.words
    if (words[at].text == "h" and words[at - 1].space) or words[at].text == "H" or (words[at].low == "quarter" and low_at(words, at + 1) in _QUARTERED):
        return None
    behind = at - (at > 1 and words[at - 1].text in _HYPHENS)
    pointing = words[behind - 1].low if behind > 0 and words[behind - 1].low in POINTING else ""
    if behind > 0 and words[behind - 1].low in _ADJECTIVES | POINTING:
        behind -= 1
    number = scan.number_ends.get(behind) or _other_amount(scan, at, behind)
    if number is not None and words[at].low == "second" and number.value >= _THOUSAND and behind == at:
        return None  # "the 2004 second quarter"
    if number is not None and number.form != "ordinal":
        number = _whole(scan, number)
        return number.first, number, pointing or (words[number.first - 1].low if number.first else "")
    if behind and words[behind - 1].low in {"a", "an"} and not words[at].low.endswith("s") and words[at].low != "second":
        if behind > 1 and words[behind - 2].classes & _PER and low_at(words, at + 1) not in _BESIDE and low_at(words, at + 1) != "ago":
            return None
        return behind - 1, None, words[behind - 2].low if behind > 1 else ""
    return None


def _other_amount(scan: Scan, at: int, behind: int) -> Number | None:
    """ "half an" hour, "a couple of" weeks, "the next three" quarters, which the numbers read as a fraction."""
    words = scan.tokens.words
    low = low_at(words, behind - 1)
    many = scan.number_ends.get(behind - 1) if low == "of" else None
    if many is not None and many.form == "vague":
        return replace(many, last=behind)
    if low in {"a", "an"} and low_at(words, behind - 2) == "of" and low_at(words, behind - 3) in {"quarter", "quarters"}:
        return _quarters(scan, behind - 3, behind)
    if low in {"a", "an"}:
        half = scan.number_ends.get(behind - 1 - (low_at(words, behind - 2) == "of"))
        return replace(half, last=behind) if half is not None and half.value == _HALF else None
    couple = behind - 1 - (low == "of")
    if low_at(words, couple) == "couple":
        first = couple - (low_at(words, couple - 1) == "a")
        return Number(first, behind, *scan.tokens.span(first, behind), "relative_dates.couple", (), Decimal(2), "words")
    quarters = scan.number_ends.get(at + 1) if words[at].low == "quarters" else None
    if quarters is not None and quarters.form == "fraction" and low_at(words, quarters.first - 1) in _LEADING_QUARTERS:
        return replace(quarters, last=at, value=Decimal(quarters.written.partition("/")[0]), form="words")
    return None


def _quarters(scan: Scan, at: int, last: int) -> Number | None:
    """ "a quarter of a" century, "three quarters of an" hour."""
    low, before = scan.tokens.words[at].low, low_at(scan.tokens.words, at - 1)
    many = {("quarter", "a"): 1, ("quarters", "three"): 3}.get((low, before))
    return Number(at - 1, last, *scan.tokens.span(at - 1, last), "relative_dates.quarters", (), Decimal(many) / 4, "words") if many else None


def _whole(scan: Scan, number: Number) -> Number:
    """With the number before its "and": "one and half", "three and a quarter"."""
    joined = number.value < 1 and number.form == "fraction" and low_at(scan.tokens.words, number.first - 1) == "and"
    before = scan.number_ends.get(number.first - 1) if joined else None
    return replace(number, first=before.first, value=before.value + number.value) if before else number


def _direction(scan: Scan, at: int, before: str) -> tuple[int, int, date | None] | None:
    """Whether counting goes back (-1) or on (1) from the unit before token `at`; the token behind, and the day to count from."""
    words = scan.tokens.words
    low, now = low_at(words, at), today(scan)
    pair = low, low_at(words, at + 1)
    if low in {"ago", "hence", "back"}:
        return (1 if low == "hence" else -1, at + 1, now) if low != "back" or _stops(words, at + 1) else None
    if pair in {("from", "now"), ("from", "today")}:
        return 1, at + 2, now
    if pair[0] == "in" and pair[1] == "the" and low_at(words, at + 2) in {"future", "past"} and before != "next":
        return (1 if words[at + 2].low == "future" else -1), at + 3, now
    if low in {"earlier", "later"} or (low in _BESIDE and _stops(words, at + 1)):
        return _BESIDE[low], at + 1, mentioned(scan)
    apostrophe = low in {"'", "\u2019"} or pair[1] in {"'", "\u2019"}
    if before == "in" and ((apostrophe and "time" in [w.low for w in words[at : at + 3]]) or (outlook(scan, at - 1) is not False and not _ever(words, at))):
        return 1, at, now
    return _from_event(scan, at, low)


def _ever(words: list[Word], at: int) -> bool:
    """Whether something is called the first or the most of its kind before "in so many years": "the biggest crowd in a decade"."""
    near = words[max(at - _FAR, 0) : at]
    return any(
        word.low in _EVER or word.classes & lexicon.ORDINAL or (word.low.endswith("est") and parts.readings(word.low) & parts.ADJECTIVE) for word in near
    )


def _from_event(scan: Scan, at: int, low: str) -> tuple[int, int, date | None] | None:
    """ "before the murder", "after his arrest": counted from the day of it, if the text tells that."""
    day = event_day(scan, at + 1) if low in _SIDES else None
    return (_BESIDE[low], at, day) if day else None


def _ago(scan: Scan, at: int) -> Timex | None:
    """ "two weeks ago", "a year earlier", "three days later", "five days from now", "ten days before the murder"."""
    words = scan.tokens.words
    if low_at(words, at + 1) not in _AFTER_COUNT and "in" not in [word.low for word in words[max(at - 5, 0) : at]]:
        return None
    unit, found = unit_at(scan, at), counted(scan, at)
    behind, more = and_a_half(scan, at + 1)
    way = _direction(scan, behind, found[2]) if found else None
    if found is None or way is None:
        return None
    (first, number, _), (sign, last, base) = found, way
    otherwise = "PAST_REF" if sign == -1 else "FUTURE_REF"
    if unit[0] == "T" and not (number and (number.form == "vague" or number.value > _MOST)):
        length = format((number.value if number else _ONE).normalize(), "f")
        return timex(scan, _COUNTED, (first, last), ("DURATION", f"PT{length}{unit[1]}"))  # the hour that it counts from is not known
    if unit[0] == "T" or (number and number.form == "vague"):
        return timex(scan, _COUNTED, (first, last), ("DATE", otherwise))
    count, unit = _in_units((number.value if number else _ONE) + more * _HALF, unit)
    days = calendar.shifted(base, count * sign, unit) if base else None
    made = dated(scan, _COUNTED, (first, last), days, otherwise)
    there = calendar.moved(base, count * sign, unit) if base else None
    made.exact = there.isoformat() if there else None
    if last <= at + 1 and low_at(words, last) in _SIDES:
        made.rule = FROM_EVENT
    return made


def and_a_half(scan: Scan, at: int) -> tuple[int, bool]:
    """The token behind "and a half" at a token: "a year and a half"; else that token."""
    words = scan.tokens.words
    step = at + 1 + (low_at(words, at + 1) == "a")
    return (step + 1, True) if low_at(words, at) == "and" and low_at(words, step) == "half" else (at, False)


def _in_units(value: Decimal, unit: str) -> tuple[int, str]:
    """Whole units of the calendar: half a year is 6 months, half a month 15 days."""
    if value > _MOST:
        return int(_MOST), unit
    if value % 1 or unit in {"DE", "CE", "2W"}:
        factor, unit = _FINER.get(unit, (1, unit))
        value *= factor
    return int(value), unit


RULES: tuple[Rule[Timex], ...] = (
    Rule("relative_dates.deictic", "A day counted from the day of the news", lexicon.DEICTIC, _deictic,
         (("They met yesterday.", "DATE 2025-06-10"), ("They meet tonight.", "TIME 2025-06-11TNI")), ("They met.",)),
    Rule(_COUNTED, "So many units before or after a day", lexicon.TIME_UNIT, _ago,
         (("It shut two years ago.", "DATE 2023"), ("It opens three days from now.", "DATE 2025-06-14"), ("A month later it shut.", "DATE 2025-07")),
         ("It took two years.", "It runs 24 hours a day.", "Three days after the storm.")),
    Rule("relative_dates.pointed", "A unit of the calendar that last, next, this or that points to", lexicon.TIME_UNIT, _pointed,
         (("It shut last week.", "DATE 2025-W23"), ("It opens next month.", "DATE 2025-07"), ("By the close of the month it opens.", "DATE 2025-06"),
          ("It opens the week after next.", "DATE 2025-W26")), ("It shut for weeks.", "The second try.", "The day of rain.")),
)  # fmt: skip
