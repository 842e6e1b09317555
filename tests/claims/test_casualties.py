"""Who is harmed, how and where."""

import pytest

from factdb import extract

HARM = [
    ("A ferry sank off Batu, killing 14 passengers.", "killed", "passengers"),
    ("Twelve villagers were injured when the roof fell.", "injured", "villagers"),
    ("The flood claimed at least 40 lives.", "killed", "people"),
    ("The storm left 9 dead and 31 injured.", "killed", "people"),
    ("The storm left 9 dead and 31 injured.", "injured", "people"),
    ("The toll of the fire climbed to 212.", "killed", "people"),
    ("Six climbers are still missing.", "missing", "climbers"),
    ("Police arrested 27 protesters in Lima.", "detained", "protesters"),
    ("Some 3,000 families fled their homes.", "displaced", "families"),
    ("The murder of five students shocked Oslo.", "killed", "students"),
    ("The city counted 61 cholera cases in May.", "affected", "people"),
    ("The number of villagers whom the fever killed climbed to 75.", "killed", "people"),
    ("Seven sailors have died.", "killed", "sailors"),
    ("Some 80,000 herders were pushed into acute hunger.", "affected", "herders"),
    ("Two wounded sailors died in a clinic.", "killed", "wounded sailors"),
    ("The drought killed or ruined the lives of 80,000 farmers.", "affected", "farmers"),
    ("The drought took the lives of 80 farmers.", "killed", "farmers"),
    ("More than 500 people lost their lives.", "killed", "people"),
    ("Dozens of nurses in Lima are feared to have been hurt.", "injured", "nurses"),
    ("About 300 families in Chad are going hungry.", "affected", "families"),
    ("The quake made 20,000 people homeless.", "displaced", "people"),
    ("The raid killed two hostages, a guard and all nine hostage-takers.", "killed", "hostages"),
    ("The raid killed two hostages, a guard and all nine hostage-takers.", "killed", "hostage-takers"),
    ("Three guards, one hostage and nine hostage-takers were wounded.", "injured", "guards"),
    ("Three guards, one hostage and nine hostage-takers were wounded.", "injured", "hostage"),
    ("Gunmen hold 12 nurses hostage.", "detained", "nurses"),
    ("The gunmen have 12 hostages.", "detained", "hostages"),
    ("A count hinted that 640 may have died.", "killed", "people"),
]
NONE = [
    "The army freed 100 hostages.",
    "The firm hired 40 engineers.",
    "Two gunmen killed a guard.",
    "The storm destroyed 30 houses.",
    "The cold killed 900 sheep.",
    "The bill was killed in 12 days.",
    "About 200 guests came to the dinner.",
    "The injured player returned after three games.",
]


def harmed(text):
    """What is read of each casualty of a text."""
    return [claim.fields for claim in extract(text).claims if claim.kind == "casualty_count"]


@pytest.mark.parametrize(("text", "outcome", "victims"), HARM)
def test_harm_to_people_is_typed(text, outcome, victims):
    assert (outcome, victims) in [(fields["outcome"], fields["victims"]) for fields in harmed(text)]


@pytest.mark.parametrize("text", NONE)
def test_other_counts_are_no_casualties(text):
    assert harmed(text) == []


def test_the_place_stands_behind_the_number_or_in_the_sentence_before():
    assert [fields["place"] for fields in harmed("A mine collapsed in northern Peru on Monday. It killed 14 miners.")] == ["northern Peru"]
    assert [fields["place"] for fields in harmed("The crash killed 14 people near Lima.")] == ["Lima"]


def test_a_place_without_preposition_serves_where_there_is_no_other():
    assert [fields["place"] for fields in harmed("Peru buries its dead. The flood killed 14 people.")] == ["Peru"]


def subject(text: str) -> str | None:
    return next(claim.subject for claim in extract(text).claims if claim.kind == "casualty_count")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A ferry sank off Batu on Monday, killing 14 passengers.", "passengers killed in sinking in Batu"),
        ("In Puno, 40 people died when a mudslide buried a village.", "people killed in mudslide in Puno"),
        ("Six guards were hurt in a Peruvian air raid near Arica.", "guards injured in Peruvian air raid in Arica"),
        ("A ferry sinks off Batu, killing 14 passengers.", "passengers killed in sinking in Batu"),
        ("Balconies collapse off Batu, and 14 passengers died.", "passengers killed in collapse in Batu"),
        ("Rebels killed 14 passengers.", "passengers killed"),
        ("A lorry was striking a bus, killing 14 passengers.", "passengers killed"),
    ],
)
def test_the_subject_tells_what_did_the_harm(text: str, words: str) -> None:
    assert subject(text) == words


def test_a_second_number_shares_the_harm_of_the_first() -> None:
    found = extract("Some 29 people had died in Lima and 17 in Puno.").claims
    assert [(claim.quote, claim.fields["outcome"]) for claim in found] == [("Some 29 people", "killed"), ("17", "killed")]
