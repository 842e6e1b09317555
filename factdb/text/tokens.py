"""Sentences and classed tokens of a text, in one pass.

A token is a run of letters, a figure ("54,418", "3.5") or one other sign, together with the white space behind it: so
the tokens tile the text, their offsets are running sums, and no separate tokens stand for space. What is known about a
token's form is a `Word`, made once for each surface form and shared by all texts.

On this path everything happens in C (findall, accumulate, a dictionary look-up per token); Python code runs only for
surface forms that were not seen before and for the tokens that could end a sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Set
from decimal import Decimal
from functools import cache, lru_cache, partial
from itertools import accumulate, compress

from factdb import lexicon
from factdb.spans import Span

# The first branch takes by far the most: a word in plain letters and one space, which the second would take as well, more slowly.
_TOKEN = re.compile(r"[A-Za-z]++ (?=\S)|(?:[^\W0-9]+|[0-9]+(?:[.,][0-9]+)*|[^\w\s])\s*")
_BLANK_LINE = re.compile(r"\n\s*\n|\r\s*\r")

_STOPS = frozenset(".?!\u2026\u3002")
_CLOSERS = frozenset("\"'\u2019\u201d\u00bb)]")
_MEMO_LIMIT = 200_000
_MEMO_LENGTH = 64
_DECIMAL_DIGITS = 1_000


class Word:
    """What the form of a token tells, the same wherever it stands. Immutable by convention.

    `text` is the token without the white space behind it and `low` its lower case; `size` its length in code points;
    `space` whether white space follows; `capital` whether it starts with a capital; `classes` the bits of its word
    classes (see `factdb.lexicon`); `form` and `letter` are the memo of `factdb.text.forms`, the letter empty until it is asked for.
    """

    __slots__ = ("capital", "classes", "form", "letter", "low", "size", "space", "text")

    def __init__(self, piece: str, classes: Mapping[str, int]) -> None:
        text = piece.rstrip()
        self.text = text
        self.form, self.letter = 0, ""
        self.low = text.lower()
        self.size = len(text)
        self.space = len(piece) > len(text)
        self.capital = text[0].isupper()
        bits = classes.get(self.low, 0)
        if "0" <= text[0] <= "9":
            bits |= lexicon.DIGITS
        if text in _STOPS:
            bits |= lexicon.STOP
        if self.space and _BLANK_LINE.search(piece, len(text)):
            bits |= lexicon.PARAGRAPH
        self.classes = bits

    def __repr__(self) -> str:
        return f"Word({self.text!r})"


class Vocabulary(dict[str, Word]):
    """Surface form to Word, filled as forms are met. A memo only: dropping it changes no result."""

    def __init__(self, classes: Mapping[str, int]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, piece: str) -> Word:
        word = Word(piece, self._classes)
        if len(piece) <= _MEMO_LENGTH:
            if len(self) >= _MEMO_LIMIT:
                self.clear()
            self[piece] = word
        return word


@cache
def english() -> Vocabulary:
    """The vocabulary over the word lists that ship with factdb."""
    return Vocabulary(lexicon.word_classes())


class Tokens:
    """The tokens of a text as parallel lists, and its sentences.

    `words[i]` is token i, `lows[i]` the same lower-cased; `starts[i]` its first code point (one more entry at the end:
    the length of the text). `sentences` are half-open ranges of tokens; `sentence_of(i)` finds the one of a token. `tags`
    and `tagged` are the memo of `factdb.text.tags`.
    """

    __slots__ = (
        "_capitals",
        "_classed",
        "_clause",
        "_cuts",
        "_latest",
        "_sentence_starts",
        "classes",
        "lows",
        "sentences",
        "starts",
        "tagged",
        "tags",
        "text",
        "words",
    )

    def __init__(self, text: str, vocabulary: Vocabulary | None = None) -> None:
        pieces = _TOKEN.findall(text)
        lead = len(text) - len(text.lstrip())
        self.text = text
        self.starts = list(accumulate(map(len, pieces), initial=lead))
        self.words = list(map((vocabulary or english()).__getitem__, pieces))
        self.lows = [word.low for word in self.words]
        self.classes = [word.classes for word in self.words]
        self._classed = list(compress(range(len(pieces)), self.classes))
        self.sentences = _sentences(self.words, self.having(lexicon.STOP | lexicon.PARAGRAPH))
        self._sentence_starts = [first for first, _ in self.sentences]
        self._latest = (0, 0)
        self._clause = (0, 0)
        self._cuts: list[int] | None = None
        self._capitals: list[int] | None = None
        self.tags: dict[int, str] = {}
        self.tagged = (0, "")

    def __len__(self) -> int:
        return len(self.words)

    @property
    def capitals(self) -> list[int]:
        """The tokens that start with a capital, found when first asked for."""
        if self._capitals is None:
            self._capitals = [at for at, word in enumerate(self.words) if word.capital]
        return self._capitals

    @property
    def begins(self) -> list[int]:
        """The code points at which the sentences begin."""
        return [self.starts[first] for first in self._sentence_starts]

    def capitals_in(self, first: int, last: int) -> list[int]:
        """Those of `capitals` that stand from token `first` to `last`."""
        capitals = self.capitals
        return capitals[bisect_left(capitals, first) : bisect_left(capitals, last)]

    def end(self, at: int) -> int:
        """The code point behind token `at`, its white space not counted."""
        return self.starts[at] + self.words[at].size

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last`, half-open."""
        return Span(self.starts[first], self.starts[last - 1] + self.words[last - 1].size)

    def quote(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.starts[last - 1] + self.words[last - 1].size]

    def glued(self, at: int) -> bool:
        """Whether no white space stands before token `at`."""
        return at > 0 and not self.words[at - 1].space

    def having(self, mask: int) -> list[int]:
        """The tokens that carry one of the word classes of `mask`, in order."""
        classes = self.classes
        return [at for at in self._classed if classes[at] & mask]

    def having_in(self, mask: int, first: int, last: int) -> list[int]:
        """Those of `having(mask)` that stand from token `first` to `last`; looks at no others."""
        classes, classed = self.classes, self._classed
        return [at for at in classed[bisect_left(classed, first) : bisect_left(classed, last)] if classes[at] & mask]

    def among(self, words: Set[str], first: int, last: int) -> list[int]:
        """The tokens from `first` to `last` whose lower-cased word is one of `words`, in order; where none is, that is seen at a glance."""
        lows = self.lows[first:last]
        return [] if words.isdisjoint(lows) else [at for at, low in enumerate(lows, first) if low in words]

    def clause_of(self, at: int, reach: int) -> tuple[int, int]:
        """The tokens (half-open) around token `at` up to the next sign or word that parts clauses, inside its sentence and within `reach`."""
        first, last = self._clause  # most ask about the same one again and again
        if not first <= at < last:
            cuts = self._cuts
            if cuts is None:
                cuts = self._cuts = self.having(lexicon.CUT)
            first, last = self.sentence_of(at)
            cut = bisect_left(cuts, at)
            if cut and cuts[cut - 1] >= first:
                first = cuts[cut - 1] + 1
            parts = cut < len(cuts) and cuts[cut] == at
            cut += parts
            if cut < len(cuts) and cuts[cut] < last:
                last = cuts[cut]
            if not parts:  # what stands at a cut belongs to both sides of it
                self._clause = first, last
        return max(first, at - reach), min(last, at + reach)

    def sentence_number(self, at: int) -> int:
        """Where in `sentences` the one of token `at` stands."""
        return bisect_right(self._sentence_starts, at) - 1

    def sentence_of(self, at: int) -> tuple[int, int]:
        first, last = self._latest  # most ask about the same one again and again
        if not first <= at < last:
            self._latest = self.sentences[bisect_right(self._sentence_starts, at) - 1]
        return self._latest


def words_of(text: str, vocabulary: Vocabulary | None = None) -> list[Word]:
    """The words of the tokens of a text alone, for who needs neither places nor sentences."""
    return list(map((vocabulary or english()).__getitem__, _TOKEN.findall(text)))


@lru_cache(maxsize=10_000)
def figure(text: str) -> Decimal | None:
    """The value of a token of digits: commas group thousands ("54,418"), a point is decimal.

    None where the separators fit neither ("192.168.1.2", "1,2,3") or the digits are absurdly many.
    """
    if len(text) > _DECIMAL_DIGITS:
        return None
    whole, _, fraction = text.partition(".")
    head, *thousands = whole.split(",")
    if thousands and (len(head) > 3 or any(len(group) != 3 for group in thousands)):
        return None
    if "." in fraction or "," in fraction:
        return None
    return Decimal(text.replace(",", ""))


def _sentences(words: list[Word], stops: list[int]) -> list[tuple[int, int]]:
    """Half-open ranges of tokens; they tile the text. `stops` are the tokens that could end one."""
    found = []
    first = 0
    for at in stops:
        if at < first:
            continue
        last = _sentence_end(words, at)
        if last:
            found.append((first, last))
            first = last
    if first < len(words):
        found.append((first, len(words)))
    return found


def _sentence_end(words: list[Word], at: int) -> int:
    """The token behind a sentence that the stop or the paragraph at token `at` ends; 0 if it goes on."""
    last = at + 1
    if not words[at].classes & lexicon.PARAGRAPH:
        while last < len(words) and words[last].text in _CLOSERS and not words[last - 1].space:
            last += 1
        if last == len(words) or words[last - 1].classes & lexicon.PARAGRAPH:
            return last
        if not words[last - 1].space or (words[at].text == "." and _goes_on(words, at, words[last])):
            return 0
    return last


def _goes_on(words: list[Word], at: int, following: Word) -> bool:
    """Whether the full stop at token `at` belongs to an abbreviation, an initial or an ellipsis inside a sentence."""
    if following.low == following.text and following.text[0].isalpha():
        return True
    before = words[at - 1] if at else None
    if before is None or before.space:
        return False
    if before.low in _titles():
        return True
    short = before.size == 1 and before.text.isalpha() and before.capital
    return (short or _dotted(words, at) in _either()) and following.low not in _openers()


def _dotted(words: list[Word], at: int) -> str:
    """The abbreviation before a full stop, with the inner stops of "a.m." and "U.S."."""
    first = at - 1
    while first >= 2 and words[first - 1].text == "." and not words[first - 1].space and words[first - 2].size == 1:
        first -= 2
    return "".join(word.low for word in words[first:at])


_titles = partial(lexicon.word_set, "sentences.toml", "title")


_either = partial(lexicon.word_set, "sentences.toml", "either")


_openers = partial(lexicon.word_set, "sentences.toml", "opener")
