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
        ("Some 40 welders were in Tarrafal.", "40 welders", "The fire in Tarrafal killed 15 welders.", "15 welders", "other scope: people"),
        ("Tarrafal has 40 ferries.", "40 ferries", "Tarrafal has 52 lighthouses.", "52 lighthouses", "other definition"),
        ("In 2021, 410 pilots joined Aerolinha.", "410 pilots", "In 2023, 530 pilots joined Aerolinha.", "530 pilots", "other period"),
        ("Cho will visit Peru and Chile from June 9 to 20.", "June 9 to 20", "Cho will visit Peru from June 9 to 11.", "June 9 to 11", "other scope"),
        ("Cho will begin a state visit to Peru on June 9.", "June 9", "Cho will hold talks in Peru on June 11.", "June 11", "other event: a journey"),
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


def test_the_toll_of_an_earlier_incident_does_not_clash() -> None:
    a = read("one", SUNDAY, "A fire hit the Tarrafal mill on Saturday. At least 12 people died.", "12 people")
    b = read("two", FRIDAY, "A fire hit the Tarrafal mill on Tuesday. At least 15 people died.", "15 people")
    assert apart(a, b) in ("other incident: one came days after the other", "other period")


def test_the_month_of_a_single_blast_is_that_of_its_day() -> None:
    a = read("one", SUNDAY, "The Tarrafal blast on March 4 killed 12 people.", "12 people")
    b = read("two", FRIDAY, "The Tarrafal blast in March killed 14 people.", "14 people")
    assert apart(a, b) is None


def test_the_number_of_a_resolution_is_no_year() -> None:
    a = read("one", SUNDAY, "Resolution 1871 names the Tarrafal blast, which killed 12 people.", "12 people")
    b = read("two", FRIDAY, "The Tarrafal blast of 2025 killed 15 people.", "15 people")
    assert apart(a, b) is None


@pytest.mark.parametrize(("whole", "cause"), [(13, "other scope: the rest, and all"), (11, None), (45, None)])
def test_others_are_a_few_less_than_all(whole: int, cause: str | None) -> None:
    a = read("one", SUNDAY, "The fire in Tarrafal killed the mayor and 12 others.", "12")
    b = read("two", FRIDAY, f"The fire in Tarrafal killed {whole} people.", f"{whole} people")
    assert apart(a, b) == cause
    assert apart(b, a) == cause


def test_a_toll_of_all_clashes_with_how_many_were_there() -> None:
    a = read("one", SUNDAY, "Some 40 welders were in the Tarrafal dock.", "40 welders")
    b = read("two", FRIDAY, "The fire in the Tarrafal dock killed all 15 welders.", "15 welders")
    assert apart(a, b) is None


def test_one_thing_told_with_two_figures_is_not_kept_apart() -> None:
    a = read("one", SUNDAY, "Some 12 firms have put in bids for the harbour of Tarrafal.", "12 firms")
    b = read("two", FRIDAY, "For the harbour of Tarrafal 17 firms have put in bids.", "17 firms")
    assert apart(a, b) is None
