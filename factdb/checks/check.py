"""All checks over claims and their articles, as one list of findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factdb.checks.facts import Compared, Fact, facts_of, read_all
from factdb.checks.features import Read
from factdb.checks.finding import HOLDS, Finding, Place
from factdb.checks.given import NOTHING_GIVEN, Given
from factdb.checks.inside.page import place
from factdb.checks.internal import internal
from factdb.checks.judged import Judged
from factdb.checks.reference import against
from factdb.checks.statement import Statement
from factdb.checks.verdict import CONFLICTS
from factdb.checks.weights import SURE
from factdb.text.article import Article


def check(claims: Sequence[Statement], articles: Sequence[Article], *, holding: bool = False, given: Given = NOTHING_GIVEN) -> list[Finding]:
    """Findings, errors first, each fact's conflicts once; with `holding` also the checks that hold. What curators set aside is left out."""
    reads = read_all(claims, articles, given.rates)
    by_id = {article.id: article for article in articles}
    found = [*inside(articles, reads, given), *between(facts_of(reads, given.judged), by_id)]
    return told((finding for finding in found if holding or finding.verdict != HOLDS), given.judged)


def told(found: Iterable[Finding], judged: Judged) -> list[Finding]:
    """The findings that no curator set aside, errors first."""
    left = [finding for finding in found if not judged.aside or finding.key not in judged.aside]
    return sorted(left, key=lambda finding: (finding.verdict == HOLDS, finding.severity != "error", -max(finding.features.values(), default=0), finding.id))


def inside(articles: Iterable[Article], reads: Sequence[Read], given: Given) -> Iterator[Finding]:
    """What each article tells by itself and against reference figures, also what holds; the first place is in the article."""
    own: dict[str, list[Statement]] = defaultdict(list)
    begins: dict[str, Sequence[int]] = {}
    for read in reads:
        own[read.claim.article].append(read.claim)
        begins[read.claim.article] = read.context.begins
    for article in articles:
        for finding in internal(article, own[article.id], begins.get(article.id)):
            yield _tied(finding, own)
    for finding in against(reads, given.references):
        yield _tied(finding, own)


def between(facts: Iterable[Fact], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """Where the claims of facts conflict; the articles by their ids."""
    return (_conflict(fact, pair, articles) for fact in facts for pair in _disputes(fact))


def _tied(finding: Finding, own: Mapping[str, Sequence[Statement]]) -> Finding:
    """The finding with the kind and the stored claim of the words at each of its places."""
    return replace(finding, places=tuple(_of_claim(place, own.get(place.article, ())) for place in finding.places))


def _of_claim(place: Place, own: Iterable[Statement]) -> Place:
    claim = max(own, key=lambda claim: min(claim.end, place.end) - max(claim.start, place.start), default=None)
    met = claim is not None and claim.start < place.end and place.start < claim.end
    return place._replace(kind=claim.kind, claim=claim.id) if claim and met else place


def _disputes(fact: Fact) -> Iterable[Compared]:
    """The surest conflicting pair for each two values of a fact: a value that five articles copy is one finding."""
    best: dict[frozenset[str], Compared] = {}
    for pair in fact.pairs:
        if pair.verdict.what == CONFLICTS and pair.score >= SURE:
            values = frozenset(_stated(fact.reads[at]) for at in (pair.a, pair.b))
            if values not in best or pair.score > best[values].score:
                best[values] = pair
    return best.values()


def _stated(read: Read) -> str:
    claim = read.claim
    return f"{claim.date_start}/{claim.date_end}" if claim.dated else f"{claim.low}/{claim.high}"


def _conflict(fact: Fact, pair: Compared, articles: Mapping[str, Article]) -> Finding:
    sides = (fact.reads[pair.a].claim, fact.reads[pair.b].claim)
    places = tuple(place(articles[claim.article], claim.start, claim.end)._replace(kind=claim.kind, claim=claim.id) for claim in sides)
    reasons = {name: round(value, 3) for name, value in pair.features.items() if value and name != "bias"}
    return Finding("same_fact", CONFLICTS, "warning", pair.verdict.cause, places, reasons)
