"""Two papers on one ferry, as curators would add them: the tolls differ, the day agrees."""

from datetime import date

from sqlmodel import col, select
from storage_samples import NOW

from factdb.checks.check import check
from factdb.checks.facts import facts
from factdb.checks.stored import articles_of, claims_of, given
from factdb.claims.extract import extract
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ArticleRow
from factdb.text.article import Article

MORNING = Article(
    "morning",
    "The ferry Aurelia sank off Tarrafal on Monday, killing 47 passengers, the Cape Verde coast guard said.",
    "Ferry Aurelia sinks off Tarrafal",
    date(2025, 6, 3),
    publisher="Praia Post",
)
EVENING = Article(
    "evening",
    "The ferry Aurelia sank off Tarrafal on Monday, killing 43 passengers, the harbour master said.",
    "Ferry Aurelia sinks off Tarrafal",
    date(2025, 6, 4),
    publisher="Mindelo Mail",
)


def anew(session):
    """The findings, also those that hold, and the facts of what is stored, worked out from nothing."""
    ids = session.exec(select(ArticleRow.id).where(col(ArticleRow.removed_at).is_(None))).all()
    articles, claims, told = articles_of(session, ids), claims_of(session, ids), given(session)
    return check(claims, articles, holding=True, given=told), facts(claims, articles, told)


def add(session, *articles):
    run = start_run(session, NOW)
    for article in articles:
        add_article(session, article, extract(article.text, article.published_on, article.title), run, NOW)
