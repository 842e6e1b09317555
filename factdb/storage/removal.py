"""Taking an article out, with its claims; decisions on them stay in the log."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, func, select, update

from factdb.errors import FactdbError
from factdb.storage import copies
from factdb.storage.store import find_article
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, DecisionRow, PublicationRow


@dataclass(frozen=True, slots=True)
class Removed:
    """The article that was taken out, and how many claims and decisions it had."""

    article_id: str
    name: str
    claims: int
    decisions: int


def remove(session: Session, wanted: str, force: bool, at: datetime) -> Removed:
    """Take an article out with its claims.

    FactdbError when curators decided on them, unless `force`: then the article's row stays without text, so that the log still
    points at something and the same text is not added again.
    """
    article = session.get_one(ArticleRow, find_article(session, wanted).id, with_for_update=True, populate_existing=True)
    if article.removed_at is not None:
        raise FactdbError("the article was removed before", where=article.id, next_step="Nothing is left to do.")
    decisions = session.exec(select(func.count()).select_from(DecisionRow).where(DecisionRow.article_id == article.id)).one()
    if decisions and not force:
        raise FactdbError(
            f"curators decided on its claims (decisions: {decisions})", where=article.name, next_step="Their log stays when you remove it with --force."
        )
    session.exec(update(ArticleRow).where(col(ArticleRow.superseded_by) == article.id).values(superseded_by=article.superseded_by))
    copies.forget(session, article.id)
    removed = Removed(article.id, article.name, _drop_claims(session, article.id), decisions)
    if decisions:
        article.text, article.title, article.removed_at = "", None, at.isoformat()
        session.add(article)
    else:
        session.exec(delete(PublicationRow).where(col(PublicationRow.article_id) == article.id))
        session.delete(article)
    session.flush()
    return removed


def _drop_claims(session: Session, article_id: str) -> int:
    ids = session.exec(select(ClaimRow.id).where(ClaimRow.article_id == article_id)).all()
    for table in TYPED.values():
        session.exec(delete(table).where(col(table.claim_id).in_(select(ClaimRow.id).where(ClaimRow.article_id == article_id))))
    session.exec(delete(ClaimRow).where(col(ClaimRow.article_id) == article_id))
    return len(ids)
