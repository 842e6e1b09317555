"""Bags of words: sets of base forms, compared by how rare the words are that they share."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from factdb.checks import words


class Bag(NamedTuple):
    """Words that say something, and the sum of the squares of their rarities."""

    words: frozenset[str]
    mass: int


def bag(low: Iterable[str]) -> Bag:
    """The words of a text in base form, without those that say nothing."""
    square = words.squares().__getitem__
    told = frozenset(filter(square, low))
    return Bag(told, sum(map(square, told)))


@lru_cache(maxsize=4096)  # claims of a sentence share its words
def alike(one: Bag, two: Bag) -> float:
    """Weighted cosine of two bags, 0 to 1; sums of whole numbers are the same in whatever order the words come."""
    shared = one.words & two.words
    return sum(map(words.squares().__getitem__, shared)) / (one.mass * two.mass) ** 0.5 if shared else 0.0
