"""Claims compared two by two: the verdict on each pair, and what speaks for and against their being about one fact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factdb.checks.apart import apart
from factdb.checks.bags import alike
from factdb.checks.features import Read, features, kinship, one_sentence
from factdb.checks.grouping import Pair
from factdb.checks.verdict import AGREES, Verdict, verdict

_ALIKE = 0.15
_WAYS = {"trade_figure": "flow", "change": "direction"}
COPY = 8  # words that two sentences share by no chance
Scored = tuple[Verdict, dict[str, float]]


def compare_all(reads: Sequence[Read], candidates: Iterable[Iterable[Pair]]) -> dict[Pair, Scored]:
    """Verdict and features of each pair that can be compared; in one article only of those that agree. Each bundle of pairs is that of two articles."""
    compared: dict[Pair, Scored] = {}
    stated = [read.claim.stated for read in reads]
    for pairs in candidates:
        bundle: dict[Pair, Scored] = {}
        for i, j in pairs:
            a, b = reads[i], reads[j]
            found = compare(a, b, agreeing=a.claim.article == b.claim.article)
            if found:
                bundle[i, j] = found
        if bundle:
            _rivals(bundle, stated)
            compared.update(bundle)
    return compared


def _rivals(bundle: Mapping[Pair, Scored], stated: Sequence[object]) -> None:
    """Add to each pair's features how much closer the two are than to any claim of another value there, and whether one has a partner of its own value."""
    kin = {pair: kinship(values) for pair, (_, values) in bundle.items()}
    best: dict[int, _Best] = defaultdict(_Best)
    same: dict[int, float] = defaultdict(float)
    for (i, j), (found, values) in bundle.items():
        close = kin[i, j]
        best[i].meet(close, stated[j])
        best[j].meet(close, stated[i])
        if found.equal:
            partner = close + values["telling_value"]
            same[i], same[j] = max(same[i], partner), max(same[j], partner)
    for (i, j), (_, values) in bundle.items():
        over = kin[i, j] - max(best[i].besides(stated[j]), best[j].besides(stated[i]))
        values["margin"] = max(-1.0, min(1.0, over))
        values["partner"] = min(1.0, max(same[i], same[j])) * values["differ"]


class _Best:
    """How close the claims of the other article come to one, the closest of any value and the closest of another: one that repeats a value is no rival."""

    __slots__ = ("first", "second", "value")

    def __init__(self) -> None:
        self.first = self.second = 0.0
        self.value: object = None

    def meet(self, close: float, value: object) -> None:
        if value == self.value:
            self.first = max(close, self.first)
        elif close > self.first:
            self.first, self.second, self.value = close, self.first, value
        elif close > self.second:
            self.second = close

    def besides(self, value: object) -> float:
        """How close the closest one of another value comes."""
        return self.second if value == self.value else self.first


def compare(a: Read, b: Read, *, agreeing: bool = False) -> Scored | None:
    """Verdict and features of two claims; None where they cannot be compared, go in other directions, rank other things or stand in one sentence,
    and where they have to agree and do not.
    """
    if one_sentence(a, b) or _other_way(a, b) or _other_order(a, b) or _other_sort(a, b):
        return None
    found = verdict(a.claim, b.claim, a.context.setting, b.context.setting)
    if found is None or (found.what != AGREES and (agreeing or apart(a, b))):
        return None
    return _sourced(a, b, found), features(a, b, found)


def _sourced(a: Read, b: Read, found: Verdict) -> Verdict:
    """The verdict, with the cause that both only copy one text where they do: two outlets, one witness."""
    words = a.context.sentence.words
    copied = found.equal and len(words) >= COPY and words == b.context.sentence.words and a.claim.article != b.claim.article
    return found._replace(cause="same wire copy") if copied else found


def _other_way(a: Read, b: Read) -> bool:
    """Whether both are trade or both are changes, and tell another flow or direction."""
    name = _WAYS.get(a.claim.kind)
    if name is None or a.claim.kind != b.claim.kind:
        return False
    one, two = a.claim.fields.get(name), b.claim.fields.get(name)
    return one is not None and two is not None and one != two


def _other_order(a: Read, b: Read) -> bool:
    """Whether both rank, and hardly the same thing: small ordinals are too common to tell."""
    return a.claim.kind == b.claim.kind == "rank" and alike(a.context.about, b.context.about) < _ALIKE


def _other_sort(a: Read, b: Read) -> bool:
    """Whether both are vague ("dozens") and of two kinds: nothing but their sort could tie them."""
    return a.claim.modifier == b.claim.modifier == "vague" and a.claim.kind != b.claim.kind
