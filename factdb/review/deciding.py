"""What a curator does with claims, without any screen. Each call is meant to be one transaction of the caller's."""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from factdb.claims.correction import corrected
from factdb.errors import FactdbError, NotFoundError
from factdb.storage.decisions import MACHINE, Entry, add_line, append_to, in_force, log_of, make_added
from factdb.storage.held import Held, hold
from factdb.storage.marks import REVIEWED, mark
from factdb.storage.portions import portions
from factdb.storage.readings import MARKS, state_of
from factdb.storage.store import find_claim
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow

_AT_ONCE = 500
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
    log = list(log_of(session, row.id))
    _not_overtaken(row, log, by, seen)
    return _append(session, row, log, by.entry(what, _set_by(session, row, what)))


def decide_each(session: Session, what: str, claims: Sequence[str], by: By) -> list[Told]:
    """The same decision on each of any number of claims, of which those that are gone are left out."""
    return [told for some in portions(claims) for told in _decide_some(session, what, some, by)]


def _decide_some(session: Session, what: str, claims: Sequence[str], by: By) -> list[Told]:
    held = hold(session, claims)
    told = [_append(session, row, held.logs[row.id], by.entry(what, _set_by(session, row, what))) for row in held.rows.values()]
    session.flush()
    return told


def _set_by(session: Session, row: ClaimRow, what: str) -> dict[str, Any]:
    """What a decision that corrects nothing sets in a claim."""
    return {"flagged": True} if what == "flag" else {} if what == "note" else _pinned(session, row, what)


def correct(session: Session, prefix: str, changes: Mapping[str, str], by: By, seen: int | None = None) -> Told:
    """Correct fields of a claim; FactdbError says what would be right. A changed kind moves it to the other typed table."""
    row = _locked(session, prefix)
    log = list(log_of(session, row.id))
    _not_overtaken(row, log, by, seen)
    article = session.get_one(ArticleRow, row.article_id)
    state = corrected(_pinned(session, row, "correct"), changes, article.text, (row.core_start, row.core_end))
    return _append(session, row, log, by.entry("correct", state))


def judge(session: Session, prefix: str, what: str, after: Mapping[str, Any], by: By) -> Told:
    """Decide something that stands in the log alone and changes nothing in the claim: `after` says what."""
    row = _locked(session, prefix)
    return _append(session, row, list(log_of(session, row.id)), by.entry(what, after))


def mark_reviewed(session: Session, article_id: str, by: By) -> None:
    """Mark an article as read to its end: every claim in it has been found."""
    mark(session, session.get_one(ArticleRow, article_id), by.entry(REVIEWED, {}))


def undo(session: Session, by: By) -> list[Told]:
    """Take back the curator's own latest decision, or the whole batch that it belongs to.

    FactdbError when there is none, or when another curator has decided since on one of its claims.
    """
    return [told for some in portions(latest(session, by)) for told in _each(session, some, by, _undo_one)]


def latest(session: Session, by: By) -> Sequence[str]:
    """The lines of the log that `undo` would take back, the last one first. The latest is so by its time: a merged one may have come later.

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
    return [last.uid] if last.batch is None else [line.uid for line in session.exec(mine.where(DecisionRow.batch == last.batch)).yield_per(_AT_ONCE)]


def redo(session: Session, uids: Sequence[str], by: By) -> list[Told]:
    """Decide again what was decided in the log's lines `uids`, which were taken back; OvertakenError when another curator decided since."""
    return [told for some in portions(uids) for told in _each(session, some, by, _redo_one)]


def _each(session: Session, uids: Sequence[str], by: By, carry_out: Callable[[Session, DecisionRow, By, Held], Told]) -> list[Told]:
    """Take back or decide again some lines of the log, their claims held together."""
    lines = {line.uid: line for line in session.exec(select(DecisionRow).where(col(DecisionRow.uid).in_(uids)))}
    held = hold(session, list({line.claim_id: None for line in lines.values()}))
    told = [carry_out(session, lines[uid], by, held) for uid in uids]
    session.flush()
    return told


def _redo_one(session: Session, line: DecisionRow, by: By, held: Held) -> Told:
    by = replace(by, reason=line.reason, note=line.comment)
    after = json.loads(line.after)
    if line.what == REVIEWED:
        mark_reviewed(session, line.article_id, by)
        return Told(line.claim_id, line.what, "reviewed", None, line.uid)
    row, log = held.rows.get(line.claim_id), held.logs[line.claim_id]
    if row is None:
        row = held.rows[line.claim_id] = make_added(session, session.get_one(ArticleRow, line.article_id), line.claim_id, after)
    _not_overtaken(row, log, by, max(decision.id or 0 for decision in log if decision.uid == line.uid or decision.undoes == line.uid))
    return _append(session, row, log, by.entry(line.what, after))


def _not_overtaken(row: ClaimRow, log: Sequence[DecisionRow], by: By, seen: int | None) -> None:
    since = [d for d in in_force(log) if seen is not None and (d.id or 0) > seen and d.curator not in (by.curator, MACHINE)]
    if since:
        last = since[-1]
        why = "".join(f", {word}" for word in (last.reason, last.comment) if word)
        what = f"{last.curator} decided {last.what} on this claim meanwhile ({last.decided_at[:16]}{why}); nothing of yours was written"
        raise OvertakenError(what, where=row.id, next_step="Look at it again, then decide")


def _undo_one(session: Session, decision: DecisionRow, by: By, held: Held) -> Told:
    if decision.what == REVIEWED:
        mark(session, session.get_one(ArticleRow, decision.article_id), by.entry("undo", {}, undoes=decision.uid))
        return Told(decision.claim_id, "undo", "not reviewed", None, decision.uid)
    row, log = held.rows.get(decision.claim_id), held.logs[decision.claim_id]
    if row is None:  # a claim whose adding was undone in a database that was merged
        add_line(session, decision.claim_id, decision.article_id, by.entry("undo", {}, undoes=decision.uid), {})
        return Told(decision.claim_id, "undo", "removed", None, decision.uid)
    since = [d for d in in_force(log) if _moment(d) > _moment(decision) and d.curator not in (by.curator, MACHINE)]
    if since:
        what = f"{since[-1].curator} decided since ({since[-1].what}, {since[-1].decided_at})"
        raise FactdbError(what, where=row.id, next_step="Decide anew instead: `factdb verify`, `correct` or `reject`.")
    append_to(session, row, log, by.entry("undo", {}, undoes=decision.uid))
    if row not in session:  # its adding was taken back
        del held.rows[row.id]
    return Told(decision.claim_id, "undo", row.status if row.id in held.rows else "removed", None, decision.uid)


def _moment(decision: DecisionRow) -> tuple[str, str]:
    return decision.decided_at, decision.uid


def _append(session: Session, row: ClaimRow, log: list[DecisionRow], entry: Entry) -> Told:
    other = next((line for line in reversed(in_force(log)) if line.curator not in (entry.curator, MACHINE)), None)
    line = append_to(session, row, log, entry)
    return Told(row.id, entry.what, row.status, other, line.uid)


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
