"""From a mention and what a rule reads around it to a claim."""

from factdb.claims.claim import Claim
from factdb.claims.confidence import circumstances, confidence
from factdb.claims.context import Context
from factdb.claims.rule import Fields, KindRule, Reading
from factdb.claims.schema import KINDS
from factdb.claims.subjects import subject_of_number
from factdb.mentions.mention import Quantity, Timex
from factdb.spans import Span

# What counts in these kinds, whatever the words beside the number are.
_UNITS = {"casualty_count": "person", "rank": None, "share": "percent"}


def number_claim(context: Context, q: Quantity, rule: KindRule[Quantity], reading: Reading) -> Claim:
    """A claim whose content is a number; `unit` follows the guidelines of its kind."""
    subject = subject_of_number(context, q, rule.kind, reading)
    unit = _UNITS.get(rule.kind, reading.unit or q.unit)
    features = (rule.feature, *circumstances(context, q, reading), *reading.reasons)
    return Claim(
        rule.kind, q.start, q.end, context.tokens.text[q.start : q.end], q.value, q.low, q.high, q.modifier, unit, reading.period, None,
        subject, _own(rule.kind, reading.fields), rule.name, confidence(features), Span(*context.tokens.span(*q.core)), source=q, features=features,
    )  # fmt: skip


def date_claim(context: Context, t: Timex, rule: KindRule[Timex], reading: Reading) -> Claim:
    """A claim whose content is a date."""
    dated = {"date_start": t.begin, "date_end": t.until, "precision": t.precision if t.begin else None, **reading.fields}
    features = (rule.feature, *circumstances(context, t, reading), *reading.reasons)
    return Claim(
        rule.kind, t.start, t.end, context.tokens.text[t.start : t.end], None, None, None, t.modifier, None, None, None, reading.subject,
        _own(rule.kind, dated), rule.name, confidence(features), Span(*context.tokens.span(*t.core)), source=t, features=features,
    )  # fmt: skip


def _own(kind: str, fields: Fields) -> dict[str, str | tuple[str, ...] | None]:
    return {field.name: fields.get(field.name) for field in KINDS[kind].fields}
