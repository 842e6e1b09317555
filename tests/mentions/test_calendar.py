"""Counting along the calendar agrees with the standard library."""

import calendar as library
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions import calendar

DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))


@given(DAYS)
def test_a_week_runs_monday_to_sunday_and_has_its_iso_number(when):
    found = calendar.week(when)
    assert found.begin <= when <= found.until
    assert (found.begin.isoweekday(), found.until.isoweekday()) == (1, 7)
    year, number, _ = when.isocalendar()
    assert date.fromisocalendar(year, number, 1) == found.begin
    assert found.value == f"{year:04}-W{number:02}"


@given(DAYS)
def test_months_end_where_the_library_ends_them(when):
    found = calendar.month(when.year, when.month)
    assert (found.begin.day, found.until.day) == (1, library.monthrange(when.year, when.month)[1])


@given(DAYS, st.sampled_from("DWMQY"))
def test_units_hold_their_day_and_tile(when, unit):
    found = calendar.around(when, unit)
    assert found.begin <= when <= found.until
    assert calendar.around(found.until + timedelta(days=1), unit).begin == found.until + timedelta(days=1)


@given(DAYS, st.integers(1, 7), st.booleans())
def test_the_nearest_weekday_is_within_a_week(when, number, ahead):
    found = calendar.weekday_by(when, number, ahead).begin
    assert found.isoweekday() == number
    assert 0 < (found - when).days <= 7 if ahead else 0 <= (when - found).days < 7


@given(DAYS, st.integers(-200, 200))
def test_months_later_is_that_many_months_later(when, count):
    there = calendar.moved(when, count, "M")
    if there is not None:
        assert (there.year * 12 + there.month) - (when.year * 12 + when.month) == count
        assert there.day == min(when.day, library.monthrange(there.year, there.month)[1])


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2000, 12, 31)), st.booleans())
def test_a_day_without_a_year_is_the_nearest_in_the_direction_that_is_looked(when, told, ahead):
    found = calendar.nearest_year(when, told.month, told.day, ahead)
    if (told.month, told.day) == (2, 29):
        assert found is None or found.begin.year % 4 == 0
    else:
        back, on = (123, 244) if ahead else (220, 147)
        assert -back <= (found.begin - when).days <= on


@given(st.dates(date(2, 1, 1), date(9997, 12, 1)), st.integers(1, 7), st.integers(1, 5))
def test_the_nth_weekday_of_a_month_stands_where_the_library_has_it(when, number, count):
    days = [week[number - 1] for week in library.monthcalendar(when.year, when.month) if week[number - 1]]
    found = calendar.nth_weekday(when.replace(day=1), number, count).begin
    assert (found.day == days[count - 1] and found.month == when.month) if count <= len(days) else found.month != when.month
    end = when.replace(day=library.monthrange(when.year, when.month)[1])
    assert calendar.nth_weekday(end, number, -1).begin.day == days[-1]


@given(st.integers(2, 9998), st.integers(0, 60))
def test_iso_weeks_are_those_of_the_library(year, number):
    last = date(year, 12, 28).isocalendar().week
    found = calendar.iso_week(year, number)
    assert found is None if not 1 <= number <= last else found.begin == date.fromisocalendar(year, number, 1)
