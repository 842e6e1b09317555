"""Text for the screen: lines of a width in cells, by offsets into the article, and characters that cannot steer a terminal."""

from collections.abc import Iterator

from rich.cells import cell_len

from factdb.export.cells import UNSAFE
from factdb.spans import Span

_REACH = 2000


def shown(text: str) -> str:
    """The text, one character for one: what could steer the terminal or hide text becomes a mark."""
    return UNSAFE.sub(lambda found: " " if found[0] in "\t\n\r" else "\ufffd", text)


def passage(text: str, focus: Span, width: int, height: int) -> list[Span]:
    """As many lines as fit around a span, as spans of the text, so that the span begins in the upper half."""
    begin = _paragraph(text, focus.start)
    lines = list(wrap(text, Span(begin, min(len(text), focus.end + _REACH)), width))
    at = next((n for n, line in enumerate(lines) if line.end > focus.start), 0)
    first = max(0, min(at - height // 3, len(lines) - height))
    return lines[first : first + height]


def wrap(text: str, span: Span, width: int) -> Iterator[Span]:
    """Lines of at most `width` cells, broken at spaces where there are any; a line of the text begins a new one, blank ones are left out."""
    start = span.start
    while start < span.end:
        newline = text.find("\n", start, span.end)
        stop = span.end if newline < 0 else newline
        yield from _wrap_line(text, start, stop, width)
        start = stop + 1


def _wrap_line(text: str, start: int, stop: int, width: int) -> Iterator[Span]:
    while start < stop:
        while start < stop and text[start].isspace():
            start += 1
        end = _fits(text, start, stop, width)
        if end < stop and not text[end].isspace():
            space = text.rfind(" ", start, end)
            end = space if space > start else end
        if end > start:
            yield Span(start, end)
        start = max(end, start + 1)


def _fits(text: str, start: int, stop: int, width: int) -> int:
    """How far a line may go."""
    end = min(stop, start + width)
    while end > start + 1 and cell_len(shown(text[start:end])) > width:
        end -= 1
    return end


def _paragraph(text: str, place: int) -> int:
    """Where the lines before a place begin: some lines back, at a line or a word."""
    floor = max(0, place - _REACH)
    if floor == 0:
        return 0
    newline, space = text.find("\n", floor, place), text.find(" ", floor, place)
    return max(newline, space, floor) if newline < 0 else newline + 1
