"""A month's name without day or year: whether it is meant as one, and which month of which year it is."""

from functools import partial
from itertools import pairwise

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import mentioned, passage_year, story_year, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import AND, HYPHENS, TO, behind_month, is_month, low_at, named, pointer_before
from factdb.mentions.outlook import lead, outlook
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_SOON = 2
_FIGURE = 7  # so many tokens on "from" stands before a figure and its month
_TOLD = frozenset(("previous", "following", "same", "that"))
POINTERS = _TOLD | {"last", "next", "this", "past", "coming"}
_OPENERS = POINTERS | {"in", "since", "of", "by", "from", "to", "until", "till", "during", "before", "after", "through", "early", "late", "mid", "between"}
_FROM_ON = frozenset(("from", "until", "till", "by", "through", "for"))
_PHASES = frozenset(("mid", "end", "late", "early"))
_TO = HYPHENS | {"to", "through"}
_CONTRACTS = frozenset(("delivery", "contract", "contracts", "futures", "settlement"))
_OTHERS = frozenset(("march", "august", "april", "june", "may"))


_planned = partial(lexicon.word_set, "calendar.toml", "scheduled", "before_for")


def is_second(scan: Scan, at: int) -> bool:
    """Whether a month is the second of two: "in February and March"."""
    near = scan.timexes[-1] if scan.timexes and low_at(scan.tokens.words, at - 1) in AND else None
    return near is not None and near.last == at - 1 and near.rule == "calendar_dates.month" and near.precision == "month"


def stands_alone(words: list[Word], at: int) -> bool:
    """Whether a month without day or year is meant as one: short forms and other words need a word that leads to a month."""
    word, before, behind = words[at], low_at(words, at - 1), low_at(words, at + 1)
    hyphenated = low_at(words, behind_month(words, at)) in _TO and is_month(words, behind_month(words, at) + 1)
    if not named(word, alone=True) and not hyphenated:
        return False
    if word.size > 3 and word.low not in _OTHERS:
        return True
    planned = before == "for" and low_at(words, at - 2) in _planned()
    ranging = before in HYPHENS and (low_at(words, at - 2) in _PHASES or is_month(words, at - 2 - 2 * (low_at(words, at - 2) == "to")))
    superlative = before.endswith("est") and bool(parts.readings(before) & parts.ADJECTIVE)  # "the hottest May"
    if before in _OPENERS or planned or hyphenated or ranging or superlative:
        return not (word.size <= 3 and at + 1 < len(words) and words[at + 1].capital)
    if at + 1 == len(words) or words[at + 1].capital:
        return False
    bits = parts.readings(behind)
    if before == "the":
        return bool(bits & (parts.NOUN | parts.PLURAL))
    return word.size > 3 and (at == 0 or bool(words[at - 1].classes & lexicon.STOP)) and bool(bits & parts.PLURAL) and not bits & (parts.VERB | parts.THIRD)


def pointer(words: list[Word], at: int) -> str:
    """The lower-cased word before a month, which may point to it; empty where it points to the noun behind: "the previous June record"."""
    before = pointer_before(words, at)
    return "" if before in {"previous", "same"} and _numbers_noun(words, at + 1) else before


def month_meant(scan: Scan, at: int, number: int) -> Stretch | None:
    """The month by what points to it, by the cue before it, or the one soon to come before the one long past."""
    now, before = today(scan), pointer(scan.tokens.words, at)
    if now is None:
        return None
    if before in {"last", "past"}:
        return calendar.month(now.year - (number >= now.month), number)
    if before in {"next", "coming"}:
        return calendar.month(now.year + (number <= now.month), number)
    if before == "this":
        return calendar.month(now.year, number)
    if before in _TOLD:
        return _from_told(scan, number, before)
    ahead = _delivered(scan.tokens.words, at) or (before == "of" and low_at(scan.tokens.words, at - 2) == "ahead") or lead(scan, at)
    if before == "in" and _is_base(scan.tokens.words, at):
        ahead = False
    told = outlook(scan, at) if ahead is None else ahead
    stated = None if ahead or before in POINTERS else passage_year(scan, at) or (None if told else story_year(scan, at, number))
    if stated and (told or (stated, number) <= (now.year, now.month)):
        return calendar.month(stated, number)
    soon = (number - now.month) % 12 <= _SOON
    if soon and before == "from" and low_at(scan.tokens.words, at + 1) not in TO:
        ahead = True  # "the cut from February", whatever was said of it
    elif ahead is None:
        ahead = soon if told is None or (soon and before in _FROM_ON) else told
    if ahead:
        return calendar.month(now.year + (number < now.month), number)
    return calendar.month(now.year - (number > now.month), number)


def _is_base(words: list[Word], at: int) -> bool:
    """Whether a month is that of the figure which a change or forecast starts from: "will slow to 2 percent from 2.4 percent in April"."""
    near = words[max(at - _FIGURE, 0) : at - 1]
    return any(word.low == "from" and behind.classes & lexicon.DIGITS for word, behind in pairwise(near))


def _numbers_noun(words: list[Word], at: int) -> bool:
    """Whether a noun stands at a token, to which the words before the month belong as well."""
    bits = parts.readings(low_at(words, at)) if at < len(words) and not words[at].capital else 0
    return bool(bits & (parts.NOUN | parts.PLURAL)) and not bits & (parts.CLOSED | parts.FINITE)


def _from_told(scan: Scan, number: int, pointer: str) -> Stretch | None:
    """ "the previous August", "that April": counted from the last date mentioned."""
    base = mentioned(scan)
    if base is None:
        return None
    if pointer == "previous":
        return calendar.month(base.year - (number >= base.month), number)
    return calendar.month(base.year + (number <= base.month if pointer == "following" else 0), number)


def _delivered(words: list[Word], at: int) -> bool:
    """Whether a month is the one that goods of a futures contract are delivered in: "oil for delivery in March", "the March contract"."""
    return low_at(words, at + 1) in _CONTRACTS or low_at(words, at - 2) in _CONTRACTS
