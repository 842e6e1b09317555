"""Facts out of scored pairs: groups grow from the surest pair on, and a veto keeps apart what one article tells apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import product
from typing import NamedTuple

from factdb.checks.features import Read, one_sentence
from factdb.checks.unions import root_of, unite
from factdb.checks.verdict import AGREES, UPDATES, verdict

Pair = tuple[int, int]


class Pins(NamedTuple):
    """What curators said of pairs of positions i < j: `same` in the order of saying, `different` in any."""

    same: Sequence[Pair] = ()
    different: Set[Pair] = frozenset()


NO_PINS = Pins()


def parts(pairs: Sequence[Pair], pins: Pins) -> Iterator[tuple[list[Pair], Pins]]:
    """The pairs that hang together, with the pins on them: no fact reaches over two parts, so that each can be worked out by itself."""
    root: dict[int, int] = {}
    for i, j in (*pairs, *pins.same):
        unite(root, i, j)
    held: dict[int, tuple[list[Pair], list[Pair]]] = {}
    for which, some in enumerate((pairs, pins.same)):
        for pair in some:
            held.setdefault(root_of(root, pair[0]), ([], []))[which].append(pair)
    for own, same in held.values():
        yield own, Pins(same, pins.different)


def groups(reads: Sequence[Read], sure: Iterable[Pair], scores: Mapping[Pair, float], link: float, pins: Pins = NO_PINS) -> list[list[int]]:
    """Groups of two or more positions, each sorted.

    The sure pairs are joined from the highest score on, when the pairs between the two groups score `link` on
    average and no two claims of one article in the joined group differ. There is no transitive closure without both. What curators pinned as
    one fact is joined first and whatever it scores; what they pinned as two is never joined. The claims come by article and place.
    """
    ordered = sorted(sure, key=lambda pair: (-scores[pair], pair))
    home = {at: [at] for pair in (*ordered, *pins.same) for at in pair}
    for i, j in pins.same:
        _join(home, i, j, pins)
    for i, j in ordered:
        one, two = home[i], home[j]
        if one is not two and _mean(one, two, scores) >= link and not _vetoed(one, two, reads):
            _join(home, i, j, pins)
    seen = {id(group): group for group in home.values() if len(group) > 1}
    return sorted(seen.values())


def _join(home: dict[int, list[int]], i: int, j: int, pins: Pins) -> None:
    """Make one group of two, unless a pin keeps a claim of the one from a claim of the other."""
    one, two = home[i], home[j]
    if one is two or any((min(pair), max(pair)) in pins.different for pair in product(one, two)):
        return
    joined = sorted(one + two)
    for at in joined:
        home[at] = joined


def _mean(one: list[int], two: list[int], scores: Mapping[Pair, float]) -> float:
    return sum(scores.get((min(p), max(p)), 0.0) for p in product(one, two)) / (len(one) * len(two))


def _vetoed(one: list[int], two: list[int], reads: Sequence[Read]) -> bool:
    """Two figures of one article about "the same" thing are mostly two things, unless they can both be true or one is superseded."""
    return any(reads[i].claim.article == reads[j].claim.article and not _compatible(reads[i], reads[j]) for i, j in product(one, two))


def _compatible(a: Read, b: Read) -> bool:
    if one_sentence(a, b):
        return False
    found = verdict(a.claim, b.claim, a.context.setting, b.context.setting)
    if found is None:
        return False
    superseded = found.what == UPDATES and (a.context.setting.revised or b.context.setting.revised)
    return found.what == AGREES or superseded
