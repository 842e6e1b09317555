"""What other claims say about the same fact as one claim: the question of a curator who is about to decide on it."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import Session

from factdb.checks.facts import Fact
from factdb.checks.statement import Statement
from factdb.checks.stored import stored


class Other(NamedTuple):
    """Another claim about the same fact, and how it stands to the claim asked for: agrees, updates or conflicts, with the cause in words."""

    claim: Statement
    verdict: str
    cause: str


def others(session: Session, claim_id: str) -> list[Other]:
    """What the other stored claims about the same fact say, none for a claim that stands alone."""
    return others_of(stored(session).facts(), claim_id)


def others_of(found: Iterable[Fact], claim_id: str) -> list[Other]:
    """The same from facts that are at hand already, for asking about many claims."""
    for fact in found:
        own = next((at for at, read in enumerate(fact.reads) if read.claim.id == claim_id), None)
        if own is not None:
            return [Other(fact.reads[p.a + p.b - own].claim, p.verdict.what, p.verdict.cause) for p in fact.pairs if own in (p.a, p.b)]
    return []
