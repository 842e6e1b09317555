"""What other articles say about the same fact, worked out once for a session and looked up for each claim."""

from collections.abc import Mapping
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from sqlmodel import Session, func, select

from factdb.checks.facts import Fact
from factdb.checks.others import Other as Said
from factdb.checks.others import others_of
from factdb.checks.stored import stored
from factdb.checks.verdict import CONFLICTS
from factdb.review.view import Other
from factdb.storage.database import reading
from factdb.storage.tables import ClaimRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

LARGEST = 50_000
"""More claims than this are not compared while somebody waits; `factdb check` does it."""


class Neighbours:
    """Works out the facts in the background; until they are there, nothing is said of others."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self._found: dict[str, tuple[Other, ...]] = {}
        self._worker = Thread(target=self._work, daemon=True)
        self._worker.start()

    def of(self, claim_id: str) -> tuple[Other, ...]:
        """What others say, conflicts first; empty when nobody says anything, or as long as it is not known."""
        return self._found.get(claim_id, ())

    def wait(self) -> None:
        """Until everything is worked out."""
        self._worker.join()

    def _work(self) -> None:
        with reading(self._engine) as session:
            if session.exec(select(func.count()).select_from(ClaimRow)).one() > LARGEST:
                return
            held = stored(session)
        found = held.facts()
        self._found = {claim_id: _others(fact, claim_id, held.names) for fact in found for claim_id in _members(fact)}


def disputed(session: Session) -> tuple[str, ...]:
    """The claims of facts that have a conflict, the most disputed fact first."""
    return tuple(claim_id for fact in stored(session).facts() if fact.conflicts for claim_id in _members(fact))


def _members(fact: Fact) -> list[str]:
    """The stored claims of a fact."""
    return [read.claim.id for read in fact.reads if read.claim.id]


def _others(fact: Fact, claim_id: str, names: Mapping[str, str]) -> tuple[Other, ...]:
    days = {read.claim.article: read.context.setting.published_on for read in fact.reads}
    said = [_other(one, names, days) for one in others_of([fact], claim_id)]
    return tuple(sorted(said, key=lambda other: (other.verdict != CONFLICTS, str(other.published_on or ""))))


def _other(said: Said, names: Mapping[str, str], days: Mapping[str, date | None]) -> Other:
    claim = said.claim
    day = days.get(claim.article)
    return Other(claim.quote, names.get(claim.article, claim.article), None if day is None else day.isoformat(), said.verdict, said.cause)
