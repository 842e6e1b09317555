"""Lines of the article for the screen: offsets stay true, nothing steers the terminal."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factdb.cli.screen.wrap import passage, shown, wrap
from factdb.spans import Span

TEXT = "One two three four five.\n\nSix seven eight nine ten eleven twelve."


def test_lines_break_at_spaces_and_at_lines_of_the_text():
    lines = [line.quote(TEXT) for line in wrap(TEXT, Span(0, len(TEXT)), 14)]
    assert lines == ["One two three", "four five.", "Six seven", "eight nine ten", "eleven twelve."]


def test_the_claim_is_among_the_lines_whatever_their_number():
    place = TEXT.index("eleven")
    for height in (1, 2, 3, 9):
        assert any("eleven" in line.quote(TEXT) for line in passage(TEXT, Span(place, place + 6), 14, height))


def test_a_long_text_without_a_line_end_is_cut_near_the_claim():
    text = "word " * 400_000 + "fifty ships " + "word " * 400_000
    assert any("fifty" in line.quote(text) for line in passage(text, Span(2_000_000, 2_000_005), 78, 6))


@given(st.text(max_size=200), st.integers(1, 40))
def test_every_line_fits_and_none_overlaps(text, width):
    end = 0
    for line in wrap(text, Span(0, len(text)), width):
        assert line.start >= end
        assert cell_len(shown(line.quote(text))) <= max(width, 2)
        end = line.end


@given(st.text())
def test_what_is_shown_is_as_long_and_steers_nothing(text):
    safe = shown(text)
    assert len(safe) == len(text)
    assert not set(safe) & {"\x1b", "\x9b", "\u202e", "\n", "\t", "\r", "\x00"}
