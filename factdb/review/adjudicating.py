"""Settle claims on which curators differ."""

from dataclasses import dataclass

from sqlmodel import Session

from factdb.errors import FactdbError
from factdb.review.deciding import By, Told
from factdb.review.stances import ADJUDICATE, Stance, stances
from factdb.storage.decisions import append
from factdb.storage.store import find_claim
from factdb.storage.tables import ArticleRow, ClaimRow


@dataclass(frozen=True, slots=True)
class Split:
    """A claim and what its curators made of it."""

    claim: ClaimRow
    text: str
    stances: tuple[Stance, ...]


def splits(session: Session) -> list[Split]:
    """The claims whose curators differ, in the order of their ids; an adjudication settles one until somebody differs anew."""
    found = []
    for claim_id, several in stances(session):
        claim = session.get(ClaimRow, claim_id)
        if claim is not None and len({stance.outcome for stance in several}) > 1:
            found.append(Split(claim, session.get_one(ArticleRow, claim.article_id).text, tuple(several)))
    return found


def adjudicate(session: Session, prefix: str, curator: str, by: By) -> Told:
    """Take one curator's reading of a claim for the one that holds. FactdbError when this curator has none, or nobody differs."""
    row = find_claim(session, prefix)
    several = next((split.stances for split in splits(session) if split.claim.id == row.id), ())
    chosen = next((stance for stance in several if stance.curator == curator), None)
    if chosen is None:
        names = ", ".join(stance.curator for stance in several)
        step = f"Take one of {names}." if names else "`factdb adjudicate --list` shows where curators differ."
        raise FactdbError(f"{curator} has no reading of this claim that another differs from", where=row.id, next_step=step)
    line = append(session, row, by.entry(ADJUDICATE, {**chosen.state, "status": chosen.status}))
    return Told(row.id, ADJUDICATE, row.status, None, line.uid)
