"""The rare words by which stored articles find each other, kept beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlmodel import Session, col, delete, func, insert, select

from factdb.checks.blocking import LARGEST, Block, Marked, marked
from factdb.checks.context import story
from factdb.checks.stored import articles_of
from factdb.storage.portions import portions
from factdb.storage.tables import ArticleRow, MarkRow
from factdb.text.tokens import words_of as tokens_of


def marks_of(session: Session, ids: Sequence[str]) -> dict[str, Marked]:
    """The marks of those of these articles that are there and were not superseded."""
    query = select(ArticleRow.id).where(col(ArticleRow.id).in_(ids), col(ArticleRow.superseded_by).is_(None))
    return {article.id: marked(story(tokens_of(article.text), tokens_of(article.title or ""))) for article in articles_of(session, session.exec(query).all())}


def words_of(session: Session, ids: Sequence[str]) -> set[str]:
    """The words that these articles are found by."""
    found: set[str] = set()
    for some in portions(ids):
        found.update(session.exec(select(MarkRow.word).where(col(MarkRow.article_id).in_(some))))
    return found


def blocks(session: Session, words: Iterable[str]) -> Iterator[Block]:
    """Each of these words with the articles that have it, save those that too many have."""
    for some in portions(sorted(words)):
        some = sorted({*some} - _frequent(session, some))
        query = select(MarkRow.word, MarkRow.article_id, MarkRow.mass).where(col(MarkRow.word).in_(some)).order_by(MarkRow.word)
        found: dict[str, dict[str, int]] = {}
        for word, article, mass in session.connection().execute(query):
            found.setdefault(word, {})[article] = mass
        yield from found.items()


def having(session: Session, words: Iterable[str]) -> set[str]:
    """The articles that have one of these words, however many they are."""
    found: set[str] = set()
    for some in portions(sorted(words)):
        found.update(session.exec(select(MarkRow.article_id).where(col(MarkRow.word).in_(some))))
    return found


def remark(session: Session, ids: Sequence[str], marks: Mapping[str, Marked], frequent: set[str]) -> set[str]:
    """Keep new marks of these articles; the words which too many have since, or no longer have: all who have them have to be compared anew.

    `frequent` gathers words that too many have, so that they are not counted again and again.
    """
    counted = words_of(session, ids) | ({word for mark in marks.values() for word in mark.words} - frequent)
    before = _frequent(session, counted)
    for some in portions(ids):
        session.connection().execute(delete(MarkRow).where(col(MarkRow.article_id).in_(some)))
    had = sorted((word, article, mark.mass) for article, mark in marks.items() for word in mark.words)
    rows = [{"word": word, "article_id": article, "mass": mass} for word, article, mass in had]
    if rows:
        session.connection().execute(insert(MarkRow), rows)
    after = _frequent(session, counted)
    frequent |= after
    frequent -= before - after
    return before ^ after


def _frequent(session: Session, words: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in portions(sorted(words)):
        query = select(MarkRow.word).where(col(MarkRow.word).in_(some)).group_by(MarkRow.word).having(func.count() > LARGEST)
        found.update(session.exec(query))
    return found
