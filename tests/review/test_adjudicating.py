"""Where curators differ, one reading is taken, and the log says by whom."""

from datetime import timedelta

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.errors import FactdbError
from factdb.review import By, correct, decide, undo
from factdb.review.adjudicating import adjudicate, splits
from factdb.review.second import read_again
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.tables import ClaimRow

ANN, BEN, EVE = (By(name, NOW + timedelta(minutes=at)) for at, name in enumerate(("ann", "ben", "eve")))


@pytest.fixture
def share(stored):
    with reading(stored) as session:
        return session.exec(select(ClaimRow.id).where(ClaimRow.kind == "share")).one()


def differing(engine):
    with reading(engine) as session:
        assert list(examine(session)) == []
        return [split.claim.id for split in splits(session)]


def test_a_split_claim_is_settled_until_somebody_differs_anew(stored, share):
    with writing(stored) as session:
        correct(session, share, {"value": "63"}, ANN)
        read_again(session, share, "verify", {}, BEN)
    assert differing(stored) == [share]
    with writing(stored) as session:
        assert adjudicate(session, share[:6], "ben", EVE).status == "verified"
    assert differing(stored) == []
    with reading(stored) as session:
        assert session.get_one(ClaimRow, share).value == "62.0"
    with writing(stored) as session:
        undo(session, EVE)
    assert differing(stored) == [share]
    with reading(stored) as session:
        assert session.get_one(ClaimRow, share).value == "63"


def test_who_agrees_needs_no_judge(stored, share):
    with writing(stored) as session:
        decide(session, "verify", share, ANN)
        read_again(session, share, "verify", {}, BEN)
    assert differing(stored) == []


@pytest.mark.parametrize("what", ["reject", "unsure"])
def test_rejecting_what_another_verified_is_a_split(stored, share, what):
    with writing(stored) as session:
        decide(session, "verify", share, ANN)
        decide(session, what, share, BEN)
    assert differing(stored) == [share]


def test_only_a_reading_that_is_there_can_be_taken(stored, share):
    with writing(stored) as session:
        decide(session, "verify", share, ANN)
        decide(session, "reject", share, BEN)
    with pytest.raises(FactdbError, match="Take one of ann, ben"), writing(stored) as session:
        adjudicate(session, share, "eve", EVE)
