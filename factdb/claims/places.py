"""Places as an article names them: the name behind a preposition, with the larger places that follow a site.

"in central Peru" is "central Peru", "in Peru's northern Puno province" is "Puno province", "at the Norte mine in Puno province,
Peru" is "Norte mine in Puno province", "in the town of Ayaviri" is "Ayaviri".
"""

from functools import cache, lru_cache, partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.names import titles
from factdb.claims.parties import is_party
from factdb.text import parts
from factdb.text.tokens import Tokens, Word

_LONGEST = 8
_MOST_LINKS = 3
_LEADING = 4
_FURTHEST_CAPITAL = 2 * _LEADING + 2  # behind words that lead, the mark of an owner, and words that lead again
_ARTICLES = frozenset(("the", "a", "an"))
_APOSTROPHES = frozenset("'\u2019")
_LINKS = frozenset(("in", "near", "at", "outside"))
_ARABIC = frozenset(("al", "el", "an", "ar", "as", "ash"))
_HYPHENS = frozenset("-\u2010\u2011")
_PARTICLES = frozenset(
    ("de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "es", "el", "la", "las", "los", "le", "au", "aux", "sur", "van", "am", "an")
)
_DESCRIBES = parts.ADJECTIVE | parts.PARTICIPLE
_DATED = lexicon.MONTH | lexicon.WEEKDAY
_NO_PLACE = _DATED | lexicon.DIGITS


class Place(NamedTuple):
    """Tokens `first` (the preposition or the first word) to `last` (half-open), the name, and its sort.

    The sort is `country`, `town` (a region or city that the lists know), `site` (a mine, a hotel, a university) or `other`.
    """

    first: int
    last: int
    name: str
    sort: str


# A group of the words around places.
words_of = partial(lexicon.word_set, "places.toml")


@cache
def countries() -> frozenset[str]:
    """Lower-cased names of countries."""
    return frozenset(row["form"].lower() for row in lexicon.rows("generated/countries.csv") if row["role"] == "name")


@cache
def towns() -> frozenset[str]:
    """Lower-cased names of capitals, regions and large cities, and of the larger parts of the world."""
    names = {row["form"] for row in lexicon.rows("generated/countries.csv") if row["role"] == "capital"}
    names |= {row["name"] for row in lexicon.rows("generated/places.csv")} | set(lexicon.words("trade.toml", "region"))
    return frozenset(name.lower().replace("\u2019", "'") for name in names)


_meetings = partial(lexicon.word_set, "meetings.toml", "noun")


@lru_cache(maxsize=10_000)
def sort_of(name: str) -> str | None:
    """Whether a name is known as a country or a town; None where no list has it."""
    low = name.lower().replace("\u2019", "'")
    return "country" if low in countries() else "town" if low in towns() else None


def place_behind(tokens: Tokens, at: int, stop: int) -> Place | None:
    """The place named from token `at` on, `stop` at most; None where the words there name none."""
    words = tokens.words
    begin = at + (at < stop and words[at].low in _ARTICLES)
    unnamed = _unnamed(tokens, at, stop) if begin > at else None
    if unnamed is not None:
        return unnamed
    if begin >= stop or words[begin].classes & _NO_PLACE or not tokens.capitals_in(begin, min(begin + _FURTHEST_CAPITAL, stop)):
        return None
    owner, behind = _owner(tokens, begin, stop)
    name = _start(words, behind, stop)
    end = _through_of(words, _name_end(words, name, stop), name, stop)
    if end == name or _modifies(words, name, end, stop) or _is_other(words, name, end):
        return Place(at, behind, owner, sort_of(owner) or "other") if owner else None
    name = _site_of(words, begin, name)
    text = tokens.quote(name, end)
    sort = sort_of(text) or _sort_by_words(words, name, end)
    if (words[end - 1].capital or sort == "country") and not owner:
        text = tokens.quote(_with_direction(words, begin, name), end)
    if owner and sort == "site" and sort_of(owner) == "town":
        text = f"{text}, {owner}"
    last, text = _larger(tokens, end, stop, text, sort)
    return Place(at, last, " ".join(text.split()), sort)


def _owner(tokens: Tokens, at: int, stop: int) -> tuple[str | None, int]:
    """The country or town that owns the place ("central Peru's"), and the token behind it; None and the token itself where none does."""
    words = tokens.words
    for here in range(at + 1, min(at + _LEADING, stop - 2)):
        if words[here].text == "," or words[here - 1].classes & _DATED:
            break
        if words[here].text in _APOSTROPHES and words[here + 1].low == "s" and not words[here - 1].space and words[here + 1].space:
            first = next((n for n in range(at, here) if words[n].capital), here)
            name = tokens.quote(first, here) if first < here else ""
            return (name, here + 2) if sort_of(name) else (None, here + 2)
    return None, at


def _start(words: list[Word], at: int, stop: int) -> int:
    """The token of the name itself, behind a direction and a word for its sort: "the northern town of", "the southern Peruvian city of"."""
    here = at
    if at + 2 < stop and words[at].low in _ARABIC and words[at + 1].text == "-":
        return at
    last = min(at + _LEADING, stop)
    while here < last and not words[here].capital and (words[here].text[0].isalpha() or words[here].text in _HYPHENS):
        here += 1
    if here >= stop:
        return at
    behind = next((n for n in range(here + 1, stop) if not words[n].capital), stop)
    after = next((n for n in range(behind, min(behind + _LEADING, stop)) if words[n].capital), behind)
    nation = is_party(words[behind - 1].low) or (after > behind and words[behind].low == "nation")
    if nation and after > behind and sort_of(words[behind - 1].text) is None and _leads(words, behind, after):
        return after
    return here if here > at and words[here].capital and _leads(words, at, here) else at


def _through_of(words: list[Word], end: int, name: int, stop: int) -> int:
    """The end of a name that goes on behind its sort: "the West Bank town of Nablus", "the Puno region of southern Peru"."""
    if not name < end < stop - 1 or words[end].low != "of" or words[end - 1].capital or words[end - 1].low not in words_of("noun"):
        return end
    at = end + 1
    while at < stop - 1 and (words[at].low == "the" or words[at].low in words_of("modifier")):
        at += 1
    return max(end, _name_end(words, at, stop)) if words[at].capital else end


def _site_of(words: list[Word], begin: int, name: int) -> int:
    """Where "port of" or "airport of" before a name begins, which is a part of it; the name itself where another word leads."""
    at = name - 1 - (name - 1 > begin and words[name - 1].low == "the")
    kept = at > begin and words[at].low == "of" and words[at - 1].low in words_of("site") - words_of("middle")
    return at - 1 if kept else name


def _unnamed(tokens: Tokens, at: int, stop: int) -> Place | None:
    """A place without a name of its own, inside one that has it: "a crowded market in Ayaviri"."""
    words = tokens.words
    last = next((here for here in range(at + 1, min(at + _LEADING + 1, stop)) if words[here].low in _LINKS), None)
    if words[at].low not in _ARTICLES or last is None or words[last - 1].low not in words_of("noun") | words_of("site"):
        return None
    if any(parts.readings(word.low) & parts.CLOSED or word.capital for word in words[at + 1 : last]):
        return None
    around = place_behind(tokens, last + 1, stop)
    first = next(here for here in range(at + 1, last) if here == last - 1 or not parts.readings(words[here].low) & _DESCRIBES)
    return around and Place(at, around.last, f"{tokens.quote(first, last)} {words[last].low} {around.name}", "site")


def _modifies(words: list[Word], first: int, last: int, stop: int) -> bool:
    """Whether a lone word with a capital only describes the noun behind it: "in Christian areas", "in Asian trade"."""
    if last >= stop or words[last].capital:
        return False
    if words[last].classes & lexicon.CURRENCY or (words[last].text in _HYPHENS and not words[last - 1].space):
        return True  # "in US dollars", "in a US-led raid"
    if last - first > 1 or not words[last - 1].space:
        return False
    bits = parts.readings(words[last].low)
    if is_party(words[first].low) and sort_of(words[first].text) is None:
        return bool(bits & (parts.NOUN | parts.PLURAL | parts.ADJECTIVE))  # "in a Peruvian air raid"
    noun = bits & (parts.NOUN | parts.PLURAL) and not bits & (parts.CLOSED | parts.ADVERB | parts.PAST | parts.VERB) and not words[last].classes & _DATED
    return bool(noun) and sort_of(words[first].text) is None


def _is_other(words: list[Word], first: int, last: int) -> bool:
    """Whether a name is a person's with a title, that of a meeting, games or a paper, or tells a people ("Finns", "East African")."""
    low = words[last - 1].low
    people = low in words_of("regional") or (low.endswith("s") and is_party(low))
    if low in words_of("other") or (people and sort_of(words[last - 1].text) is None):
        return True
    return last - first > 1 and (words[last - 1].low in _meetings() or any(word.low in titles() for word in words[first : last - 1]))


def _leads(words: list[Word], first: int, name: int) -> bool:
    """Whether small words before a name only say what sort of place it is: "northern", "town of", "shaft of the", "capital"."""
    lead = [word.low for word in words[first:name]]
    if any(parts.readings(word) & parts.CLOSED for word in lead if word not in ("of", "the")):
        return False
    if lead[-1] == "the" and lead[-2:-1] == ["of"]:
        lead.pop()
    if lead[-1] == "of":
        return len(lead) > 1 and bool(parts.readings(lead[-2]) & (parts.NOUN | parts.PLURAL))
    return not _HYPHENS.isdisjoint(lead) or all(word in words_of("modifier") or word in words_of("noun") or parts.readings(word) & _DESCRIBES for word in lead)


def _with_direction(words: list[Word], first: int, name: int) -> int:
    """Where "southern" or "central" before a country begins."""
    while name > first and words[name - 1].low in words_of("modifier"):
        name -= 1
    return name


def _name_end(words: list[Word], first: int, stop: int) -> int:
    """The token behind the name that begins at a token: words with capitals, and small words for its sort behind them."""
    if first + 2 < stop and words[first].low in _ARABIC and words[first + 1].text == "-" and words[first + 2].capital:
        return _name_end(words, first + 2, stop)
    if (
        first >= stop
        or not words[first].capital
        or words[first].classes & _DATED
        or (parts.readings(words[first].low) & parts.CLOSED and words[first].size > 2)
    ):
        return first
    here = first + 1
    while here < min(stop, first + _LONGEST) and _goes_on(words, here, stop):
        here += 1
    while here > first + 1 and not words[here - 1].text[0].isalnum():
        here -= 1
    between = next((n for n in range(here, min(here + 2, stop - 1)) if words[n + 1].low in words_of("site")), None)
    if between is not None and all(parts.readings(words[n].low) & (parts.NOUN | parts.ADJECTIVE) and words[n - 1].space for n in range(here, between + 1)):
        here = between + 2  # "the Norte coal mine"
    while here < stop and words[here].low in words_of("noun") and not words[here].capital and words[here - 1].space:
        here += 1
    return here


def _goes_on(words: list[Word], at: int, stop: int) -> bool:
    word = words[at]
    if word.capital:
        return words[at - 1].text != "." and not word.classes & _DATED
    following = words[at + 1] if at + 1 < stop else None
    if words[at - 1].text in _APOSTROPHES and at > 1 and not words[at - 2].space and not words[at - 1].space:
        return word.low != "s"  # "Ya'an City"
    if following is None:
        return False
    if word.low in _PARTICLES:
        return following.capital or (following.text in _HYPHENS and words[at - 1].text in _HYPHENS) or following.low in _PARTICLES
    glued = not words[at - 1].space and not word.space
    if word.text in _APOSTROPHES or word.text in "-\u2010\u2011":
        return glued and following.low != "s"
    if word.low in words_of("noun") and word.low not in ("state", "area", "part"):
        return following.capital and word.space and not following.classes & _DATED
    return word.low == "of" and words[at - 1].low in words_of("of") and following.capital


def _sort_by_words(words: list[Word], first: int, last: int) -> str:
    """The sort of a place that no list has, by the words of its name: "Norte mine" is a site, "Puno province" like a town."""
    low = {word.low for word in words[first:last]}
    return "site" if low & words_of("site") else "town" if low & words_of("noun") else "other"


def _larger(tokens: Tokens, last: int, stop: int, text: str, sort: str) -> tuple[int, str]:
    """The end and the text of a place with the places around it that the text names next; countries go without saying."""
    words = tokens.words
    for _ in range(_MOST_LINKS):
        at = last
        if at + 2 < stop and words[at].text == "," and words[at + 1].low == "also":
            at += 2
        link = words[at].low if at + 1 < stop else ""
        if link == ",":
            found = _next_in_list(tokens, at + 1, stop)
        elif sort != "country" and link in _LINKS:
            found = place_behind(tokens, at + 1, stop)
        else:
            break
        if found is None:
            break
        last = found.last
        if found.sort != "country":
            text = f"{text}, {found.name}" if link == "," else f"{text} {link} {found.name}"
    return last, text


def _next_in_list(tokens: Tokens, at: int, stop: int) -> Place | None:
    """The larger place behind a comma: one that the lists know or whose own word tells its sort ("Puno province")."""
    words = tokens.words
    if words[at].low in ("the", "a", "capital"):
        return None
    end = _name_end(words, at, stop)
    if end == at or (end < stop and words[end].low in ("and", "said", "says")):
        return None
    text = tokens.quote(at, end)
    sort = sort_of(text)
    if sort is None and words[end - 1].low not in words_of("noun"):
        return None
    return Place(at, end, text, sort or "town")
