"""Which dates are of meetings, who met and where."""

from datetime import date

import pytest

from factdb.claims import meetings
from factdb.mentions.find import find

DAY = date(2024, 9, 12)
MEETINGS = [
    ("President Ana Ruiz met Kofi Boateng in Accra on Monday.", "Accra", ("Ana Ruiz", "Kofi Boateng")),
    ("The talks between Norway and Chad ended on Friday.", None, ("Norway", "Chad")),
    ("Peru will host the third summit of the Andean Pact in Lima on 4 May 2024.", "Lima", ("Peru", "Andean Pact")),
    ("On 3 June 2024 Ana Ruiz visited Chile.", None, ("Ana Ruiz", "Chile")),
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


@pytest.mark.parametrize(("text", "place", "participants"), MEETINGS)
def test_dates_of_meetings(text, place, participants):
    scan = find(text, DAY)
    found = [read for timex in scan.timexes if (read := meetings.read(scan, timex))]
    assert [(read.place, read.participants) for read in found] == [(place, participants)]
    assert all(read.event for read in found)


@pytest.mark.parametrize("text", OTHERS)
def test_dates_of_other_events(text):
    scan = find(text, DAY)
    assert scan.timexes
    assert [meetings.read(scan, timex) for timex in scan.timexes] == [None] * len(scan.timexes)
