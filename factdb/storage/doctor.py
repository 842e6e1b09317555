"""Re-read everything and say what does not fit: words, keys, typed rows, and the cache against the log."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from sqlmodel import Session, col, select

from factdb.storage.decisions import IN_TIME, fold
from factdb.storage.readings import NUMBERS, state_of, typed_row
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, DecisionRow, ExtractionRunRow, PublicationRow


def examine(session: Session) -> Iterator[str]:
    """One sentence for each fault, none when the database is sound."""
    yield from _keys(session)
    logs: dict[str, list[DecisionRow]] = defaultdict(list)
    for decision in session.exec(select(DecisionRow).order_by(*IN_TIME)):
        logs[decision.claim_id].append(decision)
    for article in session.exec(select(ArticleRow)):
        if article.removed_at is None and hashlib.sha256(article.text.encode()).hexdigest() != article.sha256:
            yield f"article {article.id}: the text is not the one that was stored"
        if article.removed_at is not None and article.text:
            yield f"article {article.id}: it was removed, but its text is there"
        for row in session.exec(select(ClaimRow).where(ClaimRow.article_id == article.id)):
            yield from (f"claim {row.id}: {fault}" for fault in _claim(session, row, article.text, logs.get(row.id, [])))


def _claim(session: Session, row: ClaimRow, text: str, log: list[DecisionRow]) -> Iterator[str]:
    if text[row.start : row.end] != row.quote:
        yield f"the words at {row.start}-{row.end} are not the quote"
    if not 0 <= row.core_start < row.core_end <= len(text):
        yield "the place of its number or date is outside of the text"
    for name in NUMBERS:
        exact = getattr(row, name)
        if getattr(row, f"{name}_number") != (None if exact is None else float(exact)):
            yield f"{name}_number is not {name}"
    yield from _state(session, row, log)


def _state(session: Session, row: ClaimRow, log: list[DecisionRow]) -> Iterator[str]:
    """Whether the claim's row and typed row are what the log gives."""
    homes = [kind for kind, table in TYPED.items() if session.get(table, row.id) is not None]
    if homes != [row.kind]:
        yield f"it is a {row.kind}, with a typed row in {', '.join(homes) or 'no table'}"
        return
    wanted = fold(row, log)
    if wanted is None:
        yield "its adding was undone, but it is still there"
        return
    held = state_of(session, row)
    for name in (name for name in wanted if wanted[name] != held.get(name)):
        yield f"{name} is {held.get(name)!r}, the log gives {wanted[name]!r}"
    if session.get(TYPED[row.kind], row.id) != typed_row(row.id, wanted):
        yield "its typed row is not what the log gives"


def _keys(session: Session) -> Iterator[str]:
    """Rows that point at nothing. Both engines refuse them, but a file can be changed by other programs."""
    articles = set(session.exec(select(ArticleRow.id)))
    claims = set(session.exec(select(ClaimRow.id)))
    runs = set(session.exec(select(ExtractionRunRow.id)))
    for claim_id, article, run in session.exec(select(ClaimRow.id, ClaimRow.article_id, ClaimRow.run_id)):
        if article not in articles:
            yield f"claim {claim_id}: its article {article} is missing"
        if run is not None and run not in runs:
            yield f"claim {claim_id}: its run {run} is missing"
    for number, article in session.exec(select(PublicationRow.id, PublicationRow.article_id)):
        if article not in articles:
            yield f"publication {number}: its article {article} is missing"
    for table in TYPED.values():
        yield from (f"{table.__tablename__}: claim {lost} is missing" for lost in session.exec(select(table.claim_id)) if lost not in claims)
    yield from _lost_decisions(session, claims | articles)  # a mark on an article has the article's id


def _lost_decisions(session: Session, known: set[str]) -> Iterator[str]:
    removed = set(session.exec(select(ArticleRow.id).where(col(ArticleRow.removed_at).is_not(None))))
    added = set(session.exec(select(DecisionRow.claim_id).where(DecisionRow.what == "add")))
    uids = set(session.exec(select(DecisionRow.uid)))
    for decision in session.exec(select(DecisionRow)):
        if decision.claim_id not in known | added and decision.article_id not in removed:
            yield f"decision {decision.uid}: its claim {decision.claim_id} is missing"
        if decision.undoes is not None and decision.undoes not in uids:
            yield f"decision {decision.uid}: the decision {decision.undoes} that it undoes is missing"
