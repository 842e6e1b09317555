"""How far the words of a unit go: names in any number of words, symbols as written, one unit per another."""

import pytest

from factdb.mentions.unit_phrases import unit_at
from factdb.text.tokens import Tokens


def unit(text):
    tokens = Tokens(text)
    found = unit_at(tokens.words, 1, True)
    return found and (tokens.quote(1, found[0]), found[1])


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        ("40 nautical miles off", "nautical miles", "[nmi_i]"),
        ("7 light years away", "light years", "[ly]"),
        ("7 light-years away", "light-years", "[ly]"),
        ("12 millilitres of ink", "millilitres", "mL"),
        ("12 milliliters of ink", "milliliters", "mL"),
        ("3 kilowatt-hours", "kilowatt-hours", "kW.h"),
        ("90 cubic feet per second", "cubic feet per second", "[ft_i]3/s"),
        ("60 kilometres an hour", "kilometres an hour", "km/h"),
        ("5 mg/kg", "mg/kg", "mg/kg"),
        ("8 km²", "km²", "km2"),
        ("3 GHZ", "GHZ", "GHz"),
        ("3 Mbps", "Mbps", "Mbit/s"),
        ("20 pounds per square inch", "pounds per square inch", "[psi]"),
        ("2 µg", "µg", "ug"),
    ],
)
def test_the_longest_unit_is_taken(text, quote, code):
    assert unit(text) == (quote, code)


@pytest.mark.parametrize("text", ["4 pm", "9 in the box", "2016 Stone", "12m34", "5 Mary", "3 a day"])
def test_what_is_no_unit(text):
    assert unit(text) is None


def test_a_symbol_stands_only_behind_a_figure():
    assert unit_at(Tokens("five g").words, 1, False) is None
