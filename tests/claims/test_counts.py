"""What is counted, and what only looks like it."""

import pytest

from factdb import extract

COUNTS = [
    ("The firm hired 40 engineers.", "engineer"),
    ("The firm shut two separate mines.", "mine"),
    ("Three of the league's mines closed.", "mine"),
    ("Dozens of farmers blocked the road.", "farmer"),
    ("The 12-member council sat down.", "member"),
    ("Peru has a population of 34 million.", "inhabitant"),
    ("The mayor was charged with 56 others.", "person"),
    ("The rally drew thousands.", "person"),
    ("Some 15 members of the league left.", "member of league"),
]
NONE = ["The three parties agreed.", "The six-way talks failed.", "Oslo built a two-storey house.", "The train leaves at 1830 GMT.", "She came five times."]


def counted(text: str) -> list[str | tuple[str, ...] | None]:
    return [claim.fields["item"] for claim in extract(text).claims if claim.kind == "count"]


@pytest.mark.parametrize(("text", "item"), COUNTS)
def test_the_item_is_the_counted_noun_in_the_singular(text: str, item: str) -> None:
    assert counted(text) == [item]


@pytest.mark.parametrize("text", NONE)
def test_parties_named_before_labels_and_occasions_are_no_counts(text: str) -> None:
    assert counted(text) == []


def test_a_number_without_a_noun_counts_the_same_as_the_one_before_it() -> None:
    assert counted("The yard built 300 ships in May and 212 a year before.") == ["ship", "ship"]
    assert counted("Some 40 sailors were on board. Fourteen swam ashore.") == ["sailor", "sailor"]
