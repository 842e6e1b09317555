"""Anniversaries against years."""

from check_pages import seen


def test_an_anniversary_fits_a_year_of_the_article() -> None:
    assert seen("The bridge of 1955 keeps its 70th anniversary.") == [("anniversary", "holds")]
    assert seen("The bridge of 1956 keeps its 70th anniversary.") == []


def test_the_year_of_a_founding_that_does_not_fit_fails() -> None:
    assert seen("The club, founded in 1950, keeps its 80th anniversary this year.") == [("anniversary", "fails")]
    assert seen("The club, founded in 1950, will keep its 80th anniversary in 2030.") == []
