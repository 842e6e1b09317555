"""On which day what harmed people happened, for the figures told beside it."""

from datetime import date

import pytest

from factdb.checks.context import Context
from factdb.checks.facts import read_all
from factdb.checks.incidents import days_after
from factdb.checks.statement import from_dict
from factdb.claims.extract import extract
from factdb.text.article import Article

TOLD = date(2025, 6, 6)


def context(text: str, quote: str) -> Context:
    article = Article("a", text, None, TOLD)
    claims = [from_dict("a", claim) for claim in extract(text, TOLD, None).as_dict()["claims"]]
    return next(read.context for read in read_all(claims, [article]) if quote in read.claim.quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A fire at the Tarrafal mill on June 2 killed 12 people.", "12 people"),
        ("A fire hit the Tarrafal mill on June 2. It killed 12 people.", "12 people"),
        ("Police said on Thursday that the fire at the mill on June 2 had killed 12 people.", "12 people"),
        ("A fire killed 12 people in Tarrafal. The mayor wept. The fire broke out on June 2.", "12 people"),
    ],
)
def test_a_toll_is_of_the_day_of_its_incident(text: str, quote: str) -> None:
    assert context(text, quote).happened == (date(2025, 6, 2), date(2025, 6, 2))


@pytest.mark.parametrize("text", ["The concert on June 2 drew 900 people.", "Aerolinha has 900 people. The mill closed on June 2."])
def test_where_nothing_harmed_people_no_day_is_known(text: str) -> None:
    assert context(text, "900 people").happened is None


def test_a_day_off_is_no_other_incident() -> None:
    first, second, third = ((date(2025, 6, day), date(2025, 6, day)) for day in (2, 3, 4))
    assert days_after(third, first)
    assert not days_after(second, first)
    assert not days_after(first, third)
    assert not days_after(None, first)


def test_the_trapped_are_missing() -> None:
    assert context("The fire at the Tarrafal mill trapped 12 welders.", "12 welders").setting.outcome == "missing"
    assert context("Rebels hold 12 welders hostage in Tarrafal.", "12 welders").setting.outcome == "detained"
