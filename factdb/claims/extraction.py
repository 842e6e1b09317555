"""What extraction returns, and how it is written as JSON."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from factdb.claims.claim import Claim
from factdb.claims.schema import KINDS
from factdb.mentions.mention import Mention, Number, Quantity, Timex


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one text, each list in the order of the text."""

    text: str
    claims: tuple[Claim, ...]
    numbers: tuple[Number, ...]
    quantities: tuple[Quantity, ...]
    timexes: tuple[Timex, ...]

    def as_dict(self) -> dict[str, Any]:
        """The lists `claims`, `numbers`, `quantities` and `timexes` as `factdb extract` writes them: decimals are plain strings."""
        return {
            "claims": [claim_as_dict(claim) for claim in self.claims],
            "numbers": [{**self._place(n), "value": plain(n.value)} for n in self.numbers],
            "quantities": [self._quantity(q) for q in self.quantities],
            "timexes": [self._timex(t) for t in self.timexes],
        }

    def _place(self, mention: Mention) -> dict[str, Any]:
        return {"start": mention.start, "end": mention.end, "quote": self.text[mention.start : mention.end]}

    def _quantity(self, q: Quantity) -> dict[str, Any]:
        return {
            **self._place(q),
            "value": plain(q.value),
            "low": plain(q.low),
            "high": plain(q.high),
            "modifier": q.modifier,
            "unit": q.unit,
            "unit_phrase": q.unit_phrase,
            "number": q.number,
            "unit_text": q.unit_text,
            "dimension": q.dimension,
            "direction": q.direction,
            "of": q.of,
        }

    def _timex(self, t: Timex) -> dict[str, Any]:
        return {
            **self._place(t),
            "type": t.type,
            "value": t.value,
            "first": t.begin,
            "last": t.until,
            "precision": t.precision,
            "modifier": t.modifier,
            "mod": t.mod,
        }


def claim_as_dict(claim: Claim) -> dict[str, Any]:
    """A claim as one flat JSON object: the common fields, the kind's own, then the rule and the confidence."""
    own = {field.name: claim.fields.get(field.name) for field in KINDS[claim.kind].fields}
    return {
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "value": plain(claim.value),
        "low": plain(claim.low),
        "high": plain(claim.high),
        "modifier": claim.modifier,
        "unit": claim.unit,
        "period": None if claim.period is None else claim.period._asdict(),
        "attribution": claim.attribution,
        "subject": claim.subject,
        **{name: list(value) if isinstance(value, tuple) else value for name, value in own.items()},
        "stance": claim.stance,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def plain(value: Decimal | None) -> str | None:
    """A decimal without exponent and without trailing zeros after a scale word: 1.5E+12 is "1500000000000", 27.0 stays "27.0"."""
    return None if value is None else format(value, "f")
