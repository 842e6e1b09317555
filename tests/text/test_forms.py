"""What a word tells by itself."""

import pytest

from factdb.text.forms import learn
from factdb.text.tokens import Tokens


@pytest.mark.parametrize(
    ("word", "letter"),
    [("the", "D"), ("of", "O"), ("7", "F"), ("percent", "F"), ("Monday", "Y"), ("years", "Y"), (";", ";"), ("Peru", "P"), ("oxygen", "N")],
)
def test_a_letter_that_is_the_same_everywhere(word: str, letter: str) -> None:
    assert learn(Tokens(word).words[0]) == letter


def test_a_word_of_several_kinds_waits_for_its_place() -> None:
    assert learn(Tokens("plans").words[0]) == "?"


def test_what_was_learnt_is_kept_with_the_word() -> None:
    word = Tokens("ships").words[0]
    assert learn(word) == word.letter
    assert word.form
