"""From a mention and what a rule reads around it to a claim."""

from factdb.claims.claim import Claim, Feature
from factdb.claims.confidence import date_reasons, number_reasons
from factdb.claims.context import Context
from factdb.claims.rule import Fields, KindRule, Reading
from factdb.claims.stance import stance_of
from factdb.claims.subjects import subject_of_number
from factdb.mentions.mention import Mention, Quantity, Timex

# What counts in these kinds, whatever the words beside the number are.
_UNITS = {"casualty_count": "person", "rank": None, "share": "percent"}


def number_claim(context: Context, q: Quantity, rule: KindRule[Quantity], reading: Reading) -> Claim:
    """A claim whose content is a number; `unit` follows the guidelines of its kind."""
    kind, period = rule.kind, reading.period
    by, stance, features = _told(context, q, (rule.feature, *number_reasons(context, q, period), *reading.reasons))
    return Claim(
        kind, q.start, q.end, context.tokens.text[q.start : q.end], q.value, q.low, q.high, q.modifier, _UNITS.get(kind, reading.unit or q.unit),
        period, by, subject_of_number(context, q, kind, reading), _plain(context, reading.fields), rule.name,
        context.tokens.span(*q.core), stance, q, features,
    )  # fmt: skip


def _plain(context: Context, fields: Fields) -> Fields:
    """The fields with the word that opens the sentence in small letters, as in the subject."""
    return {name: context.plain(text) if isinstance(text, str) else text for name, text in fields.items()}


def date_claim(context: Context, t: Timex, rule: KindRule[Timex], reading: Reading) -> Claim:
    """A claim whose content is a date."""
    dated = {"date_start": t.begin, "date_end": t.until, "precision": t.precision if t.begin else None, **reading.fields}
    by, stance, features = _told(context, t, (rule.feature, *date_reasons(context, t), *reading.reasons))
    return Claim(
        rule.kind, t.start, t.end, context.tokens.text[t.start : t.end], None, None, None, t.modifier, None, None, by, reading.subject,
        dated, rule.name, context.tokens.span(*t.core), stance, t, features,
    )  # fmt: skip


def _told(context: Context, mention: Mention, reasons: tuple[Feature, ...]) -> tuple[str | None, str, tuple[Feature, ...]]:
    """Who says a claim, how it is meant, and every reason for the reading."""
    said, stance = context.speakers.of(mention), stance_of(context, mention)
    if said:
        reasons += (said.feature,)
    if stance:
        reasons += (stance.feature,)
    return said.name if said else None, stance.name if stance else "asserted", reasons
