"""Who says so: the speaker of the sentence, of the quotation that it stands in, or a source that it names."""

from typing import NamedTuple

from factdb.claims.claim import Feature
from factdb.claims.names import Names
from factdb.claims.quotations import MARKS, Quoted, quoted
from factdb.claims.sources import Sources
from factdb.claims.speech import Told
from factdb.mentions.mention import Mention, Timex
from factdb.text.tokens import Tokens

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
    """The speaker of every sentence of an article, found when asked for."""

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self._tokens = tokens
        self._sources = Sources(tokens, names)
        self._waiting: dict[int, str | None] = {}
        self._quotations: dict[int, Quoted] | None = None

    def of(self, mention: Mention) -> Attribution | None:
        """Who says what a mention stands for; nobody for the day of the saying itself and for what describes the speaker."""
        n = self._tokens.sentence_number(mention.first)
        heard = self._sources.in_sentence(n)
        if heard is None:
            return self._quoted(n)
        told = heard.told
        if not told.covers(self._tokens, mention.first) or (isinstance(mention, Timex) and self._is_day_of_saying(mention, told)):
            return None
        return Attribution(heard.name, told.rule)

    def is_quoted(self, at: int) -> bool:
        """Whether a token stands in somebody's speech: its sentence from its start, or marks before it are open."""
        found = self._quotation(self._tokens.sentence_number(at))
        marks = sum(map(MARKS.__contains__, self._tokens.lows[self._tokens.sentence_of(at)[0] : at]))
        return marks % 2 == 1 or (found is not None and found.inside)

    def teller_on(self, timex: Timex) -> Teller | None:
        """Who says something on a date that is the day of the saying itself."""
        heard = self._sources.in_sentence(self._tokens.sentence_number(timex.first))
        return Teller(heard.name, heard.told.verb) if heard and self._is_day_of_saying(timex, heard.told) else None

    def _is_day_of_saying(self, timex: Timex, told: Told) -> bool:
        """ "said on Friday", "on Friday said", "On Friday, officials said"."""
        if 0 < timex.first - told.verb <= _NEAR_VERB or 0 <= timex.first - told.last < _NEAR_VERB or timex.last == told.verb:
            return True
        opens = timex.first - self._tokens.sentence_of(timex.first)[0] <= _OPENING_WORDS and timex.last <= told.first
        return opens and timex.precision == "day" and not told.stands_last(self._tokens)

    def _quotation(self, n: int) -> Quoted | None:
        """The quotation that a sentence stands in; all are found when one is first asked for."""
        if self._quotations is None:
            self._quotations = quoted(self._tokens, self._sources)
        return self._quotations.get(n)

    def _quoted(self, n: int) -> Attribution | None:
        """The speaker of the quotation that a sentence without a source stands in: who is named later in it, else who spoke last."""
        found = self._quotation(n)
        if found is None:
            return None
        name = self._named_later(n) or (self._sources.speaker_before(n) if found.inside else None)
        return Attribution(name, "quotation") if name else None

    def _named_later(self, n: int) -> str | None:
        """The first source of the sentences that an open quotation goes on over; the same for all of them."""
        if n not in self._waiting:
            last = n
            heard = None
            while heard is None and self._goes_on(last):
                last += 1
                heard = self._sources.in_sentence(last)
            self._waiting.update(dict.fromkeys(range(n, last + 1), heard and heard.name))
        return self._waiting[n]

    def _goes_on(self, n: int) -> bool:
        """Whether marks stand open between a sentence and another one behind it."""
        found = self._quotation(n)
        return found is not None and found.goes_on and n + 1 < len(self._tokens.sentences)
