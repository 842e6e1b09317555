"""Facts: claims about the same thing, brought together over articles, with a verdict for every pair."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Any

from factdb.checks.blocking import candidates
from factdb.checks.context import Reader
from factdb.checks.features import Read, features, probability
from factdb.checks.grouping import Pair, groups
from factdb.checks.statement import Statement
from factdb.checks.verdict import AGREES, CONFLICTS, Verdict, verdict
from factdb.checks.weights import LINK, RIVAL, SAME, WEIGHTS
from factdb.text.article import Article

# Prices, winds and speeds differ from hour to hour: two that differ are mostly two readings.
MOVING = ("money_amount", "measurement")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two claims of a fact by their positions in it, their verdict, how sure it is that they are about one fact, and why."""

    a: int
    b: int
    verdict: Verdict
    score: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims about the same thing in the order of articles' days, and every pair of them that can be compared."""

    id: str
    reads: tuple[Read, ...]
    pairs: tuple[Compared, ...]

    @property
    def conflicts(self) -> int:
        return sum(pair.verdict.what == CONFLICTS for pair in self.pairs)

    def as_dict(self, names: Mapping[str, str]) -> dict[str, Any]:
        """The fact as `factdb facts --json` writes it; `a` and `b` are positions in `claims`, `names` gives the source's name of a stored article."""
        return {"id": self.id, "claims": [_claim(read, names) for read in self.reads], "pairs": [_pair(pair) for pair in self.pairs]}


def facts(claims: Iterable[Statement], articles: Iterable[Article]) -> list[Fact]:
    """The facts that two or more of the claims are about, most disputed first. The order of claims and articles changes nothing."""
    reads = read_all(claims, articles)
    scores = score_all(reads)
    found = [_fact([reads[at] for at in group]) for group in groups(reads, scores, SAME, LINK)]
    return sorted(found, key=lambda fact: (-fact.conflicts, fact.id))


def read_all(claims: Iterable[Statement], articles: Iterable[Article]) -> list[Read]:
    """Every claim with its context, sorted by article and place; each article is cut into tokens once."""
    by_id = {article.id: article for article in articles}
    readers: dict[str, Reader] = {}
    reads = []
    for claim in sorted(claims, key=lambda claim: (*claim.key, claim.kind)):
        if claim.article not in readers:
            readers = {claim.article: Reader(by_id[claim.article])}
        reads.append(Read(claim, readers[claim.article].context(claim)))
    return reads


def score_all(reads: Sequence[Read]) -> dict[Pair, float]:
    """How likely each candidate pair is about one fact; a pair that differs counts less when either side has a better partner in the other's article."""
    scores: dict[Pair, float] = {}
    differ: list[Pair] = []
    best: dict[tuple[int, str], float] = {}
    for i, j in candidates(reads):
        compared = compare(reads[i], reads[j])
        if compared:
            scores[i, j] = compared[1]
            for at, other in ((i, j), (j, i)):
                partner = at, reads[other].claim.article
                best[partner] = max(best.get(partner, 0.0), compared[1])
            if compared[0].what != AGREES:
                differ.append((i, j))
    for i, j in differ:
        if reads[i].claim.kind in MOVING or scores[i, j] < max(best[i, reads[j].claim.article], best[j, reads[i].claim.article]):
            scores[i, j] *= RIVAL
    return scores


def compare(a: Read, b: Read) -> tuple[Verdict, float, dict[str, float]] | None:
    """Verdict, probability of one fact, and features of two claims; None where they cannot be compared."""
    found = verdict(a.claim, b.claim, a.context.setting, b.context.setting)
    if found is None:
        return None
    values = features(a, b, found)
    return found, probability(values, WEIGHTS), values


def _fact(members: list[Read]) -> Fact:
    ordered = sorted(members, key=lambda read: (str(read.context.setting.published_on or ""), read.claim.key))
    pairs = []
    for (i, a), (j, b) in combinations(enumerate(ordered), 2):
        compared = compare(a, b)
        if compared:
            pairs.append(Compared(i, j, *compared))
    return Fact(stable_id(read.claim for read in members), tuple(ordered), tuple(pairs))


def stable_id(claims: Iterable[Statement]) -> str:
    """A short id from the places of the claims, the same for the same claims at any time."""
    places = sorted(f"{claim.article}\t{claim.start}\t{claim.end}" for claim in claims)
    return sha256("\n".join(places).encode()).hexdigest()[:10]


def _claim(read: Read, names: Mapping[str, str]) -> dict[str, Any]:
    claim, day = read.claim, read.context.setting.published_on
    return {
        "claim": claim.id,
        "article": names.get(claim.article, claim.article),
        "published_on": None if day is None else day.isoformat(),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "kind": claim.kind,
        "value": None if claim.value is None else format(claim.value, "f"),
        "date_start": claim.date_start,
        "date_end": claim.date_end,
    }


def _pair(pair: Compared) -> dict[str, Any]:
    return {"a": pair.a, "b": pair.b, "verdict": pair.verdict.what, "cause": pair.verdict.cause, "score": round(pair.score, 3)}
