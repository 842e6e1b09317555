"""A verb before an amount, or "up" and "down", gives its direction."""

import pytest

from factdb.mentions.find import find


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The fleet grew by 7 ships.", "up"),
        ("The fleet lost 7 ships.", "down"),
        ("They cut about 70 posts.", "down"),
        ("The index was up 7 points.", "up"),
        ("The fleet grew to 7 ships.", None),
        ("They set up 7 camps.", None),
        ("They saw 7 ships.", None),
        ("Rents fell sharply by 7 percent.", "down"),
        ("Rents grew a further 7 percent.", "up"),
        ("The index ended down 7 points.", "down"),
        ("The index is trending up 7 percent.", "up"),
        ("Tin +7%.", "up"),
        ("They cut the fee for goods by 7 percent.", "down"),
        ("A plan to raise output by 7 tonnes failed.", "up"),
        ("They saw a gain of 7 points.", None),
        ("The index closed lower at 7 points.", None),
        ("The index edged down 7 points.", "down"),
        ("Tin fell by 9 percent, zinc by 7 percent.", "down"),
        ("Tin fell by 9 percent, and zinc was sold by 7 percent.", None),
        ("They need 3+7 ships.", None),
        ("The firm raised 7 million euros from banks.", None),
        ("The firm raised the fee by 7 euros.", "up"),
        ("The crane lifts 7 tonnes.", None),
        ("The toll went up 7 euros.", "up"),
    ],
)
def test_direction(text, direction):
    quantity = find(text).quantities[-1]
    assert quantity.direction == direction


def test_a_move_told_in_two_units_has_one_direction():
    for text in ("The index lost 240 points, or 0.7 percent.", "The level fell 7 miles (11 km)."):
        assert [quantity.direction for quantity in find(text).quantities] == ["down", "down"]
