"""Names of people, countries and bodies in a stretch of a text: runs of words with capitals."""

from collections.abc import Iterator
from functools import cache

from factdb import lexicon
from factdb.text import parts
from factdb.text.tokens import Tokens

_INSIDE = frozenset(("of", "the", "for", "-", "'", "\u2019", "s", "&", "al", "bin", "de", "la", "van", "von"))
_POSSESSIVE = frozenset("'\u2019")
_LONGEST = 6
_DATED = lexicon.MONTH | lexicon.WEEKDAY


@cache
def titles() -> frozenset[str]:
    return frozenset(lexicon.words("titles.toml", "title"))


def names(tokens: Tokens, first: int, last: int) -> Iterator[str]:
    """The names between two tokens, titles and possessives left out, each once."""
    seen = set()
    here = first
    while here < last:
        end = name_end(tokens, here, last)
        begin = _after_titles(tokens, here, end)
        if begin < end and (name := tokens.quote(begin, end)) not in seen:
            seen.add(name)
            yield name
        here = max(end, here + 1)


def name_end(tokens: Tokens, first: int, last: int) -> int:
    """The token behind the name that begins at a token, at most `last`; that token itself where no name begins."""
    words = tokens.words
    if not _begins(tokens, first):
        return first
    end = here = first + 1
    while here < last and (words[here].capital or words[here].low in _INSIDE or _is_initial(tokens, here)):
        if words[here].classes & _DATED or (words[here].text in _POSSESSIVE and here + 1 < last and words[here + 1].low == "s"):
            break
        here += 1
        if words[here - 1].capital:
            end = here
    return end


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Whether a token is the stop of an initial: "George W. Bush"."""
    before = tokens.words[at - 1]
    return at > 0 and tokens.words[at].text == "." and before.size == 1 and before.capital


def _begins(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if not word.capital or word.classes & _DATED:
        return False
    return not parts.readings(word.low) & parts.CLOSED or (word.text.isupper() and word.size > 1)


def _after_titles(tokens: Tokens, first: int, last: int) -> int:
    """The token behind the last title of a name: "South African President Thabo Mbeki" is named from "Thabo" on."""
    for at in range(last - 2, first - 1, -1):
        if tokens.words[at].low in titles():
            return at + 1
    return first


def name_around(tokens: Tokens, at: int) -> str | None:
    """The name, titles left out, in which the word with a capital at a token stands."""
    first = at
    while first > max(0, at - _LONGEST) and (tokens.words[first - 1].capital or _is_initial(tokens, first - 1) or tokens.words[first - 1].low in _INSIDE):
        first -= 1
    word = tokens.words[at].text
    return next((name for name in names(tokens, first, min(at + _LONGEST, len(tokens.words))) if word in name), None)
