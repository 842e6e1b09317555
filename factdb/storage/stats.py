"""Counts for an overview: claims by kind and status, decisions by curator or day and what was decided."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from factdb.claims.schema import KINDS
from factdb.storage.tables import DECISIONS, ClaimRow, DecisionRow

Row = dict[str, Any]
BY = ("kind", "curator", "day")
_STATUSES = ("new", "verified", "corrected", "rejected", "unsure")


def columns(by: str) -> Sequence[str]:
    """The columns of the rows that `stats` gives."""
    return ("kind", "claims", *_STATUSES) if by == "kind" else (by, "decisions", *DECISIONS)


def stats(session: Session, by: str = "kind") -> list[Row]:
    """One row for each kind with its claims by status, or for each curator or day with the decisions made; the last row is the sum.

    Decisions are counted as they stand in the log, undone ones and undos too. A day is that of UTC.
    """
    counts = _claims(session) if by == "kind" else _decisions(session, by)
    parts = _STATUSES if by == "kind" else DECISIONS
    total: Counter[str] = sum(counts.values(), Counter())
    noun = columns(by)[1]
    return [{by: name, noun: count.total(), **{part: count[part] for part in parts}} for name, count in (*counts.items(), ("all", total))]


def _claims(session: Session) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, status, number in session.exec(select(ClaimRow.kind, ClaimRow.status, func.count()).group_by(ClaimRow.kind, ClaimRow.status)):
        counts[kind][status] = number
    return {kind: count for kind, count in counts.items() if count}


def _decisions(session: Session, by: str) -> dict[str, Counter[str]]:
    named = col(DecisionRow.curator) if by == "curator" else func.substr(col(DecisionRow.decided_at), 1, 10)
    counts: dict[str, Counter[str]] = {}
    for name, what, number in session.exec(select(named, DecisionRow.what, func.count()).group_by(named, col(DecisionRow.what)).order_by(named)):
        counts.setdefault(name, Counter())[what] = number
    return counts
