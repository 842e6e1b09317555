"""Signs that stand for several units mean the one that the words of their sentence speak of."""

import pytest

from factdb.claims.extract import extract
from factdb.lexicon import groups


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The rent is 900 drams a month.", "AMD"),
        ("He drank 2 drams of whisky.", "[dr_av]"),
        ("The bomb had a yield of 15 kt.", "kt"),
        ("The coil has an inductance of 3 H.", "H"),
        ("The stars lie 30″ apart.", "''"),
        ("Heat the oven to 350 f.", "[degF]"),
    ],
)
def test_the_sentence_tells_the_unit(text, unit):
    assert [quantity.unit for quantity in extract(text).quantities] == [unit]


def test_a_letter_that_no_word_explains_is_no_unit():
    assert extract("They took 3 H and 4 T.").quantities[0].unit is None


def test_each_unit_of_a_sign_has_words():
    assert all(each["means"] and each["words"] for each in groups("senses.toml")["sense"])
