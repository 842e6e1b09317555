"""Read stored articles anew, under new rules or another date, and keep every decision on its claim.

A claim is found again by its core, the number or date token itself. A claim without decisions becomes what the rules now say or
goes; one with decisions stays as the curator left it, and is flagged when the rules now read it otherwise.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from factdb.claims.claim import Claim
from factdb.claims.extract import extract
from factdb.errors import FactdbError
from factdb.spans import Span
from factdb.storage.decisions import MACHINE, Entry, append, delete_claim, in_force, log_of, rebuild
from factdb.storage.readings import Reading, derivation_of, reading_of
from factdb.storage.store import add_claims, find_article, first_publisher, published_on, start_run
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow

_HOW = ("rule", "confidence")  # how a claim was read, not what it says


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one claim: `what` is kept, changed, new or gone; `decided` whether a curator's decision stands on it."""

    claim_id: str
    what: str
    decided: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An article that was given a date or a title, and how many claims it has now."""

    article_id: str
    claims: int


def reextract(session: Session, article: ArticleRow, run: int, at: datetime) -> list[Reread]:
    """Read an article anew; one line for each claim, in the order of the text."""
    found = list(extract(article.text, published_on(article), article.title, first_publisher(session, article.id)).claims)
    rows = session.exec(select(ClaimRow).where(ClaimRow.article_id == article.id).order_by(col(ClaimRow.core_start), col(ClaimRow.id))).all()
    pairs = _pairs(rows, found)
    report = [_again(session, article, row, pairs.get(row.id), run, at) for row in rows]
    taken = {id(claim) for claim in pairs.values()}
    new = [claim for claim in found if id(claim) not in taken]
    ids = add_claims(session, article, new, run)
    return report + [Reread(claim_id, "new", False, claim.quote) for claim_id, claim in zip(ids, new, strict=True)]


def change_article(session: Session, wanted: str, changes: Mapping[str, date | str | None], at: datetime) -> Changed:
    """Give an article a `published_on` or a `title`, and resolve its dates anew.

    FactdbError when the same text is already stored for that day.
    """
    article = find_article(session, wanted)
    for name, value in changes.items():
        setattr(article, name, value.isoformat() if isinstance(value, date) else value)
    with session.no_autoflush:
        same = select(ArticleRow).where(ArticleRow.sha256 == article.sha256, col(ArticleRow.published_on).is_not_distinct_from(article.published_on))
        twin = next((row for row in session.exec(same) if row.id != article.id), None)
    if twin is not None:
        raise FactdbError(f"the same text is stored for that day as {twin.id}", where=article.id, next_step=f"Remove one of them: factdb remove {article.id}")
    session.add(article)
    session.flush()
    report = reextract(session, article, start_run(session, at), at)
    return Changed(article.id, sum(line.what != "gone" or line.decided for line in report))


def _again(session: Session, article: ArticleRow, row: ClaimRow, claim: Claim | None, run: int, at: datetime) -> Reread:
    log = log_of(session, row.id)
    decided, added = bool(in_force(log)), row.origin == "curator"
    if claim is None:
        return Reread(row.id, "kept", decided, row.quote) if added else _gone(session, row, log)
    reading = reading_of(claim)
    changed = not added and _says(reading) != _says(json.loads(row.reading))
    row.origin = "extractor"  # an added claim that the rules now find, too, stays when its adding is undone
    row.reading = json.dumps(reading, ensure_ascii=False)
    row.derivation = json.dumps(derivation_of(claim, article.text), ensure_ascii=False)
    row.run_id, row.gone = run, False
    row.core_start, row.core_end = claim.core
    session.add(row)
    session.flush()
    rebuild(session, row)
    if changed and row.status != "new":
        _flag(session, row, at)
    return Reread(row.id, "changed" if changed else "kept", decided, row.quote)


def _gone(session: Session, row: ClaimRow, log: Sequence[DecisionRow]) -> Reread:
    """A claim that the rules find no more: deleted when nobody ever decided on it."""
    decided = bool(in_force(log))
    gone = Reread(row.id, "gone", decided, row.quote)
    if not log:
        delete_claim(session, row)
    else:
        row.gone = True
        session.add(row)
        session.flush()
    return gone


def _flag(session: Session, row: ClaimRow, at: datetime) -> None:
    if not row.flagged:
        append(session, row, Entry(secrets.token_hex(8), MACHINE, at.isoformat(), "flag", {"flagged": True}, reason="reading_changed"))


def _pairs(rows: Sequence[ClaimRow], found: list[Claim]) -> dict[str, Claim]:
    """Stored claims with what was found anew at their place: the same kind and core first, then the same core, then one that overlaps."""
    free = list(found)
    pairs: dict[str, Claim] = {}
    for fits in (_same, _at, _overlaps):
        for row in rows:
            claim = None if row.id in pairs else next((claim for claim in free if fits(row, claim)), None)
            if claim is not None:
                pairs[row.id] = claim
                free.remove(claim)
    return pairs


def _same(row: ClaimRow, claim: Claim) -> bool:
    return _at(row, claim) and json.loads(row.reading)["kind"] == claim.kind


def _at(row: ClaimRow, claim: Claim) -> bool:
    return row.core_start == claim.core.start


def _overlaps(row: ClaimRow, claim: Claim) -> bool:
    return row.origin == "extractor" and Span(row.core_start, row.core_end).overlap(claim.core) > 0


def _says(reading: Reading) -> Reading:
    return {name: value for name, value in reading.items() if name not in _HOW}


def article_ids(session: Session, wanted: str | None) -> list[str]:
    """The article that is wanted, or all that were not removed."""
    if wanted is not None:
        return [find_article(session, wanted).id]
    return list(session.exec(select(ArticleRow.id).where(col(ArticleRow.removed_at).is_(None)).order_by(col(ArticleRow.id))))
