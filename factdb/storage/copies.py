"""Near-copies: one wire text in two papers, with another headline, cut short or lightly edited.

A text is a set of shingles, six words in a row each, as 31-bit hashes; its sketch is the smallest of them (Broder's bottom-k
sketch). Texts that share part of their sketches are compared in full. The first one stored counts as the source, so that those
who count independent sources can count one.
"""

import re
import zlib
from collections.abc import Iterable
from heapq import nsmallest

from sqlmodel import Session, col, delete, func, insert, select, update

from factdb.storage.tables import ArticleRow, PublicationRow, ShingleRow

_WORD = re.compile(r"\w+")
_WORDS = 6
_SKETCH = 64
_FEWEST = 20
_SHARED = 12
_CANDIDATES = 5
_COPIED = 0.6
_POSITIVE = 0x7FFF_FFFF


def shingles(text: str) -> frozenset[int]:
    """The hashes of every six words in a row, whatever the case and the signs between; none of a text of fewer than 25 words."""
    words = _WORD.findall(text.lower())
    count = len(words) - _WORDS + 1
    if count < _FEWEST:
        return frozenset()
    return frozenset(zlib.crc32(" ".join(words[at : at + _WORDS]).encode()) & _POSITIVE for at in range(count))


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of a text, in order."""
    return tuple(nsmallest(_SKETCH, shingles(text)))


def copied(one: str, other: str) -> float:
    """How much of the text with fewer shingles stands in the other, 0 to 1."""
    first, second = shingles(one), shingles(other)
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 0.0


def mark(session: Session, article: ArticleRow) -> str | None:
    """Keep the sketch of a new article and give it its source where it is a near-copy of one that is stored; the source's id.

    A text under a known address is a version of the article there and no copy.
    """
    own = sketch(article.text)
    if not own:
        return None
    source = next((other for other in _like(session, own) if _is_copy(session, article, other)), None)
    session.connection().execute(insert(ShingleRow), [{"article_id": article.id, "shingle": shingle} for shingle in own])
    if source is not None:
        article.syndicated_from = source.syndicated_from or source.id
        session.add(article)
        session.flush()
    return article.syndicated_from


def forget(session: Session, article_id: str) -> None:
    """Drop the sketch of an article that is taken out, and the marks of those that were copied from it."""
    session.exec(delete(ShingleRow).where(col(ShingleRow.article_id) == article_id))
    session.exec(update(ArticleRow).where(col(ArticleRow.syndicated_from) == article_id).values(syndicated_from=None))


def _like(session: Session, own: Iterable[int]) -> list[ArticleRow]:
    """The stored articles that share most of a sketch, the likest first."""
    shared = func.count()
    query = select(ShingleRow.article_id).where(col(ShingleRow.shingle).in_(own)).group_by(col(ShingleRow.article_id)).having(shared >= _SHARED)
    ids = session.exec(query.order_by(shared.desc(), col(ShingleRow.article_id)).limit(_CANDIDATES)).all()
    rows = {row.id: row for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(ids)))}
    return [rows[article_id] for article_id in ids]


def _is_copy(session: Session, article: ArticleRow, other: ArticleRow) -> bool:
    urls = select(PublicationRow.url).where(PublicationRow.article_id == article.id, col(PublicationRow.url).is_not(None))
    version = session.exec(select(PublicationRow.id).where(PublicationRow.article_id == other.id, col(PublicationRow.url).in_(urls))).first()
    return version is None and copied(article.text, other.text) >= _COPIED
