"""What a curator sees of a claim: its words, fields, derivation, what others say and decided. Values only, loaded in one go."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, func, select

from factdb.claims.schema import KINDS
from factdb.spans import Span
from factdb.storage.decisions import MACHINE, in_force, log_of
from factdb.storage.marks import reviewed
from factdb.storage.queries import publications
from factdb.storage.readings import FRESH, state_of
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow
from factdb.storage.versions import CARRY

_WINDOW = 4000


@dataclass(frozen=True, slots=True)
class Home:
    """The article of a claim: its heading, and the claim's place among its `claims`."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    published_on: str | None
    place: int
    claims: int
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Other:
    """What another article says about the same fact."""

    quote: str
    article: str
    published_on: str | None
    verdict: str
    cause: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in force: by whom, what, when (ISO 8601), and with which words."""

    curator: str
    what: str
    at: str
    reason: str | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that a search found."""

    claim_id: str
    quote: str
    kind: str
    status: str
    article: str


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that a curator marked, code points `start` to `end`, and the claim that was read from them."""

    start: int
    end: int
    core: tuple[int, int]
    reading: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as it stands. `reading` has the fields of a state; `seen` is the latest decision on it, 0 for none."""

    claim_id: str
    text: str
    reading: Mapping[str, Any]
    core: tuple[int, int]
    home: Home
    around: tuple[Span, ...] = ()
    derivation: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Other, ...] = ()
    decided: tuple[Decided, ...] = ()
    seen: int = 0
    held_by: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.reading["start"], self.reading["end"])

    @property
    def dated(self) -> bool:
        return KINDS[self.reading["kind"]].dated


def show(session: Session, claim_id: str, blind: bool = False, held_by: str | None = None) -> Shown:
    """A claim with all that is known of it; `blind` hides what curators made of it and shows the extractor's own reading."""
    row = session.get_one(ClaimRow, claim_id, populate_existing=True)
    log = log_of(session, claim_id)
    article = session.get_one(ArticleRow, row.article_id)
    return Shown(
        claim_id=claim_id,
        text=article.text,
        reading={**json.loads(row.reading), **FRESH} if blind else state_of(session, row),
        core=(row.core_start, row.core_end),
        home=_home(session, row, article),
        around=_around(session, row),
        derivation=json.loads(row.derivation),
        decided=() if blind else tuple(_decided(decision) for decision in in_force(log) if decision.curator != MACHINE or decision.what == CARRY),
        seen=max((decision.id or 0 for decision in log), default=0),
        held_by=held_by,
    )


def _home(session: Session, row: ClaimRow, article: ArticleRow) -> Home:
    count = select(func.count()).select_from(ClaimRow).where(ClaimRow.article_id == article.id)
    published = publications(session, article.id)
    return Home(
        id=article.id,
        name=article.name,
        title=article.title,
        publisher=published[0].publisher if published else None,
        published_on=article.published_on,
        place=session.exec(count.where(col(ClaimRow.core_start) <= row.core_start)).one(),
        claims=session.exec(count).one(),
        reviewed=reviewed(session, article.id) is not None,
    )


def _around(session: Session, row: ClaimRow) -> tuple[Span, ...]:
    """The other claims near by, to be shown dimmed."""
    near = col(ClaimRow.core_start).between(row.core_start - _WINDOW, row.core_start + _WINDOW)
    found = session.exec(select(ClaimRow.start, ClaimRow.end).where(ClaimRow.article_id == row.article_id, near, ClaimRow.id != row.id)).all()
    return tuple(sorted(Span(start, end) for start, end in found))


def _decided(decision: DecisionRow) -> Decided:
    return Decided(decision.curator, decision.what, decision.decided_at, decision.reason, decision.comment)
