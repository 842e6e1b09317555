"""Which pairs of claims are looked at: those that share a rare word or a value in like surroundings. Near-linear, whatever the order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factdb.checks import words
from factdb.checks.features import Read

Key = tuple[str, ...]

LARGEST = 80
_RARE = 0.55
_SOME = 0.25


def candidates(reads: Sequence[Read]) -> list[tuple[int, int]]:
    """Pairs of positions i < j that share a block, each once, in order. Blocks larger than LARGEST say too little and are passed over."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for at, read in enumerate(reads):
        for key in sorted(set(keys(read))):
            blocks[key].append(at)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= LARGEST:
            found.update(pair for pair in combinations(members, 2) if reads[pair[0]].claim.article != reads[pair[1]].claim.article)
    return sorted(found)


def keys(read: Read) -> Iterator[Key]:
    """The blocks of a claim: a rare word beside it, or a less rare one with its value, each within its kind."""
    group = kind_group(read)
    claim = read.claim
    value = claim.date_start if claim.dated else claim.value if claim.value is not None else claim.low
    for word in read.context.sentence | read.context.names:
        if words.weight(word) >= _RARE:
            yield group, word
            yield group, word, str(read.context.setting.outcome)
        if value is not None and words.weight(word) >= _SOME:
            yield group, word, "=", str(value)


def kind_group(read: Read) -> str:
    """Claims are only compared within a kind; the two kinds of dates are one."""
    return "date" if read.claim.dated else read.claim.kind
