"""A typed claim, as it leaves extraction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from factdb.mentions.mention import Mention
from factdb.spans import Span

_EVEN = 0.5
_LEAST, _MOST = 0.05, 0.95


class Period(NamedTuple):
    """The days that a number is about, ISO 8601, inclusive; either end may be open."""

    start: str | None
    end: str | None


class Feature(NamedTuple):
    """One reason for or against a reading: its name, its sentence for the curator, and its weight in the confidence."""

    name: str
    says: str
    weight: float


@dataclass(slots=True)
class Claim:
    """One value at one place of the text; a plain slotted class like the mentions, and like them not changed once it is made.

    `start` and `end` are code points into the article's text, `core` the span of the number or date itself, on which a
    stored claim's identity hangs. `value`, `low`, `high`, `modifier` and `unit` are null for the two date kinds unless the
    words say otherwise; `fields` holds the kind's own fields (see `factdb.claims.schema`), each present, None where it
    does not apply. `source` is the mention that the claim was read from and `features` why it was typed so: together they
    are the derivation that `why` prints.
    """

    kind: str
    start: int
    end: int
    quote: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: str | None
    unit: str | None
    period: Period | None
    attribution: str | None
    subject: str | None
    fields: Mapping[str, str | tuple[str, ...] | None]
    rule: str
    core: Span
    stance: str = "asserted"
    source: Mention | None = field(default=None, compare=False, repr=False)
    features: tuple[Feature, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure the reading is, by its features."""
        return confidence(self.features)


def confidence(features: Iterable[Feature]) -> float:
    """0.05 to 0.95: an even chance, moved by the weight of each feature, to two decimals."""
    return round(min(_MOST, max(_LEAST, _EVEN + sum(feature.weight for feature in features))), 2)
