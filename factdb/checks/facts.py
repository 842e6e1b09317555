"""Facts: claims about the same thing, brought together over articles, with a verdict for every pair."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from itertools import combinations, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from factdb.checks.blocking import candidates, stories_of
from factdb.checks.comparing import Scored, compare, compare_all
from factdb.checks.context import Context, Reader
from factdb.checks.features import Read, probability
from factdb.checks.given import NOTHING_GIVEN, Given
from factdb.checks.grouping import NO_PINS, Pair, Pins, groups, parts
from factdb.checks.judged import NOTHING_JUDGED, Judged
from factdb.checks.rates import NO_RATES, Rates
from factdb.checks.statement import Statement
from factdb.checks.verdict import CONFLICTS, Verdict
from factdb.checks.weights import HARDLY, LINK, SAME, WEIGHTS
from factdb.text.article import Article


class Compared(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Part:
    """Claims that hang together through pairs likely enough to be of one fact, or through pins, and the facts among them: no fact reaches over two parts."""

    reads: tuple[Read, ...]
    facts: tuple[Fact, ...]


def facts(claims: Iterable[Statement], articles: Iterable[Article], given: Given = NOTHING_GIVEN) -> list[Fact]:
    """The facts that two or more of the claims are about, most disputed first. The order of claims and articles changes nothing."""
    found = facts_of(read_all(claims, articles, given.rates), given.judged)
    return sorted(found, key=lambda fact: (-fact.conflicts, fact.id))


def facts_of(reads: Sequence[Read], judged: Judged = NOTHING_JUDGED) -> Iterator[Fact]:
    """The facts of claims whose contexts are read already, story by story, so that nobody need hold all that is compared."""
    own: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        own[read.claim.article].append(read)
    homes = {read.claim.id: read.claim.article for read in reads if read.claim.id}
    pinned = [(homes[a], homes[b]) for a, b in judged.same if a in homes and b in homes]
    for story in stories_of(reads, pinned):
        for part in parts_of([read for article in story.articles for read in own[article]], story.pairs, judged):
            yield from part.facts


def parts_of(reads: Sequence[Read], akin: Iterable[tuple[str, str]], judged: Judged, among: Set[str] | None = None) -> Iterator[Part]:
    """The parts of articles that are akin two by two; with `among` only of the claims of these ids."""
    compared = compare_all(reads, candidates(reads, akin))
    if among is not None:
        compared = {(i, j): found for (i, j), found in compared.items() if reads[i].claim.id in among and reads[j].claim.id in among}
    scores = {pair: probability(values, WEIGHTS) for pair, (_, values) in compared.items()}
    sure = [pair for pair, score in scores.items() if score >= SAME]
    for pairs, pins in parts(sure, _pins(reads, judged)):
        members = sorted({at for pair in (*pairs, *pins.same) for at in pair})
        found = groups(reads, pairs, scores, LINK, pins)
        yield Part(tuple(reads[at] for at in members), tuple(_fact(reads, group, compared, scores) for group in found))


def tied(reads: Sequence[Read], akin: Iterable[tuple[str, str]]) -> Iterator[tuple[Read, Read]]:
    """The two claims of each pair that is likely enough of one fact to tie their parts together."""
    for (i, j), (_, values) in compare_all(reads, candidates(reads, akin)).items():
        if probability(values, WEIGHTS) >= SAME:
            yield reads[i], reads[j]


def _pins(reads: Sequence[Read], judged: Judged) -> Pins:
    """The pins of curators on stored claims as positions; those on claims that are not here say nothing."""
    if not (judged.same or judged.different):
        return NO_PINS
    at = {read.claim.id: position for position, read in enumerate(reads) if read.claim.id}

    def placed(pairs: Iterable[Iterable[str]]) -> list[Pair]:
        found = [sorted(at[claim] for claim in pair if claim in at) for pair in pairs]
        return [(pair[0], pair[1]) for pair in found if len(pair) == 2]

    return Pins(placed(judged.same), frozenset(placed(judged.different)))


def read_all(claims: Iterable[Statement], articles: Iterable[Article], rates: Rates = NO_RATES) -> list[Read]:
    """Every claim with its context, sorted by article and place; each article is cut into tokens once."""
    by_id = {article.id: article for article in articles}
    found = []
    ordered = sorted(claims, key=lambda claim: (*claim.key, claim.kind))
    for article, some in groupby(ordered, key=attrgetter("article")):
        own = list(some)
        reader = Reader(by_id[article], rates, own)
        found += [(claim, reader.context(claim)) for claim in own]
    return _with_main(found)


def _with_main(found: Sequence[tuple[Statement, Context]]) -> list[Read]:
    """The same with a mark on the highest figure for each outcome of an article."""
    highest: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for claim, context in found:
        if context.setting.outcome:
            key = claim.article, context.setting.outcome
            highest[key] = max(highest[key], _least(claim))
    return [Read(claim, context, 0 < _least(claim) == highest.get((claim.article, context.setting.outcome or ""))) for claim, context in found]


def _least(claim: Statement) -> Decimal:
    return claim.value or claim.low or claim.high or Decimal(0)


def _fact(reads: Sequence[Read], group: Iterable[int], compared: Mapping[Pair, Scored], scores: Mapping[Pair, float]) -> Fact:
    ordered = sorted(group, key=lambda at: (str(reads[at].context.setting.published_on or ""), reads[at].claim.key))
    pairs = []
    for (a, i), (b, j) in combinations(enumerate(ordered), 2):
        pair = (i, j) if i < j else (j, i)
        found = compared.get(pair) or compare(reads[i], reads[j])
        if found:
            score = scores[pair] if pair in scores else probability(found[1], WEIGHTS)
            pairs.append(Compared(a, b, found[0], score, found[1]))
    members = tuple(reads[at] for at in ordered)
    return Fact(stable_id(read.claim for read in members), members, tuple(_likely(members, pairs)))


def _likely(members: Sequence[Read], pairs: Sequence[Compared]) -> Iterable[Compared]:
    """The pairs without the conflicts of two values for which no pair is likely: who repeats a value says what the others say that state it."""
    unlikely = [pair for pair in pairs if pair.verdict.what == CONFLICTS and pair.score < HARDLY]
    if not unlikely:
        return pairs
    sure = {_values(members, pair) for pair in pairs if pair.score >= HARDLY}
    dropped = {(pair.a, pair.b) for pair in unlikely if _values(members, pair) not in sure}
    return [pair for pair in pairs if (pair.a, pair.b) not in dropped]


def _values(members: Sequence[Read], pair: Compared) -> frozenset[object]:
    return frozenset((members[pair.a].claim.stated, members[pair.b].claim.stated))


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
