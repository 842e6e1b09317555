"""Parts of the calendar by number or name: "the third quarter", "Q3 2024", "week 12", "19th century", "the nineties", "last spring"."""

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, timex, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import low_at, short_year, year_behind, year_number
from factdb.mentions.mention import Number, Timex
from factdb.mentions.outlook import looks_ahead, outlook
from factdb.mentions.relative_dates import closes
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

QUARTER = "calendar_parts.quarter"
_ANNO_DOMINI = frozenset(("AD", "CE"))
_APOSTROPHES = frozenset(("'", "\u2019"))
_ENDING = {"year": "Y", "month": "M"}
_EARLY = 3
_HYPHENS = frozenset(("-", "\u2010", "\u2011"))
_SEASON_OPENERS = frozenset(("in", "by", "since", "until", "during", "early", "late", "mid", "before", "after", "every"))
_TIMELY = frozenset(("by", "since", "until"))
_JUST_BEGUN = 20  # "the coming winter" in the middle of December
_TO_CENTURY = frozenset(("and", "to", "-", "\u2013"))  # "the 18th and 19th centuries"
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "upcoming": 1}


def _quarter(scan: Scan, at: int) -> Timex | None:
    """The third quarter: of the year behind it, else of the latest, or the next where the clause looks ahead."""
    words = scan.tokens.words
    if words[at].low != "quarter":
        return None
    if low_at(words, at + 1) in {"1", "2", "3", "4"} and year_behind(scan, at + 2)[0]:
        return _in_year(scan, (at, at + 2), "Q", int(words[at + 1].text))
    step = at - (low_at(words, at - 1) in _HYPHENS)
    number = scan.number_ends.get(step)
    if number is None or number.form != "ordinal" or not 1 <= number.value <= 4:
        return None
    year = year_number(words, number.first - 1)
    if year:
        return _of(scan, (number.first - 1, at + 1), ("Q", int(number.value)), year)
    return _in_year(scan, (number.first, at + 1), "Q", int(number.value))


def _in_year(scan: Scan, place: tuple[int, int], letter: str, count: int) -> Timex | None:
    """The quarter or half with the year behind `place`, or in the year that is nearest."""
    year, last = year_behind(scan, place[1])
    now = today(scan)
    if year is None and now is not None:
        over = count * (3 if letter == "Q" else 6) <= now.month + 2
        year = now.year - (not over and not looks_ahead(scan, place[0]))
    made = calendar.quarter if letter == "Q" else calendar.half
    return dated(scan, QUARTER, (place[0], last), made(year, count) if year else None, f"XXXX-{letter}{count}")


def _signed(scan: Scan, at: int) -> Timex | None:
    """ "Q3 2024", "3Q24", "2024 Q3", "H1"."""
    words = scan.tokens.words
    text = words[at].text
    letter, ahead = low_at(words, at - 1), low_at(words, at + 1)
    if text not in {"1", "2", "3", "4"}:
        return None
    if letter in {"q", "h"} and not words[at - 1].space:
        first, last = at - 1, at + 1
    elif ahead in {"q", "h"} and not words[at].space and words[at + 1].capital:
        letter, first, last = ahead, at, at + 2
        if last < len(words) and words[last].size == 2 and not words[last - 1].space and words[last].text.isdecimal():
            return _of(scan, (first, last + 1), (letter.upper(), int(text)), 2000 + int(words[last].text))
    else:
        return None
    if letter == "h" and int(text) > 2:
        return None
    year = year_number(words, first - 1)
    if year:
        return _of(scan, (first - 1, last), (letter.upper(), int(text)), year)
    return _in_year(scan, (first, last), letter.upper(), int(text))


def _of(scan: Scan, place: tuple[int, int], part: tuple[str, int], year: int) -> Timex:
    made = calendar.quarter if part[0] == "Q" else calendar.half
    return dated(scan, QUARTER, place, made(year, part[1]), "")


def _week(scan: Scan, at: int) -> Timex | None:
    """ "week 12", "week 12 of 2024": ISO weeks."""
    words, now = scan.tokens.words, today(scan)
    if words[at].low != "week" or at + 1 >= len(words) or words[at + 1].size > 2 or not words[at + 1].text.isdecimal():
        return None
    number = int(words[at + 1].text)
    year, last = year_behind(scan, at + 2)
    if not 1 <= number <= 53 or (year is None and not (low_at(words, at - 1) in {"in", "by", "of", "until", "since"} or words[at].capital)):
        return None
    year = year or (now.year if now else None)
    return dated(scan, "calendar_parts.week", (at, last), calendar.iso_week(year, number) if year else None, f"XXXX-W{number:02}")


def _century(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    if words[at].low not in {"century", "centuries"}:
        return None
    step = at - (low_at(words, at - 1) in _HYPHENS)
    number = scan.number_ends.get(step)
    if number is None or number.form != "ordinal":
        return None
    count, bc = int(number.value), _before_christ(words, at + 1)
    if bc:
        return timex(scan, "calendar_parts.century", (number.first, bc), ("DATE", f"BC{count - 1:02}"))
    days = calendar.century(count * 100 - 100) if 0 < count < 90 else None
    last = _after_christ(words, at + 1) or at + 1
    earlier = _earlier_century(scan, number.first)
    since = calendar.century(int(earlier.value) * 100 - 100) if earlier is not None and 0 < earlier.value < count else None
    if since and days and earlier is not None:
        days, number = Stretch(f"{since.value}/{days.value}", since.begin, days.until, "century"), earlier
    return dated(scan, "calendar_parts.century", (number.first, last), days, "PAST_REF")


def _earlier_century(scan: Scan, at: int) -> Number | None:
    """The first of two, the second of which begins at a token: "the 18th and 19th centuries", "from the 15th to the 17th century"."""
    words = scan.tokens.words
    link = at - 1 - (low_at(words, at - 1) == "the")
    found = scan.number_ends.get(link) if low_at(words, link) in _TO_CENTURY else None
    return found if found is not None and found.form == "ordinal" else None


def _before_christ(words: list[Word], at: int) -> int:
    """The token behind "BC", "B.C." or "BCE" at a token; 0 where it does not stand."""
    return at + 1 if low_at(words, at) in {"bc", "bce"} else _dotted(words, at, ("b", ".", "c", "."))


def _after_christ(words: list[Word], at: int) -> int:
    """The token behind "AD", "A.D." or "CE" at a token; 0 where it does not stand."""
    return at + 1 if at < len(words) and words[at].text in _ANNO_DOMINI else _dotted(words, at, ("a", ".", "d", "."))


def _dotted(words: list[Word], at: int, letters: tuple[str, ...]) -> int:
    """The token behind the letters with full stops at a token, of which none is spaced; 0 where they do not stand."""
    end = at + len(letters)
    if low_at(words, at) != letters[0] or tuple(word.low for word in words[at:end]) != letters:
        return 0
    return 0 if any(word.space for word in words[at : end - 1]) else end


def _era(scan: Scan, at: int) -> Timex | None:
    """ "44 BC", "AD 79", "79 AD": before the year 1000 only the era makes a figure a year."""
    words = scan.tokens.words
    text = words[at].text.replace(",", "")
    if not text.isdecimal() or not 0 < len(text) <= 5 or not int(text):
        return None
    bc = _before_christ(words, at + 1)
    if bc and (words[at + 1].capital or words[at + 1].size > 1):
        return timex(scan, "calendar_parts.era", (at, bc), ("DATE", f"BC{int(text):04}"))
    first = next((start for start in (at - 1, at - 4) if start >= 0 and _after_christ(words, start) == at), at)
    last = at + 1 if first < at else _after_christ(words, at + 1)
    return dated(scan, "calendar_parts.era", (first, last), calendar.year_of(int(text)), f"{int(text):04}") if last and len(text) < 5 else None


def _decade(scan: Scan, at: int) -> Timex | None:
    """ "the nineties", "the nineteen seventies"."""
    words = scan.tokens.words
    tens = int(lexicon.groups("calendar.toml")["decade"][words[at].low])
    number = scan.number_ends.get(at - (low_at(words, at - 1) in _HYPHENS))
    if number is not None and number.form == "words" and 15 <= number.value <= 20:
        return dated(scan, "calendar_parts.decade", (number.first, at + 1), calendar.decade(int(number.value) * 100 + tens), "")
    before = low_at(words, at - 1)
    if before in {"early", "late", "mid", "-"}:
        before = low_at(words, at - 2) if before != "-" else "the"
    if before not in {"the", "roaring", "swinging"} or tens < 20 or low_at(words, at + 1) == "of":
        return None
    return dated(scan, "calendar_parts.decade", (at, at + 1), calendar.decade(1900 + tens), "")


def _season(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    letters = lexicon.groups("calendar.toml")["season"][words[at].low]
    year, end = year_behind(scan, at + 1)
    before = low_at(words, at - 1)
    end += 2 * (year is not None and low_at(words, end) in {*_HYPHENS, "/", "\u2013"} and short_year(words, end + 1) == (year + 1, end + 2))
    if year and low_at(words, at - 1) not in {"the"} | _SEASON_OPENERS and words[at].low in {"fall", "spring"} and low_at(words, at + 1) == "in":
        return None
    if year:
        return dated(scan, "calendar_parts.season", (at, end), calendar.season(year, letters), "")
    if before in {"every", "each"}:
        return timex(scan, "calendar_parts.season", (at - 1, at + 1), ("SET", f"XXXX-{letters}"))
    if before not in _STEPS:
        return _bare_season(scan, at, letters)
    return dated(scan, "calendar_parts.season", (at - 1, at + 1), _near_season(scan, letters, _STEPS[before]), f"XXXX-{letters}")


def _bare_season(scan: Scan, at: int, letters: str) -> Timex | None:
    """ "in the spring", "by autumn": the latest, or the next where the clause looks ahead; "in winter" may be any, "the fall of Rome" is none."""
    words = scan.tokens.words
    article = low_at(words, at - 1) == "the"
    opener = low_at(words, at - 1 - article)
    if opener not in _SEASON_OPENERS or low_at(words, at + 1) in {"of", "in"} or not (article or _is_season(words, at, opener)):
        return None
    pinned = article or low_at(words, at - 1) not in {"in", "during"}
    days = (_running_season(scan, letters) or _near_season(scan, letters, 1 if outlook(scan, at) else -1)) if pinned else None
    return dated(scan, "calendar_parts.season", (at, at + 1), days, f"XXXX-{letters}")


def _is_season(words: list[Word], at: int, opener: str) -> bool:
    """Whether a word without an article is the season: "by fall", "in spring", but not "in fall prevention" and "by spring water"."""
    if words[at].low not in {"fall", "spring"}:
        return True
    return (words[at].low == "spring" or opener in _TIMELY) and closes(words, at + 1)


def _running_season(scan: Scan, letters: str) -> Stretch | None:
    """The season that holds the day of the news, or begins soon."""
    now = today(scan)
    soon = calendar.moved(now, _JUST_BEGUN, "D") if now else None
    near = [calendar.season(year, letters) for year in (now.year - 1, now.year)] if now else []
    return next((days for days in near if days and now and soon and days.begin <= soon and now <= days.until), None)


def _near_season(scan: Scan, letters: str, step: int) -> Stretch | None:
    now = today(scan)
    year = now.year - (letters == "WI" and now.month < _EARLY) if now else 0
    days = calendar.season(year, letters)
    if days is None or now is None:
        return None
    if step < 0 and days.until >= now:
        return calendar.season(year - 1, letters)
    if step > 0 and days.begin <= now and (now - days.begin).days > _JUST_BEGUN:
        return calendar.season(year + 1, letters)
    return days


def _end(scan: Scan, at: int) -> Timex | None:
    """ "year-end", "month's end": of the unit that runs, or early in the year of the one that has just ended; "year-end 2024"."""
    words, now = scan.tokens.words, today(scan)
    unit, last = _ENDING.get(words[at].low), at + 2 + (low_at(words, at + 2) == "s")
    if unit is None or low_at(words, last) != "end" or low_at(words, at - 1) in _STEPS:
        return None
    stated = year_number(words, last + 1) if unit == "Y" else None
    over = now is not None and unit == "Y" and now.month <= _EARLY and outlook(scan, at) is False
    days = calendar.year_of(stated) if stated else calendar.shifted(now, -over, unit) if now else None
    made = dated(scan, "calendar_parts.end", (at, last + 1 + bool(stated)), days, f"XXXX-{unit}")
    made.mod = "END"
    return made


RULES: tuple[Rule[Timex], ...] = (
    Rule(QUARTER, "A quarter of a year, by its number", lexicon.PART, _quarter,
         (("In the third quarter of 2024 it grew.", "DATE 2024-Q3"), ("Its first-quarter profit fell.", "DATE 2025-Q1")),
         ("A third day.", "A quarter of them.")),
    Rule("calendar_parts.signed", "A quarter or half of a year, by its sign", lexicon.DIGITS, _signed,
         (("In Q3 2024 it grew.", "DATE 2024-Q3"), ("In Q1 it fell.", "DATE 2025-Q1"), ("Its 3Q24 sales.", "DATE 2024-Q3"), ("In H2 2023.", "DATE 2023-H2")),
         ("Q5 is hard.", "In H5.")),
    Rule("calendar_parts.week", "A week of the year, by its number", lexicon.PART, _week,
         (("In week 12 it rained.", "DATE 2025-W12"), ("In week 1 of 2026 it rained.", "DATE 2026-W01")), ("This week 12 died.", "In week 54.")),
    Rule("calendar_parts.century", "A century, by its number", lexicon.PART, _century,
         (("A 19th-century mill.", "DATE 18"), ("In the fifth century BC.", "DATE BC04"), ("A first-century AD jar.", "DATE 00")), ("A century of rain.",)),
    Rule("calendar_parts.era", "A year with its era", lexicon.DIGITS, _era,
         (("Built in 44 BC.", "DATE BC0044"), ("It fell in AD 79.", "DATE 0079"), ("In A.D. 476 it fell.", "DATE 0476"),
          ("By 2,500 BCE.", "DATE BC2500")), ("Some 44 goats.",)),
    Rule("calendar_parts.decade", "Ten years, in words", lexicon.DECADE, _decade,
         (("It grew in the nineties.", "DATE 199"), ("In the nineteen seventies it fell.", "DATE 197")), ("He is in his seventies.",)),
    Rule("calendar_parts.end", "The end of the year or month, as one word", lexicon.TIME_UNIT, _end,
         (("It will open by year-end.", "DATE 2025"), ("By month's end it shut.", "DATE 2025-06"), ("At year-end 2023 it shut.", "DATE 2023")),
         ("A year-long end.", "Last year's end."), behind=_APOSTROPHES | _HYPHENS),
    Rule("calendar_parts.season", "A season that a year, a pointer or a word of time pins", lexicon.SEASON, _season,
         (("It began last winter.", "DATE 2024-WI"), ("In spring 2020 it shut.", "DATE 2020-SP"), ("It will open in the autumn.", "DATE 2025-FA")),
         ("Prices fall.", "A mountain spring.", "In the fall of Rome.")),
)  # fmt: skip
