"""Measures of agreement against values worked out by hand and published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select
from storage_samples import NOW

from factdb.review import By, correct, decide
from factdb.review.agreement import ac1, agreement, kappa, percent
from factdb.review.second import read_again
from factdb.storage.database import reading, writing
from factdb.storage.tables import ClaimRow

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1)


def table(yes, first, second, no):
    return [("y", "y")] * yes + [("y", "n")] * first + [("n", "y")] * second + [("n", "n")] * no


@pytest.mark.parametrize(
    ("counts", "said", "k", "a"),
    [
        ((20, 5, 10, 15), 70.0, 0.4, 0.4059),
        ((45, 15, 25, 15), 60.0, 0.1304, 0.2661),
        ((118, 5, 2, 0), 94.4, -0.0234, 0.9408),  # kappa's paradox: nearly all agree, and kappa is below chance
    ],
)
def test_of_known_tables(counts, said, k, a):
    pairs = table(*counts)
    assert percent(pairs) == pytest.approx(said)
    assert kappa(pairs) == pytest.approx(k, abs=1e-4)
    assert ac1(pairs) == pytest.approx(a, abs=1e-4)


def test_where_everybody_says_the_same_of_everything_chance_is_no_measure():
    assert (percent([("y", "y")]), kappa([("y", "y")]), ac1([("y", "y")])) == (100.0, None, None)


@given(PAIRS)
def test_the_two_may_change_places(pairs):
    swapped = [(two, one) for one, two in pairs]
    assert percent(swapped) == percent(pairs)
    assert (kappa(swapped) is None) == (kappa(pairs) is None)
    assert kappa(pairs) is None or kappa(swapped) == pytest.approx(kappa(pairs))
    assert ac1(pairs) is None or ac1(pairs) <= 1 + 1e-9


def test_claims_that_two_have_read_are_compared_by_kind_and_field(stored):
    with reading(stored) as session:
        ids = {row.kind: row.id for row in session.exec(select(ClaimRow))}
    with writing(stored) as session:
        for kind in ("share", "casualty_count", "meeting_date"):
            decide(session, "verify", ids[kind], By("ann", NOW))
        read_again(session, ids["share"], "verify", {}, By("ben", NOW))
        read_again(session, ids["casualty_count"], "correct", {"value": "15"}, By("ben", NOW))
        read_again(session, ids["meeting_date"], "reject", {}, By("ben", NOW))
        correct(session, ids["trade_figure"], {"value": "4"}, By("eve", NOW))
    with reading(stored) as session:
        rows = {(row["of"], row["kind"]): row for row in agreement(session)}
    assert (rows["verdict", "all"]["claims"], rows["verdict", "all"]["percent"]) == (3, 66.7)
    assert rows["verdict", "meeting_date"]["percent"] == 0.0
    assert (rows["value", "all"]["claims"], rows["value", "all"]["percent"]) == (2, 50.0)
    assert rows["unit", "all"]["percent"] == 100.0
