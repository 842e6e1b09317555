"""Words looked for in articles and claims: FTS5 on SQLite, the server's own search on PostgreSQL.

Both know the endings of English words. The indexes are made by a migration and kept right by the engine itself.
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, text
from sqlmodel import Session, col, select

from factdb.storage.queries import Row, rows_of
from factdb.storage.tables import ArticleRow

COLUMNS = ("what", "id", "kind", "status", "passage", "subject", "article", "article_name", "published_on")

# The same expressions as in the migration: PostgreSQL takes its index only for these.
_WORDS = {
    "article": "coalesce({0}title, '') || ' ' || {0}text",
    "claim": "{0}quote || ' ' || coalesce({0}subject, '') || ' ' || coalesce({0}attribution, '')",
}
_SQLITE = """
SELECT {table}.id FROM search_{table} JOIN search_{table}_key ON number = search_{table}.rowid JOIN {table} USING (id)
WHERE search_{table} MATCH :words ORDER BY rank, {table}.id LIMIT :most"""
_POSTGRESQL = """
SELECT {table}.id FROM {table}, (SELECT {query} AS wanted) AS asked
WHERE {vector} @@ wanted ORDER BY ts_rank({vector}, wanted) DESC, {table}.id LIMIT :most"""
_BEFORE, _BEHIND = 60, 100
_ENDING = 3


def search(session: Session, words: Sequence[str], most: int) -> tuple[list[Row], bool]:
    """Articles, then claims, that hold all the words, the best first and at most so many of each, and whether there are more.

    A word with spaces is a phrase. An article's `passage` is what stands around the first of the words, a claim's its quote.
    """
    found = {table: _ids(session, table, words, most + 1) for table in ("article", "claim")}
    more = any(len(ids) > most for ids in found.values())
    held = {row.id: row for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(found["article"][:most])))}
    articles = [_article(held[one], words) for one in found["article"][:most]]
    claims = [{**row, "what": "claim", "passage": row["quote"]} for row in rows_of(session, found["claim"][:most])]
    return articles + claims, more


def _ids(session: Session, table: str, words: Sequence[str], most: int) -> list[str]:
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        query, given = _SQLITE, {"words": " ".join('"' + word.replace('"', " ") + '"' for word in words)}
        told: dict[str, str] = {}
    else:
        query, given = _POSTGRESQL, {f"word{at}": word for at, word in enumerate(words)}
        told = {"query": " && ".join(f"phraseto_tsquery('english', :{name})" for name in given)}
        told["vector"] = f"to_tsvector('english', left({_WORDS[table].format(table + '.')}, 100000))"
    statement = text(query.format(table=table, **told))
    return list(connection.execute(statement.bindparams(bindparam("most", most)), given).scalars())


def _article(row: ArticleRow, words: Sequence[str]) -> Row:
    shown: dict[str, Any] = {"what": "article", "id": row.id, "subject": row.title, "article": row.id, "article_name": row.name}
    return {**shown, "published_on": row.published_on, "passage": _passage(row.text, words)}


def _passage(text: str, words: Sequence[str]) -> str:
    """The words of the text around the first that was looked for; of its head where only the title holds them."""
    stems = (word[: max(_ENDING, len(word) - _ENDING)] for phrase in words for word in phrase.split())
    places = (re.search(rf"\b{re.escape(stem)}", text, re.IGNORECASE) for stem in stems)
    at = next((place.start() for place in places if place), 0)
    begin = text.find(" ", at - _BEFORE) + 1 if at > _BEFORE else 0
    end = text.rfind(" ", at, at + _BEHIND) if at + _BEHIND < len(text) else len(text)
    return " ".join(text[min(begin, at) : end if end > at else at + _BEHIND].split())
