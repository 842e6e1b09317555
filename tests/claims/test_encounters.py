"""Who met whom, where, and what it is called."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.claim import Claim


def met(text: str, title: str | None = None) -> Claim:
    return next(claim for claim in extract(text, date(2024, 3, 5), title).claims if claim.kind == "meeting_date")


@pytest.mark.parametrize(
    ("text", "event", "participants", "place"),
    [
        ("Norwegian Prime Minister Kari Moe met Ines Prado in Lima on Monday.", "meeting of Kari Moe and Ines Prado", ("Kari Moe", "Ines Prado"), "Lima"),
        ("Kari Moe arrived in Lima on Monday.", "visit of Kari Moe to Lima", ("Kari Moe",), "Lima"),
        ("Kari Moe will pay an official visit to Peru on June 3.", "official visit of Kari Moe to Peru", ("Kari Moe",), "Peru"),
        ("The third Summit of the Harbour League was held in Oslo on June 3.", "third Summit of the Harbour League", ("Harbour League",), "Oslo"),
        ("The six-party talks ended on Monday in Oslo.", "six-party talks", (), "Oslo"),
        ("Kari Moe held talks with Peruvian ministers on Monday.", "talks with Peruvian ministers", ("Kari Moe", "Peruvian ministers"), None),
        ("The 14th summit of the Pacific Forum opened in Lima on June 3.", "14th summit of the Pacific Forum", ("Pacific Forum",), "Lima"),
        ("The Friends of Open Peru visited Lima on June 3.", "visit of Friends of Open Peru to Lima", ("Friends of Open Peru",), "Lima"),
        ("The talks between the unions and the Harbour League ended on Monday.", "talks between the unions and the Harbour League", ("Harbour League",), None),
        ("Kari Moe met the Peruvian government on Monday.", "meeting of Kari Moe and Peruvian government", ("Kari Moe", "Peruvian government"), None),
        ("On Monday Norway hosted a special summit.", "special summit", (), "Norway"),
    ],
)
def test_a_meeting_has_a_name_its_parties_and_its_place(text: str, event: str, participants: tuple[str, ...], place: str | None) -> None:
    fields = met(text).fields
    assert (fields["event"], fields["participants"], fields["place"]) == (event, participants, place)


def test_here_is_the_place_of_the_headline() -> None:
    assert met("Kari Moe arrived here Monday for talks.", "Moe in Lima").fields["place"] == "Lima"


def test_who_only_tells_of_a_meeting_takes_no_part() -> None:
    assert met("Kari Moe met Ines Prado on Monday, Juan Roca said.").fields["participants"] == ("Kari Moe", "Ines Prado")
