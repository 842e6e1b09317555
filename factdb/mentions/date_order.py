"""Whether an article puts the day before the month in dates such as 3/4/2025: by its other dates, its publisher, its English."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.text.tokens import Tokens, Word

_TWO_SLASHES = re.compile(r"/\d{1,2}/\d")  # far quicker to miss than the whole
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2}(?:\d{2})?(?![\d/])")
_NAME = re.compile(r"[^\W_]+")
_LONGEST_NAME, _LONGEST_PHRASE = 100, 4
_FIRST = {"d": True, "M": False}
_ENOUGH = 2  # so many words of one English, and none of the other


def day_first(tokens: Tokens, publisher: str | None = None) -> bool | None:
    """True for day and month, False for month and day, None where nothing tells or no slashed date could be read in two ways.

    The article's own dates go first: figures that can be read in one way only, then a day written before a month's name. Then comes the
    custom of the publisher's country, and last what British and American English spell apart.
    """
    if not _TWO_SLASHES.search(tokens.text):
        return None
    pairs = {(int(a) > 12, int(b) > 12) for a, b in _SLASHED.findall(tokens.text)} - {(True, True)}
    certain = pairs - {(False, False)}
    if certain or not pairs:
        return next(iter(certain))[0] if len(certain) == 1 else None
    for told in (_by_names_of_months(tokens.words, tokens), _by_publisher(publisher or ""), _by_spelling(tokens)):
        if told is not None:
            return told
    return None


def _by_names_of_months(words: list[Word], tokens: Tokens) -> bool | None:
    """True where days stand before the names of months, and none behind; "June 4" tells nothing, since British papers print it too."""
    months = list(tokens.having(lexicon.MONTH))
    before = any(at and _is_day(words[at - 1]) for at in months)
    behind = any(at + 1 < len(words) and _is_day(words[at + 1]) for at in months)
    return True if before and not behind else None


def _is_day(word: Word) -> bool:
    return word.size <= 2 and word.text.isdecimal()


def _by_publisher(publisher: str) -> bool | None:
    country = home(publisher)
    return _FIRST.get(_orders().get(country, "")) if country else None


def home(publisher: str) -> str | None:
    """The ISO 3166 code of a publisher's country: by its name, the end of its address, or a country, city or region in its name."""
    words = _NAME.findall(publisher[:_LONGEST_NAME].lower())
    words = words[1:] if words[:1] == ["the"] else words
    known: str | None = lexicon.groups("publishers.toml")["home"].get(" ".join(words))
    if known or not words:
        return known
    end = words[-1].upper()
    if "." in publisher and " " not in publisher.strip() and ("GB" if end == "UK" else end) in _orders():
        return "GB" if end == "UK" else end
    for length in range(_LONGEST_PHRASE, 0, -1):
        for first in range(len(words) - length + 1):
            country = _places().get(" ".join(words[first : first + length]))
            if country:
                return country
    return None


@cache
def _orders() -> Mapping[str, str]:
    return {row["code"]: row["first"] for row in lexicon.rows("generated/date_orders.csv")}


@cache
def _places() -> Mapping[str, str]:
    """Countries, their peoples, large cities and regions in lower case; a country goes before a city, a larger city before a smaller one."""
    places = [(row["name"], row["country"]) for row in lexicon.rows("generated/places.csv")]
    countries = [(row["form"], row["code"]) for row in lexicon.rows("generated/countries.csv") if row["role"] != "bloc"]
    return {name.lower(): code for name, code in (*reversed(places), *countries)}


@cache
def _spellings() -> Mapping[str, str]:
    return {word: english for english, words in lexicon.groups("languages.toml")["english"].items() for word in words}


def _by_spelling(tokens: Tokens) -> bool | None:
    found = Counter(_spellings()[word.low] for word in tokens.words if word.low in _spellings())
    return next(iter(found)) == "british" if len(found) == 1 and found.total() >= _ENOUGH else None
