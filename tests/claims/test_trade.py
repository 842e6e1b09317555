"""Flow, reporter, partner and period of trade figures."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.claim import Claim

PUBLISHED = date(2025, 6, 9)
PARTIES = [
    ("Norway's exports to Peru reached 3.2 billion dollars in 2024.", ("export", "Norway", "Peru")),
    ("Trade between Chile and South Korea hit 900 million dollars.", ("trade", "Chile", "South Korea")),
    ("Imports from Brazil cost Kenyan traders 40 million dollars.", ("import", "Kenya", "Brazil")),
    ("Norway's prime minister was in Peru. Bilateral trade was 80 million dollars.", ("trade", "Norway", "Peru")),
    ("Imports reached Chile from Brazil and cost 9 million dollars, according to the Peruvian ministry.", ("import", "Chile", "Brazil")),
    ("Ghana sold more. Its surplus with Asia grew to 7 billion US dollars.", ("balance", "Ghana", "Asia")),
]


def trade(text: str) -> list[Claim]:
    return [claim for claim in extract(text, PUBLISHED).claims if claim.kind == "trade_figure"]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_flow_and_parties_stand_in_the_sentence_or_before_it(text: str, expected: tuple[str, ...]) -> None:
    (claim,) = trade(text)
    assert tuple(claim.fields[name] for name in ("flow", "reporter", "partner")) == expected


def test_the_reporter_goes_on_where_a_sentence_names_only_the_partner() -> None:
    found = trade("Chile's exports to Peru rose to 4 billion dollars. With Brazil, the trade surplus shrank to 3 billion dollars.")
    assert [(claim.fields["reporter"], claim.fields["partner"]) for claim in found] == [("Chile", "Peru"), ("Chile", "Brazil")]


def test_the_flow_is_that_of_the_clause_and_not_of_the_next_one() -> None:
    found = trade("Chile's exports stood at 4 billion dollars while imports stood at 3 billion dollars.")
    assert [claim.fields["flow"] for claim in found] == ["export", "import"]


def test_a_series_keeps_the_period_of_its_first_figure_and_no_base_of_comparison() -> None:
    first, second = trade("Exports of Chile were 4 billion dollars in March. Imports were 3 billion dollars, more than a year earlier.")
    assert first.period == second.period
    assert first.period is not None
    assert first.period.start == "2025-03-01"


def test_the_title_names_the_reporter_where_the_text_does_not() -> None:
    (claim,) = extract("Exports were 4 billion dollars.", PUBLISHED, "Chile sells more copper").claims
    assert claim.fields["reporter"] == "Chile"
