"""Physical quantities: lengths, areas, weights, energy, power, speed, temperature."""

from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity


def _with_unit(context: Context, q: Quantity) -> Reading:
    return Reading({"of": q.of}, q.of, context.period(q))


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="measurements.with_unit",
        kind="measurement",
        says="A number with a physical unit.",
        weight=0.3,
        on=frozenset(("physical",)),
        read=_with_unit,
        takes=(
            ("The bridge is 3 kilometres long.", "3 kilometres"),
            ("The dam gives 450 megawatts.", "450 megawatts"),
        ),
        refuses=("Peru exported 40,000 tonnes of copper.", "The firm hired 40 engineers."),
    ),
)
