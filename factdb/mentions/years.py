"""Years and what is written as years: "in 1931", "2005-06", "1914-18", "FY24", "nineteen ninety-four", "the 1970s"."""

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated
from factdb.mentions.date_words import full_year, low_at, short_year, year_at, year_number
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_OPENERS = frozenset(
    ("in", "since", "of", "by", "from", "until", "till", "during", "before", "after", "between", "through", "year", "early", "late", "mid", "the",
     "fy", "fiscal", "financial", "calendar", "circa", "throughout", "half", "week", "born", "died", "dated")
)  # fmt: skip
_HEDGES = frozenset(("about", "around", "approximately", "roughly", "least", "as", "than"))
_TIMELY = frozenset(("early", "late", "recently", "back", "long", "soon"))
_OWNERS = frozenset(("a", "an", "his", "her", "its", "their", "our", "my", "this", "s"))
_WORD_OPENERS = frozenset(("in", "since", "by", "until", "during", "year", "from", "before", "after", "to", "and"))
_QUOTES = frozenset("'\u2018\u2019")
_CLOSED_BY = frozenset("'\u2019%")
_SHORT_OPENERS = frozenset(("in", "since", "of", "by", "the", "until", "early", "late", "from"))
_CLAUSE = frozenset(("and", "but", "that", "while", "as", "if", "because"))
_MADE = frozenset(("built", "era", "made", "model", "vintage"))  # "a 2022-built ship"
_TO = frozenset(("to", "-", "\u2013", "~", "through", "until", "till"))
_LAST_HUNDREDS = 1950
_FIRST_LIKELY, _RECENT, _LAST_LIKELY = 1500, 1900, 2100


def _two_years(scan: Scan, at: int) -> Timex | None:
    """ "2005-06", "2023/24": a year that runs from the one into the other; "1914-18": the years from the one to the other."""
    words, number = scan.tokens.words, year_number(scan.tokens.words, at)
    if number is None or low_at(words, at + 1) not in {"-", "\u2013", "/"} or words[at].space or at + 2 >= len(words):
        return None
    tail = words[at + 2].text
    if words[at + 1].text == "/" and year_number(words, at + 2) == number + 1:
        tail = tail[2:]
    if len(tail) != 2 or not tail.isdecimal() or low_at(words, at + 3) in {"-", "/"} or low_at(words, at - 1) in {"-", "/"}:
        return None
    last = number // 100 * 100 + int(tail)
    following = (number + 1) % 100 == int(tail)
    if not following and (not number < last or int(tail) <= 12 or words[at + 1].text == "/" or number < _FIRST_LIKELY):
        return None
    last = number + 1 if following else last
    return dated(scan, "years.two", (at, at + 3), calendar.months(number, 1, (last - number + 1) * 12, f"{number}/{last}", "year"), "")


def _counts(behind: Word) -> bool:
    """Whether a word behind a figure makes it an amount or a part of a longer figure."""
    return bool(behind.classes & (lexicon.PERCENT | lexicon.SCALE | lexicon.CURRENCY | lexicon.UNIT | lexicon.TIME_UNIT)) or behind.text in {"-", "/", ":"}


def _plural(word: Word) -> bool:
    bits = parts.readings(word.low)
    return bool(bits & parts.PLURAL) and not bits & parts.VERB


def _year(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    number = year_number(words, at)
    if number is None or (
        at
        and words[at - 1].text != "("
        and (
            words[at - 1].classes & (lexicon.CURRENCY | lexicon.NUMBER_SIGN)
            or words[at - 1].text in {"#", "/"}
            or (words[at - 1].text == "." and not words[at - 1].space)
        )
    ):
        return None
    before = low_at(words, at - 1)
    until = _LAST_LIKELY if low_at(words, at + 2) in {"present", "now", "today", "date"} else year_number(words, at + 2) or 0
    spans = low_at(words, at + 1) in _TO and _FIRST_LIKELY <= number <= until
    if _counts_range(words, at):
        return None
    closes = before in _TO and _FIRST_LIKELY <= (year_number(words, at - 2) or 0) <= number and low_at(words, at - 3) not in {"-", "/"}
    if low_at(words, at + 1) == "-" and (closes or low_at(words, at + 3) == "-"):
        return None
    listed = (
        before in {",", "and", "or", "&", "vs", "versus"} and bool(scan.timexes) and scan.timexes[-1].last == at - 1 and scan.timexes[-1].rule == "years.year"
    )
    if not ((spans and before != "-") or closes or (listed and not _counted(words, at))) and not _led(words, at, number):
        return None
    return dated(scan, "years.year", (at, at + 1), calendar.year_of(number), "")


def _counts_range(words: list[Word], at: int) -> bool:
    """Whether a figure is the first of two that count something: "from 1200 to 1500 people", "between 1900 and 2000 homes"."""
    linked = low_at(words, at + 1) in {"to", "and"} and year_number(words, at + 2) is not None
    return linked and low_at(words, at - 1) in {"from", "between"} and _counted(words, at + 2)


def _leads_further(words: list[Word], at: int) -> bool:
    """Whether a hedge at a token stands where a year does: "in about", "since at least", "as early as", "later than", "Around"."""
    low, before = words[at].low, low_at(words, at - 1)
    if low == "as":
        return before in _TIMELY
    if low == "least" or low == "latest":
        return before in {"at", "the"} and low_at(words, at - 2) in _OPENERS
    if low == "than":
        return before in {"later", "earlier"}
    return before in _OPENERS or before in {"from", "to"} or at == 0 or bool(words[at - 1].classes & lexicon.STOP)


def _counted(words: list[Word], at: int) -> bool:
    """Whether the word behind a figure could be counted by it."""
    return at + 1 < len(words) and words[at].space and (_counts(words[at + 1]) or _plural(words[at + 1]))


def _led(words: list[Word], at: int, number: int) -> bool:
    """Whether the words around a figure make it a year: one that leads to it, and none behind it that it could count."""
    before, behind = low_at(words, at - 1), words[at + 1] if at + 1 < len(words) else None
    if before == "-" and low_at(words, at - 2) in {"mid", "late", "early", "pre", "post", "end"}:
        return True
    if before in _HEDGES and _leads_further(words, at - 1) and _FIRST_LIKELY <= number <= _LAST_LIKELY:
        before = "in"
    if before in {"a", "an", "the"} and behind is not None and behind.text == "-" and low_at(words, at + 2) in _MADE:
        return _RECENT <= number <= _LAST_LIKELY
    if before == "-" or (behind is not None and _counts(behind) and (behind.text != "-" or before not in _OPENERS)):
        return False
    likely = _FIRST_LIKELY <= number <= _LAST_LIKELY
    if before == "." and low_at(words, at - 2) in {"b", "d", "c", "ca", "est"}:
        return likely
    subject = _subject(behind) and (before in _CLAUSE or not before.isalpha())
    if before in {"for", "with", "against"} or subject:
        ends = behind is None or not behind.text[0].isalpha() or bool(parts.readings(behind.low) & parts.CLOSED)
        return _RECENT <= number <= _LAST_LIKELY and (ends or subject)
    if _owns(words, at + 1) and not words[at].space:
        return _RECENT <= number <= _LAST_LIKELY
    if before in _OWNERS:
        return likely and behind is not None and words[at].space and _owned(behind)
    if before not in _OPENERS and not (before in {"(", "and", "to", "or", "ca"} and likely):
        return False
    if behind is None or not words[at].space or not _plural(behind):
        return True
    return before == "the" and number % 100 != 0


def _owns(words: list[Word], at: int) -> bool:
    """Whether "'s" stands at a token."""
    return low_at(words, at) in {"'", "\u2019"} and low_at(words, at + 1) == "s"


def _subject(behind: Word | None) -> bool:
    """Whether a verb that only a year or a person could be the subject of stands behind: "2016 was"."""
    return behind is not None and behind.low in {"was", "is", "will", "saw", "brought", "has", "had"}


def _owned(behind: Word) -> bool:
    """Whether a word behind "a 1994" is a noun or an adjective in the singular."""
    bits = parts.readings(behind.low)
    return not behind.capital and bool(bits & (parts.NOUN | parts.ADJECTIVE)) and not bits & (parts.CLOSED | parts.PLURAL) and behind.text[0].isalpha()


def _short(scan: Scan, at: int) -> Timex | None:
    """ "in '98", "the '94 strike"; "a '50 percent' rule" and "the '80s" are none."""
    words = scan.tokens.words
    found = short_year(words, at)
    if found is None or low_at(words, at - 1) not in _QUOTES or words[at - 1].space or low_at(words, at - 2) not in _SHORT_OPENERS:
        return None
    if at + 1 < len(words) and (words[at + 1].text[0] in _CLOSED_BY or not words[at].space or _counts(words[at + 1])):
        return None
    return dated(scan, "years.short", (at, at + 1), calendar.year_of(found[0]), "")


def _fiscal(scan: Scan, at: int) -> Timex | None:
    """ "FY24", "FY 2024"; "CY24"."""
    words = scan.tokens.words
    if low_at(words, at - 1) not in {"fy", "cy"} or not words[at].text.isdecimal() or words[at].size != 2:
        return None
    return dated(scan, "years.fiscal", (at - 1, at + 1), calendar.year_of(2000 + int(words[at].text)), "")


def _in_words(scan: Scan, at: int) -> Timex | None:
    """ "in two thousand and six", "since nineteen ninety-four"; "in two thousand homes" is none."""
    words = scan.tokens.words
    if low_at(words, at - 1) not in _WORD_OPENERS:
        return None
    found = year_at(scan, at)
    if found is None:
        return None
    number, last = found
    if low_at(words, at - 1) in {"to", "and"} and not (scan.timexes and scan.timexes[-1].last == at - 1 and scan.timexes[-1].precision == "year"):
        return None
    behind = words[last] if last < len(words) else None
    if behind is not None and (_counts(behind) or _plural(behind) or behind.classes & (lexicon.DIGITS | lexicon.CARDINAL)):
        return None
    return dated(scan, "years.in_words", (at, last), calendar.year_of(number), "")


def _decade(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    text = words[at].text
    step = at + 1 + (low_at(words, at + 1) in {"'", "\u2019"})
    if words[at].space or low_at(words, step) != "s" or not text.isdecimal() or not text.endswith("0") or len(text) not in {2, 4}:
        return None
    if len(text) == 2 and (low_at(words, at - 1) not in {"the", "early", "late", "mid", "'", "\u2019", "`"} or _is_age(words, at)):
        return None
    number = full_year(int(text))
    if len(text) == 4 and not _FIRST_LIKELY - 500 <= number <= _LAST_LIKELY:
        return None
    hundred = number % 100 == 0 and number < _LAST_HUNDREDS  # "the 1800s"; "the 2000s" are ten years
    return dated(scan, "years.decade", (at, step + 1), calendar.century(number) if hundred else calendar.decade(number), "")


def _is_age(words: list[Word], at: int) -> bool:
    """Whether tens of years are somebody's: "in his early 40s"."""
    step = at - 1 - (low_at(words, at - 1) == "-")
    return low_at(words, step) in {"early", "mid", "late"} and low_at(words, step - 1) in _OWNERS - {"a", "an", "s", "this"}


RULES: tuple[Rule[Timex], ...] = (
    Rule("years.two", "A year that runs from one into the next, or the years from one to another", lexicon.DIGITS, _two_years,
         (("In 2005-06 it grew.", "DATE 2005/2006"), ("The 2023/24 budget.", "DATE 2023/2024"), ("The 1914-18 war.", "DATE 1914/1918")),
         ("In 2005-08-06.", "In 2005-09."), behind=frozenset("-\u2013/")),
    Rule("years.decade", "Ten years, by their first", lexicon.DIGITS, _decade,
         (("In the 1970s it grew.", "DATE 197"), ("In the '80s it fell.", "DATE 198")), ("All 1970 sheep.",), behind=frozenset("'\u2019s")),
    Rule("years.short", "A year by two figures behind an apostrophe", lexicon.DIGITS, _short,
         (("In '98 it grew.", "DATE 1998"), ("The '94 strike hurt.", "DATE 1994")), ("A '50 percent' rule.", "In '98 percent of cases'.", "In the '80s.")),
    Rule("years.fiscal", "A fiscal year by two figures", lexicon.DIGITS, _fiscal,
         (("In FY24 it grew.", "DATE 2024"), ("Its FY25 plan.", "DATE 2025")), ("In F24.",)),
    Rule("years.year", "A year behind a word that leads to one", lexicon.DIGITS, _year,
         (("Founded in 1931, it closed.", "DATE 1931"), ("Since 2004 it holds.", "DATE 2004"), ("A 1994 law bans it.", "DATE 1994")),
         ("They sent 1990 troops.", "It took 2000 soldiers.", "They lost the 2000 soldiers.")),
    Rule("years.in_words", "A year in words behind a word that leads to one", lexicon.CARDINAL, _in_words,
         (("In two thousand and six it shut.", "DATE 2006"), ("Since nineteen ninety-four it holds.", "DATE 1994")),
         ("In two thousand homes.", "By twenty people.")),
)  # fmt: skip
