"""Leases: who has which claim on screen, so that two curators never get the same one at the same time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from factdb.storage.tables import LeaseRow

MINUTES = 10


@dataclass(frozen=True, slots=True)
class Holder:
    """One session of a curator; a curator may have several."""

    token: str
    curator: str


def lease(session: Session, claim_id: str, holder: Holder, now: datetime) -> LeaseRow | None:
    """Take a claim for some minutes and give back every other one of this holder. Another's lease that still runs is returned, and kept."""
    session.execute(delete(LeaseRow).where(col(LeaseRow.holder) == holder.token, col(LeaseRow.claim_id) != claim_id))
    held = session.get(LeaseRow, claim_id, with_for_update=True, populate_existing=True)
    if held is not None and held.holder != holder.token and held.until > now.isoformat():
        return held
    session.merge(LeaseRow(claim_id=claim_id, holder=holder.token, curator=holder.curator, until=(now + timedelta(minutes=MINUTES)).isoformat()))
    session.flush()
    return None


def release(session: Session, holder: Holder) -> None:
    """Give back what this session of a curator has."""
    session.execute(delete(LeaseRow).where(col(LeaseRow.holder) == holder.token))
