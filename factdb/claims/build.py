"""From a mention and what a rule reads around it to a claim."""

from functools import cache
from typing import Any

from factdb.claims.claim import Claim
from factdb.claims.confidence import circumstances, confidence
from factdb.claims.context import Context
from factdb.claims.rule import Fields, KindRule, Reading
from factdb.claims.schema import KINDS
from factdb.claims.stance import stance_of
from factdb.claims.subjects import subject_of_number
from factdb.mentions.mention import Mention, Quantity, Timex

# What counts in these kinds, whatever the words beside the number are.
_UNITS = {"casualty_count": "person", "rank": None, "share": "percent"}


def number_claim(context: Context, q: Quantity, rule: KindRule[Quantity], reading: Reading) -> Claim:
    """A claim whose content is a number; `unit` follows the guidelines of its kind."""
    unit = _UNITS.get(rule.kind, reading.unit or q.unit)
    told = _Told(context, q, rule, reading)
    return Claim(
        rule.kind, q.start, q.end, context.tokens.text[q.start : q.end], q.value, q.low, q.high, q.modifier, unit, reading.period, told.by,
        subject_of_number(context, q, rule.kind, reading), _own(rule.kind, reading.fields), rule.name, confidence(told.features),
        context.tokens.span(*q.core), told.stance, q, told.features,
    )  # fmt: skip


def date_claim(context: Context, t: Timex, rule: KindRule[Timex], reading: Reading) -> Claim:
    """A claim whose content is a date."""
    dated = {"date_start": t.begin, "date_end": t.until, "precision": t.precision if t.begin else None, **reading.fields}
    told = _Told(context, t, rule, reading)
    return Claim(
        rule.kind, t.start, t.end, context.tokens.text[t.start : t.end], None, None, None, t.modifier, None, None, told.by, reading.subject,
        _own(rule.kind, dated), rule.name, confidence(told.features), context.tokens.span(*t.core), told.stance, t, told.features,
    )  # fmt: skip


class _Told:
    """Who says a claim and how it is meant, with every reason for the reading."""

    __slots__ = ("by", "features", "stance")

    def __init__(self, context: Context, mention: Mention, rule: KindRule[Any], reading: Reading) -> None:
        said, stance = context.speakers.of(mention), stance_of(context, mention)
        self.by = said.name if said else None
        self.stance = stance.name if stance else "asserted"
        self.features = (rule.feature, *circumstances(context, mention, reading), *reading.reasons)
        self.features += ((said.feature,) if said else ()) + ((stance.feature,) if stance else ())


def _own(kind: str, fields: Fields) -> dict[str, str | tuple[str, ...] | None]:
    return {name: fields.get(name) for name in _names(kind)}


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in KINDS[kind].fields)
