"""Things and people counted that no harm has come to."""

from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity
from factdb.text import parts

_BACK = frozenset(("the", "these", "those", "both", "all"))


def _counted_noun(context: Context, q: Quantity) -> Reading | None:
    if _refers_back(context, q):
        return None
    return Reading({"item": q.unit_phrase}, q.unit_text or q.unit_phrase, context.period(q))


def _refers_back(context: Context, q: Quantity) -> bool:
    """ "the two sides", "both countries"; and "one" as a mere determiner."""
    before = context.tokens.words[q.first - 1].low if q.first else ""
    small = q.value is not None and q.value <= 2
    bare_one = q.value == 1 and q.number.lower() == "one"
    determined = bool(parts.readings(before) & parts.DETERMINER)
    return bare_one or (small and (determined or before in _BACK))


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="counts.counted_noun",
        kind="count",
        says="A number before the noun that it counts.",
        weight=0.3,
        on=frozenset(("count",)),
        read=_counted_noun,
        takes=(
            ("The firm hired 40 engineers.", "40 engineers"),
            ("Norway built two dozen ships.", "two dozen ships"),
        ),
        refuses=("Both sides agreed.", "One of the guards waved.", "The two countries are neighbours.", "The storm killed 14 sailors."),
    ),
)
