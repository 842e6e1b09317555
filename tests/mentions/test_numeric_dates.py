"""Dates in figures: any day is read back from every way to write it, and what can be read in two ways is left open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions.find import find

DAYS = st.dates(date(1930, 1, 1), date(2029, 12, 31))
FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d", "%d-%b-%Y", "%d/%b/%y", "%Y-%b-%d", "%d %b %Y", "%Y %B %d")


def read(text, published_on=None):
    return [(t.value, t.begin, t.until) for t in find(text, published_on).timexes]


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_is_read_back_from_its_figures(when, form):
    told = when.isoformat()
    assert read(f"Signed on {when.strftime(form)} in Riga.") == [(told, told, told)]


@given(DAYS)
def test_slashed_dates_are_read_by_the_part_that_is_no_month(when):
    told = read(f"Signed on {when.month}/{when.day}/{when.year} in Riga.")[0]
    assert told[1] == (when.isoformat() if when.day > 12 or when.day == when.month else None)


@pytest.mark.parametrize(("clue", "expected"), [("13/2/2011", "2011-06-05"), ("2/13/2011", "2011-05-06"), ("2/3/2011", None)])
def test_another_date_of_the_article_tells_the_order(clue, expected):
    assert [begin for _, begin, _ in read(f"Sent {clue}. Signed 5/6/2011.")][-1] == expected


def test_an_ambiguous_date_holds_both_readings():
    (timex,) = find("Away 5/6/2011 to 7/8/2011.").timexes
    assert [(part.begin, part.until) for part in timex.parts] == [("2011-05-06", "2011-07-08"), ("2011-06-05", "2011-08-07")]
    assert timex.begin is None


@pytest.mark.parametrize("text", ["Call 020-7946-0018.", "ISBN 0-306-40615-2.", "Host 10.12.1.1.", "On 30/2/2011.", "Won 6-4, 7-5.", "A 5/6 share."])
def test_other_figures_are_no_dates(text):
    assert read(text, date(2025, 6, 11)) == []
