"""Which kind of claim a figure or date makes, and its fields."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb import extract
from factdb.claims.schema import KINDS

PUBLISHED = date(2025, 6, 9)
KIND = [
    ("Norway's exports to Peru reached 3.2 billion dollars in 2024.", "3.2 billion dollars", "trade_figure"),
    ("The ministry spent 40 million euros on schools.", "40 million euros", "money_amount"),
    ("The storm killed 14 sailors near Oslo.", "14 sailors", "casualty_count"),
    ("The firm hired 40 engineers.", "40 engineers", "count"),
    ("Women hold 31 percent of the seats.", "31 percent", "share"),
    ("Prices rose 4 percent in May.", "4 percent", "change"),
    ("The bridge is 3 kilometres long.", "3 kilometres", "measurement"),
    ("The siege lasted 40 days.", "40 days", "duration"),
    ("Oslo hosted the 46th summit of the league.", "46th", "rank"),
    ("The two presidents met in Lima on June 3.", "June 3", "meeting_date"),
    ("Parliament passed the budget on June 3.", "June 3", "event_date"),
]
NO_CLAIM = ["Both sides agreed.", "One of the guards waved.", "The two countries are neighbours.", "The G20 is a club.", "Article 5 applies."]


@pytest.mark.parametrize(("text", "quote", "kind"), KIND)
def test_the_words_around_a_figure_give_its_kind(text: str, quote: str, kind: str) -> None:
    found = {claim.quote: claim.kind for claim in extract(text, PUBLISHED).claims}
    assert found.get(quote) == kind, found


@pytest.mark.parametrize("text", NO_CLAIM)
def test_labels_idioms_and_parties_named_before_are_no_claims(text: str) -> None:
    assert extract(text, PUBLISHED).claims == ()


def test_a_figure_has_the_speaker_of_its_sentence_and_of_the_speech_it_stands_in() -> None:
    text = '"Sales reached 40 million euros," said Ana Ruiz, the minister. "We sold 300 ships."'
    assert {claim.attribution for claim in extract(text, PUBLISHED).claims} == {"Ana Ruiz"}


def test_the_year_of_a_figure_is_its_period_and_no_claim_of_its_own() -> None:
    (claim,) = extract("In 2024, Norway's exports reached 3.2 billion dollars.", PUBLISHED).claims
    assert claim.period == ("2024-01-01", "2024-12-31")


WORDS = ("12", "killed", "5", "percent", "of", "rose", "on", "Monday", "3", "June", "2025", "the", "exports", "$4", "million", ",", ".", '"', "said")


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_every_claim_stands_on_its_words_and_has_all_fields_of_its_kind(text: str) -> None:
    for claim in extract(text, PUBLISHED).claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.core.start < claim.core.end <= claim.end
        assert set(claim.fields) == {field.name for field in KINDS[claim.kind].fields}
        assert 0 < claim.confidence < 1
