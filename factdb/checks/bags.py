"""Bags of words: sets of base forms, compared by how rare the words are that they share."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from factdb.checks import words


class Bag(NamedTuple):
    """Words that say something, and the sum of the squares of their weights."""

    words: frozenset[str]
    mass: float


def bag(low: Iterable[str]) -> Bag:
    """The words of a text in base form, without those that say nothing."""
    told = frozenset(filter(words.telling, low))
    return Bag(told, mass(told))


def mass(some: Iterable[str]) -> float:
    return sum(map(words.square, some))


@lru_cache(maxsize=4096)  # claims of a sentence share its words
def alike(one: Bag, two: Bag) -> float:
    """Weighted cosine of two bags, 0 to 1."""
    shared = one.words & two.words
    return mass(shared) / (one.mass * two.mass) ** 0.5 if shared else 0.0
