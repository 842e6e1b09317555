"""What the reading commands ask of the database: articles, claims with their own fields, counts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from factdb.claims.schema import KINDS
from factdb.storage.decisions import IN_TIME, in_force
from factdb.storage.store import find_article, find_claim
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, DecisionRow, EventDateRow, MeetingDateRow, PublicationRow, TypedRow

Row = dict[str, Any]

OWN_FIELDS = tuple(dict.fromkeys(field.name for kind in KINDS.values() for field in kind.fields))
_NUMBERS = ("value", "low", "high")
_BATCH = 500

CLAIM_COLUMNS = (
    *("id", "kind", "status", "flagged", "value", "low", "high", "modifier", "unit", "period_start", "period_end"),
    *OWN_FIELDS,
    *("attribution", "subject", "stance", "quote", "start", "end", "rule", "confidence"),
    *("article", "article_name", "title", "published_on", "publisher", "author", "url"),
)
DECIDED_COLUMNS = ("curator", "decided_at", "reason", "note")
ARTICLE_COLUMNS = ("id", "name", "title", "published_on", "publisher", "language", "claims", "url", "syndicated_from")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims: every filter that is set must hold. Numbers compare with the claim's bounds, days (ISO 8601) with its
    date or, for a number, its period; `text` is looked for in quote, subject and attribution, whatever the case.
    """

    kinds: Sequence[str] = ()
    statuses: Sequence[str] = ()
    article: str | None = None
    text: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    since: str | None = None
    until: str | None = None
    confidence: float | None = None


def claims(session: Session, filters: Filters | None = None, limit: int | None = None) -> Iterator[Row]:
    """Claims as rows with CLAIM_COLUMNS, article by article and in the order of the text; a few hundred at a time are held."""
    wanted = iter(ordered(session, filters or Filters(), limit))
    while batch := list(islice(wanted, _BATCH)):
        yield from rows_of(session, batch)


def ordered(session: Session, filters: Filters, limit: int | None = None) -> Iterator[str]:
    """The ids of claims, article by article from the oldest day on and in the order of the text; articles without a day come last.

    Two queries, since only so the index on the day gives the order and a first page costs no more than its length.
    """
    day, left = col(ArticleRow.published_on), limit
    for there in (day.is_not(None), day.is_(None)):
        query = matching(filters).where(there).order_by(day, col(ArticleRow.id), col(ClaimRow.start), col(ClaimRow.id)).limit(left)
        found = session.exec(query).all()
        yield from found
        left = None if left is None else left - len(found)


def matching(filters: Filters) -> SelectOfScalar[str]:
    """The ids of the claims that the filters let through, in no order. Claims of a superseded version show only when its article is named."""
    return (
        select(ClaimRow.id)
        .join(ArticleRow)
        .outerjoin(MeetingDateRow, col(MeetingDateRow.claim_id) == col(ClaimRow.id))
        .outerjoin(EventDateRow, col(EventDateRow.claim_id) == col(ClaimRow.id))
        .where(*_conditions(filters))
    )


def decided(session: Session, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of claims with DECIDED_COLUMNS: who gave each its status, when and why, and every note that was not taken back."""
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        logs: dict[str, list[DecisionRow]] = {row["id"]: [] for row in batch}
        for decision in session.exec(select(DecisionRow).where(col(DecisionRow.claim_id).in_(logs)).order_by(*IN_TIME)):
            logs[decision.claim_id].append(decision)
        yield from ({**row, **_decided(in_force(logs[row["id"]]))} for row in batch)


def _decided(log: Sequence[DecisionRow]) -> Row:
    last = next((decision for decision in reversed(log) if "status" in json.loads(decision.after)), None)
    why: Row = {name: getattr(last, name, None) for name in ("curator", "decided_at", "reason")}
    return {**why, "note": "; ".join(decision.comment for decision in log if decision.comment) or None}


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.kinds:
        yield col(ClaimRow.kind).in_(filters.kinds)
    if filters.statuses:
        yield col(ClaimRow.status).in_(filters.statuses)
    if filters.article is not None:
        yield col(ClaimRow.article_id) == filters.article
    else:
        yield col(ArticleRow.superseded_by).is_(None)
    if filters.text is not None:
        yield or_(*(column.icontains(filters.text, autoescape=True) for column in map(col, (ClaimRow.quote, ClaimRow.subject, ClaimRow.attribution))))
    if filters.confidence is not None:
        yield col(ClaimRow.confidence) >= filters.confidence
    yield from _ranges(filters)


def _ranges(filters: Filters) -> Iterator[ColumnElement[bool]]:
    low = func.coalesce(ClaimRow.low_number, ClaimRow.value_number, ClaimRow.high_number)
    high = func.coalesce(ClaimRow.high_number, ClaimRow.value_number, ClaimRow.low_number)
    first = func.coalesce(MeetingDateRow.date_start, EventDateRow.date_start, ClaimRow.period_start, ClaimRow.period_end)
    last = func.coalesce(MeetingDateRow.date_end, EventDateRow.date_end, ClaimRow.period_end, ClaimRow.period_start)
    if filters.least is not None:
        yield high >= float(filters.least)
    if filters.most is not None:
        yield low <= float(filters.most)
    if filters.since is not None:
        yield last >= filters.since
    if filters.until is not None:
        yield first <= filters.until


def rows_of(session: Session, ids: Sequence[str]) -> Iterator[Row]:
    """These claims as rows with CLAIM_COLUMNS, in the order of the ids."""
    held = {row.id: row for row in session.exec(select(ClaimRow).where(col(ClaimRow.id).in_(ids)))}
    by_kind: dict[str, list[str]] = {}
    for row in held.values():
        by_kind.setdefault(row.kind, []).append(row.id)
    typed = {row.claim_id: row for kind, some in by_kind.items() for row in _typed(session, kind, some)}
    article_ids = {row.article_id for row in held.values()}
    articles = {row.id: row for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(article_ids)))}
    published = _publications(session, article_ids)
    for claim_id in ids:
        row = held[claim_id]
        yield claim_row(row, typed.get(claim_id), articles[row.article_id], published.get(row.article_id))


def _typed(session: Session, kind: str, ids: Sequence[str]) -> Iterable[TypedRow]:
    table = TYPED[kind]
    return session.exec(select(table).where(col(table.claim_id).in_(ids))).all()


def _publications(session: Session, article_ids: Iterable[str]) -> Mapping[str, PublicationRow]:
    """The first known appearance of each article."""
    query = select(PublicationRow).where(col(PublicationRow.article_id).in_(article_ids)).order_by(col(PublicationRow.id).desc())
    return {row.article_id: row for row in session.exec(query)}


def claim_row(row: ClaimRow, typed: TypedRow | None, article: ArticleRow, published: PublicationRow | None) -> Row:
    """A claim with its own fields and its article as one row of CLAIM_COLUMNS; numbers as exact decimals, lists as lists."""
    own = {name: getattr(typed, name, None) for name in OWN_FIELDS}
    own["participants"] = json.loads(own["participants"]) if own["participants"] else None
    common = {name: getattr(row, name) for name in CLAIM_COLUMNS if name in ClaimRow.model_fields}
    for name in _NUMBERS:
        common[name] = None if common[name] is None else Decimal(common[name])
    return {
        **common,
        **own,
        "article": article.id,
        "article_name": article.name,
        "title": article.title,
        "published_on": article.published_on,
        "publisher": published.publisher if published else None,
        "author": published.author if published else None,
        "url": published.url if published else None,
    }


def articles(session: Session) -> list[Row]:
    """The articles that are there, by day and name, as rows with ARTICLE_COLUMNS."""
    counts = dict(session.exec(select(ClaimRow.article_id, func.count()).group_by(col(ClaimRow.article_id))).all())
    query = select(ArticleRow).where(col(ArticleRow.removed_at).is_(None))
    rows = session.exec(query.order_by(col(ArticleRow.published_on).is_(None), col(ArticleRow.published_on), col(ArticleRow.name))).all()
    published = {row.article_id: row for row in session.exec(select(PublicationRow).order_by(col(PublicationRow.id).desc()))}
    return [article_row(row, published.get(row.id), counts.get(row.id, 0)) for row in rows]


def article_row(row: ArticleRow, published: PublicationRow | None, claim_count: int) -> Row:
    return {
        "id": row.id,
        "name": row.name,
        "title": row.title,
        "published_on": row.published_on,
        "publisher": published.publisher if published else None,
        "language": row.language,
        "claims": claim_count,
        "url": published.url if published else None,
        "syndicated_from": row.syndicated_from,
    }


def publications(session: Session, article_id: str) -> Sequence[PublicationRow]:
    """Every known appearance of an article, the first one first."""
    return session.exec(select(PublicationRow).where(PublicationRow.article_id == article_id).order_by(col(PublicationRow.id))).all()


def one_claim(session: Session, prefix: str) -> tuple[Row, str]:
    """The claim of an id or a unique prefix as a row of CLAIM_COLUMNS, and its article's text."""
    claim = find_claim(session, prefix)
    (row,) = rows_of(session, [claim.id])
    return row, session.get_one(ArticleRow, claim.article_id).text


def derivation(session: Session, prefix: str) -> tuple[Row, Row]:
    """A claim as a row, and how it came about: `rule`, `features`, and `source`, the tree of what it was read from."""
    claim = find_claim(session, prefix)
    (row,) = rows_of(session, [claim.id])
    return row, json.loads(claim.derivation)


def one_article(session: Session, prefix: str) -> Row:
    """The article of an id, a unique prefix or a name as a row of ARTICLE_COLUMNS, with its `text`."""
    row = find_article(session, prefix)
    published = _publications(session, [row.id]).get(row.id)
    count = session.exec(select(func.count()).select_from(ClaimRow).where(ClaimRow.article_id == row.id)).one()
    return {**article_row(row, published, count), "text": row.text}
