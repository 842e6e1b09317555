"""Parts of a stretch and stretches that end with a date."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions.find import find

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def spans(text, published_on=date(2025, 6, 11)):
    return [(t.begin, t.until) for t in find(text, published_on).timexes]


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from((3, 6, 9, 12)))
def test_months_that_end_with_a_month_are_whole(year, month, count):
    last = monthrange(year, month)[1]
    ((begin, until),) = spans(f"In the {count} months ended {MONTHS[month - 1]} {last}, {year} it grew.")
    first = year * 12 + month - count
    assert (begin, until) == (date(first // 12, first % 12 + 1, 1).isoformat(), date(year, month, last).isoformat())


@given(st.integers(1901, 2099))
def test_a_fiscal_year_begins_the_day_after_the_one_before_it_ended(year):
    ((begin, _),) = spans(f"In the year ended March 31, {year} it grew.")
    ((_, until),) = spans(f"In the year ended March 31, {year - 1} it grew.")
    assert date.fromisoformat(begin) == date.fromisoformat(until) + timedelta(days=1)


@given(st.integers(1900, 2099), st.sampled_from(MONTHS))
def test_the_halves_of_a_year_and_of_a_month_tile_it(year, month):
    for whole in (f"{year}", f"{month} {year}"):
        (first,) = spans(f"In the first half of {whole} it grew.")
        (second,) = spans(f"In the second half of {whole} it grew.")
        (both,) = spans(f"In {whole} it grew.")
        assert (first[0], second[1]) == both
        assert date.fromisoformat(first[1]) + timedelta(days=1) == date.fromisoformat(second[0])


@given(st.integers(1900, 2099), st.sampled_from(MONTHS), st.integers(1, 4))
def test_the_nth_week_of_a_month_is_an_iso_week_with_most_of_its_days_there(year, month, count):
    ordinal = ("first", "second", "third", "fourth")[count - 1]
    ((begin, until),) = spans(f"In the {ordinal} week of {month} {year} it grew.")
    monday = date.fromisoformat(begin)
    assert (monday.isoweekday(), (date.fromisoformat(until) - monday).days) == (1, 6)
    thursday = monday + timedelta(days=3)
    assert (MONTHS[thursday.month - 1], (thursday.day + 6) // 7) == (month, count)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the last week of May 2020.", ("2020-05-25", "2020-05-31")),
        ("In the first two months of 2018.", ("2018-01-01", "2018-02-28")),
        ("On the last day of February 2020.", ("2020-02-29", "2020-02-29")),
        ("In the week of March 6, 2024.", ("2024-03-04", "2024-03-10")),
        ("In the week ending June 6.", ("2025-05-31", "2025-06-06")),
        ("In the week starting June 2.", ("2025-06-02", "2025-06-08")),
        ("For the rest of this month.", ("2025-06-11", "2025-06-30")),
        ("On the first weekend of May.", ("2025-05-03", "2025-05-04")),
        ("The 5th of next month.", ("2025-07-05", "2025-07-05")),
    ],
)
def test_a_date_with_what_stands_before_it(text, expected):
    assert spans(text) == [expected]
