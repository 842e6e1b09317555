"""Days and months by their names, in every order: "May 26-28, 2025", "the 4th of June", "24 and 25 April", "Nov-Feb 2017"."""

from functools import partial

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, passage_year, timex, today, year_beside
from factdb.mentions.bare_months import POINTERS, is_second, month_meant, pointer, stands_alone
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import (
    AND,
    HYPHENS,
    TO,
    behind_month,
    day_at,
    day_before,
    figure_day,
    is_month,
    low_at,
    month_number,
    named,
    year_behind,
    year_number,
)
from factdb.mentions.mention import Number, Timex
from factdb.mentions.outlook import happened, lead, looks_ahead, outlook
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_NEAR_DAYS = 120
_PLACE = 4  # so many tokens of a place may stand between a verb and its date
_PASSED = 30  # "expected to be done by May 1" in the middle of June is of the next year
_DUE = frozenset(("by", "until", "till", "before"))
_LIST_GAPS = frozenset((("and",), ("or",), ("&",), (",",), (",", "and"), ("and", "the"), (",", "the")))
_LISTING = frozenset(("calendar_dates.month_day", "calendar_dates.listed"))
_LISTED = 8  # so many tokens on a day can wait for its month: "2, 3 and 4 May"
_STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1}


def on(scan: Scan, at: int, year: int | None, month_day: tuple[int, int]) -> Stretch | None:
    """The day of a year; without one the year of the passage, or the one in which it lies nearest to publication."""
    now = today(scan)
    stated = year or passage_year(scan, at) or year_beside(scan, month_day)
    if stated and (year or not looks_ahead(scan, at)):
        return calendar.on(stated, *month_day)
    if now is None:
        return None
    near = calendar.on(now.year, *month_day)
    if near is not None and abs((near.begin - now).days) <= _NEAR_DAYS:
        if near.begin > now and happened(scan, _behind_verb(scan.tokens.words, at), 1):
            return calendar.year_by(now, month_day, -1)
        due = low_at(scan.tokens.words, at - 1) in _DUE and (now - near.begin).days > _PASSED and lead(scan, at)
        return calendar.year_by(now, month_day, 1) if due else near
    told = outlook(scan, at)
    if told is False and (happened(scan, at) or (near is not None and near.begin > now)):
        return calendar.year_by(now, month_day, -1)
    return calendar.nearest_year(now, *month_day, bool(told))


def _behind_verb(words: list[Word], at: int) -> int:
    """The token behind the verb that a date may stand beside: "opened on", "was signed in Lima on"."""
    step = at - (low_at(words, at - 1) == "on")
    place = step - 1
    while place > step - _PLACE and words[place].capital:
        place -= 1
    return place if step < at and place < step - 1 and words[place].low in {"in", "at", "near"} else step


def day_of(scan: Scan, rule: str, place: tuple[int, int], when: tuple[int | None, int, int]) -> Timex | None:
    """The DATE of year, month and day; None where the calendar has no such day."""
    year, month, day = when
    if calendar.on(year or 2000, month, day) is None:
        return None
    before = low_at(scan.tokens.words, place[0] - 1)
    if year is None and before in _STEPS:
        days = calendar.year_by(now, (month, day), _STEPS[before]) if (now := today(scan)) else None
        return dated(scan, rule, (place[0] - 1, place[1]), days, f"XXXX-{month:02}-{day:02}")
    return dated(scan, rule, place, on(scan, place[0], year, (month, day)), f"XXXX-{month:02}-{day:02}")


def stretch(scan: Scan, rule: str, place: tuple[int, int], ends: tuple[Stretch | None, Stretch | None]) -> Timex | None:
    """The DATE that reaches from one day to another; None where they are no days, or in the wrong order."""
    begin, until = ends
    if begin is None or until is None or until.until < begin.begin:
        return None
    days = Stretch(f"{begin.value}/{until.value}", begin.begin, until.until, until.precision)
    return dated(scan, rule, place, days, "")


def _days_in(scan: Scan, rule: str, place: tuple[int, int], when: tuple[int | None, int, tuple[int, int | None]]) -> Timex | None:
    """One day of a month, or the days from one to another."""
    year, month, (first, last) = when
    if last is None:
        return day_of(scan, rule, place, (year, month, first))
    return stretch(scan, rule, place, (on(scan, place[0], year, (month, first)), on(scan, place[0], year, (month, last))))


def _between(words: list[Word], at: int) -> bool:
    """Whether "between" stands before the day in front of token `at`: "between 2", "between May 2", "between the 2nd"."""
    return "between" in (low_at(words, at - 2), low_at(words, at - 3), low_at(words, at - 4))


def _to_day(scan: Scan, at: int) -> tuple[int, int] | None:
    """ "-28", "to 28", "through the 28th" from a token on: the second day of a range."""
    words = scan.tokens.words
    if low_at(words, at) in TO or (low_at(words, at) == "and" and _between(words, at)):
        found = day_at(scan, at + 1)
        if found and not is_month(words, found[1]):
            return found
    return None


def _day_month(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    stopped = low_at(words, at - 1) == ","
    of = stopped or low_at(words, at - 1) in {"of", "."}
    step = at - of
    step -= of and low_at(words, step - 1) == "day"
    found = day_before(scan, step)
    if found is None:
        return None
    number, first = found
    if stopped and not (words[first].classes & lexicon.DIGITS and year_number(words, behind_month(words, at))):
        return None
    if scan.timexes and scan.timexes[-1].last > first:
        return None
    year, end = year_behind(scan, behind_month(words, at))
    if not _dates(words, at, number, (of, year is not None)):
        return None
    day, until, before = int(number.value), None, _from_day(scan, first)
    if before is not None:
        first, day, until = before[1], before[0], day
    return _days_in(scan, "calendar_dates.day_month", (first, end), (year, month_number(words, at), (day, until)))


def _dates(words: list[Word], at: int, number: Number, beside: tuple[bool, bool]) -> bool:
    """Whether a number and the month at a token make a date: number words need "of" or a year beside them ("five May" is none)."""
    of, year = beside
    if not (named(words[at]) or year or (of and number.form == "ordinal")):
        return False
    if number.form == "words":
        return year and not of
    return of or year or bool(words[number.first].classes & lexicon.DIGITS)


def _from_day(scan: Scan, at: int) -> tuple[int, int] | None:
    """The first day of a range whose second begins at a token, and its first token: "26-", "the 2nd to the", "between 2 and"."""
    words = scan.tokens.words
    step = at - 1 - (low_at(words, at - 1) == "the")
    sign = low_at(words, step)
    if sign not in TO and sign != "and":
        return None
    found = day_before(scan, step)
    if found is None:
        return None
    number, first = found
    if sign == "and" and "between" not in (low_at(words, first - 1), low_at(words, first - 2)):
        return None
    return int(number.value), first


def _month_day(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    found = day_at(scan, behind_month(words, at) + _is_stopped(words, at)) or _day_in_words(scan, behind_month(words, at))
    if found is None:
        return None
    number, last = found
    to = _to_day(scan, last)
    year, end = year_behind(scan, to[1] if to else last)
    if not named(words[at]) and not year:
        return None
    month = month_number(words, at)
    if to:
        ranged = _days_in(scan, "calendar_dates.month_day", (at, end), (year, month, (number, to[0])))
        if ranged:
            return ranged
        year, end = year_behind(scan, last)
    year = year or _event_year(scan, (at, end), (month, number))
    return day_of(scan, "calendar_dates.month_day", (at, end), (year, month, number))


def _is_stopped(words: list[Word], at: int) -> bool:
    """Whether a comma or a stray full stop parts a month from its day: "Apr, 2 2014", "October. 2, 2014"."""
    behind = behind_month(words, at)
    day = figure_day(words, behind + 1) if low_at(words, behind) in {",", "."} else None
    return day is not None and year_number(words, day[1] + (low_at(words, day[1]) == ",")) is not None


_event_nouns = partial(lexicon.word_set, "calendar.toml", "event_noun", "words")


def _event_year(scan: Scan, place: tuple[int, int], month_day: tuple[int, int]) -> int | None:
    """The year of a day beside what happened on it ("the July 7 attack", "the attacks of July 7"): one that is known for it, else the latest."""
    words, now, (first, last) = scan.tokens.words, today(scan), place
    before = low_at(words, first - 2) if low_at(words, first - 1) == "of" else ""
    if _event_nouns().isdisjoint((low_at(words, last), low_at(words, last + 1), before)):
        return None
    days = lexicon.groups("calendar.toml")
    key = f"{month_day[0]}/{month_day[1]}"
    known = days["event_day"].get(key) or days["named_day"].get(key)
    if known and (now is None or known <= now.isoformat()):
        return int(known[:4])
    near = calendar.on(now.year, *month_day) if now else None
    return near.begin.year - (near.begin > now) if near and now else None


def _day_in_words(scan: Scan, at: int) -> tuple[int, int] | None:
    """ "twenty-nine" behind a month, where it counts nothing."""
    number = scan.numbers.get(at)
    if number is None or number.form != "words" or number.value % 1 or not 1 <= number.value <= 31:
        return None
    return None if counts(scan.tokens.words, number.last) else (int(number.value), number.last)


def _listed(scan: Scan, at: int) -> Timex | None:
    return _listed_behind(scan, at) or _listed_before(scan, at)


def _listed_behind(scan: Scan, at: int) -> Timex | None:
    """ "and 25" behind "April 24": another day of that month; a figure that counts something is none."""
    words, before = scan.tokens.words, scan.timexes[-1] if scan.timexes else None
    if before is None or not 0 < at - before.last <= 2 or before.rule not in _LISTING or not before.begin:
        return None
    found = figure_day(words, at)
    if tuple(word.low for word in words[before.last : at]) not in _LIST_GAPS or found is None or counts(words, found[1]):
        return None
    if low_at(words, found[1]) == "of" and is_month(words, found[1] + 1):
        return None
    year, end = year_behind(scan, found[1])
    return day_of(scan, "calendar_dates.listed", (at, end), (year or int(before.begin[:4]), int(before.begin[5:7]), found[0]))


def _listed_before(scan: Scan, at: int) -> Timex | None:
    """ "24 and" before "25 April": the month is still to come."""
    words = scan.tokens.words
    found = figure_day(words, at)
    if found is None or low_at(words, at - 1) == "between" or low_at(words, at - 2) == "between":
        return None
    day, end = found
    step = end
    while step < at + _LISTED and low_at(words, step) in AND:
        step += 1 + (low_at(words, step + 1) in {"and", "the"})
        following = figure_day(words, step)
        if following is None:
            return None
        step = following[1]
        month = step + (low_at(words, step) == "of")
        if is_month(words, month):
            year, _ = year_behind(scan, behind_month(words, month))
            return day_of(scan, "calendar_dates.listed", (at, end), (year, month_number(words, month), day))
    return None


def counts(words: list[Word], at: int) -> bool:
    """Whether the word behind a figure makes it an amount: a noun that can be counted, a unit, a sign of money or percent."""
    if at >= len(words):
        return False
    word = words[at]
    if word.classes & (lexicon.PERCENT | lexicon.SCALE | lexicon.CURRENCY | lexicon.UNIT | lexicon.TIME_UNIT | lexicon.DIGITS) or word.text in HYPHENS:
        return True
    bits = parts.readings(word.low)
    return not bits & (parts.CLOSED | parts.FINITE) and word.text[0].isalpha()


def _month(scan: Scan, at: int) -> Timex | None:
    """A month with its year, or alone where it can be nothing else."""
    words = scan.tokens.words
    behind = behind_month(words, at)
    glued = low_at(words, behind) in {"-", "/"} and not words[at].space and not words[behind].space and year_number(words, behind + 1)
    year, end = (year_number(words, behind + 1), behind + 2) if glued else year_behind(scan, behind)
    if year and (named(words[at]) or words[end - 1].classes & lexicon.DIGITS):
        return dated(scan, "calendar_dates.month", (at, end), calendar.month(year, month_number(words, at)), "")
    if not named(words[at]):
        return None
    before_year = year_number(words, at - 1)
    if before_year and words[at].capital:
        return dated(scan, "calendar_dates.month", (at - 1, behind), calendar.month(before_year, month_number(words, at)), "")
    before = low_at(words, at - 1)
    if before == "the" and end < len(words) and words[end].capital and words[end].low in _event_nouns():
        return None  # "the October Revolution"
    if before in {"every", "each"}:
        return timex(scan, "calendar_dates.month", (at - 1, at + 1), ("SET", f"XXXX-{month_number(words, at):02}"))
    if not stands_alone(words, at) and not is_second(scan, at):
        return None
    first = at - (pointer(words, at) in POINTERS)
    first -= low_at(words, first - 1) in {"this", "last", "next"} and first < at
    return dated(scan, "calendar_dates.month", (first, at + 1), month_meant(scan, at, month_number(words, at)), f"XXXX-{month_number(words, at):02}")


def _day_alone(scan: Scan, at: int) -> Timex | None:
    """ "on the 4th": a day of the month of the last date, or of the news."""
    words = scan.tokens.words
    of_a_part = low_at(words, at - 2) == "of" and at > 2 and bool(words[at - 3].classes & lexicon.DAYTIME)  # "on the night of the 4th"
    if low_at(words, at - 1) != "the" or not (of_a_part or low_at(words, at - 2) in {"on", "by", "until", "till", "since", "before", "after", "from"}):
        return None
    number = scan.numbers.get(at)
    found = day_at(scan, at)
    if number is None or number.form != "ordinal" or found is None or not _closes(words, found[1]):
        return None
    if low_at(words, at - 2) != "on" and not words[at].classes & lexicon.DIGITS:
        return None  # "from the first"
    if any(word.classes & lexicon.MONTH or word.low == "century" for word in words[found[1] + 1 : found[1] + 7]):
        return None  # "from the 2nd to the 5th of June" is read at its month, "from the 2nd to the 5th century" at that
    now = today(scan)
    days = None
    if now:
        months = [calendar.moved(now.replace(day=1), step, "M") for step in (-1, 0, 1)]
        near = [d for m in months if m and (d := calendar.on(m.year, m.month, found[0]))]
        days = min(near, key=lambda d: abs((d.begin - now).days)) if near else None
    return dated(scan, "calendar_dates.day_alone", (at, found[1]), days, f"XXXX-XX-{found[0]:02}")


def _closes(words: list[Word], at: int) -> bool:
    """Whether nothing that an ordinal could number stands at a token."""
    if at >= len(words) or not words[at].text[0].isalnum():
        return low_at(words, at) not in HYPHENS
    return (
        bool(parts.readings(words[at].low) & (parts.PREPOSITION | parts.CONJUNCTION | parts.AUXILIARY | parts.PRONOUN | parts.DETERMINER))
        and words[at].low != "of"
    )


RULES: tuple[Rule[Timex], ...] = (
    Rule("calendar_dates.day_month", "A day before its month", lexicon.MONTH, _day_month,
         (("On 28 May 2019 they met.", "DATE 2019-05-28"), ("The 26-28 May fair.", "DATE 2025-05-26/2025-05-28"),
          ("The ninth of July 1988 was dry.", "DATE 1988-07-09"), ("Between 3 and 9 Jan two thousand and twelve.", "DATE 2012-01-03/2012-01-09")),
         ("He saw 28 people.", "The fourth march of June.", "Five May protests.")),
    Rule("calendar_dates.month_day", "A month and a day of it", lexicon.MONTH, _month_day,
         (("On June 4, 1989 they met.", "DATE 1989-06-04"), ("The May 26-28 talks.", "DATE 2025-05-26/2025-05-28"),
          ("June the third was wet.", "DATE 2025-06-03")), ("They may 4 times.",)),
    Rule("calendar_dates.month", "A month, with or without its year", lexicon.MONTH, _month,
         (("In February it snowed.", "DATE 2025-02"), ("In March 2021 it snowed.", "DATE 2021-03"), ("It opened in april of 87.", "DATE 1987-04")),
         ("It may snow.", "Theresa May spoke.", "They march on.")),
    Rule("calendar_dates.listed", "A day that shares the month of the one beside it", lexicon.DIGITS, _listed,
         (("On 24 and 25 April it shut.", "DATE 2025-04-24"), ("On 2, 3 and 4 May 2020.", "DATE 2020-05-02")), ("About 24 and 25 goats.",)),
    Rule("calendar_dates.day_alone", "A day by its number, the month left out", lexicon.DIGITS | lexicon.ORDINAL, _day_alone,
         (("They met on the 4th.", "DATE 2025-06-04"), ("It opens on the twentieth.", "DATE 2025-06-20")), ("It stood on the 4th floor.", "The 4th try.")),
)  # fmt: skip
