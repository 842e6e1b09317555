"""What a review sheet holds of a claim, and the text of each of its cells."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from factdb.claims.schema import KINDS
from factdb.export.cells import UNSAFE, harmless
from factdb.review.form import typed
from factdb.storage.decisions import fold
from factdb.storage.queries import OWN_FIELDS
from factdb.storage.tables import ClaimRow, DecisionRow

NUMBERS = ("value", "low", "high")
DATES = ("period_start", "period_end", "date_start", "date_end")
EDITABLE = ("kind", *NUMBERS, "modifier", "unit", "period_start", "period_end", *OWN_FIELDS, "subject", "attribution", "stance")
COLUMNS = ("claim", "verdict", "reason", "comment", "article", "published_on", "passage", "quote", *EDITABLE, "status", "seen")
"""`claim` and `seen` begin with a letter, so that no spreadsheet takes them for numbers."""
_SEEN = re.compile(r"d(\d+)\.([0-9a-f]{8})")
_CLAIM = re.compile(r"c-([0-9a-f]{12})")
_AROUND = 200


def row_of(claim: ClaimRow, log: Sequence[DecisionRow], article: Mapping[str, Any]) -> dict[str, str]:
    """A claim as it stands as the cells of a sheet."""
    state = base(claim, log, _last(log))
    cells = {name: shown(state, name) for name in ("quote", *EDITABLE)}
    known = {"claim": f"c-{claim.id}", "status": state["status"], "seen": f"d{_last(log)}.{digest(state)}"}
    about = {"article": article["name"], "published_on": article["published_on"] or "", "passage": _passage(article["text"], state)}
    return {"verdict": "", "reason": "", "comment": "", **cells, **known, **{name: _safe(value) for name, value in about.items()}}


def base(claim: ClaimRow, log: Sequence[DecisionRow], seen: int) -> dict[str, Any]:
    """The state of a claim as it was when `seen` was the latest decision in its log."""
    state = fold(claim, [decision for decision in log if (decision.id or 0) <= seen])
    return {} if state is None else state


def shown(state: Mapping[str, Any], name: str) -> str:
    """A field of a state as the text of its cell; empty where the kind has no such field."""
    foreign = name in OWN_FIELDS and name not in {field.name for field in KINDS[state["kind"]].fields}
    return "" if foreign else _safe(typed(state, name))


def digest(state: Mapping[str, Any]) -> str:
    """Tells whether a claim was read anew after it was exported."""
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()[:8]


def claim_id(cell: str) -> str | None:
    found = _CLAIM.fullmatch(cell.strip())
    return found[1] if found else None


def seen(cell: str) -> tuple[int, str] | None:
    """The latest decision that was seen, and the digest of the state then."""
    found = _SEEN.fullmatch(cell.strip())
    return (int(found[1]), found[2]) if found else None


def escaped(text: str) -> str:
    """The text as it stands in a CSV."""
    return harmless(text)


def unescaped(text: str) -> str:
    """The text without the apostrophe that `escaped` puts in front of what a spreadsheet would run."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def _last(log: Sequence[DecisionRow]) -> int:
    return max((decision.id or 0 for decision in log), default=0)


def _passage(text: str, state: Mapping[str, Any]) -> str:
    start, end = state["start"], state["end"]
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"{before}»{text[start:end]}«{after}".split())


def _safe(text: str) -> str:
    """Characters that a spreadsheet file cannot hold become a mark; the same on both ways, so that they are no change."""
    return UNSAFE.sub("\ufffd", text)
