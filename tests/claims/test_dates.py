"""Which dates are claims, and which only say when a figure holds."""

from datetime import date

import pytest

from factdb import extract

PUBLISHED = date(2025, 6, 11)  # a Wednesday
CLAIMS = [
    ("In March the board approved a loan of 3 million euros.", "March"),
    ("The museum, first opened in 1963, shows 300 paintings.", "1963"),
    ("The treaty took effect last November, when 40 states had signed.", "last November"),
    ("The 1951 earthquake destroyed 40 houses.", "1951"),
    ("Talks on the price of 40 ships collapsed in April.", "April"),
    ("The bank was founded in 1951.", "1951"),
    ("On Monday the council set a limit of 4 million euros.", "Monday"),
]
NONE = [
    ("In 2024, trade reached 3 billion dollars.", "2024"),
    ("As of March 2023 the debt stood at 5 billion euros.", "March 2023"),
    ("The flu killed 75 farmers last year.", "last year"),
    ("On Monday the council set a limit of 4 million euros for 2025.", "2025"),
    ("Stocks fell 4 million barrels in the week ended June 6.", "June 6"),
    ("At 10:15 am the power failed.", "10:15 am"),
    ("Today, the country is a leading grower of tea.", "Today"),
    ("Norte Steel held 41 percent of the market in 2023.", "2023"),
    ("Two years later, in May 2011, the summit took place.", "Two years later"),
    ("The Sunday Courier told of 40 ships.", "Sunday"),
    ("The 3 June movement has 40 members.", "3 June"),
    ("LIMA, June 9 (Andes) -- Prices fell.", "June 9"),
    ("The envoy of Peru spoke to the council of the harbours in Lima. His words follow.\n\nJune 9 (Peru Mission) \u2014 Prices fell.", "June 9"),
]


def dated(text: str) -> list[str]:
    return [claim.quote for claim in extract(text, PUBLISHED).claims if claim.kind.endswith("_date")]


@pytest.mark.parametrize(("text", "quote"), CLAIMS)
def test_the_date_of_what_happened_is_a_claim(text: str, quote: str) -> None:
    assert quote in dated(text)


@pytest.mark.parametrize(("text", "quote"), NONE)
def test_a_date_that_only_says_when_a_figure_holds_is_none(text: str, quote: str) -> None:
    assert quote not in dated(text)
