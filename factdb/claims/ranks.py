"""Ordinals that say something checkable: places in an order, editions, anniversaries."""

from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity


def _ordinal(context: Context, q: Quantity) -> Reading:  # noqa: ARG001  every rule is asked with the context
    of = q.unit_phrase or q.of
    return Reading({"of": of}, of)


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="ranks.ordinal",
        kind="rank",
        says="An ordinal before a noun.",
        weight=0.2,
        on=frozenset(("ordinal",)),
        read=_ordinal,
        takes=(
            ("Oslo hosted the 46th summit of the league.", "46th"),
            ("Peru has the second-largest mine.", "second"),
        ),
        refuses=("The firm hired 40 engineers.",),
    ),
)
