"""Which claim comes next: orders, those put off, samples, and never the same one for two at once."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.review import By, decide, undo
from factdb.review.queue import Plan, Queue
from factdb.storage.database import reading, writing
from factdb.storage.leases import MINUTES, Holder, release
from factdb.storage.queries import Filters
from factdb.storage.tables import ClaimRow

ANN, BEN = Holder("t1", "ann"), Holder("t2", "ben")
LATER = NOW + timedelta(minutes=1)


def queue(holder=ANN, began=LATER, **plan):
    return Queue(Plan(Filters(statuses=("new",)), **plan), holder, began)


def taken(engine, line, number=9, now=LATER):
    """The kinds of the next claims, each verified."""
    out = []
    for _ in range(number):
        with writing(engine) as session:
            claim_id = line.next(session, now)
            if claim_id is None:
                break
            out.append(session.get_one(ClaimRow, claim_id).kind)
            decide(session, "verify", claim_id, By("ann", now))
    return out


def set_fields(engine, kind, **fields):
    with writing(engine) as session:
        row = session.exec(select(ClaimRow).where(ClaimRow.kind == kind)).one()
        for name, value in fields.items():
            setattr(row, name, value)
        session.add(row)


def test_by_article_in_the_order_of_the_text(stored):
    assert taken(stored, queue(), 4) == ["trade_figure", "casualty_count", "meeting_date", "share"]


def test_the_least_sure_first(stored):
    set_fields(stored, "share", confidence=0.1)
    assert taken(stored, queue(order="uncertain"), 1) == ["share"]


def test_the_largest_value_first_and_those_without_one_last(stored):
    assert taken(stored, queue(order="value"), 4) == ["trade_figure", "share", "casualty_count", "meeting_date"]


def test_random_begins_anywhere_and_goes_round(stored):
    with reading(stored) as session:
        ids = sorted(session.exec(select(ClaimRow.id)).all())
    line = queue(order="random", since=ids[2])
    got = []
    for _ in range(4):
        with writing(stored) as session:
            got.append(line.next(session, LATER))
            decide(session, "verify", got[-1], By("ann", LATER))
    assert got == [ids[2], ids[3], ids[0], ids[1]]


def test_the_disputed_come_first(stored):
    with reading(stored) as session:
        share = session.exec(select(ClaimRow.id).where(ClaimRow.kind == "share")).one()
    line = queue(order="conflict")
    line.lead([share])
    assert taken(stored, line, 2) == ["share", "trade_figure"]


def test_a_sample_ends(stored):
    line = queue(sample=2, order="random")
    with reading(stored) as session:
        assert line.left(session) == 2
    assert len(taken(stored, line)) == 2


def test_decided_claims_are_gone_and_come_back_when_taken_back(stored):
    line = queue()
    with writing(stored) as session:
        first = line.next(session, LATER)
        decide(session, "verify", first, By("ann", LATER))
        assert line.left(session) == 3
    with writing(stored) as session:
        undo(session, By("ann", LATER))
    with writing(stored) as session:
        assert line.left(session) == 4


def test_a_review_of_verified_claims_does_not_show_them_twice(stored):
    with writing(stored) as session:
        for claim_id in session.exec(select(ClaimRow.id)).all():
            decide(session, "verify", claim_id, By("ann", NOW))
    line = Queue(Plan(Filters(statuses=("verified",))), ANN, LATER)
    for left in (3, 2, 1, 0):
        with writing(stored) as session:
            decide(session, "verify", line.next(session, LATER), By("ann", LATER))
            assert line.left(session) == left
    assert taken(stored, line) == []


def test_what_was_put_off_comes_last_also_in_the_next_session(stored):
    line = queue()
    with writing(stored) as session:
        first = line.next(session, LATER)
        line.skip(session, first, LATER)
        release(session, ANN)
    assert taken(stored, queue()) == ["casualty_count", "meeting_date", "share", "trade_figure"]


def test_an_article_that_was_left_comes_back_at_the_end(stored, article, extraction):
    from factdb.storage.store import add_article, start_run

    with writing(stored) as session:
        add_article(session, dataclasses.replace(article, id="later", published_on=LATER.date() + timedelta(1)), extraction, start_run(session, NOW), NOW)
    line = queue()
    with writing(stored) as session:
        first = session.get_one(ClaimRow, line.next(session, LATER))
        line.pass_article(first.article_id)
    assert len(taken(stored, line, 4)) == 4
    with writing(stored) as session:
        again = session.get_one(ClaimRow, line.next(session, LATER))
    assert (again.article_id, again.status) == (first.article_id, "new")


def test_two_curators_never_get_the_same_claim(stored):
    one, two = queue(ANN), queue(BEN)
    with writing(stored) as session:
        got = [line.next(session, LATER) for line in (one, two, one, two)]
    assert len(set(got[:2])) == len(set(got[1:3])) == len(set(got[2:])) == 2


def test_a_lease_runs_out(stored):
    with writing(stored) as session:
        first = queue(ANN).next(session, LATER)
    with writing(stored) as session:
        assert queue(BEN).next(session, LATER) != first
    with writing(stored) as session:
        assert queue(BEN).next(session, LATER + timedelta(minutes=MINUTES)) == first


@pytest.mark.parametrize(("share", "kinds"), [(1.0, 1), (0.0, 0)])
def test_a_second_reading_is_of_what_others_decided(stored, share, kinds):
    with writing(stored) as session:
        toll = session.exec(select(ClaimRow.id).where(ClaimRow.kind == "casualty_count")).one()
        decide(session, "reject", toll, By("ann", NOW))
    plan = Plan(Filters(statuses=("verified", "rejected")), second=share)
    with writing(stored) as session:
        assert Queue(plan, ANN, LATER).left(session) == 0
        assert Queue(plan, BEN, LATER).left(session) == kinds
