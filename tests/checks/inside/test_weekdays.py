"""A weekday beside a date."""

import pytest
from check_pages import findings, seen


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
    assert findings("They met on Wednesday 5 June.", published_on=None) == []
