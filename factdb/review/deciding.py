"""What a curator does with claims, without any screen. Each call is meant to be one transaction of the caller's."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from factdb.claims.correction import corrected
from factdb.errors import FactdbError, NotFoundError
from factdb.storage.decisions import MACHINE, Entry, add_line, append, in_force, log_of, make_added
from factdb.storage.marks import REVIEWED, mark
from factdb.storage.portions import portions
from factdb.storage.readings import MARKS, state_of
from factdb.storage.store import find_claim
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow

STATUS = {"verify": "verified", "reject": "rejected", "unsure": "unsure", "correct": "corrected", "add": "verified"}


@dataclass(frozen=True, slots=True)
class By:
    """Who decides and when, with a reason code and a note; `batch` ties the decisions of one command together."""

    curator: str
    at: datetime
    reason: str | None = None
    note: str | None = None
    batch: str | None = None

    def entry(self, what: str, after: Mapping[str, Any], undoes: str | None = None) -> Entry:
        return Entry(secrets.token_hex(8), self.curator, self.at.isoformat(), what, after, self.reason, self.note, self.batch, undoes)


@dataclass(frozen=True, slots=True)
class Told:
    """A decision that was appended, and what another curator had decided last on that claim, if anything.

    `uid` is the line of the log: the new one or, for an undo, the one that it took back.
    """

    claim_id: str
    what: str
    status: str
    other: DecisionRow | None
    uid: str = ""


class OvertakenError(FactdbError):
    """Another curator decided on the claim after it was shown; nothing was written."""


def decide(session: Session, what: str, prefix: str, by: By, seen: int | None = None) -> Told:
    """Verify, reject, flag, note or be unsure of a claim.

    `seen` is the latest decision that the curator saw on it: when another one has decided since, OvertakenError says so.
    """
    row = _locked(session, prefix)
    _not_overtaken(session, row, by, seen)
    after = {"flagged": True} if what == "flag" else {} if what == "note" else _pinned(session, row, what)
    return _append(session, row, by, what, after)


def correct(session: Session, prefix: str, changes: Mapping[str, str], by: By, seen: int | None = None) -> Told:
    """Correct fields of a claim; FactdbError says what would be right. A changed kind moves it to the other typed table."""
    row = _locked(session, prefix)
    _not_overtaken(session, row, by, seen)
    article = session.get_one(ArticleRow, row.article_id)
    state = corrected(_pinned(session, row, "correct"), changes, article.text, (row.core_start, row.core_end))
    return _append(session, row, by, "correct", state)


def judge(session: Session, prefix: str, what: str, after: Mapping[str, Any], by: By) -> Told:
    """Decide something that stands in the log alone and changes nothing in the claim: `after` says what."""
    return _append(session, _locked(session, prefix), by, what, after)


def mark_reviewed(session: Session, article_id: str, by: By) -> None:
    """Mark an article as read to its end: every claim in it has been found."""
    mark(session, session.get_one(ArticleRow, article_id), by.entry(REVIEWED, {}))


def undo(session: Session, by: By) -> list[Told]:
    """Take back the curator's own latest decision, or the whole batch that it belongs to.

    FactdbError when there is none, or when another curator has decided since on one of its claims.
    """
    return [_undo_one(session, decision, by) for decision in latest(session, by)]


def latest(session: Session, by: By) -> Sequence[DecisionRow]:
    """What `undo` would take back, the last one first. The latest is so by its time: a merged one may have come later.

    Decisions on articles that were removed stay as they are.
    """
    undone = select(DecisionRow.undoes).where(col(DecisionRow.undoes).is_not(None))
    there = select(ArticleRow.id).where(col(ArticleRow.removed_at).is_(None))
    mine = select(DecisionRow).where(
        DecisionRow.curator == by.curator, DecisionRow.what != "undo", col(DecisionRow.uid).not_in(undone), col(DecisionRow.article_id).in_(there)
    )
    mine = mine.order_by(col(DecisionRow.decided_at).desc(), col(DecisionRow.id).desc())
    last = session.exec(mine.limit(1)).first()
    if last is None:
        raise FactdbError(f"{by.curator} has no decision to undo", next_step="`factdb log` shows who decided what.")
    return [last] if last.batch is None else session.exec(mine.where(DecisionRow.batch == last.batch)).all()


def redo(session: Session, uids: Sequence[str], by: By) -> list[Told]:
    """Decide again what was decided in the log's lines `uids`, which were taken back; OvertakenError when another curator decided since."""
    lines = {line.uid: line for some in portions(uids) for line in session.exec(select(DecisionRow).where(col(DecisionRow.uid).in_(some)))}
    return [_redo_one(session, lines[uid], by) for uid in uids]


def _redo_one(session: Session, line: DecisionRow, by: By) -> Told:
    by = replace(by, reason=line.reason, note=line.comment)
    after = json.loads(line.after)
    if line.what == REVIEWED:
        mark_reviewed(session, line.article_id, by)
        return Told(line.claim_id, line.what, "reviewed", None, line.uid)
    row = session.get(ClaimRow, line.claim_id, with_for_update=True)
    if row is None:
        row = make_added(session, session.get_one(ArticleRow, line.article_id), line.claim_id, after)
    _not_overtaken(session, row, by, max(decision.id or 0 for decision in log_of(session, row.id) if decision.uid == line.uid or decision.undoes == line.uid))
    return _append(session, row, by, line.what, after)


def _not_overtaken(session: Session, row: ClaimRow, by: By, seen: int | None) -> None:
    since = [d for d in in_force(log_of(session, row.id)) if seen is not None and (d.id or 0) > seen and d.curator not in (by.curator, MACHINE)]
    if since:
        last = since[-1]
        why = "".join(f", {word}" for word in (last.reason, last.comment) if word)
        what = f"{last.curator} decided {last.what} on this claim meanwhile ({last.decided_at[:16]}{why}); nothing of yours was written"
        raise OvertakenError(what, where=row.id, next_step="Look at it again, then decide")


def _undo_one(session: Session, decision: DecisionRow, by: By) -> Told:
    if decision.what == REVIEWED:
        mark(session, session.get_one(ArticleRow, decision.article_id), by.entry("undo", {}, undoes=decision.uid))
        return Told(decision.claim_id, "undo", "not reviewed", None, decision.uid)
    row = session.get(ClaimRow, decision.claim_id, with_for_update=True, populate_existing=True)
    if row is None:  # a claim whose adding was undone in a database that was merged
        add_line(session, decision.claim_id, decision.article_id, by.entry("undo", {}, undoes=decision.uid), {})
        return Told(decision.claim_id, "undo", "removed", None, decision.uid)
    since = [d for d in in_force(log_of(session, row.id)) if _moment(d) > _moment(decision) and d.curator not in (by.curator, MACHINE)]
    if since:
        what = f"{since[-1].curator} decided since ({since[-1].what}, {since[-1].decided_at})"
        raise FactdbError(what, where=row.id, next_step="Decide anew instead: `factdb verify`, `correct` or `reject`.")
    append(session, row, by.entry("undo", {}, undoes=decision.uid))
    left = session.get(ClaimRow, decision.claim_id)
    return Told(decision.claim_id, "undo", "removed" if left is None else left.status, None, decision.uid)


def _moment(decision: DecisionRow) -> tuple[str, str]:
    return decision.decided_at, decision.uid


def _append(session: Session, row: ClaimRow, by: By, what: str, after: Mapping[str, Any]) -> Told:
    others: Sequence[DecisionRow] = [d for d in in_force(log_of(session, row.id)) if d.curator not in (by.curator, MACHINE)]
    line = append(session, row, by.entry(what, after))
    return Told(row.id, what, row.status, others[-1] if others else None, line.uid)


def _locked(session: Session, prefix: str) -> ClaimRow:
    """The claim, held until the end of the transaction, so that two curators' decisions come one after the other."""
    found = find_claim(session, prefix)
    row = session.get(ClaimRow, found.id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFoundError("the claim was removed just now", where=found.id, next_step="`factdb list` shows those that are there.")
    return row


def _pinned(session: Session, row: ClaimRow, what: str) -> dict[str, Any]:
    state = {name: value for name, value in state_of(session, row).items() if name not in MARKS}
    return {**state, "status": STATUS[what]}
