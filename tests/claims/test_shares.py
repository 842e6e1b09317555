"""Part and whole of shares."""

import pytest

from factdb import extract

PARTS = [
    ("Women hold 31 percent of the seats.", "Women", "seats"),
    ("Zambia accounts for a third of Africa's copper.", "Zambia", "Africa's copper"),
    ("Half of the voters are farmers.", "farmers", "voters"),
    ("The fund bought a 40 percent stake in Harbour Mills.", "stake of fund", "Harbour Mills"),
]


@pytest.mark.parametrize(("text", "part", "whole"), PARTS)
def test_a_share_names_its_part_and_its_whole(text: str, part: str, whole: str) -> None:
    (claim,) = (claim for claim in extract(text).claims if claim.kind == "share")
    assert (claim.fields["part"], claim.fields["whole"]) == (part, whole)


def test_the_subject_of_a_share_can_be_read_alone() -> None:
    (claim,) = extract("Women hold 31 percent of the seats.").claims
    assert claim.subject == "share of women in seats"
