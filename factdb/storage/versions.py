"""Versions of an article: another text under the same address takes the place of the one before, and decisions are carried over.

A decision goes to the claim at the same words in the same surroundings. Where those are gone or stand there twice, the claim is
orphaned: it stays with the version that it was decided on.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from factdb.spans import Span
from factdb.storage.anchors import alike, anchor
from factdb.storage.decisions import MACHINE, Entry, append, in_force, log_of, make_added
from factdb.storage.readings import state_of
from factdb.storage.store import new_claim_id
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow, PublicationRow

CARRY = "carry"
_UID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Renewed:
    """An article that took the place of `before`: the claims whose decisions were carried over, and those that were orphaned (ids of the version before)."""

    before: str
    carried: tuple[str, ...]
    orphaned: tuple[str, ...]


def renew(session: Session, article_id: str, at: datetime) -> Renewed | None:
    """Make a newly added article the latest version of the one that is known under its address; None when there is none.

    An article that says it is older than the known one becomes the version before it, and carries nothing.
    """
    new = session.get_one(ArticleRow, article_id)
    old = known_before(session, new)
    if old is None:
        return None
    older = new.published_on and old.published_on and new.published_on < old.published_on
    first, last = (new, old) if older else (old, new)
    first.superseded_by = last.id
    session.add(first)
    session.flush()
    return None if older else carry_all(session, old, new, at)


def known_before(session: Session, new: ArticleRow) -> ArticleRow | None:
    """The latest version, under one of its addresses, of the article that a new text tells anew."""
    return next((row for row in _under_same_url(session, new) if row.title == new.title or alike(row.text, new.text)), None)


def versions(session: Session, article: ArticleRow) -> list[ArticleRow]:
    """Every version of an article, the first one first."""
    chain = [article]
    while (before := session.exec(select(ArticleRow).where(ArticleRow.superseded_by == chain[0].id)).first()) is not None and before not in chain:
        chain.insert(0, before)
    while chain[-1].superseded_by is not None and (after := session.get(ArticleRow, chain[-1].superseded_by)) is not None and after not in chain:
        chain.append(after)
    return chain


def claims_of(session: Session, article_id: str) -> Sequence[ClaimRow]:
    """The claims of an article in the order of its text."""
    return session.exec(select(ClaimRow).where(ClaimRow.article_id == article_id).order_by(col(ClaimRow.core_start), col(ClaimRow.id))).all()


def claim_at(rows: Sequence[ClaimRow], core: Span) -> ClaimRow | None:
    """The claim whose number or date stands at a place, if there is just one."""
    found = [row for row in rows if Span(row.core_start, row.core_end).overlap(core)]
    return found[0] if len(found) == 1 else None


def moved(row: ClaimRow, old: str, new: str) -> int | None:
    """By how many code points a claim's words moved from one text to the other; None when they are not found again."""
    place = anchor(old, Span(row.start, row.end), new)
    return None if place is None else place - row.start


def _under_same_url(session: Session, article: ArticleRow) -> Sequence[ArticleRow]:
    urls = select(PublicationRow.url).where(PublicationRow.article_id == article.id, col(PublicationRow.url).is_not(None))
    same = select(PublicationRow.article_id).where(col(PublicationRow.url).in_(urls))
    there = (col(ArticleRow.removed_at).is_(None), col(ArticleRow.superseded_by).is_(None), ArticleRow.id != article.id)
    return session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(same), *there).order_by(col(ArticleRow.id))).all()


def carry_all(session: Session, old: ArticleRow, new: ArticleRow, at: datetime) -> Renewed:
    """Carry what was decided on a version over to the next, to the claims there on which nobody has decided anything yet."""
    rows = claims_of(session, new.id)
    carried, orphaned = [], []
    for row in claims_of(session, old.id):
        log = in_force(log_of(session, row.id))
        if log:
            step = moved(row, old.text, new.text)
            core = None if step is None else Span(row.core_start + step, row.core_end + step)
            home = claim_at(rows, core) if core else None
            if core is None or (home is None and any(Span(one.core_start, one.core_end).overlap(core) for one in rows)):
                orphaned.append(row.id)
            elif _carry(session, row, log, (new, home, core), at):
                carried.append(row.id)
    return Renewed(old.id, tuple(carried), tuple(orphaned))


def _carry(session: Session, row: ClaimRow, log: Sequence[DecisionRow], to: tuple[ArticleRow, ClaimRow | None, Span], at: datetime) -> bool:
    """Give the claim of the new version what was decided on the old one; a claim that only a curator saw is added there. Whether that was still to do."""
    article, home, core = to
    home_id = home.id if home else new_claim_id(session, article.id, core.start)
    if log_of(session, home_id):
        return False
    step = core.start - row.core_start
    state: dict[str, Any] = state_of(session, row)
    state |= {"start": state["start"] + step, "end": state["end"] + step}
    said = next((one for one in reversed(log) if one.curator != MACHINE), log[-1])
    if home is None:
        state |= {"core_start": core.start, "core_end": core.end, "derivation": json.loads(row.derivation)}
    what, home = (CARRY, home) if home else ("add", make_added(session, article, home_id, state))
    comment = f"{said.what} by {said.curator} on {row.id}, {said.decided_at[:10]}"
    append(session, home, Entry(_uid(said, home_id), MACHINE, at.isoformat(), what, state, reason="new_version", comment=comment))
    return True


def _uid(said: DecisionRow, home: str) -> str:
    """The same for the same decision carried to the same claim: what two databases carried over by themselves is one line when they are merged."""
    return hashlib.sha256(f"{said.uid} {home}".encode()).hexdigest()[:_UID_LENGTH]
