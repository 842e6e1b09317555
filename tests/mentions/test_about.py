"""What a figure is about is named in the words of the text."""

import pytest

from factdb.mentions.find import find


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Sales of copper rose by 7 points.", "Sales copper"),
        ("Last week, but the old port lost 7 ships.", "old port"),
        ("About 7 ships in all.", None),
    ],
)
def test_about(text, of):
    (quantity,) = find(text).quantities
    assert quantity.of == of
