"""A line of text under the fingers."""

from hypothesis import given
from hypothesis import strategies as st

from factdb.review.line import Line

KEYS = st.one_of(st.sampled_from(["left", "right", "home", "end", "backspace", "delete", "ctrl+u", "f5", "enter"]), st.characters())


def typed(keys, start=""):
    line = Line.of(start)
    for key in keys:
        line = line.press(key)
    return line


def test_characters_go_in_where_the_cursor_is():
    assert typed(["a", "c", "left", "b", "end", "d"]).text == "abcd"
    assert typed(["backspace", "home", "delete"], "cold").text == "ol"
    assert typed(["ctrl+u", "x"], "cold").text == "x"


@given(st.lists(KEYS))
def test_the_cursor_stays_in_the_text(keys):
    line = typed(keys, "start")
    assert 0 <= line.at <= len(line.text)
    assert line.text.isprintable()
