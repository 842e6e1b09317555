"""Second readings: a curator reads a claim without seeing what another made of it. They settle nothing; agreement is measured on them."""

import json
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from factdb.claims.correction import corrected
from factdb.review.deciding import STATUS, By, Told
from factdb.storage.decisions import append
from factdb.storage.store import find_claim
from factdb.storage.tables import ArticleRow

SECOND = "second"


def read_again(session: Session, claim_id: str, what: str, changes: Mapping[str, str], by: By) -> Told:
    """Keep a second reading in the log: what this curator would decide on the extractor's own reading, with fields as they would correct them."""
    row = find_claim(session, claim_id)
    state: dict[str, Any] = json.loads(row.reading)
    if changes:
        state = corrected(state, changes, session.get_one(ArticleRow, row.article_id).text, (row.core_start, row.core_end))
    line = append(session, row, by.entry(SECOND, {SECOND: {**state, "status": STATUS[what]}}))
    return Told(row.id, SECOND, row.status, None, line.uid)
