"""Copies of one text count once."""

from dataclasses import replace
from datetime import date

from check_samples import EVENING, MORNING

from factdb.checks.facts import Fact, facts
from factdb.checks.sources import independent, stated
from factdb.checks.statement import from_dict
from factdb.claims.extract import extract
from factdb.text.article import Article

COPY = replace(MORNING, id="copy", publisher="Sal Star", published_on=date(2025, 6, 3))


def toll(*articles: Article) -> Fact:
    claims = [
        from_dict(article.id, {**claim, "publisher": article.publisher})
        for article in articles
        for claim in extract(article.text, article.published_on, article.title).as_dict()["claims"]
    ]
    (found,) = [fact for fact in facts(claims, articles) if "passengers" in fact.reads[0].claim.quote]
    return found


def test_two_papers_that_print_one_sentence_are_one_source() -> None:
    assert independent(toll(MORNING, COPY).reads) == 1
    assert independent(toll(MORNING, EVENING).reads) == 2


def test_each_value_tells_how_many_independent_outlets_state_it() -> None:
    assert [(one.value, one.outlets, len(one.claims)) for one in stated(toll(MORNING, COPY, EVENING))] == [("43 person", 1, 1), ("47 person", 1, 2)]
