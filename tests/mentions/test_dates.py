"""Dates of a text: read whole, joined with their neighbours, on any input."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdb.mentions.find import find

DAY = date(2025, 6, 11)  # a Wednesday
WORDS = """
    May 26 - 28 , 2025 Monday last week two ago 1970 s 9 a.m. to the of ? / quarter 9999 0 next decade first half nineties nineteen eighty June and between
    Christmas Eve Easter 2004-05-06 5/6/2011 12 31 FY24 Q 3 H1 BC AD century rest ended before after day now present date in 30 29 February year fiscal ( ) '
    following that same months Sundays from 10000 th st until every other couple few 2001 0001 second tomorrow
    won urged will be agreed had been due possible vote killed following is text speech reprint we 98 vs three quarters dawn spring previous murder 18th
"""
PIECES = [*WORDS.split(), " ", "\n\n", "the next", "(0735 GMT)"]


def read(text, published_on=DAY):
    return [(t.type, text[t.start : t.end], t.value) for t in find(text, published_on).timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday, May 27, 2025 in Oslo.", [("DATE", "Tuesday, May 27, 2025", "2025-05-27")]),
        ("The ferry left at 9 a.m. EST Tuesday.", [("TIME", "9 a.m. EST Tuesday", "2025-06-10T09:00")]),
        ("It ran from 26 May to 5 June 2024.", [("DATE", "26 May to 5 June 2024", "2024-05-26/2024-06-05")]),
        ("On May 16-18 and June 2 they rested.", [("DATE", "May 16-18", "2025-05-16/2025-05-18"), ("DATE", "June 2", "2025-06-02")]),
    ],
)
def test_neighbours_make_one_expression(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["You may march on.", "Theresa May spoke.", "The Sun wrote.", "It sent 1,990 troops.", "2000 soldiers left.", "The Monday Club met.", "The second try."],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert read(text) == []


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text(), st.none() | st.dates() | st.datetimes())
def test_any_text_with_any_day_is_read(text, published_on):
    behind = 0
    for timex in find(text, published_on).timexes:
        assert behind <= timex.start < timex.end <= len(text)
        assert (timex.begin is None) == (timex.until is None)
        if timex.begin:
            assert date.fromisoformat(timex.begin) <= date.fromisoformat(timex.until)
        behind = timex.end


def test_no_days_at_all_cover_no_stretch():
    (timex,) = find("The last 0 decades.", date(2000, 1, 1)).timexes
    assert (timex.type, timex.begin, timex.until) == ("DURATION", None, None)


def test_a_moment_of_publication_serves_as_its_day():
    assert read("It shut yesterday.", datetime(2025, 6, 11, 23, 59)) == [("DATE", "yesterday", "2025-06-10")]
