"""From a mention and the fields of a kind to a claim."""

from collections.abc import Mapping

from factdb.claims.claim import Claim, Feature, Period
from factdb.claims.confidence import confidence
from factdb.claims.context import Context
from factdb.claims.schema import KINDS
from factdb.mentions.mention import Quantity, Timex
from factdb.spans import Span

Fields = Mapping[str, "str | tuple[str, ...] | None"]


def number_claim(
    context: Context, q: Quantity, kind: str, fields: Fields, *, period: Period | None, subject: str | None, features: tuple[Feature, ...]
) -> Claim:
    """A claim whose content is a number; `unit` follows the guidelines of its kind."""
    unit = "person" if kind == "casualty_count" else None if kind == "rank" else q.unit
    return Claim(
        kind, q.start, q.end, context.tokens.text[q.start : q.end], q.value, q.low, q.high, q.modifier, unit, period, None, subject,
        _own(kind, fields), q.rule, confidence(features), Span(*context.tokens.span(*q.core)), source=q, features=features,
    )  # fmt: skip


def date_claim(context: Context, t: Timex, kind: str, fields: Fields, *, subject: str | None, features: tuple[Feature, ...]) -> Claim:
    """A claim whose content is a date."""
    dated = {"date_start": t.begin, "date_end": t.until, "precision": t.precision if t.begin else None, **fields}
    return Claim(
        kind, t.start, t.end, context.tokens.text[t.start : t.end], None, None, None, t.modifier, None, None, None, subject,
        _own(kind, dated), t.rule, confidence(features), Span(*context.tokens.span(*t.core)), source=t, features=features,
    )  # fmt: skip


def _own(kind: str, fields: Fields) -> dict[str, str | tuple[str, ...] | None]:
    return {field.name: fields.get(field.name) for field in KINDS[kind].fields}
