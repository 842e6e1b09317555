"""Claims about the same thing come together over articles, and nothing else does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from factdb.checks.facts import facts
from factdb.checks.statement import Statement, from_dict
from factdb.claims.extract import extract
from factdb.text.article import Article

FERRY = Article(
    "ferry-1", "The ferry Aurelia sank off Tarrafal on Monday, killing 1,347 passengers, the Cape Verde coast guard said.", "Ferry sinks", date(2025, 6, 2)
)
FERRY_AGAIN = Article("ferry-2", "Divers worked at the ferry Aurelia, whose sinking off Tarrafal killed 1,347 passengers.", "Ferry Aurelia", date(2025, 6, 3))
FARMS = Article("farms", "Some 1,347 passengers used the new tram line in Linz on its first morning, the city said.", "Tram opens", date(2025, 6, 3))
ARTICLES = (FERRY, FERRY_AGAIN, FARMS)


def claim(article: Article, quote: str, kind: str, value: str) -> Statement:
    start = article.text.index(quote)
    amount = Decimal(value)
    return Statement(article.id, start, start + len(quote), quote, kind, amount, amount, amount, "exact", "person")


CLAIMS = (
    claim(FERRY, "1,347 passengers", "casualty_count", "1347"),
    claim(FERRY_AGAIN, "1,347 passengers", "casualty_count", "1347"),
    claim(FARMS, "1,347 passengers", "count", "1347"),
)


def test_two_articles_about_one_sinking_make_one_fact() -> None:
    (fact,) = facts(CLAIMS, ARTICLES)
    assert [read.claim.article for read in fact.reads] == ["ferry-1", "ferry-2"]
    assert [(pair.a, pair.b, pair.verdict.what) for pair in fact.pairs] == [(0, 1, "agrees")]
    assert fact.as_dict({})["claims"][0]["quote"] == "1,347 passengers"


def test_the_same_number_in_another_story_is_left_alone() -> None:
    assert facts((CLAIMS[0], CLAIMS[2]), ARTICLES) == []


@settings(max_examples=20, deadline=None)
@given(st.permutations(CLAIMS), st.permutations(ARTICLES))
def test_the_order_of_adding_changes_nothing(claims: list[Statement], articles: list[Article]) -> None:
    assert facts(claims, articles) == facts(CLAIMS, ARTICLES)


def test_a_figure_with_a_better_partner_in_the_other_article_does_not_differ_from_a_third() -> None:
    later = Article(
        "ferry-3",
        "The sinking of the ferry Aurelia off Tarrafal killed 1,347 passengers; the ferry Aurelia carried 1,912 passengers.",
        "Ferry",
        date(2025, 6, 4),
    )
    claims = (CLAIMS[0], claim(later, "1,347 passengers", "casualty_count", "1347"), claim(later, "1,912 passengers", "casualty_count", "1912"))
    assert [[read.claim.quote for read in fact.reads] for fact in facts(claims, (FERRY, later))] == [["1,347 passengers", "1,347 passengers"]]


def test_two_figures_of_one_sentence_are_two_things_even_where_both_could_be_true() -> None:
    roads = Article("roads", "The province of Cuando built nearly 90,000 km of roads and nearly 70,000 km of tracks.", "Roads in Cuando", date(2025, 6, 4))
    claims = [claim(roads, quote, "measurement", value) for quote, value in (("nearly 90,000 km", "90000"), ("nearly 70,000 km", "70000"))]
    open_below = [replace(one, low=None, modifier="nearly", unit="km") for one in claims]
    assert facts(open_below, (roads,)) == []


def test_ordinals_of_other_things_are_no_fact() -> None:
    texts = ("The port of Tarrafal held its third regatta on Monday.", "The port of Tarrafal lost its third crane on Monday.")
    articles = [Article(name, text, "Tarrafal", date(2025, 6, 3)) for name, text in zip("ab", texts, strict=True)]
    claims = [from_dict(one.id, claim) for one in articles for claim in extract(one.text, one.published_on, one.title).as_dict()["claims"]]
    assert sum(claim.kind == "rank" for claim in claims) == 2
    assert not any(read.claim.kind == "rank" for fact in facts(claims, articles) for read in fact.reads)


def test_dozens_harmed_and_dozens_counted_are_no_fact() -> None:
    text = "The mob in Tarrafal killed dozens of soldiers. In Tarrafal dozens of soldiers were pulled from trucks by the mob."
    article = Article("a", text, "Tarrafal", date(2025, 6, 3))
    claims = [from_dict("a", claim) for claim in extract(text, article.published_on, article.title).as_dict()["claims"]]
    assert [claim.modifier for claim in claims] == ["vague", "vague"]
    assert facts(claims, [article]) == []


def test_who_repeats_a_value_conflicts_with_what_the_others_that_state_it_conflict_with() -> None:
    story = "The ferry Aurelia sank off Tarrafal on Monday, killing {} passengers, the coast guard of Cape Verde said."
    texts = (story.format("1,347"), story.format("1,391"), "Aurelia: the sinking off Tarrafal, in which 1,391 passengers of the ferry died, is looked into.")
    articles = [Article(f"a{at}", text, "Ferry Aurelia sinks off Tarrafal", date(2025, 6, 5 - at)) for at, text in enumerate(texts)]
    claims = [claim(article, quote, "casualty_count", quote.replace(",", "")) for article, quote in zip(articles, ("1,347", "1,391", "1,391"), strict=True)]
    (fact,) = facts(claims, articles)
    quotes = [read.claim.quote for read in fact.reads]
    told = {frozenset((quotes[pair.a], quotes[pair.b])): pair.verdict.what for pair in fact.pairs}
    assert told == {frozenset(("1,391",)): "agrees", frozenset(("1,347", "1,391")): "conflicts"}
    assert fact.conflicts == 2
