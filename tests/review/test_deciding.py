"""What curators do: decide, be told of each other, take back only what is still theirs."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import col, select
from storage_samples import NOW

from factdb.errors import FactdbError, NotFoundError
from factdb.review import By, correct, decide, redo, undo
from factdb.review.deciding import decide_each
from factdb.review.queue import Plan, Queue
from factdb.storage.database import reading, writing
from factdb.storage.decisions import log_of
from factdb.storage.doctor import examine
from factdb.storage.leases import Holder
from factdb.storage.readings import state_of
from factdb.storage.tables import ClaimRow, DecisionRow, MoneyAmountRow, ShareRow

ANN, BEN = By("ann", NOW), By("ben", NOW, reason="wrong_unit", note="see table 2")


@pytest.fixture
def share(stored):
    with reading(stored) as session:
        return session.exec(select(ClaimRow.id).where(ClaimRow.kind == "share")).one()


@pytest.mark.parametrize(
    ("what", "status", "flagged"),
    [("verify", "verified", False), ("reject", "rejected", False), ("unsure", "unsure", False), ("flag", "new", True), ("note", "new", False)],
)
def test_decisions(stored, share, what, status, flagged):
    with writing(stored) as session:
        assert decide(session, what, share[:6], BEN).status == status
    with reading(stored) as session:
        row = session.get_one(ClaimRow, share)
        assert (row.status, row.flagged) == (status, flagged)
        (line,) = log_of(session, share)
        assert (line.what, line.curator, line.reason, line.comment) == (what, "ben", "wrong_unit", "see table 2")


def test_a_changed_kind_moves_to_the_other_table_and_back(stored, share):
    with writing(stored) as session:
        correct(session, share, {"kind": "money_amount", "role": "debt", "unit": "EUR"}, ANN)
    with reading(stored) as session:
        assert session.get(ShareRow, share) is None
        assert session.get_one(MoneyAmountRow, share).role == "debt"
    with writing(stored) as session:
        undo(session, ANN)
    with reading(stored) as session:
        assert session.get(MoneyAmountRow, share) is None
        assert session.get_one(ShareRow, share).whole == "debt"


def test_the_second_curator_is_told_of_the_first(stored, share):
    with writing(stored) as session:
        assert decide(session, "verify", share, ANN).other is None
    with writing(stored) as session:
        told = decide(session, "reject", share, BEN)
    assert (told.other.curator, told.other.what, told.status) == ("ann", "verify", "rejected")


def test_undo_refuses_when_another_decided_since(stored, share):
    for what, by in (("verify", ANN), ("reject", BEN)):
        with writing(stored) as session:
            decide(session, what, share, by)
    with pytest.raises(FactdbError, match="ben decided since"), writing(stored) as session:
        undo(session, ANN)
    with writing(stored) as session:
        undo(session, BEN)
    with writing(stored) as session:
        assert undo(session, ANN)[0].status == "new"


def test_a_batch_is_undone_whole_or_not_at_all(stored):
    with reading(stored) as session:
        ids = session.exec(select(ClaimRow.id)).all()
    with writing(stored) as session:
        for claim in ids:
            decide(session, "verify", claim, By("ann", NOW, batch="b1"))
    with writing(stored) as session:
        decide(session, "note", ids[2], BEN)
    with pytest.raises(FactdbError, match="ben"), writing(stored) as session:
        undo(session, ANN)
    with reading(stored) as session:
        assert set(session.exec(select(ClaimRow.status))) == {"verified"}
    with writing(stored) as session:
        undo(session, BEN)
    with writing(stored) as session:
        assert len(undo(session, ANN)) == len(ids)


def test_one_decision_on_many_claims_is_taken_back_and_made_again_as_one_batch(stored):
    with reading(stored) as session:
        ids = list(session.exec(select(ClaimRow.id)))
    by = By("ann", NOW, batch="b1")
    with writing(stored) as session:
        decide(session, "reject", ids[0], BEN)
        told = decide_each(session, "verify", [*ids, "ffffffffffff"], by)
    assert {one.claim_id: one.other and one.other.curator for one in told} == {claim: "ben" if claim == ids[0] else None for claim in ids}
    for carry_out, statuses in ((undo, {"new", "rejected"}), (lambda session, by: redo(session, [one.uid for one in told], by), {"verified"})):
        with writing(stored) as session:
            assert len(carry_out(session, by)) == len(ids)
        with reading(stored) as session:
            assert set(session.exec(select(ClaimRow.status))) == statuses
            assert list(examine(session)) == []


def test_more_is_redone_than_one_statement_may_name(stored, share):
    with writing(stored) as session:
        decide(session, "verify", share, ANN)
        lost = [f"no{number}" for number in range(70_000)]
        uids = [told.uid for told in undo(session, ANN)]
    with writing(stored) as session:
        assert Queue(Plan(), Holder("t", "ann"), NOW).settled(session, [*lost, *uids]) == [share]
        with pytest.raises(KeyError):
            redo(session, [*lost, *uids], ANN)


def test_an_unknown_claim_leaves_no_line(stored):
    with pytest.raises(NotFoundError), writing(stored) as session:
        decide(session, "verify", "ffffffffffff", ANN)
    with reading(stored) as session:
        assert session.exec(select(DecisionRow)).all() == []


def test_curators_at_once_lose_nothing(stored, share):
    def many(name):
        for _ in range(10):
            with writing(stored) as session:
                decide(session, "verify", share, By(name, NOW))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(many, ["ann", "ben", "eve"]))
    with reading(stored) as session:
        assert sorted(session.exec(select(DecisionRow.curator).order_by(col(DecisionRow.id)))) == ["ann"] * 10 + ["ben"] * 10 + ["eve"] * 10
        assert state_of(session, session.get_one(ClaimRow, share))["status"] == "verified"
