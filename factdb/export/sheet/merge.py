"""Three-way comparison of a sheet: what was exported, what the sheet says now, and what the database says now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from factdb.claims.correction import corrected
from factdb.claims.schema import REASONS
from factdb.errors import FactdbError
from factdb.export.sheet.columns import DATES, EDITABLE, NUMBERS, base, claim_id, digest, seen, shown
from factdb.export.sheet.mangled import EDITED, REFUSED, RESTORED, Look, look, plain
from factdb.export.sheet.read import SheetRow
from factdb.storage.decisions import in_force, log_of
from factdb.storage.readings import state_of
from factdb.storage.tables import ArticleRow, ClaimRow

_VERDICTS = {
    "verify": ("v", "verify", "verified", "ok", "yes", "true", "right"),
    "reject": ("r", "reject", "rejected", "no", "false", "wrong"),
    "unsure": ("u", "unsure", "?"),
    "correct": ("c", "correct", "corrected"),
}
_FIELDS = ("quote", *EDITABLE)
"""What is compared; the other columns are there to be read."""


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that a row of the sheet asks for, with the changes of fields and what they were."""

    row: int
    claim_id: str
    what: str
    changes: Mapping[str, str]
    before: Mapping[str, str]
    reason: str | None
    comment: str | None
    seen: int


@dataclass(slots=True)
class Plan:
    """What a sheet asks for: decisions, faults for which a row is left alone, and notes on cells that were rewritten but are clear."""

    steps: list[Step] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class _FaultError(Exception):
    """Why a row is left alone."""


def plan(session: Session, rows: Iterable[SheetRow]) -> Plan:
    """Compare every row; nothing is written."""
    found = Plan()
    known: set[str] = set()
    for row in rows:
        try:
            step = _step(session, row, known, found.notes)
        except _FaultError as fault:
            found.faults.append(str(fault))
            continue
        if step is not None:
            found.steps.append(step)
    return found


def _step(session: Session, row: SheetRow, known: set[str], notes: list[str]) -> Step | None:
    claim, (latest, mark) = _claim(session, row, known)
    log = log_of(session, claim.id)
    exported = base(claim, log, latest)
    verdict, reason, comment = _verdict(row), _reason(row), plain(row.cells.get("comment")) or None
    changes = _changes(row, exported, notes)
    if not (verdict or changes or comment):
        return None
    if digest(exported) != mark:
        raise _FaultError(f"{row.place('claim')}: {claim.id} was read anew since the export; export it again")
    what = _what(row, verdict, changes)
    step = Step(row.number, claim.id, what, changes, {name: shown(exported, name) for name in changes}, reason, comment, latest)
    if any((decision.id or 0) > latest for decision in log):
        return _both(session, row, claim, step)
    _check(session, row, claim, exported, changes)
    return step


def _claim(session: Session, row: SheetRow, known: set[str]) -> tuple[ClaimRow, tuple[int, str]]:
    wanted, mark = claim_id(plain(row.cells.get("claim"))), seen(plain(row.cells.get("seen")))
    if wanted is None or mark is None:
        place = row.place("claim" if wanted is None else "seen")
        raise _FaultError(f"{place}: not what was exported; these cells tell which claim it is and must stay as they are")
    if wanted in known:
        raise _FaultError(f"{row.place('claim')}: {wanted} stands in the sheet twice; only the first row counts")
    known.add(wanted)
    claim = session.get(ClaimRow, wanted)
    if claim is None:
        raise _FaultError(f"{row.place('claim')}: this database does not hold claim {wanted}")
    return claim, mark


def _verdict(row: SheetRow) -> str | None:
    said = plain(row.cells.get("verdict")).lower()
    if not said:
        return None
    for what, words in _VERDICTS.items():
        if said in words:
            return what
    raise _FaultError(f"{row.place('verdict')}: {said!r} is no verdict; it is one of {', '.join(_VERDICTS)}")


def _reason(row: SheetRow) -> str | None:
    said = plain(row.cells.get("reason")).lower().replace(" ", "_")
    if said and said not in REASONS:
        raise _FaultError(f"{row.place('reason')}: {said!r} is no reason; it is one of {', '.join(REASONS)}")
    return said or None


def _changes(row: SheetRow, exported: Mapping[str, Any], notes: list[str]) -> dict[str, str]:
    """The fields that a person changed. A cell that a program rewrote beyond recognition is a fault of its row."""
    changes = {}
    for name in (name for name in _FIELDS if name in row.cells):
        found = _look(row, name, shown(exported, name))
        if found.what == REFUSED:
            raise _FaultError(f"{row.place(name)} {name}: {found.text!r}: {found.why}")
        if found.what == RESTORED:
            notes.append(f"{row.place(name)} {name}: {plain(row.cells[name])!r} is read as {found.text!r} ({found.why})")
        if found.what == EDITED:
            changes[name] = found.text
    return changes


def _look(row: SheetRow, name: str, exported: str) -> Look:
    return look(row.cells[name], exported, "number" if name in NUMBERS else "date" if name in DATES else "text")


def _what(row: SheetRow, verdict: str | None, changes: Mapping[str, str]) -> str:
    if changes and verdict in ("reject", "unsure"):
        raise _FaultError(f"{row.place('verdict')}: {verdict} and changed fields at once ({', '.join(changes)}); take one of them back")
    if verdict == "correct" and not changes:
        raise _FaultError(f"{row.place('verdict')}: correct, but no field is changed")
    return "correct" if changes else verdict or "note"


def _both(session: Session, row: SheetRow, claim: ClaimRow, step: Step) -> Step | None:
    """A claim that was decided on after the export: fine when the sheet asks for what is there already."""
    now = state_of(session, claim)
    status = {"verify": "verified", "reject": "rejected", "unsure": "unsure", "correct": "corrected"}.get(step.what)
    if now["status"] == status and all(shown(now, name) == value for name, value in step.changes.items()):
        return None
    last = in_force(log_of(session, claim.id))[-1:]
    by = f" ({last[0].what} by {last[0].curator}, {last[0].decided_at[:10]})" if last else ""
    raise _FaultError(f"{row.place('claim')}: {claim.id} was changed in the database, too{by}; nothing of this row was taken")


def _check(session: Session, row: SheetRow, claim: ClaimRow, exported: Mapping[str, Any], changes: Mapping[str, str]) -> None:
    """Whether the changes are right, so that a dry run finds what is not."""
    if changes:
        article = session.get_one(ArticleRow, claim.article_id)
        try:
            corrected(exported, changes, article.text, (claim.core_start, claim.core_end))
        except FactdbError as error:
            raise _FaultError(f"{row.place(next(iter(changes)))}: {error}") from None


def as_rows(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The steps as rows to show: one for each changed field, one for a decision without any."""
    rows = []
    for step in steps:
        about = {"row": step.row, "claim_id": step.claim_id, "what": step.what, "reason": step.reason, "comment": step.comment}
        rows += [{**about, "field": name, "from": step.before[name], "to": value} for name, value in step.changes.items()] or [about]
    return rows
