"""Long lists in portions: an engine takes only so many parameters (SQLite some 32,000), and nobody need hold all rows at once."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def portions(items: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """The items in order, at most `size` at a time."""
    return (items[at : at + size] for at in range(0, len(items), size))
