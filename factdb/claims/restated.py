"""A sum that only says the one before it again in other money: "818 million yen (6.5 million dollars)"."""

from factdb.claims.claim import Claim
from factdb.claims.context import Context
from factdb.claims.rule import Reading
from factdb.mentions.mention import Quantity

_AGAINST = frozenset(("from", "with", "against", "versus", "than"))
_JOINING = frozenset(("and", "but", "while"))
_LONGEST = 12
_LINKS = (["("], [",", "or"], ["or"])


def same_sum(context: Context, q: Quantity, kind: str) -> Claim | None:
    """The claim of a kind right before, which a sum repeats."""
    before = context.before
    if before is None or before.source is None or before.kind != kind or q.first - before.source.last not in (1, 2):
        return None
    return before if context.lows[before.source.last : q.first] in _LINKS else None


def restated(kind: str, context: Context, q: Quantity) -> Reading | None:
    """The reading of the claim that a sum repeats."""
    before = same_sum(context, q, kind)
    return Reading(before.fields, before.subject, before.period) if before else None


def compared(context: Context, q: Quantity, kind: str) -> Claim | None:
    """The claim of a kind before in the sentence with which a figure is compared: "40 tonnes, up from 30 tonnes a year earlier"."""
    before = context.before
    if before is None or before.source is None or before.kind != kind or before.source.first < context.here.first:
        return None
    between = context.lows[before.source.last : q.first]
    return before if between and len(between) <= _LONGEST and between[-1] in _AGAINST and _JOINING.isdisjoint(between) else None
