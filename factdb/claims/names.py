"""Names of people, countries and bodies in a stretch of a text: runs of words with capitals."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.parties import is_party
from factdb.text import parts
from factdb.text.tokens import Tokens

_INSIDE = frozenset(("of", "the", "for", "-", "'", "\u2019", "s", "&", "al", "bin", "de", "la", "van", "von"))
_POSSESSIVE = frozenset("'\u2019")
_LONGEST = 6
_PARTICLES = frozenset(("al", "el", "bin", "ibn", "ben", "abu", "de", "la", "van", "von", "der", "da", "di", "du"))
_JOINTS = frozenset("-.'\u2019")
_DATED = lexicon.MONTH | lexicon.WEEKDAY


titles = partial(lexicon.word_set, "titles.toml", "title")


class Name(NamedTuple):
    """Tokens `first` to `last` (half-open), the text, and whether a title or calling stood before it."""

    first: int
    last: int
    text: str
    titled: bool


def named(tokens: Tokens, first: int, last: int) -> Iterator[Name]:
    """The names between two tokens, titles and possessives left out."""
    end = first
    for here in tokens.capitals_in(first, last):
        if here < end:
            continue
        end = name_end(tokens, here, last)
        begin = _after_titles(tokens, here, end)
        if begin < end:
            yield Name(begin, end, tokens.quote(begin, end), begin > here)


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
    return tokens.words[at].text == "." and at > 0 and tokens.words[at - 1].size == 1 and tokens.words[at - 1].capital


def _begins(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if not word.capital or word.classes & _DATED:
        return False
    return not parts.readings(word.low) & parts.CLOSED or (word.text.isupper() and word.size > 1)


def _after_titles(tokens: Tokens, first: int, last: int) -> int:
    """The token behind the last title of a name: "New Zealand Premier Anahera Tane" is named from "Anahera" on."""
    for at in range(last - 2, first - 1, -1):
        if tokens.words[at].low in titles():
            return at + 1
    return first


class Names:
    """The names of one article, asked for when a word of one stands alone."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._full: dict[str, str] = {}
        self._common: dict[str, bool] = {}
        self._places: dict[str, list[int]] | None = None

    @property
    def places(self) -> dict[str, list[int]]:
        """Where each word with a capital stands, found when first asked for."""
        if self._places is None:
            self._places = defaultdict(list)
            words = self._tokens.words
            for at in self._tokens.capitals:
                self._places[words[at].text].append(at)
        return self._places

    def is_common(self, at: int) -> bool:
        """Whether the word that opens a sentence has its capital only from there: a word of English that never has one elsewhere."""
        word = self._tokens.words[at]
        if not word.capital or word.text.isupper() or is_party(word.low) or not parts.known(word.low):
            return False
        if word.text not in self._common:
            self._common[word.text] = all(self._tokens.sentence_of(other)[0] == other for other in self.places[word.text])
        return self._common[word.text]

    def person_from(self, first: int, last: int) -> int:
        """The token at which the name of a person begins in a phrase, behind titles and callings; `first` where there is none."""
        words = self._tokens.words
        at = last
        while at > first and (words[at - 1].capital or words[at - 1].text in _JOINTS or words[at - 1].low in _PARTICLES):
            at -= 1
        if at == last:
            return first
        while at < last and not words[at].text[0].isalpha():
            at += 1
        title = next((here for here in range(last - 2, at - 1, -1) if words[here].low in titles()), None)
        if title is not None:
            return title + 1
        return at if at > first and last - at > 1 else first

    def fullest(self, text: str) -> str:
        """A name of one word in the fullest form that the article has for it: that of the first name which it begins or ends."""
        if " " in text or is_party(text.lower()):
            return text
        if text not in self._full:
            around = (self.around(at) or "" for at in self.places.get(text, ()))
            fuller = (
                part for name in around for part in (name, name.partition(" of ")[0]) if part.startswith(f"{text} ") or part.endswith((f" {text}", f"-{text}"))
            )
            self._full[text] = next(fuller, text)
        return self._full[text]

    def around(self, at: int) -> str | None:
        """The name, titles left out, in which the word with a capital at a token stands."""
        words = self._tokens.words
        first = at
        while first > max(0, at - _LONGEST) and (words[first - 1].capital or _is_initial(self._tokens, first - 1) or words[first - 1].low in _INSIDE):
            first -= 1
        last = min(at + _LONGEST, len(words))
        if first == at and name_end(self._tokens, at, last) == at + 1:
            return words[at].text  # most stand alone
        return next((name.text for name in named(self._tokens, first, last) if words[at].text in name.text), None)
