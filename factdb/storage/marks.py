"""Marks that curators put on whole articles: "reviewed, nothing more in it". A mark is a decision like others, undone like others."""

from sqlmodel import Session, col, select

from factdb.storage.decisions import IN_TIME, Entry, add_line
from factdb.storage.tables import ArticleRow, DecisionRow

REVIEWED = "reviewed"


def reviewed(session: Session, article_id: str) -> DecisionRow | None:
    """The mark in force on an article, the latest where there are several."""
    undone = select(DecisionRow.undoes).where(DecisionRow.claim_id == article_id, col(DecisionRow.undoes).is_not(None))
    marks = select(DecisionRow).where(DecisionRow.claim_id == article_id, DecisionRow.what == REVIEWED, col(DecisionRow.uid).not_in(undone))
    return session.exec(marks.order_by(*(one.desc() for one in IN_TIME)).limit(1)).first()


def mark(session: Session, article: ArticleRow, entry: Entry) -> DecisionRow:
    """Add a mark on an article, or the undoing of one, to the log; its line has the article's id where others have a claim's."""
    return add_line(session, article.id, article.id, entry, {})
