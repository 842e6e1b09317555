"""Make two databases over the same articles one: articles, claims, and both logs of decisions in time order."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlmodel import Session, col, func, select

from factdb.storage import copies
from factdb.storage.decisions import dump, load
from factdb.storage.readings import FRESH, fill
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow, ExtractionRunRow, PublicationRow
from factdb.storage.versions import carry_all, known_before, versions


@dataclass(frozen=True, slots=True)
class Merged:
    """How many articles, claims and decisions came from the other database.

    `left_out` decisions are on articles that were removed here; `carried` claims took over what was decided on an earlier version.
    """

    articles: int
    claims: int
    decisions: int
    left_out: int
    carried: int


def merge(here: Session, other: Session, at: datetime) -> Merged:
    """Bring over what is not here yet; doing it again brings nothing. The other database is only read.

    A claim that both hold keeps the reading that it has here; decisions bring their own. Texts of one article under one address
    become its versions, also where each database had only one of them, and what was decided on one is carried over to the next.
    """
    runs: dict[int | None, int | None] = {None: None}
    homes: dict[str, ArticleRow] = {}
    fresh: list[ArticleRow] = []
    claims = 0
    for article in other.exec(select(ArticleRow).order_by(col(ArticleRow.id))):
        known = _here(here, article)
        home = homes[article.id] = known or _copy_article(here, article)
        _copy_publications(here, other, article.id, home.id)
        if known is None:
            copies.mark(here, home)
            fresh.append(home)
        if home.removed_at is None:
            claims += sum(_copy_claim(here, other, row, home, runs) for row in _wanted(here, other, article, home))
    _join_versions(here, other, homes)
    _join_addresses(here, fresh)
    lines, left_out = _lines(here, other)
    decisions, _ = load(here, lines)
    return Merged(len(fresh), claims, decisions, left_out, _carry_over(here, homes.values(), at))


def _here(here: Session, article: ArticleRow) -> ArticleRow | None:
    same = select(ArticleRow).where(ArticleRow.sha256 == article.sha256, col(ArticleRow.published_on).is_not_distinct_from(article.published_on))
    return here.exec(same).first()


def _copy_article(here: Session, article: ArticleRow) -> ArticleRow:
    row = ArticleRow(**article.model_dump(exclude={"superseded_by", "syndicated_from"}))
    here.add(row)
    here.flush()
    return row


def _join_versions(here: Session, other: Session, homes: Mapping[str, ArticleRow]) -> None:
    """Make the versions of an article that either database knows one row of them."""
    firsts = set(other.exec(select(ArticleRow.id).where(col(ArticleRow.superseded_by).is_not(None))))
    while firsts:
        there = versions(other, other.get_one(ArticleRow, firsts.pop()))
        firsts -= {row.id for row in there}
        _put_in_order(here, [one for row in there for one in versions(here, homes[row.id])])


def _join_addresses(here: Session, fresh: Iterable[ArticleRow]) -> None:
    """Make texts of one article under one address versions of it where neither database knew both."""
    for article in fresh:
        known = known_before(here, article) if article.superseded_by is None and article.removed_at is None else None
        if known is not None:
            _put_in_order(here, [*versions(here, article), *versions(here, known)])


def _put_in_order(here: Session, rows: Iterable[ArticleRow]) -> None:
    """Make articles one row of versions, by their days and by when they were first retrieved."""
    several = {row.id: row for row in rows}.values()
    ordered = sorted(several, key=lambda row: (row.published_on or "", _retrieved(here, row), row.id))
    for row, after in zip(ordered, [*ordered[1:], None], strict=True):
        row.superseded_by = None if after is None else after.id
        here.add(row)
    here.flush()


def _carry_over(here: Session, homes: Iterable[ArticleRow], at: datetime) -> int:
    """Carry the decisions on earlier versions of these articles over to the later ones; to how many claims."""
    came = {article.id for article in homes}
    pairs: dict[str, tuple[ArticleRow, ArticleRow]] = {}
    for first, then in here.exec(select(ArticleRow.id, ArticleRow.superseded_by).where(col(ArticleRow.superseded_by).is_not(None))).all():
        if first not in pairs and not came.isdisjoint((first, then)):
            pairs |= {old.id: (old, new) for old, new in pairwise(versions(here, here.get_one(ArticleRow, first)))}
    return sum(len(carry_all(here, old, new, at).carried) for old, new in pairs.values() if new.removed_at is None)


def _retrieved(session: Session, article: ArticleRow) -> str:
    return session.exec(select(func.min(PublicationRow.retrieved_at)).where(PublicationRow.article_id == article.id)).one() or ""


def _copy_publications(here: Session, other: Session, article_id: str, home: str) -> None:
    """Where an article appeared, each place once, with the day when either retrieved it first."""
    known = {(row.url, row.publisher): row for row in here.exec(select(PublicationRow).where(PublicationRow.article_id == home))}
    for row in other.exec(select(PublicationRow).where(PublicationRow.article_id == article_id).order_by(col(PublicationRow.id))):
        same = known.get((row.url, row.publisher)) or PublicationRow(**{**row.model_dump(exclude={"id"}), "article_id": home})
        same.retrieved_at = min(same.retrieved_at, row.retrieved_at)
        here.add(same)
    here.flush()


def _wanted(here: Session, other: Session, article: ArticleRow, home: ArticleRow) -> Iterator[ClaimRow]:
    """The extractor's claims that are not here: all of a new article, of a known one those that somebody decided on."""
    ids = set(here.exec(select(ClaimRow.id).where(ClaimRow.article_id == home.id)))
    fresh = not ids
    decided = set(other.exec(select(DecisionRow.claim_id).where(DecisionRow.article_id == article.id)))
    for row in other.exec(select(ClaimRow).where(ClaimRow.article_id == article.id, ClaimRow.origin == "extractor").order_by(col(ClaimRow.id))):
        if row.id not in ids and (fresh or row.id in decided):
            yield row


def _copy_claim(here: Session, other: Session, claim: ClaimRow, home: ArticleRow, runs: dict[int | None, int | None]) -> bool:
    """The claim as it was read; decisions come after."""
    if claim.run_id not in runs:
        runs[claim.run_id] = _copy_run(here, other.get_one(ExtractionRunRow, claim.run_id))
    reading: dict[str, Any] = json.loads(claim.reading)
    row = ClaimRow(**{**claim.model_dump(), "article_id": home.id, "run_id": runs[claim.run_id], "kind": reading["kind"]})
    fill(here, row, {**reading, **FRESH})
    return True


def _copy_run(here: Session, run: ExtractionRunRow) -> int | None:
    row = ExtractionRunRow(**run.model_dump(exclude={"id"}))
    here.add(row)
    here.flush()
    return row.id


def _lines(here: Session, other: Session) -> tuple[list[dict[str, Any]], int]:
    """The other log's lines, and how many of them are on articles that were removed here."""
    removed = {(row.sha256, row.published_on) for row in here.exec(select(ArticleRow).where(col(ArticleRow.removed_at).is_not(None)))}
    lines = list(dump(other))
    there = [line for line in lines if (line["article"], line["published_on"]) not in removed]
    return there, len(lines) - len(there)
