"""What other articles say about the same fact, worked out beside the review and looked up for each claim."""

from collections.abc import Mapping
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import func, select

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
"""More claims than this are not compared while somebody reviews; `factdb check` does it."""

COMPARING = "Comparing with other articles …"
TOO_MANY = f"Over {LARGEST:,} claims: what others say is left to factdb check."


class Neighbours:
    """Works out the facts in the background, so that a review starts at once; `doing` is one line on it, empty when there is nothing to say."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self._found: dict[str, tuple[Other, ...]] = {}
        self.disputed: tuple[str, ...] = ()
        self.doing = COMPARING
        self._worker = Thread(target=self._try, daemon=True)
        self._worker.start()

    def of(self, claim_id: str) -> tuple[Other, ...]:
        """What others say, conflicts first; empty when nobody says anything, or as long as it is not known."""
        return self._found.get(claim_id, ())

    def wait(self, seconds: float | None = None) -> None:
        """Until everything is worked out, or for so long."""
        self._worker.join(seconds)

    def _try(self) -> None:
        try:
            self._work()
        except SQLAlchemyError as error:
            self.doing = f"What others say is not known: {getattr(error, 'orig', None) or error}"

    def _work(self) -> None:
        with reading(self._engine) as session:
            if session.exec(select(func.count()).select_from(ClaimRow)).one() > LARGEST:
                self.doing = TOO_MANY
                return
            held = stored(session)
        found = held.facts()
        self._found = {claim_id: _others(fact, claim_id, held.names) for fact in found for claim_id in _members(fact)}
        self.disputed = tuple(claim_id for fact in found if fact.conflicts for claim_id in _members(fact))
        self.doing = ""


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
