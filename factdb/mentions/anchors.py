"""What a date is counted from, the day of publication or the last date mentioned, and how one is made."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from factdb.mentions.calendar import Stretch
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

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
_LEADS = frozenset(("in", "on", "than", "to", *_ARTICLES, *_JOINTS, *_PHASES, *_BOUNDS))
_BESIDE = frozenset(("than", "since", "versus"))
_COMPARED = frozenset(("compared", "compares", "comparing"))
_STORY = 8  # so many time expressions on a full date still tells the year of its story
_MONTH = 31
_NEXT = 20  # so many tokens before a sentence, a date still sets its scene
_QUARTER = 3
_STATED = re.compile(r"[12]\d{3}\b")


def today(scan: Scan) -> date | None:
    """The day of publication, or that of the dispatch or speech whose text this is."""
    if scan.told_on is not None:
        return scan.told_on
    when = scan.published_on
    return when.date() if isinstance(when, datetime) else when


def mentioned(scan: Scan, precision: str | None = None) -> date | None:
    """The first day of the last date before this place that has one (of that precision); else the day of publication."""
    for timex in reversed(scan.timexes[-8:]):
        if timex.type in {"DATE", "TIME"} and timex.begin and precision in {None, timex.precision} and not _compares(scan.tokens.words, timex):
            return date.fromisoformat(timex.begin)
    return today(scan)


def _compares(words: Sequence[Word], timex: Timex) -> bool:
    """Whether a date only stands beside what is told, so that nothing is counted from it: "fewer than in 2022", "the worst since 2019"."""
    step = timex.first - 1
    step -= _low(words, step) in {"in", "the"}
    return _low(words, step) in _BESIDE or (_low(words, step) in {"to", "with"} and _low(words, step - 1) in _COMPARED)


def passage_year(scan: Scan, at: int) -> int | None:
    """The year that a date before this place states in the same sentence, which then goes for a date without one."""
    begin, _ = scan.tokens.sentence_of(at)
    for timex in reversed(scan.timexes[-3:]):
        if timex.first < begin:
            return None
        adjective = timex.precision == "year" and _low(scan.tokens.words, timex.first - 1) in {"the", "a", "s"}  # "the 2010 champions"
        if (
            timex.type == "DATE"
            and timex.until
            and not adjective
            and timex.precision in {"day", "month", "year"}
            and _STATED.search(scan.tokens.text, timex.start, timex.end)
        ):
            return int(timex.until[:4])
    return None


def story_year(scan: Scan, at: int, month: int) -> int | None:
    """The year of the last date before this sentence, where it is stated, close before, and tells of a month up to a quarter earlier."""
    near = scan.timexes[-1] if scan.timexes else None
    begin, _ = scan.tokens.sentence_of(at)
    if near is None or near.first >= begin or near.last < begin - _NEXT or near.precision not in {"day", "month"} or not near.until:
        return None
    ahead = month - int(near.until[5:7])
    return int(near.until[:4]) if 0 <= ahead <= _QUARTER and _STATED.search(scan.tokens.text, near.start, near.end) else None


def year_beside(scan: Scan, month_day: tuple[int, int]) -> int | None:
    """The year of a full date told before, from which a day is a month away at most: both belong to one story."""
    this_year = str(scan.published_on.year) if scan.published_on else ""
    for timex in reversed(scan.timexes[-_STORY:]):
        if (
            timex.begin
            and timex.precision == "day"
            and timex.begin[:4] != this_year
            and timex.type == "DATE"
            and _STATED.search(scan.tokens.text, timex.start, timex.end)
        ):
            year, month, day = int(timex.begin[:4]), int(timex.begin[5:7]), int(timex.begin[8:])
            return year if abs((month - month_day[0]) * _MONTH + day - month_day[1]) <= _MONTH else None
    return None


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at >= 0 else ""


def _edges(words: Sequence[Word], at: int) -> tuple[str | None, str | None]:
    """What stands before token `at`, behind one of the words that lead there: START, MID or END ("early", "the end of") and the modifier ("by")."""
    at -= 1
    at -= words[at].low in _ARTICLES
    mod = None
    step = at - (_low(words, at) in _JOINTS or (_low(words, at) in {"in", "on"} and _low(words, at - 1) in _ADVERBS))
    if _low(words, step) in _PHASES:
        mod, at = _PHASES[_low(words, step)], step - 1
        at -= _low(words, at) == "the"
    if _low(words, at) == "to":
        return mod, "at_most" if _low(words, at - 1) == "prior" else None
    if _low(words, at) == "than":
        return mod, {"later": "at_most", "earlier": "at_least"}.get(_low(words, at - 1))
    return mod, _BOUNDS.get(_low(words, at))


def timex(scan: Scan, rule: str, place: tuple[int, int], said: tuple[str, str], days: Stretch | None = None) -> Timex:
    """A Timex over the tokens of `place`; `said` is its type and value, `days` what it covers."""
    first, last = place
    made = Timex(first, last, scan.tokens.starts[first], scan.tokens.end(last - 1), rule, (), place, *said)
    if days is not None:
        made.begin = made.until = days.begin.isoformat()
        if days.until is not days.begin:
            made.until = days.until.isoformat()
        made.precision = days.precision
    if first and scan.tokens.words[first - 1].low in _LEADS:
        made.mod, made.modifier = _edges(scan.tokens.words, first)
    return made


def dated(scan: Scan, rule: str, place: tuple[int, int], days: Stretch | None, otherwise: str) -> Timex:
    """A DATE of these days, or of the open value `otherwise` where they are not known."""
    return timex(scan, rule, place, ("DATE", days.value if days else otherwise), days)
