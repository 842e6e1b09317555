"""A claim that the rules missed, added by a curator from the words that hold it."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from factdb.claims.claim import Claim
from factdb.claims.correction import corrected
from factdb.claims.extraction import claim_as_dict
from factdb.claims.marked import place, read
from factdb.errors import FactdbError
from factdb.review.deciding import STATUS, By, Told
from factdb.spans import Span
from factdb.storage.decisions import append, make_added
from factdb.storage.readings import derivation_of
from factdb.storage.store import find_article, first_publisher, new_claim_id, published_on
from factdb.storage.tables import ArticleRow, ClaimRow


def add(session: Session, wanted: str, marked: Span | tuple[str, int | None], changes: Mapping[str, str], by: By) -> Told:
    """Add the claim at a span of an article, or at the nth place of these words, read as the extractor would, then corrected by `changes`.

    FactdbError when no number or date stands there, or when a claim with it is there already.
    """
    article = session.get_one(ArticleRow, find_article(session, wanted).id, with_for_update=True, populate_existing=True)
    span = marked if isinstance(marked, Span) else place(article.text, *marked)
    claim = read(article.text, published_on(article), article.title, span, first_publisher(session, article.id))
    _refuse_known(session, article, claim)
    state = claim_as_dict(claim)
    state = corrected(state, changes, article.text, claim.core) if changes else state
    after = {**state, "status": STATUS["add"], "flagged": False, "core_start": claim.core.start, "core_end": claim.core.end}
    after["derivation"] = derivation_of(claim, article.text)
    row = make_added(session, article, new_claim_id(session, article.id, claim.core.start), after)
    append(session, row, by.entry("add", after))
    return Told(row.id, "add", row.status, None)


def _refuse_known(session: Session, article: ArticleRow, claim: Claim) -> None:
    same = select(ClaimRow).where(ClaimRow.article_id == article.id, ClaimRow.core_start < claim.core.end, ClaimRow.core_end > claim.core.start)
    known = session.exec(same.order_by(col(ClaimRow.id))).first()
    if known is not None:
        what = f'a claim with this number or date is there: {known.id}, "{known.quote}" ({known.kind}, {known.status})'
        raise FactdbError(what, where=article.name, next_step=f"Correct or verify it instead: factdb correct {known.id} kind=…")
