"""The log of decisions, and the state of a claim that follows from it.

A decision says in `after` which fields of the claim's state it sets. A claim's state is its reading with every decision
that was not undone laid over it in order; status, mark and typed rows are that state's cache. A decision that sets the
status sets the whole reading too, so that what a curator saw stays when the rules change.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from factdb.claims.schema import KINDS
from factdb.errors import FactdbError
from factdb.storage.readings import COMMON, FRESH, MARKS, Reading, fill, put, state_of
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, DecisionRow

IN_TIME = (col(DecisionRow.decided_at), col(DecisionRow.uid))
"""By time, and by what is the same in every database where two have one: a number in this one would not be."""
MACHINE = "factdb"
"""The curator's name under which re-extraction flags; its flags stand in nobody's way."""

_OF_ADDED = ("core_start", "core_end", "derivation")
_UNTOLD = (*_OF_ADDED, "start", "end", "rule", "confidence")


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision to be appended. `after` holds the fields of the state that it sets."""

    uid: str
    curator: str
    decided_at: str
    what: str
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    comment: str | None = None
    batch: str | None = None
    undoes: str | None = None


def append(session: Session, row: ClaimRow, entry: Entry) -> DecisionRow:
    """Add a decision to the log and bring the claim's cache up to it. Where a clock stood still or went back it takes the time just after the one before."""
    decision = append_to(session, row, list(log_of(session, row.id)), entry)
    session.flush()
    return decision


def append_to(session: Session, row: ClaimRow, log: list[DecisionRow], entry: Entry) -> DecisionRow:
    """The same with the claim's log at hand, which gets the line; to be flushed with others."""
    now = state_of(session, row)
    before = {} if entry.what == "add" else {name: now.get(name) for name in entry.after}
    decision = _row(row.id, row.article_id, replace(entry, decided_at=_after(log, entry.decided_at)), before)
    session.add(decision)
    log.append(decision)
    _settle(session, row, log)
    return decision


def _after(log: Sequence[DecisionRow], at: str) -> str:
    """A time later than all of the log, the clock's where that is so: the order of a claim's decisions must be the same wherever they are merged."""
    last = log[-1].decided_at if log else ""
    return at if at > last else (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat()


def add_line(session: Session, claim_id: str, article_id: str, entry: Entry, before: Mapping[str, Any]) -> DecisionRow:
    """Add a line to the log and nothing else."""
    decision = _row(claim_id, article_id, entry, before)
    session.add(decision)
    session.flush()
    return decision


def log_of(session: Session, claim_id: str) -> Sequence[DecisionRow]:
    """Every decision on a claim, the oldest first: by time, since logs of two databases may have been merged."""
    return session.exec(select(DecisionRow).where(DecisionRow.claim_id == claim_id).order_by(*IN_TIME)).all()


def in_force(log: Sequence[DecisionRow]) -> list[DecisionRow]:
    """The decisions of a log that were not undone; the undos themselves are left out."""
    undone = {decision.undoes for decision in log if decision.undoes}
    return [decision for decision in log if decision.what != "undo" and decision.uid not in undone]


def fold(row: ClaimRow, log: Sequence[DecisionRow]) -> Reading | None:
    """The state that the log gives a claim; None for an added claim whose adding was undone."""
    decisions = in_force(log)
    if row.origin == "curator" and not any(decision.what == "add" for decision in decisions):
        return None
    state = {**json.loads(row.reading), **FRESH}
    for decision in decisions:
        state.update(json.loads(decision.after))
    own = (kind_field.name for kind_field in KINDS[state["kind"]].fields)
    return {name: state.get(name) for name in ("kind", *COMMON, "period", *own, *MARKS)}


def rebuild(session: Session, row: ClaimRow) -> None:
    """Make a claim's row and typed row what its log says; an added one stands on the words that it was added from last."""
    _settle(session, row, log_of(session, row.id))
    session.flush()


def _settle(session: Session, row: ClaimRow, log: Sequence[DecisionRow]) -> None:
    adding = _adding(log) if row.origin == "curator" else None
    if adding is not None:
        _ground(row, json.loads(adding.after))
    state = fold(row, log)
    if state is None:
        delete_claim(session, row)
    else:
        put(session, row, state)


def _adding(log: Sequence[DecisionRow]) -> DecisionRow | None:
    """The latest adding of a claim that was not undone."""
    return next((decision for decision in reversed(in_force(log)) if decision.what == "add"), None)


def delete_claim(session: Session, row: ClaimRow) -> None:
    """Take a claim and its typed row out; its log stays."""
    typed = session.get(TYPED[row.kind], row.id)
    if typed is not None:
        session.delete(typed)
        session.flush()
    session.delete(row)
    session.flush()


def dump(session: Session) -> Iterator[dict[str, Any]]:
    """The log in order, one object a decision, with what an added claim needs to be made again. Articles are named by their digest and day."""
    rows = session.exec(select(DecisionRow, ArticleRow).where(DecisionRow.article_id == ArticleRow.id).order_by(col(DecisionRow.id)))
    for decision, article in rows:
        line = decision.model_dump(exclude={"id", "article_id", "before", "after"})
        yield {
            **line,
            "before": json.loads(decision.before),
            "after": json.loads(decision.after),
            "article": article.sha256,
            "published_on": article.published_on,
        }


def load(session: Session, lines: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Append the decisions of a dump that are not here yet; how many were new and how many known.

    FactdbError, and nothing loaded, for a decision on an article or claim that this database does not hold.
    """
    new = known = 0
    touched: dict[str, str] = {}
    for at, line in enumerate(lines, 1):
        if session.exec(select(DecisionRow.id).where(DecisionRow.uid == _text(line, "uid", at))).first() is not None:
            known += 1
            continue
        with _loading(f"line {at}"):
            decision = _load_one(session, line, at)
        touched[decision.claim_id] = decision.article_id
        new += 1
    for claim_id, article_id in touched.items():
        with _loading(f"claim {claim_id}"):
            _restore(session, claim_id, article_id)
    return new, known


@contextmanager
def _loading(where: str) -> Iterator[None]:
    """Tell of a line that a person wrote or changed by hand, whatever is wrong in it."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, SQLAlchemyError) as error:
        raise FactdbError("this is no decision", where=where, next_step="Load a file as `factdb decisions dump` wrote it.") from error


def _load_one(session: Session, line: Mapping[str, Any], at: int) -> DecisionRow:
    article = session.exec(
        select(ArticleRow).where(ArticleRow.sha256 == _text(line, "article", at), col(ArticleRow.published_on).is_not_distinct_from(line.get("published_on")))
    ).first()
    if article is None:
        raise FactdbError("this database does not hold the article of this decision", where=f"line {at}", next_step="Add the same articles first.")
    uid, curator, decided_at, what = (_text(line, name, at) for name in ("uid", "curator", "decided_at", "what"))
    datetime.fromisoformat(decided_at)
    reason, comment, batch, undoes = (line.get(name) for name in ("reason", "comment", "batch", "undoes"))
    entry = Entry(uid, curator, decided_at, what, line.get("after") or {}, reason, comment, batch, undoes)
    claim_id = _text(line, "claim_id", at)
    if entry.what != "add" and claim_id != article.id and not _was_here(session, claim_id):
        raise FactdbError(f"this database does not hold claim {claim_id}", where=f"line {at}", next_step="Add the same articles with the same rules first.")
    return add_line(session, claim_id, article.id, entry, line.get("before") or {})


def _was_here(session: Session, claim_id: str) -> bool:
    """Whether the claim is here, or was added once: a colleague may have decided on it before its adding was undone."""
    return session.get(ClaimRow, claim_id) is not None or any(decision.what == "add" for decision in log_of(session, claim_id))


def _restore(session: Session, claim_id: str, article_id: str) -> None:
    """Make a claim what its log says, an added one that is not here anew."""
    row = session.get(ClaimRow, claim_id)
    adding = _adding(log_of(session, claim_id)) if row is None else None
    if adding is not None:
        row = make_added(session, session.get_one(ArticleRow, article_id), claim_id, json.loads(adding.after))
    if row is not None:
        rebuild(session, row)


def make_added(session: Session, article: ArticleRow, claim_id: str, state: Mapping[str, Any]) -> ClaimRow:
    """The row of a claim that a curator added, from what the decision holds: its state, its core and its derivation."""
    own = {name: state[name] for name in ("kind", "start", "end", "quote", "rule", "confidence")}
    row = ClaimRow(id=claim_id, article_id=article.id, origin="curator", **own)
    fill(session, row, {**_ground(row, state), **FRESH})
    return row


def _ground(row: ClaimRow, state: Mapping[str, Any]) -> Reading:
    """Set what an added claim stands on, as the decision that added it holds it: core, derivation, and the reading, which is returned."""
    reading = {name: value for name, value in state.items() if name not in (*MARKS, *_OF_ADDED)}
    row.core_start, row.core_end = state["core_start"], state["core_end"]
    row.derivation = json.dumps(state["derivation"], ensure_ascii=False)
    row.reading = json.dumps(reading, ensure_ascii=False)
    return reading


def _row(claim_id: str, article_id: str, entry: Entry, before: Mapping[str, Any]) -> DecisionRow:
    return DecisionRow(
        uid=entry.uid,
        claim_id=claim_id,
        article_id=article_id,
        curator=entry.curator,
        decided_at=entry.decided_at,
        what=entry.what,
        reason=entry.reason,
        comment=entry.comment,
        before=json.dumps(before, ensure_ascii=False),
        after=json.dumps(dict(entry.after), ensure_ascii=False),
        batch=entry.batch,
        undoes=entry.undoes,
    )


def _text(line: Mapping[str, Any], name: str, at: int) -> str:
    held = line.get(name)
    if not isinstance(held, str) or not held:
        raise FactdbError(f"the decision has no {name}", where=f"line {at}", next_step="Load a file that `factdb decisions dump` wrote.")
    return held


def log_rows(session: Session, claim_id: str | None) -> list[dict[str, Any]]:
    """The log as rows, the oldest first; `changed` says which fields went from what to what. A prefix finds claims that are gone, too."""
    query = select(DecisionRow).order_by(*IN_TIME)
    if claim_id is not None:
        query = query.where(col(DecisionRow.claim_id).startswith(claim_id.lower(), autoescape=True))
    return [{**decision.model_dump(), "changed": _changed(decision)} for decision in session.exec(query)]


def _changed(decision: DecisionRow) -> str:
    before, after = json.loads(decision.before), json.loads(decision.after)
    return ", ".join(f"{name}: {before.get(name)} → {after[name]}" for name in after if name not in _UNTOLD and after[name] != before.get(name))
