"""Claims compared two by two: the verdict on each pair, and what speaks for and against their being about one fact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factdb.checks.features import Read, features, kinship, one_sentence
from factdb.checks.grouping import Pair
from factdb.checks.statement import Statement
from factdb.checks.verdict import AGREES, Verdict, verdict

Scored = tuple[Verdict, dict[str, float]]


def compare_all(reads: Sequence[Read], candidates: Iterable[Iterable[Pair]]) -> dict[Pair, Scored]:
    """Verdict and features of each pair that can be compared; in one article only of those that agree. Each bundle of pairs is that of two articles."""
    compared: dict[Pair, Scored] = {}
    for pairs in candidates:
        bundle: dict[Pair, Scored] = {}
        for i, j in pairs:
            a, b = reads[i], reads[j]
            found = compare(a, b)
            if found and (found[0].what == AGREES or a.claim.article != b.claim.article):
                bundle[i, j] = found
        _rivals(bundle)
        compared.update(bundle)
    return compared


def _rivals(bundle: Mapping[Pair, Scored]) -> None:
    """Add to each pair's features how much closer the two are than any other claims of their articles, and whether one has a partner of its own value there."""
    kin = {pair: kinship(values) for pair, (_, values) in bundle.items()}
    best: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    same: dict[int, float] = defaultdict(float)
    for pair, (found, values) in bundle.items():
        close = kin[pair]
        for at in pair:
            high, low = best[at]
            if close > high:
                best[at] = close, high
            elif close > low:
                best[at] = high, close
            if found.what == AGREES:
                same[at] = max(same[at], close + values["telling_value"])
    for pair, (_, values) in bundle.items():
        over = min(kin[pair] - (low if kin[pair] == high else high) for high, low in (best[at] for at in pair))
        values["margin"] = max(-1.0, min(1.0, over))
        values["partner"] = min(1.0, max(same[at] for at in pair)) * values["differ"]


def compare(a: Read, b: Read) -> Scored | None:
    """Verdict and features of two claims; None where they cannot be compared, go in other directions or stand in one sentence."""
    if one_sentence(a, b) or _other(a.claim, b.claim, "flow") or _other(a.claim, b.claim, "direction"):
        return None
    found = verdict(a.claim, b.claim, a.context.setting, b.context.setting)
    return None if found is None else (found, features(a, b, found))


def _other(a: Statement, b: Statement, name: str) -> bool:
    """Whether both name a field and name it differently."""
    one, two = a.fields.get(name), b.fields.get(name)
    return one is not None and two is not None and one != two
