"""What other articles say about the same fact: asked of the last check for the claim on screen, and brought up to date beside the review."""

from collections.abc import Iterator
from threading import Thread
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from factdb.checks.kept import disputed_claims, verdicts_on
from factdb.checks.renewal import pending, renew
from factdb.checks.verdict import CONFLICTS
from factdb.review.view import Other
from factdb.storage.database import reading
from factdb.storage.tables import ArticleRow, ClaimRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

LARGEST = 2_000
"""More changed articles than this are not compared while somebody reviews; `factdb check` does it."""

COMPARING = "Comparing with other articles …"
TOO_MANY = f"Over {LARGEST:,} articles changed since the last `factdb check`; what others say is as of then."


class Neighbours:
    """Compares what changed in the background, so that a review starts at once; `doing` is one line on it, empty when there is nothing to say."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self.doing = COMPARING
        self._worker = Thread(target=self._work, daemon=True)
        self._worker.start()

    @property
    def comparing(self) -> bool:
        return self._worker.is_alive()

    def of(self, claim_id: str) -> tuple[Other, ...]:
        """What others say, conflicts first; empty when nobody says anything, or as long as it is not known."""
        with reading(self._engine) as session:
            return tuple(sorted(_others(session, claim_id), key=lambda other: (other.verdict != CONFLICTS, other.published_on or "")))

    def disputed(self) -> list[str]:
        """The claims of facts that have a conflict, the most disputed fact first, as far as it is known."""
        with reading(self._engine) as session:
            return disputed_claims(session)

    def wait(self, seconds: float | None = None) -> None:
        """Until everything is compared, or for so long."""
        self._worker.join(seconds)

    def _work(self) -> None:
        try:
            with reading(self._engine) as session:
                many = pending(session, LARGEST + 1) > LARGEST
            if not many:
                renew(self._engine)
            self.doing = TOO_MANY if many else ""
        except SQLAlchemyError as error:
            self.doing = f"What others say may be out of date: {getattr(error, 'orig', None) or error}"


def _others(session: Session, claim_id: str) -> Iterator[Other]:
    """Those that were not rejected since."""
    verdicts = verdicts_on(session, claim_id)
    query = select(ClaimRow.id, ClaimRow.quote, ArticleRow.name, ArticleRow.published_on).join(ArticleRow)
    for other, quote, article, day in session.exec(query.where(col(ClaimRow.id).in_(verdicts), ClaimRow.status != "rejected")):
        yield Other(quote, article, day, *verdicts[other])
