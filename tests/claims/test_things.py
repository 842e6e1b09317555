"""What a figure is about, as a phrase."""

import pytest

from factdb import extract


def of(text: str, kind: str) -> object:
    return next(claim.fields["of"] for claim in extract(text).claims if claim.kind == kind)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("China is Peru's second-largest partner in Asia.", "Peru's partners in Asia"),
        ("They met at the third Forum on Harbours and Ports.", "Forum on Harbours and Ports"),
        ("It was her first visit to Lima.", "visits to Lima"),
        ("Norway ranked third in the northern league.", "northern league"),
        ("Norway came second out of 84 fishing nations.", "fishing nations"),
        ("Norway is the third largest exporter of fish.", "exporters of fish"),
    ],
)
def test_a_rank_is_among_its_like(text: str, phrase: str) -> None:
    assert of(text, "rank") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The 12-day siege of Puno ended.", "siege of Puno"),
        ("The bond carries a 12-year lock-up period.", "lock-up period of bond"),
        ("Kari Moe's three-day visit to Lima ended.", "visit to Lima of Kari Moe"),
        ("It has a lifetime of 18 years.", "lifetime"),
    ],
)
def test_a_length_of_time_is_of_what_lasts(text: str, phrase: str) -> None:
    assert of(text, "duration") == phrase
