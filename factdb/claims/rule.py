"""A rule of a kind: which numbers or dates it takes for claims of that kind, and how it speaks to a curator.

The rules of a kind end in one tuple `RULES` of its file, the surest first. One test holds each to its examples and near-misses.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from factdb.claims.claim import Feature, Period
from factdb.claims.context import Context
from factdb.mentions.mention import Mention

M = TypeVar("M", bound=Mention)
Fields = Mapping[str, "str | tuple[str, ...] | None"]


class Reading(NamedTuple):
    """What a rule reads around a mention: the kind's own fields, the subject, the period that a number is about, its unit, and reasons for fields.

    All fields of the kind are there, but for the days of a date, which are the mention's. Without a `unit` that of the mention
    stands, or what all claims of the kind count in.
    """

    fields: Fields
    subject: str | None
    period: Period | None = None
    unit: str | None = None
    reasons: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class KindRule(Generic[M]):
    """`read(context, mention)` gives the reading of a claim or None; it never raises.

    `name` is `<file>.<what_it_sees>`, `says` one sentence for the curator, `weight` how far it moves the confidence. It wakes on
    quantities whose dimension is in `on` (a rule of dates has none there), and only in a sentence that holds one of the words that
    `near` gives, so that it costs nothing elsewhere. `takes` are pairs of a text and the quote of the claim
    that it reads there; in the texts of `refuses` it must read nothing.
    """

    name: str
    kind: str
    says: str
    weight: float
    read: Callable[[Context, M], Reading | None]
    takes: tuple[tuple[str, str], ...]
    refuses: tuple[str, ...]
    on: frozenset[str] = frozenset()
    near: Callable[[], frozenset[str]] | None = None
    feature: Feature = field(init=False)

    def __post_init__(self) -> None:
        """`feature` is the rule as the first reason for a claim's confidence."""
        object.__setattr__(self, "feature", Feature(self.name, self.says, self.weight))
