"""All checks over claims and their articles, as one list of findings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factdb.checks.facts import Compared, Fact, facts
from factdb.checks.features import Read
from factdb.checks.finding import HOLDS, Finding
from factdb.checks.internal import internal, place
from factdb.checks.statement import Statement
from factdb.checks.verdict import CONFLICTS
from factdb.checks.weights import SURE
from factdb.text.article import Article


def check(claims: Sequence[Statement], articles: Sequence[Article], *, holding: bool = False) -> list[Finding]:
    """Findings, errors first, each fact's conflicts once; with `holding` also the checks that hold."""
    own: dict[str, list[Statement]] = defaultdict(list)
    for claim in claims:
        own[claim.article].append(claim)
    found = [finding for article in articles for finding in internal(article, own[article.id]) if holding or finding.verdict != HOLDS]
    by_id = {article.id: article for article in articles}
    found += [_conflict(fact, pair, by_id) for fact in facts(claims, articles) for pair in _disputes(fact)]
    return sorted(found, key=lambda finding: (finding.verdict == HOLDS, finding.severity != "error", -max(finding.features.values(), default=0), finding.id))


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


def _conflict(fact: Fact, pair: Compared, articles: dict[str, Article]) -> Finding:
    sides = (fact.reads[pair.a].claim, fact.reads[pair.b].claim)
    places = tuple(place(articles[claim.article], claim.start, claim.end) for claim in sides)
    reasons = {name: value for name, value in pair.features.items() if value and name != "bias"}
    return Finding("same_fact", CONFLICTS, "warning", pair.verdict.cause, places, reasons)
