"""Which pairs of claims are looked at: those of two articles of one story, and those that share a value in like surroundings.

Near-linear, whatever the order: two articles are of one story when they share a rare word of headline or lead and are alike enough.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import TypeVar

from factdb.checks import words
from factdb.checks.features import Read, one_story

T = TypeVar("T", bound=Hashable)

ARTICLES = 200
FIGURES = 40
_SOME = 0.25
_GROUPS = {
    "casualty_count": "number",
    "count": "number",
    "trade_figure": "money",
    "money_amount": "money",
    "share": "percent",
    "change": "percent",
    "meeting_date": "date",
    "event_date": "date",
}


def candidates(reads: Sequence[Read]) -> list[tuple[int, int]]:
    """Pairs of positions i < j to be compared, each once, in order."""
    own: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, read in enumerate(reads):
        own[read.claim.article][group(read)].append(at)
    found: set[tuple[int, int]] = set()
    for a, b in stories(reads):
        for kind in own[a].keys() & own[b].keys():
            found.update((min(pair), max(pair)) for pair in product(own[a][kind], own[b][kind]))
    for members in own.values():
        for some in members.values():
            found.update(combinations(some, 2))
    found.update(shared(((at, key) for at, read in enumerate(reads) for key in valued(read)), FIGURES))
    return sorted(found)


def stories(reads: Iterable[Read]) -> Iterator[tuple[str, str]]:
    """Pairs of articles of one story."""
    told = {read.claim.article: read.context.story for read in reads}
    rare = ((article, word) for article, story in sorted(told.items()) for word in story.words if words.rare(word))
    for a, b in shared(rare, ARTICLES):
        if one_story(told[a], told[b]):
            yield a, b


def shared(keyed: Iterable[tuple[T, Hashable]], largest: int) -> set[tuple[T, T]]:
    """Pairs of things that share a key, in the order in which they came; keys of more than `largest` things say too little."""
    blocks: dict[Hashable, list[T]] = defaultdict(list)
    for thing, key in keyed:
        blocks[key].append(thing)
    return {pair for members in blocks.values() if 1 < len(members) <= largest for pair in combinations(dict.fromkeys(members), 2)}


def valued(read: Read) -> Iterator[Hashable]:
    """The value of a claim with each word beside it that says something."""
    claim = read.claim
    value = claim.date_start if claim.dated else claim.value if claim.value is not None else claim.low
    if value is not None:
        for word in read.context.sentence.words | read.context.names.words:
            if words.weight(word) >= _SOME:
                yield group(read), word, value


def group(read: Read) -> str:
    """Claims are only compared within a group of kinds: people killed may be read as people counted, trade as a sum of money."""
    return _GROUPS.get(read.claim.kind, read.claim.kind)
