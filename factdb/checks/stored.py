"""The stored claims as the checks see them: with what curators decided laid over, and without what they rejected."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam
from sqlmodel import Session, col, select

from factdb.checks.given import Given
from factdb.checks.judged import judged
from factdb.checks.rates import stored_rates
from factdb.checks.reference import stored_references
from factdb.checks.statement import Statement
from factdb.storage.portions import portions
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, PublicationRow
from factdb.text.article import Article

COUNTED = ("new", "verified", "corrected", "unsure")
_COMMON = ("id", "article_id", "start", "end", "quote", "kind", "value", "low", "high", "modifier", "unit", "period_start", "period_end")
_TOLD = ("subject", "attribution", "stance", "status")
_KIND = _COMMON.index("kind")


def given(session: Session) -> Given:
    """The judgements, rates and reference figures of the database."""
    return Given(judged(session), stored_rates(session), tuple(stored_references(session)))


def articles_of(session: Session, ids: Sequence[str]) -> list[Article]:
    """Those of these articles that are there, in order of their ids; each with its first known place of publication."""
    found = []
    for some in portions(ids):
        rows = session.connection().execute(_ARTICLES, {"ids": some}).all()
        places = {row[0]: row[1:] for row in session.connection().execute(_PLACES, {"ids": some})}
        found += [Article(row.id, row.text, row.title, _day(row.published_on), *places.get(row.id, (None, None))) for row in rows]
    return sorted(found, key=lambda article: article.id)


def claims_of(session: Session, ids: Sequence[str]) -> list[Statement]:
    """The claims of these articles that count; those of a superseded version don't."""
    found = []
    for some in portions(ids):
        publishers = {row[0]: row[2] for row in session.connection().execute(_PLACES, {"ids": some})}
        rows: dict[str, list[Sequence[Any]]] = defaultdict(list)
        for row in session.connection().execute(_CLAIMS, {"ids": some}).all():
            rows[row[_KIND]].append(row)
        for kind, of_kind in rows.items():
            own = _own_fields(session, kind, [row[0] for row in of_kind])
            found += [_statement(row, own[row[0]], publishers.get(row[1])) for row in of_kind if row[0] in own]
    return found


def _own_fields(session: Session, kind: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the typed table of a kind holds of each of these claims."""
    query, names = _typed(kind)
    found: dict[str, dict[str, Any]] = {}
    for some in portions(ids):
        found |= {row[0]: dict(zip(names, row[1:], strict=True)) for row in session.connection().execute(query, {"ids": some}).all()}
    return found


def names_of(session: Session, ids: Iterable[str] | None = None) -> dict[str, str]:
    """The name that the source gave each of these articles, of all where none are given."""
    query = select(ArticleRow.id, ArticleRow.name)
    if ids is None:
        return {row[0]: row[1] for row in session.connection().execute(query)}
    found: dict[str, str] = {}
    for some in portions(sorted(ids)):
        found.update((row[0], row[1]) for row in session.connection().execute(query.where(col(ArticleRow.id).in_(some))))
    return found


_ARTICLES = select(ArticleRow.id, ArticleRow.text, ArticleRow.title, ArticleRow.published_on).where(
    col(ArticleRow.removed_at).is_(None), col(ArticleRow.id).in_(bindparam("ids", expanding=True))
)
_PLACES = (
    select(PublicationRow.article_id, PublicationRow.url, PublicationRow.publisher)
    .where(col(PublicationRow.article_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(PublicationRow.id).desc())
)


_CLAIMS = select(*(getattr(ClaimRow, name) for name in (*_COMMON, *_TOLD))).where(
    col(ClaimRow.article_id).in_(
        select(ArticleRow.id).where(col(ArticleRow.id).in_(bindparam("ids", expanding=True)), col(ArticleRow.superseded_by).is_(None))
    ),
    col(ClaimRow.status).in_(COUNTED),
)


@cache
def _typed(kind: str) -> tuple[Select[Any], tuple[str, ...]]:
    """The query of the typed rows of a kind, and the names of its fields behind the claim's id."""
    table = TYPED[kind]
    names = tuple(name for name in table.model_fields if name != "claim_id")
    return select(table.claim_id, *(getattr(table, name) for name in names)).where(col(table.claim_id).in_(bindparam("ids", expanding=True))), names


def _statement(row: Sequence[Any], own: dict[str, Any], publisher: str | None) -> Statement:
    told = {**dict(zip(_TOLD, row[len(_COMMON) :], strict=True)), **own, "publisher": publisher}
    if told.get("participants"):
        told["participants"] = json.loads(told["participants"])
    start, end = told.pop("date_start", None), told.pop("date_end", None)
    value, low, high = (None if number is None else Decimal(number) for number in row[6:9])
    precision = told.pop("precision", None)
    return Statement(row[1], row[2], row[3], row[4], row[5], value, low, high, row[9], row[10], start, end, precision, (row[11], row[12]), told, row[0])


def _day(iso: str | None) -> date | datetime | None:
    if iso is None:
        return None
    return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)
