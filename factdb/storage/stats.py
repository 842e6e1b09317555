"""Counts for an overview: claims by kind and status, decisions by curator or day and what was decided."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from factdb.claims.schema import KINDS
from factdb.storage.tables import DECISIONS, ArticleRow, ClaimRow, DecisionRow

Row = dict[str, Any]
BY = ("kind", "curator", "day", "article")
_OF_CLAIMS = ("kind", "article")
_STATUSES = ("new", "verified", "corrected", "rejected", "unsure")


def columns(by: str) -> Sequence[str]:
    """The columns of the rows that `stats` gives."""
    return (by, "claims", *_STATUSES) if by in _OF_CLAIMS else (by, "decisions", *DECISIONS)


def stats(session: Session, by: str = "kind") -> list[Row]:
    """One row for each kind or article with its claims by status, or for each curator or day with the decisions made; the last row is the sum.

    Decisions are counted as they stand in the log, undone ones and undos too. A day is that of UTC.
    """
    counts = _claims(session, by) if by in _OF_CLAIMS else _decisions(session, by)
    parts = _STATUSES if by in _OF_CLAIMS else DECISIONS
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    noun = columns(by)[1]
    return [{by: name, noun: count.total(), **{part: count[part] for part in parts}} for name, count in (*counts.items(), ("all", total))]


def _claims(session: Session, by: str) -> dict[str, Counter[str]]:
    """The counts by kind in the order of the kinds, or by article in that of the names that their sources gave, with the id behind where two share one."""
    named = col(ClaimRow.kind) if by == "kind" else col(ClaimRow.article_id)
    counts: dict[str, Counter[str]] = {}
    for name, status, number in session.connection().execute(select(named, ClaimRow.status, func.count()).group_by(named, col(ClaimRow.status))):
        counts.setdefault(name, Counter())[status] = number
    if by == "kind":
        return {kind: counts[kind] for kind in KINDS if kind in counts}
    names = [(name, one) for one, name in session.connection().execute(select(ArticleRow.id, ArticleRow.name)) if one in counts]
    common = Counter(name for name, _ in names)
    return {name if common[name] == 1 else f"{name} ({one})": counts[one] for name, one in sorted(names)}


def _decisions(session: Session, by: str) -> dict[str, Counter[str]]:
    named = col(DecisionRow.curator) if by == "curator" else func.substr(col(DecisionRow.decided_at), 1, 10)
    counts: dict[str, Counter[str]] = {}
    for name, what, number in session.exec(select(named, DecisionRow.what, func.count()).group_by(named, col(DecisionRow.what)).order_by(named)):
        counts.setdefault(name, Counter())[what] = number
    return counts
