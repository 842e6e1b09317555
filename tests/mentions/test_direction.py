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
    ],
)
def test_direction(text, direction):
    (quantity,) = find(text).quantities
    assert quantity.direction == direction
