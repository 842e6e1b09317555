"""Two papers on one ferry, as curators would add them: the tolls differ, the day agrees."""

from datetime import date

from storage_samples import NOW

from factdb.claims.extract import extract
from factdb.storage.store import add_article, start_run
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


def add(session, *articles):
    run = start_run(session, NOW)
    for article in articles:
        add_article(session, article, extract(article.text, article.published_on, article.title), run, NOW)
