"""Tokens tile the text, and sentences end where a reader would end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb import lexicon
from factdb.text.tokens import Tokens


@given(st.text())
def test_tokens_and_the_space_behind_them_give_back_the_text(text):
    tokens = Tokens(text)
    pieces = [text[tokens.starts[i] : tokens.starts[i + 1]] for i in range(len(tokens))]
    assert "".join(pieces) == text.lstrip()
    assert [tokens.quote(i, i + 1) for i in range(len(tokens))] == [word.text for word in tokens.words]


@given(st.text(alphabet="Ab1 .?!\n\"')"))
def test_sentences_tile_the_tokens(text):
    tokens = Tokens(text)
    assert [i for first, last in tokens.sentences for i in range(first, last)] == list(range(len(tokens)))


@given(st.lists(st.sampled_from(["in", "May", "oil", "4", ".", "Lima"])), st.integers(0, 12), st.integers(0, 12))
def test_the_tokens_of_a_class_in_a_stretch_are_those_of_the_text_inside_it(words, first, last):
    tokens = Tokens(" ".join(words))
    mask = lexicon.WHERE | lexicon.MONTH
    assert tokens.having_in(mask, first, last) == [at for at in tokens.having(mask) if first <= at < last]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Trade grew. Exports fell.", ["Trade grew.", "Exports fell."]),
        ("Mr. Brown met Gen. Okoro at 9 a.m. Tuesday.", ["Mr. Brown met Gen. Okoro at 9 a.m. Tuesday."]),
        ("They left the U.S. The talks went on.", ["They left the U.S.", "The talks went on."]),
        ("The U.S. Navy sailed.", ["The U.S. Navy sailed."]),
        ('"It grew." He left.', ['"It grew."', "He left."]),
        ("A headline without a stop\n\nThe text.", ["A headline without a stop", "The text."]),
        ("It cost 3.5 million. Then 4.", ["It cost 3.5 million.", "Then 4."]),
        ("Prices rose ... and fell.", ["Prices rose ... and fell."]),
    ],
)
def test_sentence_ends(text, sentences):
    tokens = Tokens(text)
    assert [tokens.quote(first, last) for first, last in tokens.sentences] == sentences


@given(st.lists(st.sampled_from(["Rents", "rose", ",", "and", "but", "which", ";", "fell", ".", "\n\n"])), st.randoms())
def test_a_clause_is_the_same_whatever_was_asked_before(pieces, random):
    text = " ".join(pieces)
    tokens = Tokens(text)
    places = list(range(len(tokens)))
    random.shuffle(places)
    assert [tokens.clause_of(at, 40) for at in places] == [Tokens(text).clause_of(at, 40) for at in places]
