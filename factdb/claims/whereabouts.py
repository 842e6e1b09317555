"""Where something happened: the place named nearest in the clause, in the sentence, in sentences before, in the headline."""

from functools import cache
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.claim import Feature
from factdb.claims.parties import Parties, is_party, party_name
from factdb.claims.places import Place, place_behind, sort_of, words_of
from factdb.text import parts
from factdb.text.phrases import clause_of
from factdb.text.tokens import Tokens

_SENTENCES_BACK = 3
_LARGER = (" in ", " near ", " at ", ", ")
_DATELINE = 12
_FAR_BACK = 200
_CLOSE = 2
_WAY = 8

_SAYS = {
    "clause": "The place stands in the clause.",
    "sentence": "The place stands elsewhere in the sentence.",
    "body": "The place is that of the parliament, court or vote in the clause.",
    "country": "The country is the only one that the sentence names.",
    "before": "The place stands in a sentence before.",
    "dateline": "The place is that of the dateline.",
    "headline": "The place stands in the headline.",
    "goal": "The place is the goal of the visit.",
    "host": "The place is the country that was host.",
    "own_name": "The meeting is named after the place.",
    "named": "The place is the one named nearest before.",
}
_FEATURES = {reason: Feature(f"place.{reason}", says, 0) for reason, says in _SAYS.items()}


@cache
def _hints() -> frozenset[str]:
    """Words without one of which a clause hints at no place."""
    return words_of("body") | words_of("pointing") | {"there"}


class Found(NamedTuple):
    """The name of a place and how it was come by."""

    name: str
    reason: str

    @property
    def within(self) -> str:
        """The name behind its preposition, without the larger places around it: " at the Norte mine", " in Puno"."""
        short = next((self.name[: self.name.index(link)] for link in _LARGER if link in self.name), self.name)
        site = not words_of("site").isdisjoint(short.lower().split())
        return f" {'at' if site else 'in'} {short}"

    @property
    def feature(self) -> Feature:
        return _FEATURES[self.reason]


class Whereabouts:
    """The places of one article, each sentence read once and only when asked for."""

    def __init__(self, tokens: Tokens, title: str | None, named: Parties) -> None:
        self._tokens = tokens
        self._title = title
        self._places: dict[int, list[Place]] = {}
        self._parties = named
        self._headline: tuple[Found | None] | None = None

    def of_incident(self, at: int, last: int) -> Found | None:
        """Where something happened to people or before their eyes: the place named nearest, the headline's and one named long before at worst."""
        return self.of_event(at, last) or self.before(at) or self.here() or self.named(at)

    def of_event(self, at: int, last: int) -> Found | None:
        """Where something happened that may have no place: only what its sentence says."""
        return self.near(at, last) or self.hinted(at) or self.only_country(at)

    def hinted(self, at: int) -> Found | None:
        """What the words of a clause say of a place without naming it behind a preposition."""
        first, last = clause_of(self._tokens, at)
        if _hints().isdisjoint(self._tokens.lows[first:last]):
            return None
        return self.pointed_at(first, last) or self.body(first, last)

    def near(self, at: int, last: int) -> Found | None:
        """The place of what stands at the tokens `at` to `last`: in its clause, else in its sentence; what stands behind goes first."""
        first, stop = self._tokens.sentence_of(at)
        places = self.in_sentence(first, stop)
        if not places:
            return None
        begin, end = clause_of(self._tokens, at)
        inside = [place for place in places if begin <= place.first < end]
        found = _nearest(inside, last)
        if found:
            return Found(found.name, "clause")
        found = _nearest(places, last)
        return Found(found.name, "sentence") if found else None

    def beside(self, first: int, last: int) -> Found | None:
        """The place named right before or right behind a date: "in Puno province on Monday", "on Monday in Puno province"."""
        begin, stop = self._tokens.sentence_of(first)
        near = (place for place in self.in_sentence(begin, stop) if place.first == last or 0 <= first - place.last < _CLOSE)
        found = next(near, None)
        return Found(found.name, "clause") if found else None

    def goal(self, verb: int) -> Found | None:
        """Where somebody went: the place behind the "to" of a verb of going."""
        tokens = self._tokens
        stop = tokens.sentence_of(verb)[1]
        if tokens.lows[verb] not in words_of("going"):
            return None
        to = next((at for at in range(verb + 1, min(verb + _WAY, stop)) if tokens.lows[at] == "to"), None)
        found = place_behind(tokens, to + 1, stop) if to is not None else None
        return Found(found.name, "goal") if found and found.sort != "other" else None

    def in_sentence(self, first: int, stop: int) -> list[Place]:
        """The places of the sentence from `first` to `stop`, in the order of the text."""
        if first not in self._places:
            self._places[first] = _read(self._tokens, first, stop)
        return self._places[first]

    def body(self, first: int, last: int) -> Found | None:
        """The country or city whose parliament, court or vote a clause names: "the Peruvian parliament", "a Lima court"."""
        words, bodies = self._tokens.words, words_of("body")
        for here in range(first + 1, last):
            if words[here].low in bodies and words[here - 1].capital:
                low = words[here - 1].low
                if is_party(low):
                    return Found(party_name(low), "body")
                if sort_of(words[here - 1].text):
                    return Found(words[here - 1].text, "body")
        return None

    def only_country(self, at: int) -> Found | None:
        """The country of the sentence where it names one alone, and not only a nationality."""
        found = [party for party in self._parties.in_sentence(at) if not party.demonym]
        return Found(found[0].name, "country") if len(found) == 1 and found[0].is_country else None

    def before(self, at: int) -> Found | None:
        """The last place of the nearest sentence before that names one."""
        number = self._tokens.sentence_number(at)
        for first, stop in reversed(self._tokens.sentences[max(0, number - _SENTENCES_BACK) : number]):
            places = self.in_sentence(first, stop)
            if places:
                return Found(places[-1].name, "before")
        return None

    def pointed_at(self, first: int, last: int) -> Found | None:
        """What "there" and "the city" of a clause point back to: the town named nearest before."""
        words, pointing = self._tokens.words, words_of("pointing")
        for here in range(first, last):
            if words[here].low == "there" and not parts.readings(words[here + 1].low if here + 1 < last else "") & parts.AUXILIARY:
                return self.named(here, town=True)
            if words[here].low in pointing and here > first and words[here - 1].low == "the":
                return self.named(here, town=True)
        return None

    def named(self, at: int, *, town: bool = False) -> Found | None:
        """The country, region or city of one word that is named nearest before a token; `town` passes over countries."""
        words = self._tokens.words
        for here in reversed(self._tokens.capitals_in(max(0, at - _FAR_BACK), at)):
            if words[here].text.isupper() or words[here + 1].capital or (here and words[here - 1].capital):
                continue
            sort = sort_of(words[here].text)
            if sort == "town" or (sort and not town):
                return Found(words[here].text, "named")
        return None

    def here(self) -> Found | None:
        """The place of the dateline, else that of the headline: what "here" means."""
        return self.dateline() or self.headline()

    def dateline(self) -> Found | None:
        """ "LIMA, June 3 (Agency) --": the name in capitals that opens the text."""
        words = self._tokens.words[:_DATELINE]
        end = next((at for at, word in enumerate(words) if not word.text.isupper()), 0)
        if not end or not any(word.text in ("--", "-", "\u2014", "\u2013") for word in words):
            return None
        name = self._tokens.quote(0, end).title()
        return Found(name, "dateline") if sort_of(name) else None

    def headline(self) -> Found | None:
        """The place behind a preposition of the title, else the first that it names."""
        if self._headline is None:
            title = Tokens(self._title or "")
            places = _read(title, 0, len(title.words))
            name = places[0].name if places else next((word.text for word in title.words if word.capital and sort_of(word.text)), None)
            self._headline = (Found(name, "headline") if name else None,)
        return self._headline[0]


def _read(tokens: Tokens, first: int, stop: int) -> list[Place]:
    found: list[Place] = []
    done = first
    for at in tokens.having_in(lexicon.WHERE, first, stop):
        place = place_behind(tokens, at + 1, stop) if at >= done and not _figurative(tokens, at) else None
        if place and (place.sort != "other" or tokens.lows[at] not in words_of("onto")):
            found.append(place._replace(first=at))
            done = place.last
    return found


def _figurative(tokens: Tokens, at: int) -> bool:
    """Whether the word before makes "in" mean no place: "a stake in", "trade in"."""
    return at > 0 and tokens.lows[at - 1] in words_of("figurative")


def _nearest(places: list[Place], last: int) -> Place | None:
    """The first place behind a token, else the last one before it."""
    behind = next((place for place in places if place.first >= last - 1), None)
    return behind or (places[-1] if places else None)
