"""Noun phrases, clauses and subjects are read as a reader would bound them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.text.parts import singular
from factdb.text.phrases import clause_of, noun_phrase_after, noun_phrase_before, subject_of
from factdb.text.tokens import Tokens


def said(tokens, phrase):
    return phrase and (tokens.quote(phrase.first, phrase.last), tokens.words[phrase.head].text)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("7 coal-fired power plants in Peru", ("coal-fired power plants", "plants")),
        ("7 sailors died at sea", ("sailors", "sailors")),
        ("7 sales managers left", ("sales managers", "managers")),
        ("7 wounded soldiers", ("wounded soldiers", "soldiers")),
        ("7 U.S. troops", ("U.S. troops", "troops")),
        ("7 people work there", ("people", "people")),
        ("7 of them", None),
        ("7 were hurt", None),
        ("7 in June", None),
        ("7", None),
    ],
)
def test_the_noun_behind_a_number(text, phrase):
    tokens = Tokens(text)
    assert said(tokens, noun_phrase_after(tokens, 1)) == phrase


def test_the_noun_phrase_before_a_token_leaves_its_determiner():
    tokens = Tokens("He sold the old steel mill for cash.")
    assert said(tokens, noun_phrase_before(tokens, 6)) == ("old steel mill", "mill")
    assert noun_phrase_before(tokens, 3) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The price of copper rose 7 percent", ("price of copper", "price")),
        ("Exports fell, but farm output has grown 7 percent", ("farm output", "output")),
        ("In Lima, bus fares were raised by 7 cents", ("bus fares", "fares")),
        ("About 7 in all", None),
        ("He said the old fund pays 7 cents", ("old fund", "fund")),
        ("A mining firm, which has 7 pits, closed", ("mining firm", "firm")),
        ("The firm (once a bank) owes 7 cents", ("firm", "firm")),
        ("27 percent of farm exports cost 7 cents", ("farm exports", "exports")),
        ("In May the firm owed 7 cents", ("firm", "firm")),
        ("Fares rose and later fell 7 cents", ("Fares", "Fares")),
        ("Firm to spend 7 cents", ("Firm", "Firm")),
        ("Rents, owners say, rose 7 cents", ("Rents", "Rents")),
        ("Sailors who took a pill lost 7 cents", ("Sailors who took a pill", "Sailors")),
    ],
)
def test_the_subject_of_the_clause_of_a_number(text, subject):
    tokens = Tokens(text)
    at = next(i for i, word in enumerate(tokens.words) if word.text == "7")
    assert said(tokens, subject_of(tokens, at)) == subject


def test_singulars():
    plurals = ["countries", "people", "women", "plants", "buses", "crises", "glass", "series", "foobaries", "blarxes", "assists"]
    assert [singular(word) for word in plurals] == ["country", "person", "woman", "plant", "bus", "crisis", "glass", "series", "foobary", "blarx", "assist"]


@given(st.text(alphabet="ab AZ7.,-'\n;") | st.text(), st.integers(0, 20))
def test_any_text_is_read_and_phrases_stay_inside_it(text, at):
    tokens = Tokens(text)
    if at < len(tokens):
        first, last = clause_of(tokens, at)
        assert first <= at < last
        for phrase in (noun_phrase_after(tokens, at), noun_phrase_before(tokens, at), subject_of(tokens, at)):
            assert phrase is None or 0 <= phrase.first <= phrase.head < phrase.last <= len(tokens)
