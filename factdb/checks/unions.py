"""What hangs together: things united two by two, each set known by its least member."""

from typing import TypeVar

T = TypeVar("T", str, int)


def unite(root: dict[T, T], one: T, other: T) -> None:
    """Make one set of those of two things; `root` maps each thing towards the least of its set."""
    one, other = root_of(root, one), root_of(root, other)
    root[max(one, other)] = min(one, other)


def root_of(root: dict[T, T], at: T) -> T:
    """The least thing that hangs together with one; the way to it is shortened for the next time."""
    while root.setdefault(at, at) != at:
        root[at] = root[root[at]]
        at = root[at]
    return at
