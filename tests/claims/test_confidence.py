"""How sure a reading is, and the reasons that are told with it."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.claim import Feature, confidence

PUBLISHED = date(2025, 6, 11)
REASONS = [
    ("Dozens of farmers blocked the road.", "vague_number"),
    ("Parliament passed the law on 3 June 2019.", "year_written"),
    ("Parliament passed the law in May.", "month_alone"),
    ("Officials said on Monday that prices fell.", "day_of_saying"),
    ("Exports reached 4 billion dollars in May. Imports fell to 2 billion dollars.", "period_before"),
    ("In May exports reached 4 billion dollars.", "period"),
    ("The bank expects growth of 5 percent.", "stance.forecast"),
]


@pytest.mark.parametrize(("text", "name"), REASONS)
def test_each_circumstance_is_told_in_a_sentence(text: str, name: str) -> None:
    claim = extract(text, PUBLISHED).claims[-1]
    assert [feature.says[-1] for feature in claim.features if feature.name == name] == ["."]


@pytest.mark.parametrize("text", [text for text, _ in REASONS])
def test_the_first_reason_is_the_rule_and_the_weights_give_the_confidence(text: str) -> None:
    claim = extract(text, PUBLISHED).claims[-1]
    assert claim.features[0].name == claim.rule
    assert claim.confidence == confidence(claim.features)


def test_confidence_stays_between_its_bounds() -> None:
    assert confidence([Feature("for", "For.", 3.0)]) == 0.95
    assert confidence([Feature("against", "Against.", -3.0)]) == 0.05
    assert confidence([]) == 0.5
