"""Several claims that a transaction holds to decide on: rows, typed rows and logs, each read by one query and not claim by claim."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from factdb.storage.decisions import IN_TIME
from factdb.storage.tables import TYPED, ClaimRow, DecisionRow, TypedRow


@dataclass(frozen=True, slots=True)
class Held:
    """The claims that are there, by id, and the log of each that was asked for, the oldest line first."""

    rows: dict[str, ClaimRow]
    logs: dict[str, list[DecisionRow]]
    typed: list[TypedRow] = field(default_factory=list)  # the session knows them only as long as somebody does


def hold(session: Session, claims: Sequence[str]) -> Held:
    """Hold some claims until the end of the transaction; no more than one statement may name (see `portions`)."""
    wanted = select(ClaimRow).where(col(ClaimRow.id).in_(claims)).order_by(col(ClaimRow.id)).with_for_update()
    held = Held({row.id: row for row in session.exec(wanted.execution_options(populate_existing=True))}, {claim_id: [] for claim_id in claims})
    for kind in {row.kind for row in held.rows.values()}:
        of_kind = [row.id for row in held.rows.values() if row.kind == kind]
        held.typed.extend(session.exec(select(TYPED[kind]).where(col(TYPED[kind].claim_id).in_(of_kind))))
    for line in session.exec(select(DecisionRow).where(col(DecisionRow.claim_id).in_(claims)).order_by(*IN_TIME)):
        held.logs[line.claim_id].append(line)
    return held
