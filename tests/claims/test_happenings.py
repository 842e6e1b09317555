"""How an event is worded."""

from datetime import date

import pytest

from factdb import extract


def event(text: str) -> object:
    return next(claim.fields["event"] for claim in extract(text, date(2024, 3, 5)).claims if claim.kind == "event_date")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The June 3 earthquake destroyed the mill.", "earthquake"),
        ("Monday's blast at the mill broke windows.", "blast"),
        ("The riots of June 2021 emptied the shops.", "riots"),
        ("The Peruvian parliament approved the harbour law on Monday.", "approval of harbour law by Peruvian parliament"),
        ("The mill, founded in 1951, makes paper.", "founding of mill"),
        ("The bank was founded in 1951.", "founding of bank"),
        ("Fighting broke out on June 3, 2021.", "outbreak of Fighting"),
        ("The gas explosion happened on Monday.", "gas explosion"),
        ("Norte on Monday bought a paper mill in Puno.", "Norte buys paper mill in Puno"),
        ("Peru and Chile signed a fishing pact on Monday.", "signing of fishing pact by Peru and Chile"),
        ("Oslo will hold a referendum on June 3.", "referendum"),
        ("President Ines Prado opened a harbour on Monday.", "opening of harbour by Ines Prado"),
        ("The fire department said on Monday that it was over.", "statement by fire department"),
    ],
)
def test_an_event_is_a_short_phrase(text: str, phrase: str) -> None:
    assert event(text) == phrase


def test_a_saying_has_no_place_and_an_incident_has_that_of_the_sentence_before() -> None:
    found = extract("A mill stands in Puno. An explosion shook it on Monday, officials in Lima said on Tuesday.", date(2024, 3, 5)).claims
    assert [claim.fields["place"] for claim in found][-1] is None
