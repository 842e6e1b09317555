"""Which flow of trade an amount is of."""

import pytest

from factdb import extract

FLOWS = [
    ("Exports were up 10 percent at 4 billion dollars while imports grew 31 percent at 3 billion dollars.", "4 billion dollars", "export"),
    ("Exports were up 10 percent at 4 billion dollars while imports grew 31 percent at 3 billion dollars.", "3 billion dollars", "import"),
    ("The surplus shrank to 6 billion dollars, with exports at 9 billion dollars.", "6 billion dollars", "balance"),
    ("Peru sold Chile 5 billion dollars in exports.", "5 billion dollars", "export"),
    ("Norway had a 2 billion dollar trade surplus.", "2 billion dollar", "balance"),
    ("The bank foresees a trade imbalance of 2 billion dollars.", "2 billion dollars", "balance"),
    ("Their two-way volume reached 2 billion dollars.", "2 billion dollars", "trade"),
    ("Foreign investment in Peru reached 2 billion dollars.", "2 billion dollars", "investment"),
]
NONE = [
    "The trade minister spent 2 million dollars.",
    "Crude rose to 62 dollars in early Asian trade.",
    "Exports of crude at 62 dollars a barrel rose.",
    "The loan has 2 million dollars for import financing.",
    "The budget deficit reached 2 million dollars.",
    "The firm's investment reached 2 million dollars.",
]


@pytest.mark.parametrize(("text", "quote", "flow"), FLOWS)
def test_the_word_before_the_figure_or_tied_to_it_gives_the_flow(text: str, quote: str, flow: str) -> None:
    assert {claim.quote: claim.fields["flow"] for claim in extract(text).claims if claim.kind == "trade_figure"}[quote] == flow


@pytest.mark.parametrize("text", NONE)
def test_other_sums_are_no_trade(text: str) -> None:
    assert [claim.quote for claim in extract(text).claims if claim.kind == "trade_figure"] == []
