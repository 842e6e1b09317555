"""Which dates are of meetings, who met and where."""

from datetime import date

import pytest

from factdb import extract

DAY = date(2024, 9, 12)
MEETINGS = [
    ("President Ana Ruiz met Kofi Boateng in Accra on Monday.", "Accra", ("Ana Ruiz", "Kofi Boateng")),
    ("The talks between Norway and Chad ended on Friday.", None, ("Norway", "Chad")),
    ("Peru will host the third summit of the Andean Pact in Lima on 4 May 2024.", "Lima", ("Peru",)),
    ("On 5 May 2024 Ana Ruiz will hold talks with Kofi Boateng.", None, ("Ana Ruiz", "Kofi Boateng")),
    ("On 3 June 2024 Ana Ruiz visited Chile.", "Chile", ("Ana Ruiz",)),
    ("On 5 May 2024 Kofi Boateng took part in talks with Chile.", None, ("Kofi Boateng", "Chile")),
    ("Ana B. Ruiz met Kofi Boateng on Monday.", None, ("Ana B. Ruiz", "Kofi Boateng")),
    ("The conference will take place on 7 May 2024 in Quito.", "Quito", ()),
]
OTHERS = [
    "A bomb exploded in Lima on Monday.",
    "The bank was founded in 1951.",
    "Parliament passed the law on 3 June 2024.",
    "The strike began on Tuesday.",
]


def meetings(text):
    """What is read of each meeting of a text."""
    return [claim.fields for claim in extract(text, DAY).claims if claim.kind == "meeting_date"]


@pytest.mark.parametrize(("text", "place", "participants"), MEETINGS)
def test_dates_of_meetings(text, place, participants):
    found = meetings(text)
    assert [(fields["place"], fields["participants"]) for fields in found] == [(place, participants)]
    assert all(fields["event"] for fields in found)


@pytest.mark.parametrize("text", OTHERS)
def test_dates_of_other_events(text):
    assert meetings(text) == []
    assert [claim.kind for claim in extract(text, DAY).claims] == ["event_date"]
