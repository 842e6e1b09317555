"""Days of the week are pinned by what points to them, by the day of the month beside them, or by their clause."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions.find import find

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def days(text, published_on=date(2025, 6, 11)):
    return [t.begin for t in find(text, published_on).timexes]


@given(DAYS, st.sampled_from(NAMES))
def test_weekdays_fall_on_their_day_in_the_week_that_is_pointed_to(now, name):
    monday = now - timedelta(days=now.weekday())
    offset = timedelta(days=NAMES.index(name))
    assert days(f"It opens next {name}.", now) == [(monday + timedelta(days=7) + offset).isoformat()]
    assert days(f"It opens {name} of last week.", now) == [(monday - timedelta(days=7) + offset).isoformat()]
    (last,) = days(f"It shut last {name}.", now)
    assert 1 <= (now - date.fromisoformat(last)).days <= 7


@given(DAYS)
def test_a_weekday_with_its_day_of_the_month_is_found_near_the_news(day):
    now = day + timedelta(days=9)
    assert days(f"It shut on {NAMES[day.weekday()]} the {day.day}th.", now) == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was shut on Friday.", "2025-06-06"),
        ("It will shut on Friday.", "2025-06-13"),
        ("They met on Wednesday.", "2025-06-11"),
        ("They will meet on Wednesday.", "2025-06-11"),
        ("They agreed to meet on Friday.", "2025-06-13"),
        ("The play opens Friday.", "2025-06-13"),
        ("It is shut until Friday.", "2025-06-13"),
        ("Until Friday, it was open.", "2025-06-06"),
        ("A vote is set for Friday.", "2025-06-13"),
        ("It shuts this coming Friday.", "2025-06-13"),
        ("It shuts Friday week.", "2025-06-20"),
    ],
)
def test_a_bare_weekday_follows_its_clause(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("They meet on Tuesday and Wednesday next week.", ["2025-06-17", "2025-06-18"]),
        ("They met on Monday and Thursday last week.", ["2025-06-02", "2025-06-05"]),
    ],
)
def test_weekdays_share_the_week_behind_the_last_of_them(text, both):
    assert days(text) == both


@pytest.mark.parametrize("text", ["The Friday Group met.", "Since Bloody Sunday.", "She sat down."])
def test_names_are_no_days(text):
    assert days(text) == []
