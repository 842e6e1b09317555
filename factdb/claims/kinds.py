"""Which kind of claim a number or a date makes: the kinds in order, the most specific first; the first whose rule reads it wins.

A new kind is a file with its `RULES`, listed here.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from factdb.claims import casualties, changes, counts, dates, durations, events, measurements, meetings, money, ranks, shares, trade
from factdb.claims.build import date_claim, number_claim
from factdb.claims.claim import Claim
from factdb.claims.context import Context
from factdb.claims.rule import KindRule
from factdb.mentions.mention import Quantity, Timex

NUMBER_RULES: tuple[KindRule[Quantity], ...] = (
    *changes.RULES,
    *casualties.RULES,
    *trade.RULES,
    *shares.RULES,
    *money.RULES,
    *measurements.RULES,
    *durations.RULES,
    *ranks.RULES,
    *counts.RULES,
)
DATE_RULES: tuple[KindRule[Timex], ...] = (*meetings.RULES, *events.RULES)
_DATE = "date"
_ALWAYS = 1  # the cue that every sentence has, for rules that need no word


def claim_of(context: Context, mention: Quantity | Timex) -> Claim | None:
    """The claim of a mention; they are asked in the order of the text, since a figure can take up what the one before it was about."""
    if mention.first >= context.here.last:
        context.enter(mention)
        context.here.cues = _cues(context.here.low)
    return _of_number(context, mention) if isinstance(mention, Quantity) else _of_date(context, mention)


def _of_number(context: Context, q: Quantity) -> Claim | None:
    """The claim of a quantity; None where it is only a label, an idiom or a reference back."""
    cues = context.here.cues
    for need, rule in _rules(q.dimension):
        if need & cues:
            reading = rule.read(context, q)
            if reading is not None:
                context.before = context.latest[rule.kind] = number_claim(context, q, rule, reading)
                return context.before
    return None


def _of_date(context: Context, t: Timex) -> Claim | None:
    """The claim of a date expression; None where it is the period of a figure or only heads a dispatch."""
    if not dates.is_claim(context, t):
        return None
    cues = context.here.cues
    for need, rule in _rules(_DATE):
        if need & cues:
            reading = rule.read(context, t)
            if reading is not None:
                context.latest[rule.kind] = claim = date_claim(context, t, rule, reading)
                return claim
    return None


def _cues(low: list[str]) -> int:
    """What the words of a sentence can wake, read once for all rules: bit n is whether it holds a word of set n of those that rules need."""
    table, found = _cue_words(), _ALWAYS
    for word in table.keys() & low:
        found |= table[word]
    return found


@cache
def _cue_words() -> Mapping[str, int]:
    """Each word that wakes rules to the bits of the sets that have it."""
    table: dict[str, int] = {}
    for n, near in enumerate(_near(), 1):
        for low in near:
            table[low] = table.get(low, 0) | 1 << n
    return table


@cache
def _near() -> tuple[frozenset[str], ...]:
    """The sets of words that rules need, each once."""
    rules: tuple[KindRule[Any], ...] = (*NUMBER_RULES, *DATE_RULES)
    return tuple(dict.fromkeys(rule.near() for rule in rules if rule.near))


@cache
def _rules(sort: str) -> tuple[tuple[int, KindRule[Any]], ...]:
    """The rules of a sort (a dimension of quantity, or that of dates) in order, each with the cue that wakes it."""
    rules: tuple[KindRule[Any], ...] = DATE_RULES if sort == _DATE else tuple(rule for rule in NUMBER_RULES if sort in rule.on)
    return tuple((_ALWAYS if rule.near is None else 2 << _near().index(rule.near()), rule) for rule in rules)
