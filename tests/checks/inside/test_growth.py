"""A change against the figures that it runs between."""

from check_pages import findings, seen
from hypothesis import given, settings
from hypothesis import strategies as st


def test_a_percentage_that_the_two_figures_do_not_give_fails() -> None:
    told = findings("Sales rose 12 percent from 50 million dollars to 60 million dollars.")
    assert ("growth", "fails") in [(finding.check, finding.verdict) for finding in told]
    assert any("20.0 percent, stated as 12" in finding.cause for finding in told)


def test_a_percentage_that_they_give_holds() -> None:
    assert seen("Sales rose 20 percent from 50 million dollars to 60 million dollars.") == [("growth", "holds"), ("growth", "holds")]


def test_figures_that_go_the_other_way_than_the_verb_fail() -> None:
    assert seen("Output fell from 300 tonnes in 2023 to 400 tonnes in 2024.") == [("growth", "fails")]


def test_a_road_from_one_place_to_another_is_no_growth() -> None:
    assert seen("The road runs from 300 metres to 400 metres.") == []


@settings(deadline=None, max_examples=50)
@given(st.integers(1000, 9000), st.integers(1000, 9000))
def test_the_percentage_that_follows_from_the_figures_always_holds(first: int, second: int) -> None:
    way = "rose" if second >= first else "fell"
    percent = abs(second - first) * 100 / first
    told = seen(f"Sales {way} {percent:.1f} percent from {first:,} tonnes to {second:,} tonnes.")
    assert ("growth", "fails") not in told
