"""Reasons for and against two claims being about the same fact, each with its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import exp, log, log10
from operator import mul

from factdb.checks import words
from factdb.checks.bags import Bag, alike
from factdb.checks.context import Context
from factdb.checks.incidents import days_after
from factdb.checks.statement import Statement
from factdb.checks.verdict import AGREES, UPDATES, Verdict

SAYS = {
    "bias": "most pairs of claims are about different things",
    "same_value": "the two state the same value",
    "telling_value": "the value is one that few things have",
    "differ": "the values differ",
    "close_differ": "the values differ, but not by much",
    "overlap": "the two ranges of days overlap without being equal",
    "moving": "prices and speeds differ from hour to hour",
    "update": "a running count that moved on, or a figure that was revised",
    "about": "what they are about is named in the same words",
    "near": "the words beside the figures are the same",
    "sentence": "the sentences share rare words",
    "names": "the passages share names",
    "strangers": "the articles are not of one story",
    "numbers": "the passages share another figure",
    "same_unit": "they are of one kind and unit",
    "other_outcome": "one tells another outcome",
    "days": "the articles are days apart",
    "date": "both are dates",
    "one_article": "both stand in one article",
    "main": "both are the highest figure for their outcome in their articles",
    "main_differ": "both are the highest figure for their outcome in their articles, and the values differ",
    "lead_differ": "both stand at the head of their articles, and the values differ",
    "other_day": "what harmed the people came days after the other",
    "partner": "one of the two has a partner of its own value in the other's article",
    "margin": "no other claim of the two articles is as close",
}

# Two readings of a thing that moves are mostly of two times.
MOVING = ("money_amount", "measurement")
_DAYS = 30
_WEEK, _THREEFOLD = 7, log(3)
_STORY = 0.06


@dataclass(slots=True)
class Read:
    """A claim with its context; `main` marks the highest figure for its outcome in its article. A claim is compared with many: `size` and
    `telling` are worked out once.
    """

    claim: Statement
    context: Context
    main: bool = False
    size: float | None = field(init=False)
    telling: float = field(init=False)

    def __post_init__(self) -> None:
        self.size = size(self.claim)
        self.telling = telling(self.claim)


def features(a: Read, b: Read, verdict: Verdict) -> dict[str, float]:
    """The features, in the order of SAYS; those that hang on other claims too are still 0. Symmetric."""
    one, two = a.context, b.context
    differ, dated = float(verdict.what != AGREES), a.claim.dated
    same = float(verdict.equal)
    outcome, other = one.setting.outcome, two.setting.outcome
    main = float(a.main and b.main and (outcome == other or outcome is None or other is None))
    return {
        "bias": 1.0,
        "same_value": same,
        "telling_value": a.telling if same else 0.0,
        "differ": differ,
        "close_differ": closeness(a, b) if differ else 0.0,
        "overlap": float(_overlap(a.claim, b.claim)) if differ and dated else 0.0,
        "moving": differ * (a.claim.kind in MOVING),
        "update": float(verdict.what == UPDATES),
        "about": alike(one.about, two.about),
        "near": alike(one.near, two.near),
        "sentence": alike(one.sentence, two.sentence),
        "names": alike(one.names, two.names),
        "strangers": float(not one_story(one.story, two.story)),
        "numbers": min(1.0, len(one.numbers & two.numbers) / 2),
        "same_unit": float(a.claim.unit == b.claim.unit and a.claim.kind == b.claim.kind),
        "other_outcome": float(outcome is not None and other is not None and outcome != other),
        "days": min(_apart(one, two), _DAYS) / _DAYS,
        "date": float(dated),
        "one_article": float(a.claim.article == b.claim.article),
        "main": main,
        "main_differ": main * differ,
        "lead_differ": differ * (one.lead and two.lead),
        "other_day": float(days_after(one.happened, two.happened) or days_after(two.happened, one.happened)),
        "partner": 0.0,
        "margin": 0.0,
    }


def one_sentence(a: Read, b: Read) -> bool:
    """Whether both stand in one sentence of one article: then they are two things, even where their bounds overlap."""
    return a.claim.article == b.claim.article and a.context.sentence_at == b.context.sentence_at


@lru_cache(maxsize=4096)  # asked anew for every two claims of two articles
def one_story(one: Bag, two: Bag) -> bool:
    """Whether two articles are of one story: headline, lead and names share two rare words or one that no list holds, and are alike enough."""
    shared = one.words & two.words
    return (sum(map(words.rare, shared)) > 1 or any(map(words.unlisted, shared))) and alike(one, two) >= _STORY


def kinship(values: Mapping[str, float]) -> float:
    """How much the surroundings of two claims have in common, whatever their values."""
    return values["near"] + (values["sentence"] + values["about"]) / 2 - values["other_outcome"] / 4


def size(claim: Statement) -> float | None:
    """A number that tells how far apart two claims are: the logarithm of the value, or the number of the day; None for a date without a day."""
    if claim.dated:
        return date.fromisoformat(claim.date_start).toordinal() if claim.date_start else None
    return log(float(abs(claim.value or claim.low or claim.high or Decimal(0))) + 1)


def closeness(a: Read, b: Read) -> float:
    """1 for values or days that nearly meet, 0 for numbers three times apart or days a week apart."""
    if a.size is None or b.size is None:
        return 0.0
    return max(0.0, 1 - abs(a.size - b.size) / (_WEEK if a.claim.dated else _THREEFOLD))


def telling(claim: Statement) -> float:
    """How much an equal value says: nothing for 2 or for dozens, much for 61,327."""
    if claim.modifier == "vague":
        return 0.0
    if claim.dated:
        return 0.5 if claim.precision == "day" else 0.2
    value = abs(claim.value or claim.low or Decimal(0))
    digits = len(value.normalize().as_tuple().digits) - 1
    return min(1.0, (digits + log10(float(value) + 1) / 4) / 5)


def _overlap(a: Statement, b: Statement) -> bool:
    return bool(a.date_start and b.date_start and a.date_start <= (b.date_end or b.date_start) and b.date_start <= (a.date_end or a.date_start))


def _apart(one: Context, two: Context) -> float:
    a, b = one.setting.published_on, two.setting.published_on
    return 0.0 if a is None or b is None else abs((a - b).days)


def probability(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely the pair is about one fact, from its features by their weights (logistic); both in the order of SAYS."""
    return 1 / (1 + exp(-sum(map(mul, values.values(), weights.values()))))
