"""Save articles with their claims and find them again, with the session passed in."""

import functools
import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any, Literal, TypeVar

from sqlmodel import Session, col, insert, select

import factdb
from factdb.claims.claim import Claim
from factdb.claims.extraction import Extraction
from factdb.errors import NotFoundError, ReadError
from factdb.storage import copies
from factdb.storage.portions import portions
from factdb.storage.readings import FRESH, Reading, common_columns, derivation_of, reading_of, typed_row
from factdb.storage.tables import ArticleRow, ClaimRow, ExtractionRunRow, PublicationRow, TypedRow
from factdb.text.article import Article

_ID_LENGTH = 12
_RULE_FOLDERS = ("lexicons", "text", "mentions", "claims")
Row = TypeVar("Row", ArticleRow, ClaimRow)


@dataclass(frozen=True, slots=True)
class Added:
    """What `add_article` did: `added`, `known` (same text and day), `published` (known, from another place) or `removed` before."""

    article_id: str
    what: Literal["added", "known", "published", "removed"]
    claims: int


def start_run(session: Session, at: datetime) -> int:
    """Begin a run of the extractor; its number goes with the claims that it reads."""
    run = ExtractionRunRow(version=factdb.__version__, rules=rules_fingerprint(), started_at=at.isoformat())
    session.add(run)
    session.flush()
    assert run.id is not None
    return run.id


def add_article(session: Session, article: Article, extraction: Extraction, run: int, at: datetime) -> Added:
    """Store an article with its claims. The same text of the same day is stored once; another url or publisher of it is kept beside.

    The caller's transaction makes it all or nothing. `at` is when the article was retrieved.
    """
    storable(article)
    day = None if article.published_on is None else article.published_on.isoformat()
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    known = session.exec(select(ArticleRow).where(ArticleRow.sha256 == digest, col(ArticleRow.published_on).is_not_distinct_from(day))).first()
    if known is not None:
        published = known.removed_at is None and _publish(session, known.id, article, at)
        return Added(known.id, "removed" if known.removed_at else "published" if published else "known", 0)
    row = ArticleRow(
        id=_mint(session, ArticleRow, digest, day or ""),
        name=article.id,
        text=article.text,
        sha256=digest,
        title=article.title,
        published_on=day,
        language=article.language,
    )
    session.add(row)
    session.flush()
    _publish(session, row.id, article, at)
    copies.mark(session, row)
    add_claims(session, row, extraction.claims, run)
    _count(session, run, len(extraction.claims))
    return Added(row.id, "added", len(extraction.claims))


def add_claims(session: Session, article: ArticleRow, claims: Sequence[Claim], run: int) -> list[str]:
    """Store claims with their typed rows, some hundreds at a time; their ids in the same order.

    An id is minted from the article and the first code point of the claim's number or date.
    """
    ids = _claim_ids(session, article.id, [claim.core.start for claim in claims])
    for some in portions(list(zip(ids, claims, strict=True))):
        rows: dict[type[ClaimRow | TypedRow], list[dict[str, Any]]] = {ClaimRow: []}
        for claim_id, claim in some:
            state = {**reading_of(claim), **FRESH}
            rows[ClaimRow].append(_claim_row(claim_id, article, claim, state, run).model_dump())
            own = typed_row(claim_id, state)
            rows.setdefault(type(own), []).append(own.model_dump())
        for table, made in rows.items():
            session.connection().execute(insert(table), made)
    return ids


def _claim_row(claim_id: str, article: ArticleRow, claim: Claim, state: Reading, run: int) -> ClaimRow:
    reading = {name: value for name, value in state.items() if name not in FRESH}
    return ClaimRow(
        id=claim_id,
        article_id=article.id,
        run_id=run,
        core_start=claim.core.start,
        core_end=claim.core.end,
        reading=json.dumps(reading, ensure_ascii=False),
        derivation=json.dumps(derivation_of(claim, article.text), ensure_ascii=False),
        **common_columns(state),
    )


def _claim_ids(session: Session, article_id: str, starts: Sequence[int]) -> list[str]:
    wanted = [_id(article_id, str(start), "0") for start in starts]
    taken: set[str] = set()
    for some in portions(wanted):
        taken.update(session.exec(select(ClaimRow.id).where(col(ClaimRow.id).in_(some))))
    for at, start in enumerate(starts):
        if wanted[at] in taken:
            wanted[at] = _mint(session, ClaimRow, article_id, str(start), taken=taken)
        taken.add(wanted[at])
    return wanted


def new_claim_id(session: Session, article_id: str, core_start: int) -> str:
    """The id of a claim at this place of an article that no claim has yet."""
    return _mint(session, ClaimRow, article_id, str(core_start))


def published_on(article: ArticleRow) -> date | datetime | None:
    """The day of publication, with the hour where the source told it."""
    held = article.published_on
    return None if held is None else datetime.fromisoformat(held) if "T" in held else date.fromisoformat(held)


def first_publisher(session: Session, article_id: str) -> str | None:
    """Who published an article first, which its slashed dates are read by."""
    found = select(PublicationRow.publisher).where(PublicationRow.article_id == article_id).order_by(col(PublicationRow.id)).limit(1)
    return session.exec(found).first()


def find_article(session: Session, wanted: str) -> ArticleRow:
    """The article of an id, of a prefix that only one id has, or of the name that the source gave it."""
    named = session.exec(select(ArticleRow).where(ArticleRow.name == wanted, col(ArticleRow.removed_at).is_(None)).limit(2)).all()
    return named[0] if len(named) == 1 else _find(session, ArticleRow, wanted, "article")


def find_claim(session: Session, prefix: str) -> ClaimRow:
    """The claim of an id or of a prefix that only one id has; NotFoundError otherwise."""
    return _find(session, ClaimRow, prefix, "claim")


def storable(article: Article) -> None:
    """ReadError for text that not every engine can hold: a NUL, or half a surrogate pair."""
    for name in ("id", "title", "text", "url", "publisher", "author"):
        held = getattr(article, name) or ""
        if "\0" in held or any("\ud800" <= char <= "\udfff" for char in held if char > "\ud7ff"):
            raise ReadError(f"the {name} holds a NUL or half a surrogate pair", where=article.id, next_step="Save the file again as UTF-8 text.")


@functools.cache
def rules_fingerprint() -> str:
    """The fingerprint of all rules and word lists: it changes when extraction may."""
    return fingerprint(_RULE_FOLDERS)


def fingerprint(folders: Iterable[str], beside: Iterable[str] = ()) -> str:
    """The first 16 hex digits of the SHA-256 over the code and word lists in folders of factdb, and over what is given beside."""
    base = Path(factdb.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in (base / folder).rglob("*") if path.suffix in (".py", ".toml", ".csv")):
        digest.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes())
    for text in beside:
        digest.update(b"\0" + text.encode())
    return digest.hexdigest()[:16]


def _publish(session: Session, article_id: str, article: Article, at: datetime) -> bool:
    """Keep where an article appeared, unless that is known."""
    places = (PublicationRow.article_id == article_id, col(PublicationRow.url).is_not_distinct_from(article.url))
    same = (*places, col(PublicationRow.publisher).is_not_distinct_from(article.publisher))
    if session.exec(select(PublicationRow).where(*same)).first() is not None:
        return False
    session.add(PublicationRow(article_id=article_id, url=article.url, publisher=article.publisher, author=article.author, retrieved_at=at.isoformat()))
    session.flush()
    return True


def _count(session: Session, run: int, claims: int) -> None:
    row = session.get_one(ExtractionRunRow, run)
    row.articles += 1
    row.claims += claims
    session.add(row)


def _mint(session: Session, table: type[ArticleRow] | type[ClaimRow], *parts: str, taken: Collection[str] = ()) -> str:
    """A short id that hangs on the parts alone; a second thing of the same parts gets the next one."""
    for turn in count():
        minted = _id(*parts, str(turn))
        if minted not in taken and session.get(table, minted) is None:
            return minted
    raise AssertionError("there are always more ids")


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_ID_LENGTH]


def _find(session: Session, table: type[Row], prefix: str, noun: str) -> Row:
    wanted = prefix.strip().lower()
    if not wanted or not set(wanted) <= set("0123456789abcdef"):
        raise NotFoundError(f"no {noun} has this id", where=prefix, next_step=f"`factdb {'list' if noun == 'claim' else 'articles'}` shows them.")
    # a range, since LIKE takes no index on SQLite; g comes behind every hexadecimal digit
    found = session.exec(select(table).where(col(table.id) >= wanted, col(table.id) < f"{wanted}g").order_by(table.id).limit(2)).all()
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"more than one {noun} id begins so", where=prefix, next_step=f"Give more of it: {found[0].id} or {found[1].id}?")
    raise NotFoundError(f"no {noun} has this id", where=prefix, next_step=f"`factdb {'list' if noun == 'claim' else 'articles'}` shows them.")
