"""Find the words of a claim again in an edited text: the same words in the same surroundings, or nothing. Never a guess between repeated numbers."""

import re
from collections.abc import Iterator

from factdb.spans import Span

AROUND = 200
"""So many code points on each side are compared."""
_LEAST = 8
_MOST = 200
_WORDS = re.compile(r"\w+")
_SHINGLE = 4
_ALIKE = 0.2


def anchor(old: str, span: Span, new: str) -> int | None:
    """Where the words `old[span]`, which are not empty, begin in the new text.

    The place whose surroundings agree most is taken, when no other agrees as much and when, looked at from there, no other
    place of the old text does. A number inside of a longer number is none of its places.
    """
    if old == new:
        return span.start
    place = _best(old, span, new)
    if place is None:
        return None
    back = _best(new, Span(place, place + span.end - span.start), old)
    return place if back == span.start else None


def _best(old: str, span: Span, new: str) -> int | None:
    places: list[tuple[int, int]] = []
    for place in _places(new, span.quote(old)):
        if len(places) == _MOST:
            return None
        places.append((_agreement(old, span, new, place), place))
    places.sort(reverse=True)
    if not places or places[0][0] < min(_LEAST, len(new) - len(span.quote(old))):
        return None
    return None if len(places) > 1 and places[0][0] == places[1][0] else places[0][1]


def alike(one: str, two: str) -> bool:
    """Whether two texts are versions of one: a fair part of the shorter one's runs of words stands in the other."""
    first, second = _shingles(one), _shingles(two)
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second)))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        if not _inside(text, at, at + len(words)):
            yield at
        at = text.find(words, at + 1)


def _inside(text: str, start: int, end: int) -> bool:
    """Whether the words are part of a longer word or number there."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    longer = before[-1:].isalnum() and text[start].isalnum(), after[:1].isalnum() and text[end - 1].isalnum()
    number = re.fullmatch(r"\d[.,]", before) and text[start].isdecimal(), re.fullmatch(r"[.,]\d", after) and text[end - 1].isdecimal()
    return any(longer) or any(number)


def _agreement(old: str, span: Span, new: str, place: int) -> int:
    """How many code points agree on both sides, outwards from the words."""
    end = place + span.end - span.start
    before = _common(old[max(0, span.start - AROUND) : span.start][::-1], new[max(0, place - AROUND) : place][::-1])
    return before + _common(old[span.end : span.end + AROUND], new[end : end + AROUND])


def _common(one: str, two: str) -> int:
    """How many code points two texts begin alike."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _shingles(text: str) -> set[int]:
    words = _WORDS.findall(text.lower())
    return {hash(tuple(words[at : at + _SHINGLE])) for at in range(max(1, len(words) - _SHINGLE + 1))}
