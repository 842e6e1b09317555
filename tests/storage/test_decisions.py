"""Decisions are appended, can all be taken back, and travel as JSON Lines."""

import json
import random

import pytest
from sqlmodel import col, select
from storage_samples import NOW

from factdb.errors import FactdbError
from factdb.review import By, correct, decide, undo
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import dump, load
from factdb.storage.doctor import examine
from factdb.storage.readings import state_of
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import TYPED, ClaimRow, DecisionRow


def rows(engine):
    with reading(engine) as session:
        tables = [row.model_dump() for table in TYPED.values() for row in session.exec(select(table))]
        return [row.model_dump() for row in session.exec(select(ClaimRow).order_by(ClaimRow.id))], sorted(tables, key=lambda row: row["claim_id"])


def random_decision(session, ids, chance):
    claim = chance.choice(ids)
    what = chance.choice(["verify", "reject", "unsure", "flag", "note", "value", "kind"])
    by = By("ann", NOW)
    if what == "value":
        correct(session, claim, {"value": str(chance.randrange(10**9))}, by)
    elif what == "kind":
        correct(session, claim, {"kind": chance.choice(list(TYPED))}, by)
    else:
        decide(session, what, claim, by)


def decide_at_random(engine, number, seed):
    chance = random.Random(seed)
    with reading(engine) as session:
        ids = session.exec(select(ClaimRow.id).order_by(col(ClaimRow.id))).all()
    for _ in range(number):
        with writing(engine) as session:
            random_decision(session, ids, chance)


def test_decisions_undone_one_by_one_lead_back_to_the_start(stored):
    start = rows(stored)
    decide_at_random(stored, 30, seed=7)
    assert rows(stored) != start
    with reading(stored) as session:
        assert list(examine(session)) == []
    for _ in range(30):
        with writing(stored) as session:
            assert len(undo(session, By("ann", NOW))) == 1
    assert rows(stored) == start
    with pytest.raises(FactdbError, match="ann has no decision to undo"), writing(stored) as session:
        undo(session, By("ann", NOW))
    with reading(stored) as session:
        assert len(session.exec(select(DecisionRow)).all()) == 60
        assert list(examine(session)) == []


@pytest.mark.slow
def test_a_thousand_decisions_undone(stored):
    start = rows(stored)
    decide_at_random(stored, 1000, seed=8)
    for _ in range(1000):
        with writing(stored) as session:
            undo(session, By("ann", NOW))
    assert rows(stored) == start


def test_a_dump_loads_into_a_database_of_the_same_articles(stored, tmp_path, article, extraction):
    decide_at_random(stored, 20, seed=9)
    with reading(stored) as session:
        lines = [json.loads(json.dumps(line)) for line in dump(session)]
    other = create_or_upgrade(f"sqlite:///{tmp_path / 'other.db'}")
    with pytest.raises(FactdbError, match="line 1"), writing(other) as session:
        load(session, lines)
    with writing(other) as session:
        add_article(session, article, extraction, start_run(session, NOW), NOW)
    for counts in ((20, 0), (0, 20)):
        with writing(other) as session:
            assert load(session, lines) == counts
    assert rows(other) == rows(stored)
    with reading(other) as session:
        assert list(dump(session)) == lines
    other.dispose()


@pytest.mark.parametrize("line", [{}, {"uid": 5}, {"uid": "a", "article": "b"}])
def test_a_line_that_is_no_decision_is_named(stored, line):
    with pytest.raises(FactdbError, match="line 1"), writing(stored) as session:
        load(session, [line])


@pytest.mark.parametrize(
    "change",
    [
        {"what": "gossip"},
        {"undoes": "nobody"},
        {"decided_at": "yesterday"},
        {"after": {"kind": "gossip"}},
        {"after": {"value": "many", "status": "new"}},
        {"after": [1]},
        {"what": "add", "claim_id": "f0", "after": {}},
    ],
)
def test_a_dump_that_was_changed_by_hand_is_refused_whole(stored, change):
    decide_at_random(stored, 1, seed=3)
    with reading(stored) as session:
        (line,) = dump(session)
    before = rows(stored)
    with pytest.raises(FactdbError, match="decisions dump"), writing(stored) as session:
        load(session, [{**line, "uid": "other", "after": {**line["after"], "status": "rejected"}}, {**line, "uid": "third", **change}])
    assert rows(stored) == before


def test_the_log_is_the_truth(stored):
    with writing(stored) as session:
        row = session.exec(select(ClaimRow).where(ClaimRow.kind == "share")).one()
        decide(session, "verify", row.id, By("ann", NOW))
    with writing(stored) as session:
        row = session.exec(select(ClaimRow).where(ClaimRow.kind == "share")).one()
        assert state_of(session, row)["status"] == "verified"
        row.status = "rejected"
        session.add(row)
    with reading(stored) as session:
        assert list(examine(session)) == [f"claim {row.id}: status is 'rejected', the log gives 'verified'"]
