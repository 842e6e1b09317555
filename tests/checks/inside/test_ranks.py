"""Rankings that contradict each other."""

from decimal import Decimal

from factdb.checks.internal import internal
from factdb.checks.statement import Statement
from factdb.text.article import Article

TEXT = "Chile is the second-largest maker of tin. Chile is the largest maker of tin."


def rank(quote: str, value: int, subject: str) -> Statement:
    start, amount = TEXT.index(quote), Decimal(value)
    return Statement("a", start, start + len(quote), quote, "rank", amount, amount, amount, fields={"subject": subject, "of": "maker of tin"})


def seen(second: int, subject: str) -> list[str]:
    claims = [rank("second-largest", 2, "Chile"), rank("the largest maker", second, subject)]
    return [finding.verdict for finding in internal(Article("a", TEXT), claims) if finding.check == "ranking"]


def test_two_ranks_of_one_thing_clash() -> None:
    assert seen(1, "Chile") == ["fails"]
    assert seen(2, "Chile") == ["holds"]
    assert seen(1, "Peru") == []
