"""Nouns that several currencies share are those of the country named nearest."""

import pytest

from factdb.claims.extract import extract


def units(text):
    return [quantity.unit for quantity in extract(text).quantities]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost 300 pesos.", "MXN"),
        ("The fare in Bogota is 300 pesos.", "COP"),
        ("Chile raised the fare. It is now 300 pesos.", "CLP"),
        ("Jordan pays 40 dinars.", "JOD"),
        ("A room in Dakar costs 9,000 francs.", "XOF"),
    ],
)
def test_the_country_named_nearest_tells_whose_money_it_is(text, unit):
    assert units(text) == [unit]


@pytest.mark.parametrize(("text", "unit"), [("Canada paid $40.", "USD"), ("Egypt paid 40 pounds.", "GBP"), ("Kenya paid 40 Ugandan shillings.", "UGX")])
def test_dollars_pounds_and_what_is_said_stay_as_they_are(text, unit):
    assert units(text) == [unit]
