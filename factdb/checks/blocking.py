"""Which pairs of claims are looked at: those of one sort in two articles of which rare words say that they may be of one story.

Near-linear, whatever the order: only articles that share a rare word which few have are looked at together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from math import sqrt
from typing import NamedTuple

from factdb.checks import words
from factdb.checks.bags import Bag
from factdb.checks.features import Read
from factdb.checks.unions import root_of, unite

Pair = tuple[str, str]
Block = tuple[str, Mapping[str, int]]
"""A rare word with the articles that have it, each with the mass of all its words."""

LARGEST = 200
"""A word that more articles share says too little."""

_AKIN = 0.05
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


class Marked(NamedTuple):
    """The rare words of an article's headline, lead and names, and the sum of the squares of their rarities."""

    words: Collection[str]
    mass: int


class Story(NamedTuple):
    """Articles that hang together, and the pairs of them that are akin: no fact reaches over two stories."""

    articles: list[str]
    pairs: list[Pair]


def marked(story: Bag) -> Marked:
    """What an article is found by."""
    rare = [word for word in story.words if words.rare(word)]
    return Marked(rare, sum(words.rarity(word) ** 2 for word in rare))


def akin(blocks: Iterable[Block], fresh: Collection[str]) -> Iterator[Pair]:
    """Pairs of articles a < b with at least one of them fresh, of which the rare words are alike enough.

    A weighted cosine in whole numbers, so that the order of adding changes nothing.
    """
    shared: dict[Pair, int] = defaultdict(int)
    masses: dict[str, int] = {}
    for word, members in blocks:
        if 1 < len(members) <= LARGEST:
            masses |= members
            says = words.rarity(word) ** 2
            for a, b in combinations(sorted(members), 2):
                if a in fresh or b in fresh:
                    shared[a, b] += says
    return (pair for pair, mass in shared.items() if mass >= _AKIN * sqrt(masses[pair[0]] * masses[pair[1]]))


def stories(articles: Iterable[str], pairs: Iterable[Pair], ties: Iterable[Pair] = ()) -> Iterator[Story]:
    """The articles by what hangs together through pairs that are akin, or through other ties."""
    root: dict[str, str] = {article: article for article in articles}
    akin = sorted(pairs)
    for a, b in (*akin, *ties):
        unite(root, a, b)
    found: dict[str, Story] = defaultdict(lambda: Story([], []))
    for article in sorted(root):
        found[root_of(root, article)].articles.append(article)
    for pair in akin:
        found[root_of(root, pair[0])].pairs.append(pair)
    yield from found.values()


def stories_of(reads: Iterable[Read], ties: Iterable[Pair] = ()) -> Iterator[Story]:
    """The stories of the articles of claims that are at hand."""
    held = list(reads)
    return stories({read.claim.article for read in held}, akin_of(held), ties)


def akin_of(reads: Iterable[Read]) -> Iterator[Pair]:
    """The pairs that are akin among the articles of claims that are at hand."""
    told = {read.claim.article: read.context.story for read in reads}
    blocks: dict[str, dict[str, int]] = defaultdict(dict)
    for article, story in told.items():
        one = marked(story)
        for word in one.words:
            blocks[word][article] = one.mass
    return akin(blocks.items(), told)


def candidates(reads: Sequence[Read], pairs: Iterable[Pair]) -> Iterator[list[tuple[int, int]]]:
    """For each article and each two that are akin: the pairs of positions i < j to be compared. The claims come article by article, in order."""
    own: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, read in enumerate(reads):
        own[read.claim.article][group(read)].append(at)
    for sorts in own.values():
        yield [pair for some in sorts.values() for pair in combinations(some, 2)]
    for a, b in pairs:
        yield [pair for sort in own[a].keys() & own[b].keys() for pair in product(own[a][sort], own[b][sort])]


def group(read: Read) -> str:
    """Claims are only compared within a group of kinds: people killed may be read as people counted, trade as a sum of money."""
    return _GROUPS.get(read.claim.kind, read.claim.kind)
