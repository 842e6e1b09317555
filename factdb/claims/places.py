"""Where something happened: the nearest place named behind a preposition, in the sentence, the paragraph, the headline."""

from functools import cache

from factdb import lexicon
from factdb.mentions.scan import Scan
from factdb.text.tokens import Tokens, Word

_FURTHEST = 40
_LONGEST = 8
_SENTENCES_BACK = 3
_FAR_BACK = 200
_JOINTS = frozenset(("of", "and", "-", "'", "\u2019", "s", "the"))


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon.words("places.toml", group))


@cache
def _known() -> frozenset[str]:
    """Lower-cased names of countries, capitals, regions and large cities."""
    names = {row["form"] for row in lexicon.rows("generated/countries.csv") if row["role"] in ("name", "capital")}
    return frozenset(name.lower() for name in names | {row["name"] for row in lexicon.rows("generated/places.csv")})


def place_of(scan: Scan, first: int, last: int) -> str | None:
    """The place of what stands at the tokens `first` to `last`: behind them, before them, then in the sentences before."""
    tokens = scan.tokens
    begin, stop = tokens.sentence_of(first)
    found = _first(tokens, last, min(stop, last + _FURTHEST)) or _last(tokens, max(begin, first - _FURTHEST), first)
    for _ in range(_SENTENCES_BACK):
        if found or not begin:
            break
        first = begin
        begin = tokens.sentence_of(first - 1)[0]
        found = _last(tokens, max(begin, first - _FURTHEST), first)
    return found


def named_before(scan: Scan, at: int) -> str | None:
    """The country, region or city of one word that is named nearest before a token, for what has no place of its own."""
    words = scan.tokens.words
    near = (words[here] for here in range(at - 1, max(-1, at - _FAR_BACK), -1))
    return next((word.text for word in near if word.capital and word.low in _known()), None)


def _first(tokens: Tokens, first: int, last: int) -> str | None:
    return next(filter(None, (_place_at(tokens, at, last) for at in _prepositions(tokens, first, last))), None)


def _last(tokens: Tokens, first: int, last: int) -> str | None:
    return next(filter(None, (_place_at(tokens, at, last) for at in reversed(_prepositions(tokens, first, last)))), None)


def _prepositions(tokens: Tokens, first: int, last: int) -> list[int]:
    return [at for at, bits in enumerate(tokens.classes[first:last], first) if bits & lexicon.WHERE]


def _place_at(tokens: Tokens, at: int, stop: int) -> str | None:
    """The place behind the preposition at a token: "in central Peru", "at the Norte mine near Lima"."""
    words = tokens.words
    first = at + 1
    if first < stop and words[first].low == "the":
        first += 1
    here = first
    while here < stop and words[here].low in _words("modifier"):
        here += 1
    name = here
    while here < min(stop, first + _LONGEST) and _belongs(words[here], here > name):
        here += 1
    while here > name and words[here - 1].low in _JOINTS:
        here -= 1
    if here == name or _not_a_place(words, name):
        return None
    quote = tokens.quote(first, here)
    sure = words[at].low != "of" and (words[here - 1].low in _words("noun") or quote.lower() in _known() or words[at].low in ("in", "near", "outside"))
    return quote if sure else None


def _belongs(word: Word, begun: bool) -> bool:
    if word.classes & (lexicon.MONTH | lexicon.WEEKDAY):
        return False
    return word.capital or (begun and (word.low in _JOINTS or word.low in _words("noun")))


def _not_a_place(words: list[Word], at: int) -> bool:
    return bool(words[at].classes & (lexicon.MONTH | lexicon.WEEKDAY))
