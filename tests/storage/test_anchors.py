"""Words of an edited text are found again by their surroundings, or not at all."""

from hypothesis import assume, given
from hypothesis import strategies as st

from factdb.spans import Span
from factdb.storage.anchors import alike, anchor

OLD = "The quake near Lorca killed 12 people. In Murcia 12 people were hurt, and 1,200 homes fell."


def moved(quote, new, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = OLD.index(quote, start + 1)
    place = anchor(OLD, Span(start, start + len(quote)), new)
    return None if place is None else new[max(0, place - 9) : place + len(quote)]


def test_the_same_words_are_told_apart_by_what_stands_around_them():
    new = "Update: " + OLD.replace("In Murcia", "Farther south in Murcia")
    assert moved("12 people", new) == "a killed 12 people"[-18:]
    assert moved("12 people", new, nth=1) == "n Murcia 12 people"


def test_one_that_is_gone_is_not_guessed_from_the_other():
    assert moved("12 people", OLD.replace("killed 12 people", "killed 17 people")) is None
    assert moved("12 people", "12 people, 12 people") is None
    old = "The fire killed 12 people in Oslo. It killed 12 people in Bergen."
    start = old.index("12")
    assert anchor(old, Span(start, start + 9), old.replace("12 people in Oslo", "17 people in Oslo")) is None


def test_a_number_inside_of_another_is_no_place():
    start = OLD.index("12")
    for new in ("The quake near Lorca killed 120 people.", "The quake near Lorca killed 12.5 people.", "The quake near Lorca killed 4,12 people."):
        assert anchor(OLD, Span(start, start + 2), new) is None


def test_versions_are_alike_and_other_texts_are_not():
    assert alike(OLD, OLD.replace("12", "17") + " Rescuers still search the old town for those who slept there.")
    assert not alike(OLD, "Lorca, a town near Murcia, sold more wine than ever: over 9 million litres went abroad this year.")


@given(st.text(min_size=1), st.integers(0), st.integers(1))
def test_the_same_text_keeps_every_place(text, start, length):
    start = min(start, len(text) - 1)
    span = Span(start, min(len(text), start + length))
    assert anchor(text, span, text) == start


@given(st.text("ab 1.", max_size=40), st.text("ab 1.", max_size=40), st.integers(0, 40), st.integers(1, 5))
def test_what_is_found_are_the_same_words(old, new, start, length):
    assume(start < len(old))
    span = Span(start, min(len(old), start + length))
    place = anchor(old, span, new)
    assert place is None or new[place : place + span.end - span.start] == span.quote(old)
