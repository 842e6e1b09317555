"""Shares of one whole."""

from check_pages import seen


def test_shares_that_stay_within_the_whole_hold() -> None:
    text = "Wheat is 40 percent of the crop and barley 35 percent."
    assert seen(text, ("40 percent", 40, "share"), ("35 percent", 35, "share")) == []  # without a unit nothing is known
    assert [check for check, _ in seen(text)] == ["share_total"]


def stated(text: str, first: str, second: str) -> list[tuple[str, str]]:
    from check_pages import DAY, number

    from factdb.checks.internal import internal
    from factdb.text.article import Article

    one = number(text, first, first.split()[0], "share", unit="percent", part="wheat", whole="crop")
    two = number(text, second, second.split()[0], "share", unit="percent", part="barley", whole="crop")
    return [(finding.check, finding.verdict) for finding in internal(Article("a", text, published_on=DAY), [one, two])]


def test_more_than_all_of_one_whole_fails() -> None:
    assert stated("Wheat is 60 percent of the crop and barley 55 percent of it.", "60 percent", "55 percent") == [("share_total", "fails")]


def test_two_wholes_may_come_to_more_than_a_hundred() -> None:
    assert seen("Some 60 percent of men and 70 percent of women agreed.") == []


def test_what_rounding_allows_is_no_fault() -> None:
    assert stated("Wheat is 50.5 percent of the crop and barley 49.6 percent of it.", "50.5 percent", "49.6 percent") == [("share_total", "holds")]
