"""The parts of a date as they are written: the day, the month and the year, in figures or in words."""

from factdb import lexicon
from factdb.mentions.mention import Number
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

HYPHENS = frozenset("-\u2010\u2011\u2013\u2014/~")
TO = HYPHENS | {"to", "till", "until", "through", "thru"}
AND = frozenset(("and", "or", "&", ","))
_WORDS_TOO = frozenset(("may", "march", "mar", "sun", "sat"))
_FULL_NAMES = frozenset(("may", "june", "july"))
_YEAR_WORDS = frozenset(("year", "fiscal", "financial", "calendar", "fy"))
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_QUOTES = frozenset("'\u2019\u2018`")
_CENTURY_TURN = 30  # "'29" is 2029, "'30" is 1930
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def low_at(words: list[Word], at: int) -> str:
    """The lower-cased word at a token; empty outside the text."""
    return words[at].low if 0 <= at < len(words) else ""


def figure_day(words: list[Word], at: int) -> tuple[int, int] | None:
    """The day of the month in figures at a token and the token behind it: "26", "4th"."""
    if not 0 <= at < len(words) or words[at].size > 2 or not words[at].text.isdecimal():
        return None
    number = int(words[at].text)
    last = at + 1 + (not words[at].space and low_at(words, at + 1) in _ENDINGS)
    return (number, last) if 1 <= number <= 31 else None


def day_at(scan: Scan, at: int) -> tuple[int, int] | None:
    """The same, in ordinal words too: "the twenty-sixth"."""
    words = scan.tokens.words
    step = at + (low_at(words, at) == "the")
    number = scan.numbers.get(step)
    if number is not None and number.form == "ordinal" and _is_day(number):
        return int(number.value), number.last
    return figure_day(words, at)


def day_before(scan: Scan, at: int) -> tuple[Number, int] | None:
    """The number of a day that ends before a token and its first token: "26", "4th", "twenty-second", "fifteen"."""
    number = scan.number_ends.get(at)
    if number is None or not _is_day(number) or (number.form == "digits" and number.last - number.first > 1):
        return None
    return number, number.first


def _is_day(number: Number) -> bool:
    return number.form in {"digits", "words", "ordinal"} and number.value % 1 == 0 and 1 <= number.value <= 31


def year_number(words: list[Word], at: int) -> int | None:
    """The year that a token of four digits may name."""
    if 0 <= at < len(words) and words[at].size == 4 and words[at].text.isdecimal():
        number = int(words[at].text)
        return number if _FIRST_YEAR <= number <= _LAST_YEAR else None
    return None


def year_at(scan: Scan, at: int) -> tuple[int, int] | None:
    """A year and the token behind it: "2011", "two thousand and eleven", "nineteen ninety-four", "'87"."""
    words = scan.tokens.words
    number = year_number(words, at)
    if number:
        return number, at + 1
    if low_at(words, at) in _QUOTES and not words[at].space:
        return short_year(words, at + 1)
    return _year_in_words(scan, at)


def short_year(words: list[Word], at: int) -> tuple[int, int] | None:
    """ "87" as the year of a century near by."""
    if at >= len(words) or words[at].size != 2 or not words[at].text.isdecimal():
        return None
    return full_year(int(words[at].text)), at + 1


def full_year(number: int) -> int:
    """The year that two figures stand for."""
    return number if number > 99 else number + (1900 if number >= _CENTURY_TURN else 2000)


def _year_in_words(scan: Scan, at: int) -> tuple[int, int] | None:
    number = scan.numbers.get(at)
    if number is None or number.form != "words" or number.value % 1:
        return None
    if _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return int(number.value), number.last
    if not 10 <= number.value <= 21 or number.last - number.first > 1:
        return None
    zero = low_at(scan.tokens.words, number.last) in {"oh", "o"}
    tail = scan.numbers.get(number.last + zero)
    if tail is None or tail.form != "words" or not (1 <= tail.value <= 9 if zero else 10 <= tail.value <= 99):
        return None
    return int(number.value) * 100 + int(tail.value), tail.last


def year_behind(scan: Scan, at: int) -> tuple[int | None, int]:
    """ ", 2025", "of 2025", "2025", "of '87" from a token on: the year and the token behind it."""
    words = scan.tokens.words
    led = low_at(words, at) in {",", "of", "in"}
    step = at + led
    while low_at(words, step) in _YEAR_WORDS and step < at + 4:
        step += 1
    found = year_at(scan, step) or (short_year(words, step) if low_at(words, step - 1) == "fy" else None)
    if found is None and led and words[at].low == "of" and not _counted(words, at + 2):
        found = short_year(words, at + 1)
    return found or (None, at)


def _counted(words: list[Word], at: int) -> bool:
    """Whether a word could be counted by the figure before it."""
    return at < len(words) and (words[at].text[0].isalpha() or words[at].text == "%")


def month_number(words: list[Word], at: int) -> int:
    """1 to 12 for the month at a token."""
    found: int = lexicon.groups("calendar.toml")["month"][words[at].low]
    return found


def named(word: Word, alone: bool = False) -> bool:
    """Whether a word is meant as a month or weekday: with a capital, or no other word; `alone` asks for its full length too."""
    return word.capital or (word.low not in _WORDS_TOO and (word.size > 4 or (word.low in {"june", "july"}) or not alone))


def behind_month(words: list[Word], at: int) -> int:
    """The token behind a month, with the full stop of "Aug."."""
    short = words[at].size <= 4 and words[at].low not in _FULL_NAMES
    return at + 1 + (short and low_at(words, at + 1) == "." and not words[at].space)


def pointer_before(words: list[Word], at: int) -> str:
    """The lower-cased word before a token, which may point to it; "that" only where no verb has it for a conjunction ("said that April")."""
    low = low_at(words, at - 1)
    if low != "that" or at < 2 or not words[at - 2].text[0].isalpha() or parts.readings(words[at - 2].low) & parts.PREPOSITION:
        return low
    return ""


def is_month(words: list[Word], at: int) -> bool:
    return 0 <= at < len(words) and bool(words[at].classes & lexicon.MONTH) and named(words[at])
