"""Two figures that differ do not clash where the words keep them apart."""

from datetime import date

import pytest

from factdb.checks.apart import apart
from factdb.checks.facts import read_all
from factdb.checks.features import Read
from factdb.checks.statement import from_dict
from factdb.claims.extract import extract
from factdb.text.article import Article

SUNDAY, FRIDAY = date(2025, 6, 1), date(2025, 6, 6)


def read(name: str, day: date, text: str, quote: str) -> Read:
    article = Article(name, text, None, day)
    claims = [from_dict(name, claim) for claim in extract(text, day, None).as_dict()["claims"]]
    return next(read for read in read_all(claims, [article]) if quote in read.claim.quote)


@pytest.mark.parametrize(
    ("one", "its", "two", "whose", "cause"),
    [
        ("The fire in Tarrafal killed 12 people.", "12 people", "The blaze in Linz killed 15 people.", "15 people", "another story"),
        ("The fire in Tarrafal killed 12 people.", "12 people", "The fire in Tarrafal injured 15 people.", "15 people", "other outcome"),
        ("The fire in Tarrafal killed 12 people.", "12 people", "Two fires in Tarrafal killed 15 people.", "15 people", "other scope: several"),
        ("The Aurelia fire in Tarrafal killed 12 people.", "12 people", "The Aurelia fire in Ribadeo killed 15 people.", "15 people", "other place"),
        ("In 2021, 410 pilots joined Aerolinha.", "410 pilots", "In 2023, 530 pilots joined Aerolinha.", "530 pilots", "other period"),
        ("Cho will visit Peru and Chile from June 9 to 20.", "June 9 to 20", "Cho will visit Peru from June 9 to 11.", "June 9 to 11", "other scope"),
        ("Aurelia had winds of 95 kilometers per hour.", "95", "Aurelia had winds of 140 kilometers per hour.", "140", "other time: speeds"),
    ],
)  # fmt: skip
def test_the_words_keep_two_figures_apart(one: str, its: str, two: str, whose: str, cause: str) -> None:
    a, b = read("one", SUNDAY, one, its), read("two", FRIDAY, two, whose)
    assert (apart(a, b) or "").startswith(cause)
    assert apart(a, b) == apart(b, a)


def test_a_figure_of_a_day_that_the_other_article_does_not_reach_is_of_another_event() -> None:
    before = read("one", SUNDAY, "The flood in Tarrafal left 40 houses in ruins.", "40 houses")
    later = read("two", date(2025, 6, 20), "On June 9, 52 houses in Tarrafal were hit by a flood.", "52 houses")
    assert apart(before, later) == "other period"


def test_one_thing_told_with_two_figures_is_not_kept_apart() -> None:
    a = read("one", SUNDAY, "Some 12 firms have put in bids for the harbour of Tarrafal.", "12 firms")
    b = read("two", FRIDAY, "For the harbour of Tarrafal 17 firms have put in bids.", "17 firms")
    assert apart(a, b) is None
