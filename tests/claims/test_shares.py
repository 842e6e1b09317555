"""Part and whole of shares."""

import pytest

from factdb import extract

PARTS = [
    ("Women hold 31 percent of the seats.", "women", "seats"),
    ("Zambia accounts for a third of Africa's copper.", "Zambia", "Africa's copper"),
    ("Half of the voters are farmers.", "farmers", "voters"),
    ("The fund bought a 40 percent stake in Harbour Mills.", "fund's stake", "Harbour Mills"),
]


@pytest.mark.parametrize(("text", "part", "whole"), PARTS)
def test_a_share_names_its_part_and_its_whole(text: str, part: str, whole: str) -> None:
    (claim,) = (claim for claim in extract(text).claims if claim.kind == "share")
    assert (claim.fields["part"], claim.fields["whole"]) == (part, whole)


def test_the_subject_of_a_share_can_be_read_alone() -> None:
    (claim,) = extract("Women hold 31 percent of the seats.").claims
    assert claim.subject == "share of women in seats"


@pytest.mark.parametrize(
    ("text", "part", "whole", "subject"),
    [
        ("Peru produces a third of the world's tin.", "Peru", "world's tin", "Peru's share of world's tin"),
        ("Norte Steel bought a 40-percent stake in the Puno mill.", "Norte Steel's stake", "Puno mill", "Norte Steel's stake in Puno mill"),
        ("Half of the sailors are Danes.", "Danes", "sailors", "share of Danes in sailors"),
        ("A third of the voters rejected the Oslo pact.", "voters rejecting the Oslo pact", "voters", "share of voters rejecting the Oslo pact"),
        ("One in five thefts involved a knife.", "thefts involving a knife", "thefts", "share of thefts involving a knife"),
        ("Two thirds of those asked stayed away.", "those asked staying", "those asked", "share of those asked staying"),
        ("The inns had an occupancy rate of 74 percent.", "occupancy rate", None, "occupancy rate of inns"),
        ("Peru will raise the income tax from 15 percent to 17 percent.", "income tax", None, "income tax"),
        ("The poll has a margin of error of 3 percent.", "margin of error", None, "margin of error of poll"),
        ("Peru's share of tin exports fell to 17 percent.", "Peru", "tin exports", "Peru's share of tin exports"),
        ("Detectives solved 52 percent of the thefts.", "thefts solved by detectives", "thefts", "share of thefts solved by detectives"),
        ("Iceland drew 55 percent of its power from wind.", None, "Iceland's power", "share of Iceland's power from wind"),
    ],
)
def test_part_and_whole(text: str, part: str | None, whole: str | None, subject: str) -> None:
    claim = next(claim for claim in extract(text).claims if claim.kind == "share")
    assert (claim.fields["part"], claim.fields["whole"], claim.subject) == (part, whole, subject)


def test_a_list_of_shares_keeps_its_whole() -> None:
    found = extract("Banks hold 40 percent of the debt, insurers 12 percent.").claims
    assert [claim.subject for claim in found] == ["share of banks in debt", "share of insurers in debt"]
    found = extract("Only 62 percent of girls passed the test, compared with 71 percent of boys.").claims
    assert [claim.subject for claim in found] == ["share of girls passing the test", "share of boys passing the test"]
