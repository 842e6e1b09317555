"""A claim as the checks see it: plain values, without tables and without the derivation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

_DATED = frozenset(("meeting_date", "event_date"))


@dataclass(slots=True, eq=False)
class Statement:
    """One value at one place of an article; the fields mean what they mean in a claim. Each is equal to itself alone, so that what is worked
    out of one is found again at once. Immutable by convention: a frozen one takes three times as long to make, and there are a million.

    `article` is the article's id. `fields` holds the kind's own fields that are not dates, and what else is known. `id` is that of the stored claim.
    """

    article: str
    start: int
    end: int
    quote: str
    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str | None = None
    unit: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    precision: str | None = None
    period: tuple[str | None, str | None] = (None, None)
    fields: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None

    @property
    def dated(self) -> bool:
        """Whether its content is a date and not a number."""
        return self.kind in _DATED

    @property
    def stated(self) -> tuple[object, object]:
        """What tells its value from others of its kind: the bounds, or the days."""
        return (self.date_start, self.date_end) if self.dated else (self.low, self.high)

    @property
    def key(self) -> tuple[str, int, int]:
        return self.article, self.start, self.end


_PLAIN = ("start", "end", "quote", "kind", "modifier", "unit", "date_start", "date_end", "precision")
_NUMBERS = ("value", "low", "high")


def from_dict(article: str, claim: Mapping[str, Any]) -> Statement:
    """A statement from a claim as `factdb extract` writes it: decimals are plain strings."""
    period = claim.get("period") or {}
    known: dict[str, Any] = {name: claim.get(name) for name in _PLAIN}
    known |= {name: _decimal(claim.get(name)) for name in _NUMBERS}
    own = {name: value for name, value in claim.items() if name not in known and name != "period"}
    return Statement(article=article, **known, period=(period.get("start"), period.get("end")), fields=own)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
