"""What a source is called: its title left out, in the fullest form that the article gives, a mere noun taken back to a name."""

from typing import NamedTuple

from factdb import lexicon
from factdb.claims.names import Names, name_end, named, titles
from factdb.claims.parties import is_party
from factdb.claims.speech import PRONOUNS, Told, is_mark_of_owner, source_behind, told, words_of
from factdb.text import parts
from factdb.text.phrases import NounPhrase
from factdb.text.tokens import Tokens

_PUBLISHED = parts.PARTICIPLE | parts.PAST
_FURTHEST_ISSUER = 4


class Heard(NamedTuple):
    """What a sentence tells of its source: the phrase, and what the source is called."""

    told: Told
    name: str


class Sources:
    """The sources of one article, each sentence heard only when asked for.

    What was named before explains what is said later ("he", "the ministry"): for such a sentence all before it are heard, in order.
    """

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self._tokens = tokens
        self._names = names
        self._heard: dict[int, Heard | None] = {}
        self._known: list[tuple[frozenset[str], str]] = []  # the words and the name of each source of the sentences heard in order
        self._speakers: list[str | None] = [None]  # for each of them who spoke last before it

    def in_sentence(self, n: int) -> Heard | None:
        """What sentence number `n` tells; None where it names no source."""
        if n not in self._heard:
            found = told(self._tokens, *self._tokens.sentences[n])
            name = self._name(found) if found else None
            self._heard[n] = Heard(found, name) if found and name else None
        return self._heard[n]

    def speaker_before(self, n: int) -> str | None:
        """The last source before sentence number `n`, documents left out."""
        while len(self._speakers) <= n:
            heard = self.in_sentence(len(self._speakers) - 1)
            self._speakers.append((self._remember(heard) if heard else None) or self._speakers[-1])
        return self._speakers[n]

    def _known_before(self, at: int) -> list[tuple[frozenset[str], str]]:
        """What the sentences before that of a token have named."""
        self.speaker_before(self._tokens.sentence_number(at))
        return self._known

    def _remember(self, heard: Heard) -> str | None:
        """Keep a source that is more than a pronoun; the name where it speaks itself."""
        phrase, name = heard.told.head, heard.name
        low = self._tokens.lows[phrase.head]
        if low in PRONOUNS:
            return None
        self._known.append((frozenset(self._tokens.lows[phrase.first : phrase.last]) | frozenset(name.lower().split()), name))
        return None if low in words_of("document") else name

    def _name(self, told: Told) -> str | None:
        """The name of a source; the last one for a pronoun, and for a noun that nothing named so far explains the noun itself."""
        low = self._tokens.words[told.head.head].low
        if low in PRONOUNS:
            return self._last(told)
        return self._issuer(told) if low in words_of("document") else self._named_or_plain(told.head, told.last)

    def _last(self, told: Told) -> str | None:
        known = self._known_before(told.verb)
        return known[-1][1] if known else self._person_before(told.verb)

    def _person_before(self, at: int) -> str | None:
        """The person with a title who is named first in the sentence before that of a token, for whom "she" stands there."""
        number = self._tokens.sentence_number(at)
        first, last = self._tokens.sentences[number - 1] if number else (0, 0)
        person = next((name for name in named(self._tokens, first, last) if name.titled), None)
        return self._names.fullest(person.text) if person else None

    def _named_or_plain(self, phrase: NounPhrase, last: int) -> str | None:
        return self._person(phrase) or self._body(phrase) or self._meant(phrase) or self._plain(phrase.first, last)

    def _person(self, phrase: NounPhrase) -> str | None:
        """The name behind titles and callings: "Norwegian Prime Minister Kari Moe", "union economist Kari Moe"; or that of a body."""
        words = self._tokens.words
        at = phrase.last
        while at > phrase.first and self._named(at - 1):
            at -= 1
        if at == phrase.last or words[phrase.head].classes & lexicon.CARDINAL:
            return None
        titled = (here for here in range(phrase.last - 2, phrase.first - 1, -1) if words[here].low in titles())
        title = next((here for here in titled if words[here + 1].low not in words_of("speaker")), None)
        first = at if title is None else max(at, title + 1)
        body = phrase.last - first == 1 or words[phrase.head].low in words_of("speaker")
        return self._fullest(first, max(name_end(self._tokens, first, self._tokens.sentence_of(first)[1]), phrase.last) if body else phrase.last)

    def _named(self, at: int) -> bool:
        word = self._tokens.words[at]
        return word.capital or (word.text in "-.&/" and self._tokens.glued(at))

    def _fullest(self, first: int, last: int) -> str:
        return self._names.fullest(" ".join(self._tokens.quote(first, last).split()))

    def _body(self, phrase: NounPhrase) -> str | None:
        """The name of a medium before the word for its sort: "the Baltic Courier newspaper"; not "Finnish newspapers"."""
        words = self._tokens.words
        at = phrase.last
        while at > phrase.first and words[at - 1].low in words_of("media") and not words[at - 1].capital:
            at -= 1
        first = at
        while first > phrase.first and words[first - 1].capital:
            first -= 1
        if at == phrase.last or first == at or (at - first == 1 and is_party(words[first].low)):
            return None
        return self._fullest(first, at)

    def _meant(self, phrase: NounPhrase) -> str | None:
        """What "the ministry", "the paper" or "the premier" stands for: the last source of that sort, else a body so named before."""
        words = self._tokens.words
        if phrase.last - phrase.first > 1 or not phrase.first or words[phrase.first - 1].low not in ("the", "its", "this"):
            return None
        return self._of_sort(words[phrase.head].low, phrase.first)

    def _of_sort(self, low: str, before: int) -> str | None:
        medium = low in words_of("media")
        for known, name in reversed(self._known_before(before)):
            if low in known or (medium and not known.isdisjoint(words_of("masthead"))):
                return name
        return self._body_with(low.capitalize(), before)

    def _body_with(self, word: str, before: int) -> str | None:
        """The name with this word that stands last before a token: for "the bank" the "Bank of Norway"."""
        earlier = (at for at in reversed(self._names.places.get(word, ())) if at < before)
        found = (self._names.around(at) or "" for at in earlier)
        return next((name for name in found if " " in name), None)

    def _issuer(self, told: Told) -> str | None:
        """Whose report or figures they are; a report with a name keeps it, "the report" is the last one's."""
        tokens, phrase = self._tokens, told.head
        first = phrase.head
        while first > phrase.first and tokens.words[first - 1].capital and tokens.words[phrase.head].capital:
            first -= 1
        if first < phrase.head:
            return tokens.quote(first, phrase.last)
        return self._owner(phrase) or self._published_by(phrase, told.verb) or self._made_by(phrase) or self._as_said(told)

    def _owner(self, phrase: NounPhrase) -> str | None:
        """ "Norway's figures", "Statistics Norway data", "the system's latest report"."""
        words = self._tokens.words
        at = phrase.first
        if is_mark_of_owner(self._tokens, at - 1):
            first = at - 2
            while first and self._named(first - 1) and not parts.readings(words[first - 1].low) & parts.DETERMINER:
                first -= 1
            return self._fullest(first, at - 2) if first < at - 2 else None
        end = at
        while end < phrase.head and words[end].capital and not words[end].classes & lexicon.CARDINAL:
            end += 1
        opens = at == self._tokens.sentence_of(at)[0] and end - at == 1
        return None if end == at or opens or (end - at == 1 and is_party(words[at].low)) else self._fullest(at, end)

    def _published_by(self, phrase: NounPhrase, verb: int) -> str | None:
        """ "data from Statistics Norway", "a report published by the fund"."""
        words = self._tokens.words
        stop = min(phrase.last + _FURTHEST_ISSUER, len(words) - 1)
        for at in range(phrase.last, stop):
            low = words[at].low
            if low in ("by", "from") or (low == "of" and at == phrase.last):
                found = source_behind(self._tokens, at + 1, verb if verb > at else self._tokens.sentence_of(at)[1])
                if found is None or (low == "of" and not words[found[0].head].capital):
                    return None
                return self._named_or_plain(*found)
            if not parts.readings(low) & (_PUBLISHED | parts.ADVERB):
                return None
        return None

    def _made_by(self, phrase: NounPhrase) -> str | None:
        """ "a bank statement", "a health ministry report": the body, taken back to its name; figures and estimates stay as called."""
        words = self._tokens.words
        end = phrase.head
        if end == phrase.first or words[end - 1].low not in words_of("speaker") or words[phrase.head].low not in words_of("issued"):
            return None
        return self._of_sort(words[end - 1].low, phrase.first) or self._plain(phrase.first, end)

    def _as_said(self, told: Told) -> str | None:
        """ "the statement said" is the last source's; anything else keeps its words."""
        words = self._tokens.words
        low = words[told.head.head].low
        bare = told.last - told.first == 1 and told.first and words[told.first - 1].low in ("the", "its", "this")
        meant = (self._of_sort(low, told.first) or (self._last(told) if low in words_of("issued") else None)) if bare else None
        return meant or self._plain(told.first, told.last)

    def _plain(self, first: int, last: int) -> str | None:
        """The words as written, without what only says when or how they came out."""
        words = self._tokens.words
        while first < last - 1 and parts.readings(words[first].low) & (parts.ADVERB | parts.DETERMINER):
            first += 1
        while first < last - 1 and words[first].low in words_of("aside"):
            first += 1
        return " ".join(self._tokens.quote(first, last).split()) or None
