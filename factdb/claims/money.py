"""Sums of money that are no trade: loans, debt, spending, prices, revenue, aid."""

from factdb.claims import periods
from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity


def _other_sum(context: Context, q: Quantity) -> Reading:
    return Reading({"role": q.of}, q.of, periods.of_figure(context, q))


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="money.other_sum",
        kind="money_amount",
        says="An amount of money with no word of trade beside it.",
        weight=0.38,
        on=frozenset(("money",)),
        read=_other_sum,
        takes=(
            ("The ministry spent 40 million euros on schools.", "40 million euros"),
            ("A ticket costs $12.", "$12"),
        ),
        refuses=("Norway's exports to Peru reached 3.2 billion dollars.", "The firm hired 40 engineers."),
    ),
)
