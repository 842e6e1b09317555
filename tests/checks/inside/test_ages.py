"""Ages against years of birth."""

import pytest
from check_pages import seen


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Reis, 43, born in Porto in 1982, leads the club.", [("age", "holds")]),
        ("Ana Reis, 33, born in Porto in 1982, leads the club.", [("age", "fails")]),
        ("Ana Reis, born in 1882, died at 70 years old.", []),
        ("Ana Reis, 33, born in Porto in 1982, won in 2015.", []),
    ],
)
def test_an_age_follows_from_the_year_of_birth(text: str, told: list[tuple[str, str]]) -> None:
    assert [one for one in seen(text) if one[0] == "age"] == told
