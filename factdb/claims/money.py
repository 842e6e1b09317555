"""Sums of money that are no trade: loans, debt, spending, prices, revenue, aid."""

from functools import partial

from factdb.claims import periods
from factdb.claims.context import Context
from factdb.claims.restated import restated
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity


def _other_sum(context: Context, q: Quantity) -> Reading:
    return Reading({"role": q.of}, q.of, periods.of_figure(context, q))


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="money.restated",
        kind="money_amount",
        says="The amount of money says the one before it again in another currency.",
        weight=0.38,
        on=frozenset(("money",)),
        read=partial(restated, "money_amount"),
        takes=(
            ("The ministry spent 40 million euros (46 million dollars) on schools.", "46 million dollars"),
            ("The bank lent 900 million yen, or 8 million dollars, to the port.", "8 million dollars"),
        ),
        refuses=("The ministry spent 40 million euros on schools.",),
    ),
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
