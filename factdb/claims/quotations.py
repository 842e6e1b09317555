"""Which sentences stand in a quotation: between marks, or in what a colon at the end of a paragraph opens."""

from typing import NamedTuple

from factdb import lexicon
from factdb.claims.sources import Sources
from factdb.claims.speech import CLOSING
from factdb.text.tokens import Tokens

_OPENING = frozenset('"\u201c')
MARKS = _OPENING | CLOSING
_BULLETS = frozenset("\u2022*-\u2013")


class Quoted(NamedTuple):
    """Whether a sentence belongs to somebody's speech from its start, and whether marks stand open behind it."""

    inside: bool
    goes_on: bool


def quoted(tokens: Tokens, sources: Sources) -> dict[int, Quoted]:
    """What is so of the sentences by their number, those left out of which neither is."""
    words, lows = tokens.words, tokens.lows
    if not any(mark in tokens.text for mark in MARKS) and not any(lows[last - 1] == ":" for _, last in tokens.sentences):
        return {}
    marks = iter(tokens.among(MARKS, 0, len(words)))
    mark = next(marks, len(words))
    found = {}
    opened = block = colon = False
    for n, (first, last) in enumerate(tokens.sentences):
        ends = lows[last - 1] == ":"
        if mark >= last and not (opened or block or ends):
            colon = False
            continue
        marked = lows[first] in _OPENING
        if first == 0 or words[first - 1].classes & lexicon.PARAGRAPH:
            block = block and (marked or lows[first] in _BULLETS or colon)
            opened = opened and lows[first] != '"'  # each paragraph of a long quotation opens it again
        inside = opened or marked or block
        while mark < last:
            opened = not opened if lows[mark] == '"' else lows[mark] in _OPENING
            mark = next(marks, len(words))
        colon = ends and sources.in_sentence(n) is not None
        block = block or colon
        if inside or opened:
            found[n] = Quoted(inside, opened)
    return found
