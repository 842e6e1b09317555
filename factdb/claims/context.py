"""What stands around a mention: its sentence, clause, places, period and speaker. Read once per sentence, shared by all kinds."""

from bisect import bisect_left
from operator import attrgetter
from typing import Any

from factdb.claims.attribution import Speakers
from factdb.claims.claim import Claim, Period
from factdb.claims.names import Names
from factdb.claims.parties import Parties, parties
from factdb.claims.whereabouts import Whereabouts
from factdb.mentions.mention import Mention, Timex
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import noun_phrase_after
from factdb.text.tokens import Tokens

_LEADING = parts.DETERMINER | parts.PREPOSITION | parts.CONJUNCTION


class Sentence:
    """One sentence: its tokens `first` to `last` (half-open), and what is asked about it again and again."""

    __slots__ = ("cues", "first", "flows", "last", "low", "opening", "stance", "timexes", "whens")

    def __init__(self, tokens: Tokens, first: int, last: int, timexes: list[Timex]) -> None:
        self.first = first
        self.last = last
        self.low = tokens.lows[first:last]
        self.timexes = timexes
        self.cues = 0  # the words that wake rules, as `kinds` reads them
        self.opening: str | None = None  # the word that opens it, where its capital says no more; as `Context.plain` reads it
        self.stance: bool | None = None  # whether a stance is shown, as `stance` reads it
        self.flows: list[tuple[int, str]] | None = None  # the words of trade, as `flows` reads them
        self.whens: list[Any] | None = None  # the dates and what they are for, as `periods` reads them


class Context:
    """The scan of one article with its sentences, and what one of them inherits from those before it."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.tokens = scan.tokens
        self.lows = scan.tokens.lows
        self.today = scan.published_on.isoformat()[: len("2000-01-01")] if scan.published_on else ""  # ISO 8601, empty without a date
        self.before: Claim | None = None  # the claim of a number read last
        self.latest: dict[str, Claim] = {}  # the last one of each kind
        self.holds: dict[int, bool] = {}  # whether the date at a token is only a period, as `dates` reads it
        self.here = Sentence(scan.tokens, 0, 0, [])  # that of the mention which is being read
        self.timexes = sorted(scan.timexes, key=attrgetter("first"))
        self.timex_firsts = [t.first for t in self.timexes]  # where each begins, to look them up by token
        self.quantity_firsts = [q.first for q in scan.quantities]
        self.incident: tuple[int, Period | None] = (0, None)  # when the harm told of last came, and where that stands
        self.carried: tuple[int, Period | None] = (0, None)  # the period of a series, and where it was last named
        self.parties = Parties(scan.tokens)
        self.topics: dict[int, str | None] = {}  # who or what each sentence asked for is about, as `topics` reads it
        self.names = Names(scan.tokens)
        self.speakers = Speakers(scan.tokens, self.names)
        self.whereabouts = Whereabouts(scan.tokens, scan.title, self.parties)
        self._title_parties: list[str] | None = None

    def enter(self, mention: Mention) -> None:
        """Turn to the sentence of a mention."""
        first, last = self.tokens.sentence_of(mention.first)
        begin, end = bisect_left(self.timex_firsts, first), bisect_left(self.timex_firsts, last)
        self.here = Sentence(self.tokens, first, last, self.timexes[begin:end])

    def plain(self, phrase: str) -> str:
        """A phrase in which the common word that opens the sentence has no capital: "fall of Imports" is "fall of imports"."""
        here = self.here
        if here.opening is None:
            here.opening = self.tokens.words[here.first].text if self.names.is_common(here.first) else ""
        if not here.opening or here.opening not in phrase:
            return phrase
        return " ".join(word.lower() if word == here.opening else word for word in phrase.split(" "))

    @property
    def title_parties(self) -> list[str]:
        """The parties that the title names, read when first asked for."""
        if self._title_parties is None:
            title = Tokens(self.scan.title or "")
            self._title_parties = [party.name for party in parties(title, 0, len(title.words))]
        return self._title_parties


def phrase_text(tokens: Tokens, first: int, last: int) -> str | None:
    """The words of a stretch without a leading determiner, preposition or adverb, white space made single."""
    words = tokens.words
    while first < last and ((bits := parts.readings(words[first].low)) & _LEADING or bits == parts.ADVERB):
        first += 1
    while last > first and not words[last - 1].text[0].isalnum():
        last -= 1
    return " ".join(tokens.quote(first, last).split()) if last > first else None


def noun_after(tokens: Tokens, at: int) -> str | None:
    """The noun phrase that begins at a token, with an of-phrase behind it."""
    found = noun_phrase_after(tokens, at) if at < len(tokens.words) else None
    if found is None:
        return None
    last = found.last
    if last < len(tokens.words) and tokens.words[last].low in ("of", "in", "for", "between"):
        more = noun_phrase_after(tokens, last + 1)
        last = more.last if more else last
    return phrase_text(tokens, found.first, last)
