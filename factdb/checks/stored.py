"""The stored claims as the checks see them: with what curators decided laid over, and without what they rejected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from factdb.checks.facts import Fact, facts
from factdb.checks.given import NOTHING_GIVEN, Given
from factdb.checks.judged import judged
from factdb.checks.rates import stored_rates
from factdb.checks.reference import stored_references
from factdb.checks.statement import Statement
from factdb.storage.queries import Filters, claims
from factdb.storage.tables import ArticleRow, PublicationRow
from factdb.text.article import Article

COUNTED = ("new", "verified", "corrected", "unsure")
_OWN = ("id", "article", "start", "end", "quote", "kind", "value", "low", "high", "modifier", "unit", "date_start", "date_end", "precision")


@dataclass(frozen=True, slots=True)
class Stored:
    """Claims and articles under the ids of the database; `names` tells the name that the source gave an article."""

    claims: list[Statement]
    articles: list[Article]
    names: Mapping[str, str]
    given: Given = NOTHING_GIVEN

    def facts(self) -> list[Fact]:
        """The facts of the stored claims, as curators pinned them."""
        return facts(self.claims, self.articles, self.given)


def stored(session: Session) -> Stored:
    """Every claim that was not rejected, with a curator's values where there are some, and every article that is there."""
    rows = session.exec(select(ArticleRow).where(col(ArticleRow.removed_at).is_(None)).order_by(col(ArticleRow.id))).all()
    outlets = {row.article_id: row for row in session.exec(select(PublicationRow).order_by(col(PublicationRow.id).desc()))}
    articles = [_article(row, outlets.get(row.id)) for row in rows]
    statements = [_statement(row) for row in claims(session, Filters(statuses=COUNTED))]
    return Stored(statements, articles, {row.id: row.name for row in rows}, given(session))


def given(session: Session) -> Given:
    """The judgements, rates and reference figures of the database."""
    return Given(judged(session), stored_rates(session), tuple(stored_references(session)))


def _article(row: ArticleRow, outlet: PublicationRow | None) -> Article:
    url, publisher = (outlet.url, outlet.publisher) if outlet else (None, None)
    return Article(row.id, row.text, row.title, _day(row.published_on), url, publisher)


def _day(iso: str | None) -> date | datetime | None:
    if iso is None:
        return None
    return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)


def _statement(row: Mapping[str, Any]) -> Statement:
    known = {name: row[name] for name in _OWN}
    rest = {name: value for name, value in row.items() if name not in _OWN}
    return Statement(**known, period=(row["period_start"], row["period_end"]), fields=rest)
