"""Reasons for and against two claims being about the same fact, each with its sentence and its weight."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import exp, log, log10

from factdb.checks import words
from factdb.checks.context import Context
from factdb.checks.statement import Statement
from factdb.checks.verdict import Verdict

SAYS = {
    "bias": "most pairs of claims are about different things",
    "same_value": "the two state the same value",
    "telling_value": "the value is one that few things have",
    "differ": "the values differ",
    "noun": "they count the same noun",
    "near": "the words beside the figures are the same",
    "sentence": "the sentences share rare words",
    "names": "the passages share names",
    "story": "the articles share names and headline words",
    "near_differ": "the words beside the figures are the same although the values differ",
    "sentence_differ": "the sentences share rare words although the values differ",
    "noun_differ": "they count the same noun although the values differ",
    "names_differ": "the passages share names although the values differ",
    "story_differ": "the articles share names and headline words although the values differ",
    "date_differ": "two dates that differ",
    "outcome_differ": "both tell the same outcome although the values differ",
    "close_differ": "the values differ, but not by much",
    "same_noun": "the quotes have the same words",
    "same_noun_differ": "the quotes have the same words although the values differ",
    "outcome": "both tell the same outcome",
    "other_outcome": "one tells another outcome",
    "other_scope": "one is about a part, the other about the whole",
    "days": "the articles are days apart",
    "date": "both are dates",
    "casualty": "both are casualty counts",
    "other_unit": "the units differ",
}

_WHEN_DIFFERENT = ("near", "sentence", "noun", "names", "story", "outcome", "same_noun")


@dataclass(frozen=True, slots=True)
class Read:
    """A claim with its context."""

    claim: Statement
    context: Context


def alike(one: frozenset[str], two: frozenset[str]) -> float:
    """Weighted cosine of two sets of words, 0 to 1."""
    norm = _mass(one) * _mass(two)
    return _mass(one & two) / norm**0.5 if norm else 0.0


def _mass(some: frozenset[str]) -> float:
    return sum(words.weight(word) ** 2 for word in some)


def features(a: Read, b: Read, verdict: Verdict) -> dict[str, float]:
    """Every feature of a pair, 0 to 1; the names are those of SAYS. Symmetric."""
    one, two = a.context, b.context
    differ = float(verdict.what != "agrees")
    near, sentence = alike(one.near, two.near), alike(one.sentence, two.sentence)
    outcomes = {one.setting.outcome, two.setting.outcome} - {None}
    same = float(verdict.cause.startswith("same"))
    values = {
        "bias": 1.0,
        "same_value": same,
        "telling_value": same * telling(a.claim),
        "differ": differ,
        "noun": alike(one.noun, two.noun),
        "near": near,
        "sentence": sentence,
        "names": alike(one.names, two.names),
        "story": alike(one.story, two.story),
        "same_noun": float(bool(one.noun) and one.noun == two.noun),
        "close_differ": differ * closeness(a.claim, b.claim),
        "date_differ": differ * a.claim.dated,
        "outcome": float(len(outcomes) == 1 and one.setting.outcome == two.setting.outcome),
        "other_outcome": float(len(outcomes) == 2),
        "other_scope": float(one.scope != two.scope),
        "days": min(_apart(one, two), 30) / 30,
        "date": float(a.claim.dated),
        "casualty": float(a.claim.kind == "casualty_count"),
        "other_unit": float(a.claim.unit != b.claim.unit),
    }
    return values | {f"{name}_differ": differ * values[name] for name in _WHEN_DIFFERENT}


def closeness(a: Statement, b: Statement) -> float:
    """1 for values or days that nearly meet, 0 for numbers three times apart or days a week apart."""
    if a.dated:
        if not (a.date_start and b.date_start):
            return 0.0
        days = abs((date.fromisoformat(a.date_start) - date.fromisoformat(b.date_start)).days)
        return max(0.0, 1 - days / 7)
    one, two = (float(abs(claim.value or claim.low or claim.high or Decimal(0))) + 1 for claim in (a, b))
    return max(0.0, 1 - abs(log(one / two)) / log(3))


def telling(claim: Statement) -> float:
    """How much an equal value says: nothing for 2, much for 61,327."""
    if claim.dated:
        return 0.5 if claim.precision == "day" else 0.2
    value = abs(claim.value or claim.low or Decimal(0))
    digits = len(value.normalize().as_tuple().digits) - 1
    return min(1.0, (digits + log10(float(value) + 1) / 4) / 5)


def _apart(one: Context, two: Context) -> float:
    a, b = one.setting.published_on, two.setting.published_on
    return 0.0 if a is None or b is None else abs((a - b).days)


def probability(values: dict[str, float], weights: dict[str, float]) -> float:
    """How likely the pair is about one fact, from its features by their weights (logistic)."""
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in values.items())))
