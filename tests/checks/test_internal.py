"""What one article says against itself or the calendar."""

from datetime import date
from decimal import Decimal

import pytest

from factdb.checks.finding import Finding
from factdb.checks.internal import internal
from factdb.checks.statement import Statement
from factdb.text.article import Article


def found(text: str, *counts: tuple[str, int], published_on: date | None = date(2025, 6, 10)) -> list[Finding]:
    claims = []
    for quote, value in counts:
        start, amount = text.index(quote), Decimal(value)
        claims.append(Statement("a", start, start + len(quote), quote, "count", amount, amount, amount, "exact"))
    return internal(Article("a", text, published_on=published_on), claims)


def seen(text: str, *counts: tuple[str, int]) -> list[tuple[str, str]]:
    return [(finding.check, finding.verdict) for finding in found(text, *counts)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("They met on Wednesday 4 June at the port.", "holds"),
        ("They met on Wednesday 5 June at the port.", "fails"),
        ("They met on Friday, June 6, 2025.", "holds"),
        ("They met on Friday, June 6, 2024.", "fails"),
        ("They met on Tuesday, 31st of December.", "holds"),
    ],
)
def test_a_weekday_beside_a_date(text: str, verdict: str) -> None:
    assert seen(text) == [("weekday", verdict)]


@pytest.mark.parametrize(
    "text", ["They met on Monday. June 3 was quiet.", "They meet from Monday, June 2 to 5.", "On Tuesday 31 June they met.", "They met on Monday."]
)
def test_no_weekday_is_read_where_the_words_leave_room(text: str) -> None:
    assert seen(text) == []


def test_without_a_year_and_a_day_of_publication_nothing_is_said() -> None:
    assert found("They met on Wednesday 5 June.", published_on=None) == []


def test_parts_that_add_up_hold() -> None:
    assert seen("Our 17 rowers, ten from Oslo and seven from Bergen, came home.", ("17 rowers", 17), ("ten", 10), ("seven", 7)) == [("sum", "holds")]


def test_parts_that_need_not_be_complete_are_no_finding() -> None:
    assert seen("Our 17 rowers, ten from Oslo and five from Bergen, came home.", ("17 rowers", 17), ("ten", 10), ("five", 5)) == []


def test_a_complete_list_that_does_not_add_up_fails() -> None:
    assert seen("Our 17 rowers: ten from Oslo and five from Bergen.", ("17 rowers", 17), ("ten", 10), ("five", 5)) == [("sum", "fails")]


def test_an_anniversary_fits_a_year_of_the_article() -> None:
    assert seen("The bridge of 1955 keeps its 70th anniversary.") == [("anniversary", "holds")]
    assert seen("The bridge of 1956 keeps its 70th anniversary.") == []
