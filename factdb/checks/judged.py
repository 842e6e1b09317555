"""What curators decided about facts: pins, findings set aside, adopted values. Read from the log; tied to claims, never to a fact's number."""

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlmodel import Session

SAME, DIFFERENT, SET_ASIDE, ADOPT = "same", "different", "set_aside", "adopt"
PREFERRED, DEPRECATED = "preferred", "deprecated"
Pinned = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of claims by their ids, pinned as one fact or as two (the last word on a pair counts); keys of findings set aside; claims by the
    rank that was given to them, preferred or deprecated.
    """

    same: tuple[Pinned, ...] = ()
    different: Set[Pinned] = frozenset()
    aside: Set[tuple[str, frozenset[str]]] = frozenset()
    ranks: Mapping[str, str] = field(default_factory=dict)


NOTHING_JUDGED = Judged()


def judged(session: "Session") -> Judged:
    """What is in force of the pins, settings aside and adoptions in the log."""
    from sqlmodel import col, select

    from factdb.storage.decisions import in_force
    from factdb.storage.tables import DecisionRow

    wanted = (SAME, DIFFERENT, SET_ASIDE, ADOPT, "undo")
    log = session.exec(select(DecisionRow).where(col(DecisionRow.what).in_(wanted)).order_by(col(DecisionRow.decided_at), col(DecisionRow.id))).all()
    pins: dict[Pinned, str] = {}
    aside: set[tuple[str, frozenset[str]]] = set()
    ranks: dict[str, str] = {}
    for decision in in_force(log):
        after = json.loads(decision.after)
        if decision.what == SET_ASIDE:
            aside.add((after["check"], frozenset((decision.claim_id, *after["others"]))))
        elif decision.what == ADOPT:
            ranks[decision.claim_id] = after["rank"]
        else:
            pair = pinned(decision.claim_id, after["other"])
            pins.pop(pair, None)
            pins[pair] = decision.what
    same = tuple(pair for pair, what in pins.items() if what == SAME)
    return Judged(same, frozenset(pair for pair, what in pins.items() if what == DIFFERENT), frozenset(aside), ranks)


def pinned(a: str, b: str) -> Pinned:
    """Two claims in the order in which a pin names them."""
    return (a, b) if a < b else (b, a)
