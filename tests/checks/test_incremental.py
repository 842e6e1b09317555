"""Articles added in any order, a few at a time or all at once, end in the same facts; units and pins are heeded."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.scale import made
from factdb.checks.check import check
from factdb.checks.facts import facts
from factdb.checks.given import Given
from factdb.checks.judged import Judged, pinned
from factdb.checks.statement import Statement
from factdb.text.article import Article

ARTICLES, CLAIMS, PLANTED = made(75)


def named(claims: list[Statement]) -> list[Statement]:
    """The claims with ids, as they are stored."""
    return [replace(claim, id=f"{claim.article}:{claim.start}") for claim in claims]


def told(articles: list[Article], claims: list[Statement]) -> list[str]:
    return [finding.id for finding in check(claims, articles)]


@settings(max_examples=15, deadline=None)
@given(st.permutations(ARTICLES), st.permutations(CLAIMS))
def test_the_order_of_adding_changes_no_finding_and_no_fact(articles: list[Article], claims: list[Statement]) -> None:
    assert told(articles, claims) == told(ARTICLES, CLAIMS)
    assert [fact.id for fact in facts(claims, articles)] == [fact.id for fact in facts(CLAIMS, ARTICLES)]


@settings(max_examples=10, deadline=None)
@given(st.sets(st.sampled_from([article.id.partition("-")[0] for article in ARTICLES]), min_size=1))
def test_other_stories_change_nothing_in_a_story(stories: set[str]) -> None:
    own = [article for article in ARTICLES if article.id.partition("-")[0] in stories]
    keys = {article.id for article in own}
    alone = {fact.id for fact in facts([claim for claim in CLAIMS if claim.article in keys], own)}
    assert alone <= {fact.id for fact in facts(CLAIMS, ARTICLES)}


def test_kilometres_and_metres_make_the_same_facts() -> None:
    lengths = [replace(claim, kind="measurement", unit="km") for claim in CLAIMS if claim.kind == "duration"]
    metres = [claim if at % 2 else _in_metres(claim) for at, claim in enumerate(lengths)]
    pairs = [[(pair.a, pair.b, pair.verdict.what) for fact in facts(some, ARTICLES) for pair in fact.pairs] for some in (lengths, metres)]
    assert pairs[0] == pairs[1] != []


def _in_metres(claim: Statement) -> Statement:
    value = (claim.value or Decimal(0)) * 1000
    return replace(claim, unit="m", value=value, low=value, high=value)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_claims_pinned_as_different_are_never_together(data: st.DataObject) -> None:
    claims = named(CLAIMS)
    ids = st.sampled_from([claim.id or "" for claim in claims])
    pins = data.draw(st.lists(st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=12))
    apart = {pinned(*pair) for pair in pins[::2]}
    together = tuple(pinned(*pair) for pair in pins[1::2] if pinned(*pair) not in apart)
    for fact in facts(claims, ARTICLES, Given(judged=Judged(together, frozenset(apart)))):
        members = {read.claim.id for read in fact.reads}
        assert not any(set(pair) <= members for pair in apart)


def test_planted_conflicts_are_found_and_nothing_else() -> None:
    pairs = {frozenset(place.article for place in finding.places) for finding in check(CLAIMS, ARTICLES)}
    assert pairs & PLANTED
    assert not pairs - PLANTED
