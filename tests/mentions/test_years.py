"""Years in figures and words, and figures that only look like years."""

from datetime import date

import pytest

from factdb.mentions.find import find


def values(text):
    return [t.value for t in find(text, date(2025, 6, 11)).timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1998, 2000 and 2004 it froze.", ["1998", "2000", "2004"]),
        ("A 1994 law bans it, as did his 2004 plan.", ["1994", "2004"]),
        ("2016 was a dry year, compared with 2004.", ["2016", "2004"]),
        ("In fiscal year 2019 and FY24 it grew.", ["2019", "2024"]),
        ("In nineteen oh six and in two thousand and twenty it froze.", ["1906", "2020"]),
        ("From 1990-95 and in the 1996-97 season.", ["1990/1995", "1996/1997"]),
        ("The '60s, the 1880s and the nineteen fifties.", ["196", "188", "195"]),
    ],
)
def test_years_are_read(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 2000 soldiers left.",
        "In 2000 homes.",
        "More than 2004 goats.",
        "For 1990 people.",
        "Room 2010 is free.",
        "It cost $2004.",
        "In two thousand homes.",
        "At 1984 Main Street.",
    ],
)
def test_figures_that_count_are_no_years(text):
    assert values(text) == []
