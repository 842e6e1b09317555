"""The same decision on every claim that filters let through, as one batch that one undo takes back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from factdb.review.deciding import By, Told, decide_each
from factdb.storage.queries import Filters, matching
from factdb.storage.tables import ClaimRow

_SOME = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bulk decision would touch: the claims' ids, how many of each kind and status, and the first quotes."""

    ids: tuple[str, ...]
    counts: Counter[tuple[str, str]]
    quotes: tuple[str, ...]


def preview(session: Session, filters: Filters) -> Preview:
    """Look before deciding; nothing is written."""
    rows = session.exec(select(ClaimRow.id, ClaimRow.kind, ClaimRow.status, ClaimRow.quote).where(col(ClaimRow.id).in_(matching(filters)))).all()
    ordered = sorted(rows)
    return Preview(tuple(row[0] for row in ordered), Counter((row[1], row[2]) for row in ordered), tuple(row[3] for row in ordered[:_SOME]))


def decide_where(session: Session, what: str, filters: Filters, seen: Sequence[str], by: By) -> list[Told]:
    """Decide on the previewed claims that the filters still let through: what others decided meanwhile is left alone."""
    still = set(session.exec(matching(filters)))
    return decide_each(session, what, [claim_id for claim_id in seen if claim_id in still], by)
