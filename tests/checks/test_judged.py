"""What curators decide about facts lasts, can be undone, and goes along in a dump."""

import pytest
from check_samples import EVENING, MORNING, add, anew
from sqlmodel import col, select
from storage_samples import NOW

from factdb.checks.finding import HOLDS
from factdb.checks.judged import judged
from factdb.errors import FactdbError
from factdb.review import By, undo
from factdb.review.judging import adopt, pin, set_aside
from factdb.storage.database import create_or_upgrade, writing
from factdb.storage.decisions import dump, load
from factdb.storage.doctor import examine
from factdb.storage.tables import ClaimRow

ANA = By("ana", NOW, note="seen both reports")


@pytest.fixture
def session(engine):
    with writing(engine) as session:
        add(session, MORNING, EVENING)
        yield session


def claim(session, quote):
    return session.exec(select(ClaimRow).where(col(ClaimRow.quote) == quote)).one().id


def members(session):
    return {frozenset(read.claim.quote for read in fact.reads) for fact in anew(session)[1]}


def findings(session):
    return [finding for finding in anew(session)[0] if finding.verdict != HOLDS]


TOLLS = frozenset(("47 passengers", "43 passengers"))


def test_claims_pinned_as_different_are_never_one_fact_until_it_is_undone(session):
    assert TOLLS in members(session)
    pin(session, "different", [claim(session, quote) for quote in TOLLS], ANA)
    assert TOLLS not in members(session)
    assert findings(session) == []
    undo(session, ANA)
    assert TOLLS in members(session)


def test_claims_pinned_as_the_same_are_one_fact_whatever_they_say(session):
    pin(session, "same", [claim(session, "47 passengers"), session.exec(select(ClaimRow).where(ClaimRow.kind == "event_date")).first().id], ANA)
    assert any("47 passengers" in quotes and "Monday" in quotes for quotes in members(session))


def test_a_finding_set_aside_is_not_told_again_until_it_is_undone(session):
    (found,) = findings(session)
    set_aside(session, found, ANA)
    assert findings(session) == []
    assert [one.id for one in findings(session)] == []
    undo(session, ANA)
    assert [one.id for one in findings(session)] == [found.id]


def test_a_finding_is_only_set_aside_with_a_reason(session):
    (found,) = findings(session)
    with pytest.raises(FactdbError, match="reason"):
        set_aside(session, found, By("ana", NOW))


def test_the_log_holds_it_and_the_doctor_is_content(session):
    (found,) = findings(session)
    set_aside(session, found, ANA)
    adopt(session, claim(session, "43 passengers"), ANA)
    assert judged(session).ranks == {claim(session, "43 passengers"): "preferred"}
    assert list(examine(session)) == []


def test_a_dump_carries_it_to_another_database(session, tmp_path):
    pin(session, "different", [claim(session, quote) for quote in TOLLS], ANA)
    other = create_or_upgrade(f"sqlite:///{tmp_path / 'other.db'}")
    with writing(other) as elsewhere:
        add(elsewhere, MORNING, EVENING)
        load(elsewhere, list(dump(session)))
        assert judged(elsewhere) == judged(session)
        assert TOLLS not in members(elsewhere)
    other.dispose()
