"""Sums that a verb takes."""

import pytest

from factdb import extract


def sums(text: str) -> list[tuple[object, str | None]]:
    return [(claim.fields["role"], claim.subject) for claim in extract(text).claims if claim.kind == "money_amount"]


@pytest.mark.parametrize(
    ("text", "role", "subject"),
    [
        ("Norte Steel spent 40 million dollars on ships.", "spending", "Norte Steel's spending on ships"),
        ("The three welders owe 40 million dollars.", "debt", "debt of welders"),
        ("The town plans to borrow 40 million dollars.", "borrowing", "borrowing of town"),
        ("Norte Steel raised 40 million dollars for ships.", "money raised", "money raised by Norte Steel for ships"),
        ("Norte Steel granted the port 40 million dollars.", "grant", "Norte Steel's grant to port"),
        ("Norte Steel asked the port for 40 million dollars.", "request", "Norte Steel's request to port"),
        ("Some 40 million dollars were spent on ships.", "spending", "spending on ships"),
        ("Norte Steel got 40 million dollars in loans.", "loans", "loans of Norte Steel"),
        ("Norte Steel invested 40 million kroner (4 million dollars) in a mill near Puno.", "investment", "Norte Steel's investment in mill"),
    ],
)
def test_the_verb_names_the_sum(text: str, role: str, subject: str) -> None:
    assert sums(text)[0] == (role, subject)


def test_a_verb_that_is_said_once_holds_for_the_next_giver() -> None:
    assert sums("Norway will give 40 million dollars and Peru 2 million dollars.")[1] == ("money given", "money given by Peru")


def test_what_rises_and_what_is_sold_are_named() -> None:
    assert sums("The firm reported a rise in profit to 40 million dollars.")[0][0] == "profit"
    assert sums("The firm sold its mill for 40 million dollars.")[0] == ("price of mill", "price of mill")
    assert sums("Wheat stood at 400 dollars a tonne.")[0][1] == "price of wheat"
