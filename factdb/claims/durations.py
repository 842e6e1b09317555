"""Lengths of time and ages in a clause of their own."""

from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity


def _of(context: Context, q: Quantity) -> Reading:  # noqa: ARG001  every rule is asked with the context
    return Reading({"of": q.of}, q.of)


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="durations.length",
        kind="duration",
        says="A number of hours, days or years that something lasts.",
        weight=0.2,
        on=frozenset(("duration",)),
        read=_of,
        takes=(
            ("The siege lasted 40 days.", "40 days"),
            ("He served more than 12 years in prison.", "more than 12 years"),
        ),
        refuses=("The bridge is 3 kilometres long.", "The firm hired 40 engineers."),
    ),
    KindRule(
        name="durations.age",
        kind="duration",
        says="The age of somebody or something.",
        weight=0.2,
        on=frozenset(("age",)),
        read=_of,
        takes=(
            ("The singer died aged 43.", "aged 43"),
            ("A 12-year-old girl won.", "12-year-old"),
        ),
        refuses=("The siege lasted 40 days.",),
    ),
)
