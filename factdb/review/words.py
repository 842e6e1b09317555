"""Marking words of a text by moving edges over them."""

import re

from factdb.spans import Span

_WORD = re.compile(r"\w+(?:[.,]\w+)*|[^\w\s]")
_REACH = 400


def word_at(text: str, place: int) -> Span:
    """The word at a place, or the next one behind it; an empty span at the end where there is none."""
    begin = max(0, place - _REACH)
    for found in _WORD.finditer(text, begin):
        if found.end() > place:
            return Span(*found.span())
    return Span(len(text), len(text))


def next_word(text: str, span: Span) -> Span:
    """The word behind a span; the span's own end where it is the last."""
    found = _WORD.search(text, span.end)
    return Span(*found.span()) if found else Span(span.end, span.end)


def word_before(text: str, span: Span) -> Span:
    """The word before a span; the span's own start where it is the first."""
    last = None
    for last in _WORD.finditer(text, max(0, span.start - _REACH), span.start):  # noqa: B007
        pass
    return Span(*last.span()) if last else Span(span.start, span.start)


def move_end(text: str, span: Span, step: int) -> Span:
    """The span with its end a word further out (1) or in (-1); it never loses its first word."""
    if step > 0:
        return Span(span.start, max(span.end, next_word(text, span).end))
    inner = word_before(text, Span(span.end, span.end))
    shorter = word_before(text, Span(inner.start, inner.start)).end
    return Span(span.start, shorter) if shorter > span.start else span


def move_start(text: str, span: Span, step: int) -> Span:
    """The span with its start a word further out (-1) or in (1); it never loses its last word."""
    if step < 0:
        return Span(min(span.start, word_before(text, span).start), span.end)
    first = word_at(text, span.start)
    inner = next_word(text, first).start
    return Span(inner, span.end) if first.end < inner < span.end else span
