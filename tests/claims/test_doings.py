"""What the counted do and what is done to them."""

import pytest

from factdb import extract


def subject(text: str) -> str | None:
    return next(claim.subject for claim in extract(text).claims if claim.kind == "count")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Some 40 lawyers signed the Oslo pact.", "lawyers signing the Oslo pact"),
        ("More than 40 states have now signed the Oslo pact.", "states that signed the Oslo pact"),
        ("Some 40 states, including Peru, have signed the Oslo pact.", "states that signed the Oslo pact"),
        ("Some 40 boats will take part in the Lima race.", "boats to take part in the Lima race"),
        ("Some 40 nurses in Oslo are paid by the week.", "nurses in Oslo"),
        ("Some 40 sailors managed to reach Lima.", "sailors managing to reach Lima"),
        ("Some 40 farmers bought 300 goats.", "farmers"),
        ("Some 40 mines that belong to Norte have shut.", "mines that belong to Norte"),
    ],
)
def test_what_they_do_stands_behind_their_noun(text: str, phrase: str) -> None:
    assert subject(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Norte Steel has hired 40 welders in Lima.", "welders hired by Norte Steel in Lima"),
        ("Norte Steel plans to hire 40 welders.", "welders to be hired by Norte Steel"),
        ("The Norte mine has 40 welders.", "welders of Norte mine"),
        ("Lima is home to 40 museums.", "museums of Lima"),
        ("Lima saw 40 thefts.", "thefts in Lima"),
        ("A flood came in Lima, ruining 40 houses.", "houses ruined by flood in Lima"),
        ("The Norte board sent 6 guards and 40 doctors.", "guards sent by Norte board"),
    ],
)
def test_what_is_done_to_them_stands_behind_their_noun(text: str, phrase: str) -> None:
    assert subject(text) == phrase


def test_a_list_goes_on_with_the_same_verb() -> None:
    found = extract("Norte Steel sent 6 boats and 40 trucks.").claims
    assert [claim.subject for claim in found] == ["boats sent by Norte Steel", "trucks sent by Norte Steel"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A survey of 40 farmers by Oslo University came out.", "farmers in survey"),
        ("The Norte team, composed of 40 welders, left.", "welders in Norte team"),
        ("Peru's 12-member council met.", "members of Peru's council"),
        ("He told of the wish of 40 farmers in Lima.", "farmers in Lima"),
    ],
)
def test_what_they_make_up_stands_behind_their_noun(text: str, phrase: str) -> None:
    assert subject(text) == phrase
