"""Which claims are looked at together: those of one sort in articles whose rare words are alike."""

from datetime import date

from factdb.checks.blocking import LARGEST, akin, akin_of, candidates, group, stories
from factdb.checks.facts import read_all
from factdb.checks.statement import Statement
from factdb.text.article import Article

DAM = Article("dam", "The Karuma dam in Uganda cost 1.7 billion dollars and took 11 years.", "Karuma dam opens", date(2025, 3, 1))
AGAIN = Article("again", "Uganda opened its Karuma dam after 12 years; it cost 1.9 billion dollars.", "Karuma dam", date(2025, 3, 2))
CHESS = Article("chess", "The chess match in Lagos took 11 days.", "Chess in Lagos", date(2025, 3, 2))


def claim(article: Article, quote: str, kind: str) -> Statement:
    start = article.text.index(quote)
    return Statement(article.id, start, start + len(quote), quote, kind)


def pairs(*claims: Statement) -> set[frozenset[str]]:
    reads = read_all(claims, (DAM, AGAIN, CHESS))
    return {frozenset((reads[i].claim.quote, reads[j].claim.quote)) for some in candidates(reads, akin_of(reads)) for i, j in some}


def test_claims_of_one_sort_in_two_articles_of_one_story_are_compared_whatever_their_values() -> None:
    cost, years = claim(DAM, "1.7 billion dollars", "money_amount"), claim(DAM, "11 years", "duration")
    other, twelve = claim(AGAIN, "1.9 billion dollars", "money_amount"), claim(AGAIN, "12 years", "duration")
    assert pairs(cost, years, other, twelve) == {frozenset((cost.quote, other.quote)), frozenset((years.quote, twelve.quote))}


def test_another_story_is_not_looked_at() -> None:
    assert pairs(claim(DAM, "11 years", "duration"), claim(CHESS, "11 days", "duration")) == set()


def test_people_killed_may_be_read_as_people_counted() -> None:
    (dead, men) = read_all((claim(DAM, "11", "casualty_count"), claim(AGAIN, "12", "count")), (DAM, AGAIN))
    assert group(dead) == group(men)


def test_a_word_that_too_many_articles_share_says_nothing() -> None:
    many = dict.fromkeys((f"{n:03}" for n in range(LARGEST + 1)), 81)
    assert list(akin([("karuma", many)], many)) == []
    del many["000"]
    assert len(list(akin([("karuma", many)], many))) == LARGEST * (LARGEST - 1) / 2


def test_only_pairs_with_a_fresh_article_are_looked_at() -> None:
    assert list(akin([("karuma", dict.fromkeys("abc", 81))], {"b"})) == [("a", "b"), ("b", "c")]


def test_articles_hang_together_through_others() -> None:
    assert [story.articles for story in stories("abcd", [("a", "b"), ("b", "c")])] == [["a", "b", "c"], ["d"]]
