"""Who says so: the speaker of the sentence, of the quotation that it stands in, or a source that it names."""

from bisect import bisect_right
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.claim import Feature
from factdb.claims.names import Names
from factdb.claims.sources import Sources
from factdb.claims.speech import CLOSING, Told, cues, told
from factdb.mentions.mention import Mention, Timex
from factdb.text.tokens import Tokens

_OPENING = frozenset('"\u201c')
_MARKS = _OPENING | CLOSING
_BULLETS = frozenset("\u2022*-\u2013")
_NEAR_VERB = 3
_OPENING_WORDS = 3

_SAYS = {
    "told": "The sentence names the speaker before or behind a word of speech.",
    "quoted": "The sentence quotes the speaker.",
    "saying": "The sentence names who is saying so.",
    "according_to": "The sentence names its source after “according to”.",
    "quotation": "The quotation that the sentence stands in has this speaker.",
    "announced": "The sentence before ends in a colon and names the speaker.",
}
_FEATURES = {reason: Feature(f"attribution.{reason}", says, 0) for reason, says in _SAYS.items()}


class Attribution(NamedTuple):
    """A name as the article gives it, and the reason for it."""

    name: str
    reason: str

    @property
    def feature(self) -> Feature:
        return _FEATURES[self.reason]


class Teller(NamedTuple):
    """Who says something, and the token of the word of speech."""

    name: str
    verb: int


class Speakers:
    """The speaker of every sentence of an article, found in one pass from its start."""

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self._tokens = tokens
        self._starts = [first for first, _ in tokens.sentences]
        self._sources = Sources(tokens, names)
        self._told: dict[int, Told] = {}
        self._by_sentence: list[Attribution | None] = []
        self._read()

    def of(self, mention: Mention) -> Attribution | None:
        """Who says what a mention stands for; nobody for the day of the saying itself and for what describes the speaker."""
        at = bisect_right(self._starts, mention.first) - 1
        found = self._told.get(at)
        if found and (not found.covers(self._tokens, mention.first) or (isinstance(mention, Timex) and self._is_day_of_saying(mention, found))):
            return None
        return self._by_sentence[at]

    def teller_on(self, timex: Timex) -> Teller | None:
        """Who says something on a date that is the day of the saying itself."""
        at = bisect_right(self._starts, timex.first) - 1
        found, said = self._told.get(at), self._by_sentence[at]
        return Teller(said.name, found.verb) if found and said and self._is_day_of_saying(timex, found) else None

    def _is_day_of_saying(self, timex: Timex, found: Told) -> bool:
        """ "said on Friday", "on Friday said", "On Friday, officials said"."""
        if 0 < timex.first - found.verb <= _NEAR_VERB or 0 <= timex.first - found.last < _NEAR_VERB or timex.last == found.verb:
            return True
        opens = timex.first - self._tokens.sentence_of(timex.first)[0] <= _OPENING_WORDS and timex.last <= found.first
        return opens and timex.precision == "day" and not found.stands_last(self._tokens)

    def _read(self) -> None:
        """Sentence by sentence: the source that it tells, else the speaker of the quotation or of the text behind a colon."""
        quotation = _Quotation()
        words, lows, telling = self._tokens.words, self._tokens.lows, cues()
        for n, (first, last) in enumerate(self._tokens.sentences):
            low = lows[first:last]
            said = None if telling.isdisjoint(low) else self._hear(n, first, last)
            inside = quotation.enter(low, first == 0 or bool(words[first - 1].classes & lexicon.PARAGRAPH))
            self._by_sentence.append(said or (self._last() if inside else None))
            if said:
                for waiting in quotation.waiting:  # who is named only later in a quotation speaks its first sentences too
                    self._by_sentence[waiting] = Attribution(said.name, "quotation")
            quotation.leave(low, n, said is not None)

    def _hear(self, n: int, first: int, last: int) -> Attribution | None:
        found = told(self._tokens, first, last)
        name = self._sources.name(found) if found else None
        if found is None or name is None:
            return None
        self._told[n] = found
        return Attribution(name, found.rule)

    def _last(self) -> Attribution | None:
        return Attribution(self._sources.speaker, "quotation") if self._sources.speaker else None


class _Quotation:
    """Whether a sentence stands in a quotation: between marks, or in what a colon at the end of a paragraph opens.

    `waiting` are the sentences of an open quotation that have not told their speaker.
    """

    def __init__(self) -> None:
        self.waiting: list[int] = []
        self._open = False
        self._block = False
        self._colon = False

    def enter(self, low: list[str], begins_paragraph: bool) -> bool:
        """Whether the sentence with these words belongs to somebody's speech from its start."""
        marked = low[0] in _OPENING
        if begins_paragraph:
            self._block = self._block and (marked or low[0] in _BULLETS or self._colon)
            if marked and low[0] == '"':
                self._open = False  # each paragraph of a long quotation opens it again
        self._colon = False
        return self._open or marked or self._block

    def leave(self, low: list[str], n: int, said: bool) -> None:
        """Heed the marks of a sentence and the colon at its end."""
        for mark in filter(_MARKS.__contains__, low):
            self._open = not self._open if mark == '"' else mark in _OPENING
        self._colon = said and low[-1] == ":"
        self._block = self._block or self._colon
        if said or not self._open:
            self.waiting = []
        else:
            self.waiting.append(n)
