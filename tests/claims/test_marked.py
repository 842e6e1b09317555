"""Words that a curator marked are read as the extractor would read them."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.marked import place, read
from factdb.errors import FactdbError
from factdb.spans import Span

TEXT = "Two boats sank.\nIn Room 12 the owners said that two\nboats were 40 metres long. They met on Monday; a third of the crew came."
DAY = date(2025, 6, 11)


@pytest.mark.parametrize(
    ("quote", "kind", "value"),
    [("boats were 40 metres", "measurement", "40"), ("Room 12", "count", "12"), ("a third of the crew", "share", "33.33"), ("Two boats", "count", "2")],
)
def test_numbers(quote, kind, value):
    claim = read(TEXT, DAY, None, place(TEXT, quote))
    assert (claim.kind, str(claim.value), claim.quote) == (kind, value, quote)
    assert Span(claim.start, claim.end).contains(claim.core)


def test_a_date_counts_from_the_day_of_publication():
    claim = read(TEXT, DAY, None, place(TEXT, "on Monday"))
    assert claim.fields["date_start"] == "2025-06-09"


def test_a_claim_of_the_extractor_is_taken_as_it_is():
    for claim in extract(TEXT, DAY).claims:
        assert read(TEXT, DAY, None, Span(claim.start, claim.end)) == claim


def test_words_are_found_over_line_ends_and_by_their_count():
    assert TEXT[slice(*place(TEXT, "two boats"))] == "two\nboats"
    assert place(TEXT, "boats", 2).start > place(TEXT, "boats", 1).start
    with pytest.raises(FactdbError, match="--nth"):
        place(TEXT, "boats")
