"""The subject of a claim: a phrase that can be read alone."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.claim import Period
from factdb.claims.subjects import time_words


def subject(text: str, kind: str) -> str | None:
    return next(claim.subject for claim in extract(text, date(2024, 3, 5)).claims if claim.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("Norway's exports to Peru reached 3.2 billion dollars in 2023.", "trade_figure", "Norway's exports to Peru in 2023"),
        ("Trade between Norway and Peru reached 3.2 billion dollars.", "trade_figure", "Norway-Peru trade"),
        ("Rents in Oslo rose 4 percent.", "change", "rise of"),
        ("A blast at the Norte mine in Puno province killed 14 miners.", "casualty_count", "miners killed in blast at Norte mine"),
        ("The league has 54 members of the old union.", "count", "members of the old union"),
        ("Some 26 welders were sleeping in the yard.", "count", "welders sleeping in the yard"),
        ("Ines Prado hired 40 engineers.", "count", "engineers hired by Ines Prado"),
        ("Oslo hosted the 46th Summit of the Harbour League.", "rank", "46th Summit of the Harbour League"),
        ("The 40-day siege of Puno ended.", "duration", "length of siege of Puno"),
    ],
)
def test_each_kind_has_its_wording(text: str, kind: str, phrase: str) -> None:
    assert (subject(text, kind) or "").startswith(phrase)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-01-01", "2023-12-31", " in 2023"),
        ("2024-02-01", "2024-02-29", " in February"),
        ("2024-02-03", "2024-02-03", ""),
        (None, "2024-02-03", ""),
    ],
)
def test_a_whole_year_or_month_is_told(start: str | None, end: str | None, words: str) -> None:
    assert time_words(Period(start, end)) == words
    assert time_words(None) == ""
