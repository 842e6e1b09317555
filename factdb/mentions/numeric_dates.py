"""Dates in figures: ISO and slashed dates, years, decades, quarters by their sign."""

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, today
from factdb.mentions.calendar_dates import behind_month, day_of, is_month, low_at, month_number, year_number
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_YEAR_OPENERS = frozenset(
    ("in", "since", "of", "by", "from", "until", "till", "during", "before", "after", "between", "through", "year", "early", "late", "mid", "the", "fy")
)

_TO = frozenset(("to", "-", "\u2013", "~"))
_NINETEEN_HUNDREDS = 30


def _iso(scan: Scan, at: int) -> Timex | None:
    """ "2025-05-28", "28/05/2025", "5/28/2025": the four digits tell the year, a part above 12 the day."""
    words = scan.tokens.words
    sign = low_at(words, at + 1)
    if sign not in {"-", "/"} or low_at(words, at + 3) != sign or any(words[i].space for i in range(at, at + 4)) or at + 4 >= len(words):
        return None
    texts = [words[at + i].text for i in (0, 2, 4)]
    if not all(t.isdecimal() and len(t) in {1, 2, 4} for t in texts):
        return None
    a, b, c = map(int, texts)
    place = (at, at + 5)
    if len(texts[0]) == 4:
        return day_of(scan, "numeric_dates.figures", place, (a, b, c))
    if len(texts[2]) != 4 and (sign != "/" or len(texts[2]) != 2):
        return None
    c += 0 if c > 99 else 1900 if c >= _NINETEEN_HUNDREDS else 2000
    month, day = (b, a) if a > 12 else (a, b)
    return day_of(scan, "numeric_dates.figures", place, (c, month, day))


def _year_month(scan: Scan, at: int) -> Timex | None:
    """ "2018-09", "04/2011"; nothing of a longer figure."""
    words = scan.tokens.words
    if low_at(words, at + 1) not in {"-", "/"} or words[at].space or words[at + 1].space or low_at(words, at + 3) in {"-", "/"}:
        return None
    if low_at(words, at - 1) in {"-", "/"} or at + 2 >= len(words) or not words[at + 2].text.isdecimal():
        return None
    year, month = (at, at + 2) if words[at].size == 4 else (at + 2, at)
    number = year_number(words, year)
    if (
        number is None
        or words[month].size > 2
        or (words[at + 1].text == "-" and (year != at or (words[month].size == 2 and int(words[month].text) == number % 100 + 1)))
    ):
        return None
    days = calendar.month(number, int(words[month].text)) if words[month].text.isdecimal() else None
    return dated(scan, "numeric_dates.year_month", (at, at + 3), days, "") if days else None


def _year_first(scan: Scan, at: int) -> Timex | None:
    """ "2012 August", "2019, Feb": no day behind it."""
    words = scan.tokens.words
    number = year_number(words, at)
    month = at + 1 + (low_at(words, at + 1) == ",")
    if number is None or not is_month(words, month) or (words[month].low in {"may", "march"} and month > at + 1):
        return None
    last = behind_month(words, month)
    if last < len(words) and words[last].classes & lexicon.DIGITS:
        return None
    return dated(scan, "numeric_dates.year_first", (at, last), calendar.month(number, month_number(words, month)), "")


def _compact(scan: Scan, at: int) -> Timex | None:
    """ "20140309"."""
    text = scan.tokens.words[at].text
    if len(text) != 8 or not text.isdecimal() or not 1900 <= int(text[:4]) <= 2100:
        return None
    return day_of(scan, "numeric_dates.compact", (at, at + 1), (int(text[:4]), int(text[4:6]), int(text[6:])))


def _quarter(scan: Scan, at: int) -> Timex | None:
    """ "Q3 2024", "Q3"."""
    words = scan.tokens.words
    if low_at(words, at - 1) != "q" or words[at - 1].space or words[at].text not in {"1", "2", "3", "4"}:
        return None
    year, now, number = year_number(words, at + 1), today(scan), int(words[at].text)
    last = at + 1 + (year is not None)
    if year is None and now is not None:
        year = now.year - (number > (now.month + 2) // 3)
    days = calendar.quarter(year, number) if year else None
    return dated(scan, "numeric_dates.quarter", (at - 1, last), days, f"XXXX-Q{number}")


def _season_of_years(scan: Scan, at: int) -> Timex | None:
    """ "2005-06", "2023/24": a year that runs from the one into the other, such as a fiscal year."""
    words, number = scan.tokens.words, year_number(scan.tokens.words, at)
    if number is None or low_at(words, at + 1) not in {"-", "\u2013", "/"} or words[at].space or at + 2 >= len(words):
        return None
    if words[at + 2].text != f"{(number + 1) % 100:02}" or low_at(words, at + 3) in {"-", "/"} or low_at(words, at - 1) in {"-", "/"}:
        return None
    days = calendar.months(number, 1, 24, f"{number}/{number + 1}", "year")
    return dated(scan, "numeric_dates.two_years", (at, at + 3), days, "")


def _counts(behind: Word) -> bool:
    """Whether a word behind a figure makes it an amount or a part of a longer figure."""
    return bool(behind.classes & (lexicon.PERCENT | lexicon.SCALE | lexicon.CURRENCY | lexicon.UNIT | lexicon.TIME_UNIT)) or behind.text in {"-", "/", ":"}


def _year(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    number = year_number(words, at)
    behind = words[at + 1] if at + 1 < len(words) else None
    if number is None or (at and (words[at - 1].classes & (lexicon.CURRENCY | lexicon.NUMBER_SIGN) or words[at - 1].text in {"#", "/", "."})):
        return None
    before = low_at(words, at - 1)
    spans = low_at(words, at + 1) in _TO and 1500 <= number <= (year_number(words, at + 2) or 0)
    closes = before in _TO and 1500 <= (year_number(words, at - 2) or 0) <= number and low_at(words, at - 3) not in {"-", "/"}
    if low_at(words, at + 1) == "-" and (closes or low_at(words, at + 3) == "-"):
        return None
    if (spans and before != "-") or closes:
        return dated(scan, "numeric_dates.year", (at, at + 1), calendar.year_of(number), "")
    if before == "-" or (behind is not None and _counts(behind) and (behind.text != "-" or before not in _YEAR_OPENERS)):
        return None
    known = before in _YEAR_OPENERS or (before in {"(", "and", "to"} and 1500 <= number <= 2100)
    if not known or (
        before != "the" and behind is not None and words[at].space and parts.readings(behind.low) & parts.PLURAL and not parts.readings(behind.low) & parts.VERB
    ):
        return None
    return dated(scan, "numeric_dates.year", (at, at + 1), calendar.year_of(number), "")


def _decade(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    text = words[at].text
    step = at + 1 + (low_at(words, at + 1) in {"'", "\u2019"})
    if words[at].space or low_at(words, step) != "s" or not text.isdecimal() or not text.endswith("0") or len(text) not in {2, 4}:
        return None
    if len(text) == 2 and low_at(words, at - 1) not in {"the", "early", "late", "mid", "'", "\u2019"}:
        return None
    number = int(text) + (1900 if len(text) == 2 else 0)
    return dated(scan, "numeric_dates.decade", (at, step + 1), calendar.decade(number), "")


RULES: tuple[Rule[Timex], ...] = (
    Rule("numeric_dates.figures", "A date in figures, year first or last", lexicon.DIGITS, _iso,
         (("On 2025-05-28 it rained.", "DATE 2025-05-28"), ("Signed 5/28/2025.", "DATE 2025-05-28")), ("Call 214-31-4410.",)),
    Rule("numeric_dates.two_years", "A year that runs from one into the next", lexicon.DIGITS, _season_of_years,
         (("In 2005-06 it grew.", "DATE 2005/2006"), ("The 2023/24 budget.", "DATE 2023/2024")), ("In 2005-08-06.",)),
    Rule("numeric_dates.year_month", "A month in figures", lexicon.DIGITS, _year_month,
         (("Paid 2018-09 in full.", "DATE 2018-09"), ("Paid 04/2011 in full.", "DATE 2011-04")), ("Call 154-2003-2008.",)),
    Rule("numeric_dates.year_first", "A month behind its year", lexicon.DIGITS, _year_first,
         (("Paid 2012 August in full.", "DATE 2012-08"), ("Paid 2019, Feb in full.", "DATE 2019-02")), ("In 2012 August 4 was dry.",)),
    Rule("numeric_dates.compact", "A date in eight figures", lexicon.DIGITS, _compact,
         (("Filed 20140309 there.", "DATE 2014-03-09"), ("Filed 20250102.", "DATE 2025-01-02")), ("About 20141399 grains.",)),
    Rule("numeric_dates.quarter", "A quarter by its sign", lexicon.DIGITS, _quarter,
         (("In Q3 2024 it grew.", "DATE 2024-Q3"), ("In Q1 it fell.", "DATE 2025-Q1")), ("Q5 is hard.",)),
    Rule("numeric_dates.decade", "Ten years, by their first", lexicon.DIGITS, _decade,
         (("In the 1970s it grew.", "DATE 197"), ("In the '80s it fell.", "DATE 198")), ("All 1970 sheep.",)),
    Rule("numeric_dates.year", "A year behind a word that leads to one", lexicon.DIGITS, _year,
         (("Founded in 1931, it closed.", "DATE 1931"), ("Since 2004 it holds.", "DATE 2004")), ("They sent 1990 troops.", "It took 2000 soldiers.")),
)  # fmt: skip
