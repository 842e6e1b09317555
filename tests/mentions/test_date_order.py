"""The order of slashed dates is told by the article's own dates, then by its publisher, then by its English."""

from datetime import date

import pytest

from factdb.mentions.date_order import home
from factdb.mentions.find import find

NOW = date(2025, 6, 11)
OPEN = "The lease of 03/04/2025 ran out."


def _values(text: str, publisher: str | None = None) -> list[str]:
    return [t.value for t in find(text, NOW, None, publisher).timexes]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{OPEN} So did that of 28/02/2025.", "2025-04-03"),
        (f"{OPEN} So did that of 02/28/2025.", "2025-03-04"),
        (f"{OPEN} So did that of 7 May 2024.", "2025-04-03"),
        (f"{OPEN} The organisation has a centre there.", "2025-04-03"),
        (f"{OPEN} The organization has a center there.", "2025-03-04"),
    ],
)
def test_the_article_tells_the_order(text, value):
    assert _values(text)[0] == value


@pytest.mark.parametrize("text", [OPEN, f"{OPEN} So did that of May 7, 2024.", f"{OPEN} 28/02/2025 and 02/28/2025.", f"{OPEN} The colour of the center."])
def test_what_tells_nothing_or_two_things_leaves_both_readings(text):
    assert _values(text)[0] == "2025-XX-XX"


@pytest.mark.parametrize(
    ("publisher", "value"),
    [
        ("The Guardian", "2025-04-03"),
        ("The Times of India", "2025-04-03"),
        ("Sydney Morning Herald", "2025-04-03"),
        ("news.example.co.uk", "2025-04-03"),
        ("The New York Times", "2025-03-04"),
        ("USA Today", "2025-03-04"),
        ("The Toronto Star", "2025-XX-XX"),
        ("The Gazette", "2025-XX-XX"),
    ],
)
def test_the_publisher_tells_the_order(publisher, value):
    assert _values(OPEN, publisher) == [value]


def test_the_dates_of_the_article_go_before_its_publisher():
    assert _values(f"{OPEN} 28/02/2025 too.", "USA Today")[0] == "2025-04-03"
    assert _values("On 6/11/2025 it rained. On 4 May it snowed.", "USA Today")[0] == "2025-11-06"


@pytest.mark.parametrize("publisher", ["", " ", ".", "the", "The", "\u202e", "x" * 100_000, ". " * 50_000])
def test_any_name_of_a_publisher_is_taken(publisher):
    assert home(publisher) is None
    assert len(_values(OPEN, publisher)) == 1
