"""A month's name alone is the month that its clause, its neighbours or the news means."""

from datetime import date

import pytest

from factdb.mentions.find import find


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("It snowed in February.", "2025-02"),
        ("It snowed in December.", "2024-12"),
        ("It opens in September.", "2025-09"),
        ("It will open in March.", "2026-03"),
        ("It opened in July.", "2024-07"),
        ("Oil for delivery in July fell.", "2025-07"),
        ("It snowed last June.", "2024-06"),
        ("The tax cut from August was told of.", "2025-08"),
        ("Tolls fell from August to September.", "2024-08/2024-09"),
        ("Talks planned for March were put off.", "2026-03"),
        ("The flood in August killed two.", "2024-08"),
    ],
)
def test_a_month_alone_is_the_one_that_its_clause_means(text, month):
    assert [t.value for t in find(text, date(2025, 6, 11)).timexes] == [month]
