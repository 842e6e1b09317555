"""What a check has to say: a clash, or (on request) a check that holds, with the exact words on both sides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

FAILS, HOLDS = "fails", "holds"


class Place(NamedTuple):
    """The words of one side: `text[start:end] == quote` in the article of that id. `kind` and `claim` are those of the claim there, if any."""

    article: str
    published_on: str | None
    start: int
    end: int
    quote: str
    kind: str | None = None
    claim: str | None = None


@dataclass(frozen=True)
class Finding:
    """`check` is same_fact, weekday, sum or anniversary; `verdict` is conflicts, fails or holds; `cause` says why in words.

    `severity` is `error` for what cannot be true and `warning` for what a reader should look at. `features` are the reasons for holding the
    two sides to be about one thing, each with its value to three decimals. The id is made from the places, so that it stays while the texts stay.
    """

    check: str
    verdict: str
    severity: str
    cause: str
    places: tuple[Place, ...]
    features: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        marks = sorted(f"{place.article}\t{place.start}\t{place.end}" for place in self.places)
        return sha256("\n".join((self.check, *marks)).encode()).hexdigest()[:10]

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        """The check and the stored claims: what a curator's setting aside is tied to, so that it lasts while the texts are read anew."""
        return self.check, frozenset(place.claim for place in self.places if place.claim)

    def as_dict(self, names: Mapping[str, str]) -> dict[str, Any]:
        """The finding as `factdb check --json` writes it; `names` gives the source's name of a stored article."""
        return {
            "id": self.id,
            "check": self.check,
            "verdict": self.verdict,
            "severity": self.severity,
            "cause": self.cause,
            "claims": [_told(place, names) for place in self.places],
            "features": dict(self.features),
        }


def _told(place: Place, names: Mapping[str, str]) -> dict[str, Any]:
    """A place with the name of its article, spelled out: findings are told by the ten thousand."""
    article, published_on, start, end, quote, kind, claim = place
    name = names.get(article, article)
    return {"article": name, "published_on": published_on, "start": start, "end": end, "quote": quote, "kind": kind, "claim": claim}
