"""Counts have the noun that they count; bare numbers and units are told apart from them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions.find import find


def read(text):
    return [(text[q.start : q.end], q.dimension, str(q.value), q.unit, q.unit_phrase) for q in find(text).quantities]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Norway built 24 coal-fired power plants.", [("24 coal-fired power plants", "count", "24", "plant", "coal-fired power plant")]),
        ("They hired 40 more women in May.", [("40 more women", "count", "40", "woman", "woman")]),
        ("There 1,300 people left.", [("1,300 people", "count", "1300", "person", "person")]),
        ("30 guards came, 11 of them new.", [("30 guards", "count", "30", "guard", "guard"), ("11", "count", "11", "guard", "guard")]),
        ("30 guards came, another 12 left.", [("30 guards", "count", "30", "guard", "guard"), ("12", "count", "12", "guard", "guard")]),
        ("He counted to 17.", [("17", "bare", "17", None, None)]),
    ],
)
def test_counts(text, quantities):
    assert read(text) == quantities


@pytest.mark.parametrize("text", ["It cost $40.", "It fell 40%.", "It fell 40 percent.", "They walked 40 kilometres.", "They waited 40 days."])
def test_money_shares_units_and_time_are_no_counts(text):
    assert [dimension for _, dimension, *_ in read(text)] not in (["count"], ["bare"], [])


def test_the_value_is_exact():
    (quantity,) = find("They sold 12345678901234567.89 seats.").quantities
    assert quantity.value == quantity.low == quantity.high == Decimal("12345678901234567.89")


@given(st.text(alphabet="a1,.-'$% \no") | st.text())
def test_any_text_is_read_and_spans_slice_to_the_words(text):
    scan = find(text)
    for quantity in scan.quantities:
        assert text[quantity.start : quantity.end] == scan.tokens.quote(quantity.first, quantity.last)
        assert quantity.first <= quantity.core[0] < quantity.core[1] <= quantity.last
