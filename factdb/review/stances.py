"""What each curator made of a claim: the latest reading of each since it was last adjudicated, blind second readings too."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, func, select

from factdb.review.second import SECOND
from factdb.storage.decisions import IN_TIME, MACHINE, in_force
from factdb.storage.portions import portions
from factdb.storage.readings import MARKS
from factdb.storage.tables import DecisionRow

ADJUDICATE = "adjudicate"
READINGS = ("verify", "correct", "reject", "unsure", "add", SECOND)
ACCEPTED = ("verified", "corrected")
_HOW = (*MARKS, "rule", "confidence", "core_start", "core_end", "derivation")


@dataclass(frozen=True, slots=True)
class Stance:
    """One curator's reading: the log's line, the status it would give, and the state without marks."""

    uid: str
    curator: str
    at: str
    status: str
    state: Mapping[str, Any]
    comment: str | None

    @property
    def outcome(self) -> str:
        """What two stances are compared by: the status where the claim is not accepted, else everything that the claim says."""
        return json.dumps(_says(self.state), sort_keys=True) if self.status in ACCEPTED else self.status


def stances(session: Session) -> Iterator[tuple[str, list[Stance]]]:
    """Claims that two curators or more have read since they were last adjudicated, with the stances in time order."""
    several = select(DecisionRow.claim_id).where(col(DecisionRow.what).in_(READINGS), DecisionRow.curator != MACHINE).group_by(DecisionRow.claim_id)
    ids = sorted(session.exec(several.having(func.count(func.distinct(DecisionRow.curator)) > 1)).all())
    for some in portions(ids):
        logs: dict[str, list[DecisionRow]] = {claim_id: [] for claim_id in some}
        for line in session.exec(select(DecisionRow).where(col(DecisionRow.claim_id).in_(logs)).order_by(*IN_TIME)):
            logs[line.claim_id].append(line)
        for claim_id, log in logs.items():
            found = _of_log(in_force(log))
            if len(found) > 1:
                yield claim_id, found


def _of_log(log: Sequence[DecisionRow]) -> list[Stance]:
    latest: dict[str, Stance] = {}
    for line in log:
        if line.what == ADJUDICATE:
            latest.clear()
        elif line.what in READINGS and line.curator != MACHINE:
            latest.pop(line.curator, None)
            latest[line.curator] = _stance(line)
    return list(latest.values())


def _stance(line: DecisionRow) -> Stance:
    after = json.loads(line.after)
    held = after.get(SECOND, after)
    state = {name: value for name, value in held.items() if name not in ("status", "flagged")}
    return Stance(line.uid, line.curator, line.decided_at, held["status"], state, line.comment)


def _says(state: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in state.items() if name not in _HOW}
