"""Marking words: edges move over whole words and never cross."""

from hypothesis import given
from hypothesis import strategies as st

from factdb.review import words
from factdb.spans import Span

TEXT = "Some 1,400 ships, over 3.5 million tonnes."


def at(quote):
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


def test_a_number_with_its_separators_is_one_word():
    assert words.word_at(TEXT, 7).quote(TEXT) == "1,400"
    assert words.next_word(TEXT, at("over")).quote(TEXT) == "3.5"
    assert words.word_before(TEXT, at("over")).quote(TEXT) == ","


def test_edges_move_out_and_in_again():
    span = at("1,400")
    assert words.move_end(TEXT, span, 1).quote(TEXT) == "1,400 ships"
    assert words.move_end(TEXT, at("1,400 ships"), -1) == span
    assert words.move_start(TEXT, span, -1).quote(TEXT) == "Some 1,400"
    assert words.move_start(TEXT, at("Some 1,400"), 1) == span


def test_the_last_word_stays():
    for move in (words.move_end, words.move_start):
        assert move(TEXT, at("ships"), -1 if move is words.move_end else 1) == at("ships")


@given(st.text(max_size=60), st.integers(0, 60), st.lists(st.tuples(st.booleans(), st.sampled_from([1, -1])), max_size=20))
def test_edges_stay_in_the_text_and_in_order(text, place, moves):
    span = words.word_at(text, min(place, len(text)))
    for end, step in moves:
        span = (words.move_end if end else words.move_start)(text, span, step)
        assert 0 <= span.start <= span.end <= len(text)
