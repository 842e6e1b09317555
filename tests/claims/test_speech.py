"""Where a sentence tells its source."""

import pytest

from factdb.claims.speech import told
from factdb.text.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "source", "rule"),
    [
        ("Officials of the harbour said it was shut.", "Officials of the harbour", "told"),
        ("The fund's chief, Ines Prado, said it was shut.", "Ines Prado", "told"),
        ('"It is shut," said the harbour master.', "harbour master", "told"),
        ("Prado was quoted by a paper as saying it was shut.", "Prado", "quoted"),
        ("The Courier quoted Prado as saying it was shut.", "Prado", "quoted"),
        ("It was shut, according to a study by the fund.", "study by the fund", "according_to"),
        ("A paper saying it was shut came out.", "paper", "saying"),
        ("The harbour, which the fund said was shut, opened.", "fund", "told"),
    ],
)
def test_the_words_of_the_source(text: str, source: str, rule: str) -> None:
    tokens = Tokens(text)
    found = told(tokens, 0, len(tokens))
    assert found is not None
    assert (tokens.quote(found.first, found.last), found.rule) == (source, rule)


@pytest.mark.parametrize("text", ["It was shut.", "The harbour reported to be shut opened.", "The mill, built by the fund, stands.", "According wages rose."])
def test_no_source(text: str) -> None:
    tokens = Tokens(text)
    assert told(tokens, 0, len(tokens)) is None
