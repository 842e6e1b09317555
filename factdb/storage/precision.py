"""How often the extractor was right, by rule or by kind, as curators decided."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from factdb.storage.tables import ClaimRow, DecisionRow

_DECIDED = ("verified", "corrected", "rejected")
COLUMNS = ("decided", *_DECIDED, "right", "usable", "reason")
"""`right` are those that stood as they were read, `usable` the corrected ones too, both in percent; `reason` is the commonest that was given."""


def precision(session: Session, by: str) -> list[dict[str, Any]]:
    """A row for each rule, or for each kind as it was read (`by` is rule or kind), the one that is wrong most often first.

    Unsure claims and those that curators added are left out.
    """
    counts: dict[str, Counter[str]] = {}
    for name, status, number in _by_rule(session) if by == "rule" else _by_kind(session):
        counts.setdefault(name, Counter())[status] += number
    reasons = _reasons(session) if by == "rule" else {}
    wrong = sorted(counts.items(), key=lambda item: (item[1]["verified"] - item[1].total(), item[0]))
    return [{by: name, **_rates(count), "reason": reasons.get(name)} for name, count in wrong]


def _rates(count: Counter[str]) -> dict[str, Any]:
    decided, kept = count.total(), count["verified"] + count["corrected"]
    shares = {"right": round(100 * count["verified"] / decided, 1), "usable": round(100 * kept / decided, 1)}
    return {"decided": decided, **{status: count[status] for status in _DECIDED}, **shares}


def _by_rule(session: Session) -> Iterator[tuple[str, str, int]]:
    query = select(ClaimRow.rule, ClaimRow.status, func.count()).where(ClaimRow.origin == "extractor", col(ClaimRow.status).in_(_DECIDED))
    yield from session.exec(query.group_by(ClaimRow.rule, ClaimRow.status)).all()


def _by_kind(session: Session) -> Iterator[tuple[str, str, int]]:
    """A corrected claim counts with the kind that it was read as; of the others that is their kind."""
    own = (ClaimRow.origin == "extractor", col(ClaimRow.status).in_(("verified", "rejected")))
    yield from session.exec(select(ClaimRow.kind, ClaimRow.status, func.count()).where(*own).group_by(ClaimRow.kind, ClaimRow.status)).all()
    for reading in session.exec(select(ClaimRow.reading).where(ClaimRow.origin == "extractor", ClaimRow.status == "corrected")):
        yield json.loads(reading)["kind"], "corrected", 1


def _reasons(session: Session) -> dict[str, str]:
    query = select(ClaimRow.rule, DecisionRow.reason, func.count()).join(DecisionRow, col(DecisionRow.claim_id) == col(ClaimRow.id))
    given = query.where(col(DecisionRow.what).in_(("reject", "correct")), col(DecisionRow.reason).is_not(None))
    rows = session.exec(given.group_by(ClaimRow.rule, col(DecisionRow.reason)).order_by(func.count(), col(DecisionRow.reason).desc())).all()
    return {rule: str(reason) for rule, reason, _ in rows}
