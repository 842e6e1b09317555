"""Articles whose claims may make a fact hang together; others are worked out apart."""

from datetime import date

from factdb.checks.facts import read_all
from factdb.checks.grouping import NO_PINS, Pair, Pins, parts
from factdb.checks.statement import Statement
from factdb.text.article import Article

ARTICLES = tuple(Article(name, "Some 12 ships and 30 boats left.", None, date(2025, 3, 1)) for name in ("abel", "bice", "cora", "dora"))
CLAIMS = tuple(Statement(article.id, start, start + 2, quote, "count") for article in ARTICLES for start, quote in ((5, "12"), (18, "30")))


def told(near: list[Pair], far: list[Pair], pins: Pins = NO_PINS) -> list[list[Pair]]:
    return [pairs for pairs, _ in parts(read_all(CLAIMS, ARTICLES), near, far, pins)]


def test_pairs_of_one_article_hang_together_though_they_share_no_claim() -> None:
    assert told([(0, 2), (3, 5), (6, 7)], []) == [[(0, 2), (3, 5)], [(6, 7)]]


def test_a_far_pair_comes_along_but_ties_nothing() -> None:
    assert told([(0, 2), (3, 5), (6, 7)], [(1, 4), (0, 6)]) == [[(0, 2), (3, 5), (1, 4)], [(6, 7)]]


def test_a_pin_ties_two_articles() -> None:
    assert told([(0, 2), (6, 7)], [], Pins(same=[(0, 6)])) == [[(0, 2), (6, 7)]]
