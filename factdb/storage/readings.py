"""A claim's reading as one flat JSON object, and how it fills the claim's row and its typed row.

A reading has `kind`, `start`, `end`, `quote`, the common fields and the kind's own, decimals as plain strings: the same
names and forms as `factdb extract` writes. A state is a reading with `status` and `flagged`.
"""

import functools
import json
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from factdb import lexicon
from factdb.claims.claim import Claim
from factdb.claims.extraction import claim_as_dict
from factdb.claims.schema import KINDS
from factdb.mentions.mention import Mention
from factdb.storage.tables import TYPED, ClaimRow, TypedRow

Reading = dict[str, Any]

NUMBERS = ("value", "low", "high")
COMMON = ("start", "end", "quote", *NUMBERS, "modifier", "unit", "attribution", "subject", "stance", "rule", "confidence")
MARKS = ("status", "flagged")
FRESH: Mapping[str, Any] = {"status": "new", "flagged": False}
_CODED = ("reporter", "partner", "place")


def reading_of(claim: Claim) -> Reading:
    """The reading of an extracted claim."""
    return claim_as_dict(claim)


def derivation_of(claim: Claim, text: str) -> dict[str, Any]:
    """How a claim came about: its rule, its features, and the tree of mentions it was read from."""
    return {
        "rule": claim.rule,
        "features": [{"name": f.name, "says": f.says, "weight": f.weight} for f in claim.features],
        "source": None if claim.source is None else _tree(claim.source, text),
    }


def fill(session: Session, row: ClaimRow, state: Mapping[str, Any]) -> None:
    """Make a claim's row and its typed row say what a state says; a changed kind moves it to the other typed table."""
    put(session, row, state)
    session.flush()


def put(session: Session, row: ClaimRow, state: Mapping[str, Any]) -> None:
    """The same, to be flushed with others."""
    if row.kind != state["kind"]:
        _drop_typed(session, row)
    for name, value in common_columns(state).items():
        setattr(row, name, value)
    if row not in session:  # the typed row points at it
        session.add(row)
        session.flush()
    session.merge(typed_row(row.id, state))


def state_of(session: Session, row: ClaimRow) -> Reading:
    """What a claim's row and typed row say now."""
    typed = session.get(TYPED[row.kind], row.id)
    own: Reading = {}
    for field in KINDS[row.kind].fields:
        held = None if typed is None else getattr(typed, field.name)
        own[field.name] = json.loads(held) if field.type == "texts" and held is not None else held
    period = {"start": row.period_start, "end": row.period_end} if row.period_start or row.period_end else None
    return {"kind": row.kind, **{name: getattr(row, name) for name in COMMON}, "period": period, **own, "status": row.status, "flagged": row.flagged}


def common_columns(state: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the claim table that a state sets."""
    period = state["period"] or {}
    return {
        "kind": state["kind"],
        **{name: state[name] for name in COMMON},
        **{f"{name}_number": None if state[name] is None else float(state[name]) for name in NUMBERS},
        "period_start": period.get("start"),
        "period_end": period.get("end"),
        **{name: state.get(name, FRESH[name]) for name in MARKS},
    }


def typed_row(claim_id: str, state: Mapping[str, Any]) -> TypedRow:
    """The typed row that a state asks for."""
    columns: dict[str, Any] = {"claim_id": claim_id}
    table = TYPED[state["kind"]]
    for field in KINDS[state["kind"]].fields:
        value = state.get(field.name)
        columns[field.name] = json.dumps(value, ensure_ascii=False) if field.type == "texts" and value is not None else value
        if field.name in _CODED and f"{field.name}_code" in table.model_fields:
            columns[f"{field.name}_code"] = country_code(value)
    return table.model_validate(columns)


def country_code(name: str | None) -> str | None:
    """The ISO 3166 alpha-3 code of a country's name as the text has it; None for what is no country."""
    return _codes().get(name.lower().removeprefix("the ")) if name else None


@functools.cache
def _codes() -> Mapping[str, str]:
    return {row["form"].lower(): row["alpha3"] for row in lexicon.rows("generated/countries.csv") if row["role"] == "name" and row["alpha3"]}


def _drop_typed(session: Session, row: ClaimRow) -> None:
    held = session.get(TYPED[row.kind], row.id)
    if held is not None:
        session.delete(held)
        session.flush()


def _tree(mention: Mention, text: str) -> dict[str, Any]:
    return {
        "rule": mention.rule,
        "start": mention.start,
        "end": mention.end,
        "quote": text[mention.start : mention.end],
        "parts": [_tree(part, text) for part in mention.parts],
    }
