"""Every change of a sheet becomes a decision, all of them one batch."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from factdb.export.sheet.merge import Step
from factdb.review.deciding import By, Told, correct, decide


def decide_all(session: Session, steps: Sequence[Step], by: By) -> list[Told]:
    """Carry out the steps of a plan. OvertakenError when another curator was faster; then nothing is written."""
    return [_decide(session, step, replace(by, reason=step.reason, note=step.comment)) for step in steps]


def _decide(session: Session, step: Step, by: By) -> Told:
    if step.what == "correct":
        return correct(session, step.claim_id, step.changes, by, step.seen)
    return decide(session, step.what, step.claim_id, by, step.seen)
