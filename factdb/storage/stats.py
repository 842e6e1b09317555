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
    total: Counter[str] = sum(counts.values(), Counter())
    noun = columns(by)[1]
    return [{by: name, noun: count.total(), **{part: count[part] for part in parts}} for name, count in (*counts.items(), ("all", total))]


def _claims(session: Session, by: str) -> dict[str, Counter[str]]:
    named = col(ClaimRow.kind) if by == "kind" else col(ClaimRow.article_id)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS} if by == "kind" else {}
    for name, status, number in session.exec(select(named, ClaimRow.status, func.count()).group_by(named, col(ClaimRow.status))):
        counts.setdefault(name, Counter())[status] = number
    held = {name: count for name, count in counts.items() if count}
    return held if by == "kind" else _named(session, held)


def _named(session: Session, counts: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    """The articles by the names that their sources gave, with the id behind where two share one."""
    names = {row_id: name for row_id, name in session.exec(select(ArticleRow.id, ArticleRow.name)) if row_id in counts}
    common = Counter(names.values())
    return {names[one] if common[names[one]] == 1 else f"{names[one]} ({one})": count for one, count in sorted(counts.items(), key=lambda item: names[item[0]])}


def _decisions(session: Session, by: str) -> dict[str, Counter[str]]:
    named = col(DecisionRow.curator) if by == "curator" else func.substr(col(DecisionRow.decided_at), 1, 10)
    counts: dict[str, Counter[str]] = {}
    for name, what, number in session.exec(select(named, DecisionRow.what, func.count()).group_by(named, col(DecisionRow.what)).order_by(named)):
        counts.setdefault(name, Counter())[what] = number
    return counts
