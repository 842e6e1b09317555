"""A text counts from the day of its dateline, not from the day on which it was printed again."""

from datetime import date

import pytest

from factdb.mentions.find import find


def days(text):
    return [t.begin for t in find(text, date(2025, 6, 7)).timexes]


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, June 4 (Lake News) -- The council met today.",
        "GENEVA, June 4 (Lake News) \N{EM DASH} The council met today.",
        "An envoy spoke in Geneva.\n\nJune 4 (Lake Mission) - I thank all who came here today.",
        "Following is the text of a speech given on June 4 by Anna Koch.\n\nFriends, today is a great day.",
        "We reprint a letter that was first read out on 4 June.\n\nToday I saw a heron.",
    ],
)
def test_today_is_the_day_of_the_dispatch_or_the_speech(text):
    assert days(text) == ["2025-06-04", "2025-06-04"]


@pytest.mark.parametrize(
    "text",
    [
        "He saw the mayor on June 4 (at the port) and flew home today.",
        "A speech of June 4 drew many. She left today.",
        "GENEVA, June 4 (Lake News, noon). She left today.",
    ],
)
def test_other_dates_leave_today_to_the_day_of_publication(text):
    assert [day for day in days(text) if day][-1] == "2025-06-07"


def test_years_ago_count_from_the_speech():
    text = "Below is the full text of the statement issued on 2 June 2015.\n\nWe met last month and will meet again next year."
    assert days(text) == ["2015-06-02", "2015-05-01", "2016-01-01"]
