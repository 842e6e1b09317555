"""How far the words of a unit go and which UCUM code they say: names, symbols, and one unit per another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.text.tokens import Word

_LOOK = 8
_TOKEN = re.compile(r"[^\W0-9]+|[0-9]+|[^\w\s]")
_TOUCHING = frozenset("AK")
_ARTICLES = frozenset(("a", "an"))
_HYPHENS = frozenset("-\u2010\u2011")
# Units that keep the capital of a person; any other capital is a name ("2016 Stone").
_PROPER = frozenset(("celsius", "fahrenheit", "kelvin", "rankine", "british", "us", "uk"))


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return lexicon.rows("generated/units.csv")


@cache
def _times() -> Mapping[str, str]:
    return dict(lexicon.groups("unit_names.toml")["denominator"])


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """A name with its words apart, or all hyphened: "light-year", "light year"."""
    words = [token for token in _tokens(name.lower()) if token != "-"]
    yield tuple(words)
    if 1 < len(words) < 4:
        yield tuple(chain.from_iterable((word, "-") for word in words))[:-1]


@cache
def _names() -> Phrases[str]:
    """Names in small letters to codes; those of lengths of time stand in `_denominators`."""
    times = set(_times().values())
    entries = {spelt: row["code"] for row in _rows() if row["code"] not in times for name in row["names"].split("|") for spelt in _spellings(name)}
    own = {_tokens(name): code for name, code in lexicon.groups("unit_names.toml")["name"].items()}
    return Phrases({**entries, **own})


@cache
def _symbols() -> Phrases[str]:
    """Symbols as UCUM writes them to codes, seconds left out."""
    times = set(_times().values())
    symbols = ((symbol, row["code"]) for row in _rows() if row["code"] not in times for symbol in row["symbols"].split("|"))
    letters = lexicon.groups("unit_names.toml")["letter"].items()
    return Phrases({_tokens(symbol): code for symbol, code in (*symbols, *letters) if symbol})


@cache
def _loose_symbols() -> Phrases[str]:
    """The symbols and abbreviations that a text may write in any case, in small letters."""
    loose = lexicon.groups("units.toml")["units"]["any_case"]
    codes = {symbol: row["code"] for row in _rows() for symbol in row["symbols"].split("|")}
    own = {_tokens(name): code for name, code in lexicon.groups("unit_names.toml")["short"].items()}
    return Phrases({**{_tokens(symbol.lower()): codes[symbol] for symbol in loose if symbol in codes}, **own})


@cache
def _denominators() -> Phrases[str]:
    own = {_tokens(name): code for name, code in _times().items()}
    named = {spelt: row["code"] for row in _rows() if row["code"] in _times().values() for name in row["names"].split("|") for spelt in _spellings(name)}
    return Phrases({**named, **own})


def unit_at(words: Sequence[Word], at: int, figure: bool) -> tuple[int, str] | None:
    """The token behind the unit that begins at a token, and its UCUM code; symbols stand only behind a figure.

    >>> unit_at(Tokens("60 miles an hour").words, 1, True)
    (4, '[mi_i]/h')
    """
    if at >= len(words) or not words[at].classes & lexicon.UNIT:
        return None
    found = longest(words, at, figure)
    return found and (_per(words, *found) or (None if _cut_off(words, found[0]) else found))


def _cut_off(words: Sequence[Word], last: int) -> bool:
    """Whether a slash is glued to a lone letter, so that it is part of some sign: "14.7C/"."""
    letter = words[last - 1]
    return letter.size == 1 and letter.text.isalpha() and not letter.space and last < len(words) and words[last].text == "/"


def longest(words: Sequence[Word], at: int, figure: bool) -> tuple[int, str] | None:
    """The token behind a unit that is no rate, and its code: the longest of a symbol as UCUM writes it, a name, and a symbol in any case."""
    window = words[at : at + _LOOK]
    lows = [word.low for word in window]
    name = None if window[0].capital and not window[0].text.isupper() and window[0].low not in _PROPER else _names().longest(lows, 0)
    found = [_symbol(words, at, window) if figure else None, name, _loose_symbols().longest(lows, 0)]
    best = max((each for each in found if each), key=lambda each: each[0], default=None)
    return (at + best[0], best[1]) if best else None


def _symbol(words: Sequence[Word], at: int, window: Sequence[Word]) -> tuple[int, str] | None:
    """A symbol as written, nothing but a sign glued behind it; a lone "A" is glued to its figure, a "K" is not, and a power is to its unit."""
    found = _symbols().longest([word.text for word in window], 0)
    if found is None or (words[at].text in _TOUCHING and words[at - 1].space != (words[at].text == "K")):
        return None
    final = words[at + found[0] - 1]
    if found[0] > 1 and final.classes & lexicon.DIGITS and window[0].space:
        return None
    if final.size == 1 and final.capital and words[at - 1].space and _is_model(words, at + found[0]):
        return None
    behind = words[at + found[0]] if at + found[0] < len(words) and not final.space else None
    return found if behind is None or _may_follow(final, behind) else None


def _is_model(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen and figures glued to a letter make a name: "40 F-16 jets"."""
    return at + 1 < len(words) and words[at].text in _HYPHENS and not words[at].space and bool(words[at + 1].classes & lexicon.DIGITS)


def _may_follow(symbol: Word, behind: Word) -> bool:
    """Whether a token glued to a symbol leaves it one: not in "4m2b" or "2022′s"; but 6'2"."""
    return not behind.text[0].isalpha() and not (behind.text[0].isdigit() and symbol.text.isalnum())


def _per(words: Sequence[Word], at: int, code: str) -> tuple[int, str] | None:
    """ "metres per second", "km/h", "miles an hour", "kilometre-per-hour"; "a" takes lengths of time only."""
    step = _link(words, at)
    if not step:
        return None
    timed = _denominators().longest([word.low for word in words[step : step + _LOOK]], 0)
    if timed is None and words[step - 1].low not in _ARTICLES and step < len(words):
        under = longest(words, step, True)
        return (under[0], f"{code}/{under[1]}") if under else None
    return (step + timed[0], f"{code}/{timed[1]}") if timed else None


def _link(words: Sequence[Word], at: int) -> int:
    """The token behind what joins two units, hyphens included; 0 where nothing does."""
    hyphened = at < len(words) and words[at].text in _HYPHENS and not words[at].space
    at += hyphened
    if at + 1 >= len(words) or not (words[at].text == "/" or words[at].low == "per" or words[at].low in _ARTICLES):
        return 0
    at += 1
    return at + 1 if hyphened and at + 1 < len(words) and words[at].text in _HYPHENS else at
