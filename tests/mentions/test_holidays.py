"""Holidays stand where the calendar has them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions.find import find
from factdb.mentions.holidays import easter


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year):
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert easter(year).isoweekday() == 7


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2038, "04-25")])
def test_easter_of_years_that_are_known(year, day):
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It shut on Christmas Eve.", "2024-12-24"),
        ("It will shut on Christmas Eve.", "2025-12-24"),
        ("It shut last Thanksgiving.", "2024-11-28"),
        ("On Memorial Day 2021 it rained.", "2021-05-31"),
        ("On New Year's Day of 1999 it rained.", "1999-01-01"),
        ("On Black Friday 2019 it rained.", "2019-11-29"),
        ("On mothers day 2010 it rained.", "2010-05-09"),
    ],
)
def test_a_holiday_is_pinned_by_its_year_its_pointer_or_its_clause(text, day):
    assert [t.begin for t in find(text, date(2025, 6, 11)).timexes] == [day]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_at_the_ends_of_the_calendar_no_holiday_is_invented(day):
    for timex in find("At Easter, at Christmas and next Thanksgiving.", day).timexes:
        assert timex.begin is None or date.fromisoformat(timex.begin)
