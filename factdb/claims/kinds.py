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
from factdb.mentions.mention import Mention, Quantity, Timex

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
_DATE = "date"
DATE_RULES: tuple[KindRule[Timex], ...] = (*meetings.RULES, *events.RULES)


def of_number(context: Context, q: Quantity) -> Claim | None:
    """The claim of a quantity; None where it is only a label, an idiom or a reference back."""
    for rule in _awake(context, q, q.dimension):
        reading = rule.read(context, q)
        if reading is not None:
            context.before = context.latest[rule.kind] = number_claim(context, q, rule, reading)
            return context.before
    return None


def of_date(context: Context, t: Timex) -> Claim | None:
    """The claim of a date expression; None where it is the period of a figure or only heads a dispatch."""
    if not dates.is_claim(context, t):
        return None
    for rule in _awake(context, t, _DATE):
        reading = rule.read(context, t)
        if reading is not None:
            return date_claim(context, t, rule, reading)
    return None


def _awake(context: Context, mention: Mention, sort: str) -> list[KindRule[Any]]:
    """The rules that wake on a sort of mention in its sentence, in order; found once for each sentence."""
    sentence = context.sentence(mention)
    found: list[KindRule[Any]] | None = sentence.awake.get(sort)
    if found is None:
        rules, absent = _waking().get(sort, ()), sentence.words.isdisjoint
        found = sentence.awake[sort] = [rule for rule, near in rules if near is None or not absent(near)]
    return found


@cache
def _waking() -> Mapping[str, tuple[tuple[KindRule[Any], frozenset[str] | None], ...]]:
    """The rules by the dimension of quantity that they wake on, and those of dates, each with the words that it needs."""
    rules: tuple[KindRule[Any], ...] = (*NUMBER_RULES, *DATE_RULES)
    needs = [(rule, rule.near() if rule.near else None) for rule in rules]
    sorts = {on for rule in NUMBER_RULES for on in rule.on}
    return {sort: tuple(need for need in needs if sort in need[0].on) for sort in sorts} | {_DATE: tuple(need for need in needs if not need[0].on)}
