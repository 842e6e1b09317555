"""The days on which what harmed people happened, as an article tells them: "Thursday's blast", "the ferry sank on May 3 in a storm"."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factdb.checks import words
from factdb.checks.statement import Statement
from factdb.text.tokens import Tokens

Days = tuple[date, date]
_SHARP = ("day", "week")
_DAY = timedelta(days=1)


class Incident(NamedTuple):
    """The token at which a date of an incident stands, and its first and last day."""

    at: int
    days: Days


def incidents(tokens: Tokens, low: Sequence[str], claims: Iterable[Statement]) -> list[Incident]:
    """The dates that stand nearest to a word for what harms, each in its sentence, in the order of the text; "said on Thursday" is no such date."""
    dates = [Incident(bisect_left(tokens.starts, claim.start), _days(claim)) for claim in claims if _sharp(claim)]
    dates = [one for one in dates if words.sayings().isdisjoint(tokens.lows[max(0, one.at - 2) : one.at])]
    found: set[Incident] = set()
    for begin, end in sorted({tokens.sentence_of(one.at) for one in dates}):
        here = [one for one in dates if begin <= one.at < end]
        found.update(min(here, key=lambda one: abs(one.at - at)) for at in range(begin, end) if low[at] in words.harms())
    return sorted(found)


def _sharp(claim: Statement) -> bool:
    return claim.kind == "event_date" and claim.precision in _SHARP and claim.date_start is not None


def _days(claim: Statement) -> Days:
    first = date.fromisoformat(claim.date_start or "")
    return first, date.fromisoformat(claim.date_end) if claim.date_end else first


def happened(told: Sequence[Incident], at: int, spans: Iterable[tuple[int, int]]) -> Days | None:
    """The days of the incident that a figure at a token is of: of the nearest date in the first of these spans of tokens that has one."""
    for begin, end in spans:
        here = [one for one in told if begin <= one.at < end]
        if here:
            return min(here, key=lambda one: abs(one.at - at)).days
    return None


def days_after(one: Days | None, two: Days | None) -> bool:
    """Whether both are known and the first begin later than the day after the second: one story may be told a day off."""
    return one is not None and two is not None and one[0] > two[1] + _DAY
