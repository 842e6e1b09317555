"""What a date is counted from: the day of publication, the last date mentioned, and whether the clause looks ahead."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache

from factdb import lexicon
from factdb.mentions.calendar import Stretch
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_FAR = 12
_NEAR = 8
_INFINITE = frozenset(("be", "being", "to", "is", "are"))
_NOT_PRESENT = frozenset(("to", "did", "not", "t", "could", "couldn", "didn", "of", "and"))
_BE = frozenset(("is", "are"))
_LEADING = frozenset(("until", "till", "by"))
_BOUNDS = {
    "since": "at_least",
    "by": "at_most",
    "until": "at_most",
    "till": "at_most",
    "before": "at_most",
    "around": "about",
    "about": "about",
    "circa": "about",
}
_ARTICLES = frozenset(("the", "this"))
_ADVERBS = frozenset(("early", "earlier", "late", "later"))
_JOINTS = frozenset(("of", "-", "\u2010", "\u2011"))
_PHASES = {
    "early": "START",
    "earlier": "START",
    "start": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}
_STATED = re.compile(r"[12]\d{3}\b")


def today(scan: Scan) -> date | None:
    """The day of publication."""
    when = scan.published_on
    return when.date() if isinstance(when, datetime) else when


def mentioned(scan: Scan, precision: str | None = None) -> date | None:
    """The first day of the last date before this place that has one (of that precision); else the day of publication."""
    for timex in reversed(scan.timexes[-8:]):
        if timex.type in {"DATE", "TIME"} and timex.begin and precision in {None, timex.precision}:
            return date.fromisoformat(timex.begin)
    return today(scan)


def passage_year(scan: Scan, at: int) -> int | None:
    """The year that a date before this place states in the same sentence, which then goes for a date without one."""
    begin, _ = scan.tokens.sentence_of(at)
    for timex in reversed(scan.timexes[-3:]):
        if timex.first < begin:
            return None
        if timex.type == "DATE" and timex.until and timex.precision in {"day", "month", "year"} and _STATED.search(scan.tokens.text, timex.start, timex.end):
            return int(timex.until[:4])
    return None


@cache
def _cues() -> dict[str, bool]:
    ahead = dict.fromkeys(lexicon.groups("calendar.toml")["future"]["words"], True)
    return ahead | dict.fromkeys(lexicon.groups("calendar.toml")["past"]["words"], False)


@lru_cache(maxsize=20_000)
def _told(low: str) -> bool | None:
    """Whether a word tells of what is to come (True) or of what is over (False)."""
    told = _cues().get(low)
    if told is not None:
        return told
    kinds = parts.readings(low)
    return False if kinds & parts.PAST and not kinds & parts.VERB else None


def _nearest(words: Sequence[Word], places: range) -> bool | None:
    """What the first word that tells anything says; names tell nothing, nor do participles behind "is" and "to be"."""
    for here in places:
        word = words[here]
        if word.capital:
            continue
        told = _told(word.low)
        if told is not True and _is_planned(words, here, behind=places.step > 0):
            return True
        if told or (told is False and not (here and words[here - 1].low in _INFINITE)):
            return told
    return None


@cache
def _scheduled() -> Mapping[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in lexicon.groups("calendar.toml")["scheduled"].items()}


def _is_planned(words: Sequence[Word], at: int, behind: bool) -> bool:
    """ "opens", "agreed to": a verb of the calendar in the present, or a word of planning before an infinitive.

    Behind the date ("on Friday they agreed to meet") only "is to" plans for it.
    """
    low, to = words[at].low, at + 1 < len(words) and words[at + 1].low == "to"
    if to and (low in _BE if behind else low in _scheduled()["before_to"]):
        return bool(at + 2 < len(words) and parts.readings(words[at + 2].low) & parts.VERB)
    return low in _scheduled()["words"] and not (at and (words[at - 1].low in _NOT_PRESENT or parts.readings(words[at - 1].low) & parts.DETERMINER))


def looks_ahead(scan: Scan, at: int) -> bool:
    """Whether the nearest cue tells that the day is still to come."""
    return outlook(scan, at) or False


def outlook(scan: Scan, at: int) -> bool | None:
    """What the nearest cue tells, before the token in its sentence, else behind it: True of what is to come, None without a cue."""
    words = scan.tokens.words
    begin, end = scan.tokens.sentence_of(at)
    before = range(at - 1, max(begin, at - _FAR) - 1, -1)
    told = _nearest(words, before)
    if told is None:
        told = _nearest(words, range(at + 1, min(end, at + _NEAR)))
    if told is None and any(words[here].low in _LEADING for here in before):
        return True
    return told


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at >= 0 else ""


def _edges(words: Sequence[Word], at: int) -> tuple[str | None, str | None]:
    """What stands before token `at`: START, MID or END ("early", "the end of") and the modifier ("since", "by")."""
    at -= 1
    at -= _low(words, at) in _ARTICLES
    mod = None
    step = at - (_low(words, at) in _JOINTS or (_low(words, at) == "in" and _low(words, at - 1) in _ADVERBS))
    if _low(words, step) in _PHASES:
        mod, at = _PHASES[_low(words, step)], step - 1
        at -= _low(words, at) == "the"
    return mod, _BOUNDS.get(_low(words, at))


def timex(scan: Scan, rule: str, place: tuple[int, int], said: tuple[str, str], days: Stretch | None = None) -> Timex:
    """A Timex over the tokens of `place`; `said` is its type and value, `days` what it covers."""
    first, last = place
    start, end = scan.tokens.span(first, last)
    made = Timex(first, last, start, end, rule, (), place, *said)
    if days is not None:
        made.begin, made.until, made.precision = days.begin.isoformat(), days.until.isoformat(), days.precision
    made.mod, made.modifier = _edges(scan.tokens.words, first)
    return made


def dated(scan: Scan, rule: str, place: tuple[int, int], days: Stretch | None, otherwise: str) -> Timex:
    """A DATE of these days, or of the open value `otherwise` where they are not known."""
    return timex(scan, rule, place, ("DATE", days.value if days else otherwise), days)
