"""The facts and findings of the last check, kept in the database; `factdb.checks.renewal.renew` brings them up to date first.

renew(engine)
with reading(engine) as session:
    kept_facts(session, [claim_id])  # the facts of these claims, none for claims that stand alone
    kept_findings(session)           # every finding that nobody set aside, errors first
    verdicts_on(session, claim_id)   # how the other claims of its facts stand to a claim
    disputed_claims(session)         # claims of facts that have a conflict, for a queue
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlmodel import Session, SQLModel, col, delete, insert, select

from factdb.checks.check import told
from factdb.checks.facts import Compared, Fact, Part, read_all
from factdb.checks.features import Read
from factdb.checks.finding import HOLDS, Finding, Place
from factdb.checks.judged import judged
from factdb.checks.stored import articles_of, claims_of, given
from factdb.checks.verdict import Verdict
from factdb.storage.portions import portions
from factdb.storage.tables import ClaimRow, FactRow, FindingRow, PartArticleRow, PartRow

Rows = dict[type[SQLModel], list[dict[str, Any]]]


def kept_findings(session: Session, *, holding: bool = False) -> list[Finding]:
    """The findings of the last check, errors first; with `holding` also the checks that hold."""
    query = select(FindingRow.body) if holding else select(FindingRow.body).where(col(FindingRow.holds).is_(False))
    return told((_finding(json.loads(body)) for body in session.exec(query)), judged(session))


def kept_facts(session: Session, claims: Sequence[str] | None = None) -> list[Fact]:
    """The facts of the last check, all of them or those that these claims are of, most disputed first."""
    return _facts(session, session.exec(select(FactRow)).all() if claims is None else list(_rows_of(session, claims)))


def _facts(session: Session, rows: Sequence[FactRow]) -> list[Fact]:
    bodies = [(row.id, json.loads(row.body)) for row in rows]
    reads = _reads(session, {claim for _, body in bodies for claim in body["claims"]})
    found = [_fact(fact_id, body, reads) for fact_id, body in bodies if reads.keys() >= set(body["claims"])]
    return sorted(found, key=lambda fact: (-fact.conflicts, fact.id))


def disputed_claims(session: Session) -> list[str]:
    """The claims of facts that have a conflict, those of the most disputed fact first; no text is read for it."""
    rows = session.exec(select(FactRow.body).where(FactRow.conflicts > 0).order_by(col(FactRow.conflicts).desc(), col(FactRow.id)))
    return [claim for body in rows for claim in json.loads(body)["claims"]]


def facts_named(session: Session, wanted: str) -> list[Fact]:
    """The facts whose id begins so; where there is none, those of the claims whose id begins so."""
    rows = session.exec(select(FactRow).where(col(FactRow.id).startswith(wanted, autoescape=True))).all()
    claims = [] if rows else session.exec(select(ClaimRow.id).where(col(ClaimRow.id).startswith(wanted, autoescape=True))).all()
    return _facts(session, rows or list(_rows_of(session, claims)))


def _rows_of(session: Session, claims: Sequence[str]) -> Iterator[FactRow]:
    """The rows of the facts that these claims are of."""
    for some in portions(sorted(parts_at(session, homes(session, claims)))):
        for row in session.exec(select(FactRow).where(col(FactRow.part_id).in_(some))):
            if not set(claims).isdisjoint(json.loads(row.body)["claims"]):
                yield row


def verdicts_on(session: Session, claim_id: str) -> dict[str, tuple[str, str]]:
    """The other claims of the facts of a claim, each with the verdict on the two and its cause; no text is read for it."""
    found: dict[str, tuple[str, str]] = {}
    for row in _rows_of(session, [claim_id]):
        body = json.loads(row.body)
        claims, own = body["claims"], body["claims"].index(claim_id)
        found |= {claims[a + b - own]: (what, cause) for a, b, what, cause, _ in body["pairs"] if own in (a, b)}
    return found


def homes(session: Session, claims: Iterable[str]) -> list[str]:
    """The articles that these claims stand in."""
    found: set[str] = set()
    for some in portions(sorted(claims)):
        found.update(session.exec(select(ClaimRow.article_id).where(col(ClaimRow.id).in_(some))))
    return sorted(found)


def _reads(session: Session, claims: Iterable[str]) -> dict[str, Read]:
    """These claims with their contexts; only their articles are read."""
    articles = homes(session, claims)
    reads = read_all(claims_of(session, articles), articles_of(session, articles), given(session).rates)
    return {read.claim.id or "": read for read in reads}


def _fact(fact_id: str, body: dict[str, Any], reads: dict[str, Read]) -> Fact:
    pairs = (Compared(a, b, Verdict(what, cause), score, {}) for a, b, what, cause, score in body["pairs"])
    return Fact(fact_id, tuple(reads[claim] for claim in body["claims"]), tuple(pairs))


def _finding(body: dict[str, Any]) -> Finding:
    return Finding(**{**body, "places": tuple(Place(*place) for place in body["places"])})


def rows_of_part(part: Part) -> Rows:
    """A part and its facts as rows."""
    claims = sorted(read.claim.id or "" for read in part.reads)
    articles = sorted({read.claim.article for read in part.reads})
    return {
        PartRow: [{"id": claims[0], "claims": json.dumps(claims)}],
        PartArticleRow: [{"article_id": article, "part_id": claims[0]} for article in articles],
        FactRow: [{"id": fact.id, "part_id": claims[0], "conflicts": fact.conflicts, "body": _fact_body(fact)} for fact in part.facts],
    }


def _fact_body(fact: Fact) -> str:
    pairs = [(pair.a, pair.b, pair.verdict.what, pair.verdict.cause, pair.score) for pair in fact.pairs]
    return json.dumps({"claims": [read.claim.id for read in fact.reads], "pairs": pairs})


def row_of_finding(finding: Finding, part_id: str | None = None) -> dict[str, Any]:
    """A finding as a row: on a part, or inside of the article of its first place."""
    body = {name: getattr(finding, name) for name in ("check", "verdict", "severity", "cause", "places")} | {"features": dict(finding.features)}
    article = None if part_id else finding.places[0].article
    return {"article_id": article, "part_id": part_id, "holds": finding.verdict == HOLDS, "body": json.dumps(body)}


def save(session: Session, rows: Rows) -> None:
    """Add rows to their tables."""
    for table, some in rows.items():
        if some:
            session.connection().execute(insert(table), some)


def parts_at(session: Session, articles: Sequence[str]) -> set[str]:
    """The parts that have claims in these articles."""
    found: set[str] = set()
    for some in portions(articles):
        found.update(session.exec(select(PartArticleRow.part_id).where(col(PartArticleRow.article_id).in_(some))))
    return found


def claims_in(session: Session, parts: Iterable[str]) -> dict[str, list[str]]:
    """The claims of each of these parts."""
    found: dict[str, list[str]] = {}
    for some in portions(sorted(parts)):
        rows = session.connection().execute(select(PartRow.id, PartRow.claims).where(col(PartRow.id).in_(some)))
        found |= {part: json.loads(claims) for part, claims in rows}
    return found


def drop_parts(session: Session, parts: Iterable[str]) -> None:
    """Forget parts with their facts and findings."""
    for some in portions(sorted(parts)):
        session.connection().execute(delete(PartRow).where(col(PartRow.id).in_(some)))
        for table in (PartArticleRow, FactRow, FindingRow):
            session.connection().execute(delete(table).where(col(table.part_id).in_(some)))


def drop_findings(session: Session, articles: Sequence[str]) -> None:
    """Forget what was found inside of these articles."""
    for some in portions(articles):
        session.connection().execute(delete(FindingRow).where(col(FindingRow.article_id).in_(some)))
