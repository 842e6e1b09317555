"""What lasts how long."""

import pytest

from factdb import extract


@pytest.mark.parametrize(
    ("text", "of", "subject"),
    [
        ("Kari Moe's three-day visit to Lima ended.", "visit to Lima of Kari Moe", "length of Kari Moe's visit to Lima"),
        ("The line was closed for six days.", "line being closed", "time that line was closed"),
        ("The guests are being watched for six days.", "guests being watched", "time that guests are being watched"),
        ("Norte Steel closed the mill for six days.", "Norte Steel closing the mill", "time that Norte Steel closed the mill"),
        ("The strike by the welders lasted 11 weeks.", "strike by the welders", "length of strike by the welders"),
    ],
)
def test_what_lasts_is_told_by_its_noun_or_its_verb(text: str, of: str, subject: str) -> None:
    claim = next(claim for claim in extract(text).claims if claim.kind == "duration")
    assert (claim.fields["of"], claim.subject) == (of, subject)


def test_an_age_behind_a_name_is_that_of_the_person() -> None:
    claim = next(claim for claim in extract("Mayor Kari Moe, 48, has resigned.").claims if claim.kind == "duration")
    assert (claim.fields["of"], claim.subject) == ("Kari Moe", "age of Kari Moe")
