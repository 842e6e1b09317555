"""The queue of a review: which claim comes next. It is asked of the database a page at a time, so its length costs nothing."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from factdb.storage.leases import Holder, lease
from factdb.storage.portions import portions
from factdb.storage.queries import Filters, matching
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow, LeaseRow, SkipRow

ORDERS = ("article", "uncertain", "conflict", "date", "value", "random")
COUNTED = 100_000
_PAGE = 100
_DECIDES = ("verify", "correct", "reject", "unsure", "second", "adjudicate")


@dataclass(frozen=True, slots=True)
class Plan:
    """Which claims in which order.

    `article`: article by article from the oldest day on; `date`: from the newest; `uncertain`: the least sure first; `value`:
    the largest first; `random`: by id from `since` on, as ids say nothing; `conflict`: those that `lead` is told of, then by article.
    `sample` ends the queue after so many claims. `second` is a share from 0 to 1 of the claims that others decided, for blind
    second reading; the same claims for everybody.
    """

    filters: Filters = field(default_factory=Filters)
    order: str = "article"
    sample: int | None = None
    since: str = ""
    second: float | None = None


class Queue:
    """The place of one session in its plan. Decided claims, those put off and those that others have on screen are passed over."""

    def __init__(self, plan: Plan, holder: Holder, began: datetime) -> None:
        self.plan = plan
        self._holder = holder
        self._began = began.isoformat()
        self._page: deque[str] = deque()
        self._first: deque[str] = deque()
        self._led: set[str] = set()
        self._passed: set[str] = set()  # articles that were left for later
        self._given = 0

    def left(self, session: Session) -> int:
        """How many claims are still to be decided, counted up to COUNTED."""
        some = matching(self.plan.filters).where(*self._undecided()).limit(COUNTED).subquery()
        count = session.exec(select(func.count()).select_from(some)).one()
        return count if self.plan.sample is None else min(count, max(0, self.plan.sample - self._given))

    def next(self, session: Session, now: datetime) -> str | None:
        """The next claim, leased to this session; None when there is none."""
        if self.plan.sample is not None and self._given >= self.plan.sample:
            return None
        for claim_id in self._candidates(session, now):
            if self._still(session, claim_id, now) and lease(session, claim_id, self._holder, now) is None:
                self._given += 1
                return claim_id
        return None

    def lead(self, claims: Iterable[str]) -> None:
        """Let these claims come before all others, each once."""
        fresh = [claim for claim in claims if claim not in self._led]
        self._first.extend(fresh)
        self._led.update(fresh)

    def skip(self, session: Session, claim_id: str, now: datetime) -> None:
        """Put a claim off until the others are done; in a sample another one takes its place."""
        session.merge(SkipRow(curator=self._holder.curator, claim_id=claim_id, skipped_at=now.isoformat()))
        session.flush()
        self._given -= 1

    def waiting(self, session: Session, claims: Sequence[str]) -> int:
        """How many of these claims are among those that are still to be decided here."""
        there = matching(self.plan.filters).where(*self._undecided())
        return sum(len(session.exec(there.where(col(ClaimRow.id).in_(some))).all()) for some in portions(claims))

    def settled(self, session: Session, uids: Sequence[str]) -> Sequence[str]:
        """The claims that these lines of the log settled; a note, a flag or a mark on an article settles none."""
        settling = select(DecisionRow.claim_id).where(col(DecisionRow.what).in_(_DECIDES))
        return sorted({claim_id for some in portions(uids) for claim_id in session.exec(settling.where(col(DecisionRow.uid).in_(some)))})

    def again(self, claim_id: str) -> None:
        """A claim whose decision was taken back is to be decided once more."""
        self._given = max(0, self._given - 1)
        if claim_id in self._page:
            self._page.remove(claim_id)

    def put_back(self, claim_id: str) -> None:
        """The claim on screen was left for another one: it comes next."""
        self._given = max(0, self._given - 1)
        self._page.appendleft(claim_id)

    def pass_article(self, article_id: str) -> None:
        """Leave the rest of an article for later."""
        self._passed.add(article_id)
        self._page.clear()
        self._given -= 1

    def _candidates(self, session: Session, now: datetime) -> Iterator[str]:
        """Claims as they come: the page at hand, further pages, what was put off, and the articles that were left."""
        while self._first:
            yield self._first.popleft()
        while self._page or self._fill(session, now):
            yield self._page.popleft()

    def _fill(self, session: Session, now: datetime) -> bool:
        for query in self._queries(now):
            self._page.extend(session.exec(query.limit(_PAGE)).all())
            if self._page:
                return True
        if self._passed:
            self._passed.clear()
            return self._fill(session, now)
        return False

    def _queries(self, now: datetime) -> Iterator[SelectOfScalar[str]]:
        base = matching(self.plan.filters).where(*self._undecided(), *self._free(now))
        put_off = select(SkipRow.claim_id).where(SkipRow.curator == self._holder.curator)
        for query in self._ordered(base):
            yield query.where(col(ClaimRow.id).not_in(put_off))
        yield base.join(SkipRow, (col(SkipRow.claim_id) == col(ClaimRow.id)) & (col(SkipRow.curator) == self._holder.curator)).order_by(SkipRow.skipped_at)

    def _ordered(self, base: SelectOfScalar[str]) -> Iterator[SelectOfScalar[str]]:
        """The plan's order, in two queries where the key may be missing: an index gives the ones that have it, the rest come after."""
        if self.plan.order == "uncertain":
            yield base.order_by(col(ClaimRow.confidence), col(ClaimRow.id))
        elif self.plan.order == "value":
            yield base.where(col(ClaimRow.value_number).is_not(None)).order_by(col(ClaimRow.value_number).desc(), col(ClaimRow.id).desc())
            yield base.where(col(ClaimRow.value_number).is_(None)).order_by(col(ClaimRow.id))
        elif self.plan.order == "random":
            yield base.where(col(ClaimRow.id) >= self.plan.since).order_by(col(ClaimRow.id))
            yield base.where(col(ClaimRow.id) < self.plan.since).order_by(col(ClaimRow.id))
        else:
            day = col(ArticleRow.published_on)
            yield base.where(day.is_not(None)).order_by(*_by_article(newest=self.plan.order == "date"))
            yield base.where(day.is_(None)).order_by(col(ArticleRow.id), col(ClaimRow.core_start), col(ClaimRow.id))

    def _still(self, session: Session, claim_id: str, now: datetime) -> bool:
        """Whether a claim of the page at hand is still to be decided: others work on the same queue."""
        query = matching(self.plan.filters).where(ClaimRow.id == claim_id, *self._undecided(), *self._free(now))
        return session.exec(query).first() is not None

    def _undecided(self) -> Iterator[ColumnElement[bool]]:
        """Not decided by this curator in this session; for a second reading, decided by another and never by this one."""
        undo = aliased(DecisionRow)
        undone = select(undo.id).where(col(undo.undoes) == col(DecisionRow.uid))
        mine = select(DecisionRow.id).where(DecisionRow.curator == self._holder.curator, col(DecisionRow.claim_id) == col(ClaimRow.id))
        mine = mine.where(col(DecisionRow.what).in_(_DECIDES), ~undone.exists())
        if self.plan.second is None:
            yield ~mine.where(DecisionRow.decided_at >= self._began).exists()
            return
        yield ~mine.exists()
        yield col(ClaimRow.status) != "new"
        yield col(ClaimRow.id) <= f"{int(self.plan.second * (16**8 - 1)):08x}ffff"

    def _free(self, now: datetime) -> Iterator[ColumnElement[bool]]:
        held = select(LeaseRow.claim_id).where(LeaseRow.holder != self._holder.token, LeaseRow.until > now.isoformat())
        yield col(ClaimRow.id).not_in(held)
        if self._passed:
            yield col(ClaimRow.article_id).not_in(self._passed)


def _by_article(newest: bool) -> tuple[Any, ...]:
    day, article = col(ArticleRow.published_on), col(ArticleRow.id)
    return (day.desc() if newest else day, article.desc() if newest else article, col(ClaimRow.core_start), col(ClaimRow.id))
