"""How a figure or date is meant, in sentences as news writes them."""

from datetime import date

import pytest

from factdb import extract

PUBLISHED = date(2025, 6, 11)  # a Wednesday
STANCES = [
    ("Exports rose 5 percent in May.", "asserted"),
    ("The firm built 40 ships last year.", "asserted"),
    ("Officials said 14 sailors died.", "asserted"),
    ("The storm killed not only 14 sailors.", "asserted"),
    ("The cause was not known and 14 sailors were hurt.", "asserted"),
    ("It was a storm not seen since 1951.", "asserted"),
    ("He hoped for peace when 14 sailors died.", "asserted"),
    ("The talks on Monday were aimed at peace.", "asserted"),
    ("She planned the bridge, which cost 5 million euros.", "asserted"),
    ("The firm will build 40 ships.", "planned"),
    ("The firm plans to build 40 ships.", "planned"),
    ("The ministry has agreed to spend 5 million euros.", "planned"),
    ("The ministry said it would hire 400 nurses.", "planned"),
    ("Some 400 nurses will be hired.", "planned"),
    ("The ministry pledged 5 million euros.", "planned"),
    ("The bank set a target of 5 percent.", "planned"),
    ("The king is to open 3 schools.", "planned"),
    ("The summit is scheduled for June 20.", "planned"),
    ("The two leaders meet in Oslo on June 20.", "planned"),
    ("Prices will rise 5 percent next year.", "forecast"),
    ("Inflation will be 5 percent.", "forecast"),
    ("The bank expects growth of 5 percent.", "forecast"),
    ("Trade is expected to reach 8 billion dollars.", "forecast"),
    ("The bank forecasts that prices will fall 2 percent.", "forecast"),
    ("Some 4,000 visitors are expected.", "forecast"),
    ("The bank's forecast of 5 percent stands.", "forecast"),
    ("Trade is likely to exceed 8 billion dollars.", "forecast"),
    ("The dam could cost 8 billion dollars.", "hypothetical"),
    ("Prices might rise 5 percent.", "hypothetical"),
    ("As many as 600 people may have died.", "hypothetical"),
    ("If the dam breaks, the flood would reach 40 villages.", "hypothetical"),
    ("The firm asked whether 40 ships were enough.", "hypothetical"),
    ("The firm did not pay 40 million euros.", "denied"),
    ("The ministry denied that 14 sailors died.", "denied"),
    ("The firm denied paying 40 million euros.", "denied"),
    ("The army rejected reports that 40 rebels had escaped.", "denied"),
    ("The tax will not exceed 5 percent.", "denied"),
    ("The firm has never sold 40 ships.", "denied"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_words_around_a_figure_say_how_it_is_meant(text: str, stance: str) -> None:
    assert [claim.stance for claim in extract(text, PUBLISHED).claims][-1] == stance


def test_each_figure_of_a_sentence_has_its_own_stance() -> None:
    text = "Exports will reach 5 billion dollars, and imports fell 3 percent."
    assert [claim.stance for claim in extract(text, PUBLISHED).claims] == ["forecast", "asserted"]


def test_the_word_that_shows_a_stance_is_told() -> None:
    (claim,) = extract("The bank expects growth of 5 percent.", PUBLISHED).claims
    assert [feature.says for feature in claim.features if feature.name == "stance.forecast"] == ["It is told as a forecast: “expects”."]
