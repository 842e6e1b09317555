"""Does what a review's state asks for: each effect is one transaction, and its outcome is told only when that is on disk."""

import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from factdb.claims.marked import read
from factdb.errors import FactdbError
from factdb.review.adding import add
from factdb.review.deciding import By, OvertakenError, Told, correct, decide, latest, mark_reviewed, redo, undo
from factdb.review.effects import Add, Correct, Decide, Effect, Jump, Outcome, Read, Search, Simple
from factdb.review.neighbours import Neighbours
from factdb.review.pace import Pace
from factdb.review.queue import Plan, Queue
from factdb.review.second import read_again
from factdb.review.view import Hit, Missed, Shown, show
from factdb.spans import Span
from factdb.storage.database import reading, writing
from factdb.storage.leases import Holder, lease, release
from factdb.storage.readings import reading_of
from factdb.storage.search import search
from factdb.storage.store import find_claim, published_on
from factdb.storage.tables import ArticleRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

_HITS = 50
_PATIENCE = 2.0
"""Seconds that a review in the order of conflicts waits for them before it starts with what comes by article."""
_STAYS = ("flag", "note")
"""Decisions after which the claim is still to be decided."""


class Desk:
    """One session of one curator: the queue, the claim on screen, what can be redone, and the pace."""

    def __init__(self, engine: "Engine", plan: Plan, curator: str, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._curator = curator
        self._clock = clock
        self._holder = Holder(secrets.token_hex(8), curator)
        self._queue = Queue(plan, self._holder, clock())
        self._blind = plan.second is not None
        self._neighbours = Neighbours(engine)
        self._conflicts_first = plan.order == "conflict"
        self._pace = Pace()
        self._shown: Shown | None = None
        self._redo: list[list[str]] = []
        with reading(engine) as session:
            self._left = self._queue.left(session)

    def do(self, effect: Effect) -> Outcome:
        """Carry out an effect; a mistake or a database that does not answer is told and leaves everything as it was."""
        try:
            return self._do(effect)
        except OvertakenError as error:
            self._reload()
            return self._outcome(str(error), bad=True)
        except FactdbError as error:
            return self._outcome(str(error), bad=True)
        except SQLAlchemyError as error:
            return self._outcome(f"The database did not take it: {getattr(error, 'orig', None) or error}", bad=True)

    def close(self) -> None:
        """Give back the claim on screen."""
        with writing(self._engine) as session:
            release(session, self._holder)

    def _do(self, effect: Effect) -> Outcome:
        if isinstance(effect, Simple):
            return _SIMPLE[effect.name](self)
        if isinstance(effect, Search):
            return self._search(effect.words)
        if isinstance(effect, Jump):
            return self._jump(effect.prefix)
        if isinstance(effect, Decide):
            return self._decide(effect)
        if isinstance(effect, Correct):
            return self._decided(lambda session, shown: self._correct(session, shown, effect))
        return self._missed(effect)

    def _decide(self, effect: Decide) -> Outcome:
        def carry_out(session: Session, shown: Shown) -> Told:
            by = self._by(effect.reason, effect.note)
            if self._blind and effect.what not in _STAYS:
                return read_again(session, shown.claim_id, effect.what, {}, by)
            return decide(session, effect.what, shown.claim_id, by, shown.seen)

        return self._decided(carry_out)

    def _correct(self, session: Session, shown: Shown, effect: Correct) -> Told:
        if self._blind:
            return read_again(session, shown.claim_id, "correct", effect.changes, self._by())
        return correct(session, shown.claim_id, effect.changes, self._by(), shown.seen)

    def _decided(self, carry_out: Callable[[Session, Shown], Told]) -> Outcome:
        """One decision in one transaction, and the next claim."""
        if self._shown is None:
            return self._outcome()
        with writing(self._engine) as session:
            waited = self._queue.waiting(session, [self._shown.claim_id])
            told = carry_out(session, self._shown)
        self._redo.clear()
        if told.what in _STAYS:
            self._reload()
        else:
            self._pace.tick(self._clock())
            self._left = max(0, self._left - waited)
            self._advance()
        return self._outcome(_said(told))

    def _missed(self, effect: Read | Add) -> Outcome:
        shown = self._shown
        if shown is None:
            return self._outcome()
        span = Span(effect.start, effect.end)
        if isinstance(effect, Read):
            return self._outcome(missed=self._read(shown, span))
        with writing(self._engine) as session:
            told = add(session, shown.home.id, span, effect.changes, self._by())
        self._redo.clear()
        self._reload()
        return self._outcome(f"{told.claim_id} added and verified.")

    def _read(self, shown: Shown, span: Span) -> Missed:
        with reading(self._engine) as session:
            article = session.get_one(ArticleRow, shown.home.id)
        claim = read(article.text, published_on(article), article.title, span, shown.home.publisher)
        return Missed(span.start, span.end, claim.core, reading_of(claim))

    def _next(self) -> Outcome:
        if self._conflicts_first:
            self._neighbours.wait(_PATIENCE)
            if self._neighbours.comparing:
                self._queue.lead(self._neighbours.disputed())
        self._advance()
        return self._outcome()

    def _skip(self) -> Outcome:
        if self._shown is not None:
            with writing(self._engine) as session:
                self._queue.skip(session, self._shown.claim_id, self._clock())
        self._advance()
        return self._outcome("Put off; it comes back at the end.")

    def _next_article(self) -> Outcome:
        if self._shown is not None:
            self._queue.pass_article(self._shown.home.id)
        self._advance()
        return self._outcome()

    def _reviewed(self) -> Outcome:
        if self._shown is None:
            return self._outcome()
        with writing(self._engine) as session:
            mark_reviewed(session, self._shown.home.id, self._by())
        self._redo.clear()
        self._reload()
        return self._outcome(f"{self._shown.home.name} is marked as reviewed, nothing more in it.")

    def _undo(self) -> Outcome:
        with writing(self._engine) as session:
            by = self._by()
            uids = list(reversed(latest(session, by)))
            settled = self._queue.settled(session, uids)
            waited = self._queue.waiting(session, settled)
            told = undo(session, by)
            self._left += self._queue.waiting(session, settled) - waited
        self._pace.done = max(0, self._pace.done - len(settled))
        self._redo.append(uids)
        for claim_id in settled:
            self._queue.again(claim_id)
        try:
            self._show(told[-1].claim_id)
        except FactdbError:  # a claim that had been added, or a mark on an article
            self._reload()
        return self._outcome(f"Taken back: {len(told)} decisions." if len(told) > 1 else f"{told[0].claim_id} is {told[0].status} again.")

    def _redone(self) -> Outcome:
        if not self._redo:
            return self._outcome("There is nothing to redo.", bad=True)
        uids = self._redo[-1]
        with writing(self._engine) as session:
            settled = self._queue.settled(session, uids)
            waited = self._queue.waiting(session, settled)
            told = redo(session, uids, self._by(batch=len(uids) > 1))
            self._left += self._queue.waiting(session, settled) - waited
        self._pace.done += len(settled)
        self._redo.pop()
        self._advance()
        one = f"{told[0].claim_id} is {told[0].status}" if len(told) == 1 else f"{len(told)} decisions ({_counted(told)}) are made"
        return self._outcome(f"{one} once more.")

    def _search(self, words: str) -> Outcome:
        with reading(self._engine) as session:
            rows = [row for row in search(session, words.split(), _HITS)[0] if row["what"] == "claim"]
        if not rows:
            return self._outcome(f"No claim has {words!r} in its words, subject or source.", bad=True)
        return self._outcome(hits=tuple(Hit(r["id"], r["quote"], r["kind"], r["status"], r["article_name"]) for r in rows))

    def _jump(self, prefix: str) -> Outcome:
        self._show(prefix)
        held = self._shown.held_by if self._shown else None
        return self._outcome(f"{held} has this claim on screen, too." if held else "", bad=bool(held))

    def _show(self, prefix: str) -> None:
        with writing(self._engine) as session:
            row = find_claim(session, prefix)
            if self._shown is not None and self._shown.claim_id != row.id:
                self._queue.put_back(self._shown.claim_id)
            held = lease(session, row.id, self._holder, self._clock())
            self._shown = show(session, row.id, self._blind, held.curator if held else None)

    def _advance(self) -> None:
        if self._conflicts_first and not self._neighbours.comparing:
            self._queue.lead(self._neighbours.disputed())
            self._conflicts_first = False
        with writing(self._engine) as session:
            claim_id = self._queue.next(session, self._clock())
            self._shown = None if claim_id is None else show(session, claim_id, self._blind)

    def _reload(self) -> None:
        """The claim on screen as it stands now; the next one when it is gone."""
        if self._shown is not None:
            try:
                self._show(self._shown.claim_id)
            except FactdbError:
                self._advance()

    def _keep(self) -> Outcome:
        """Hold the claim on screen for longer."""
        if self._shown is not None:
            with writing(self._engine) as session:
                lease(session, self._shown.claim_id, self._holder, self._clock())
        return self._outcome()

    def _outcome(self, said: str = "", bad: bool = False, hits: tuple[Hit, ...] = (), missed: Missed | None = None) -> Outcome:
        shown = self._shown if self._shown is None else replace(self._shown, others=self._neighbours.of(self._shown.claim_id))
        return Outcome(shown, said, bad, self._pace.done, self._left, self._pace.rest(self._left), hits, missed, self._neighbours.doing)

    def _by(self, reason: str | None = None, note: str | None = None, batch: bool = False) -> By:
        return By(self._curator, self._clock(), reason, note, secrets.token_hex(8) if batch else None)


_SIMPLE: dict[str, Callable[[Desk], Outcome]] = {
    "next": Desk._next,
    "skip": Desk._skip,
    "next_article": Desk._next_article,
    "reviewed": Desk._reviewed,
    "undo": Desk._undo,
    "redo": Desk._redone,
    "keep": Desk._keep,
    "look": lambda desk: desk._outcome(),
    "quit": lambda desk: desk._outcome(),
}


def _counted(told: Sequence[Told]) -> str:
    """What decisions of a batch were: "38 verify, 2 reject"."""
    return ", ".join(f"{count} {what}" for what, count in sorted(Counter(one.what for one in told).items()))


def _said(told: Told) -> str:
    done = {"flag": "flagged", "note": "noted", "second": "read again"}.get(told.what, told.status)
    before = "" if told.other is None else f" {told.other.curator} had decided {told.other.what} before."
    return f"{told.claim_id} {done}.{before}"
