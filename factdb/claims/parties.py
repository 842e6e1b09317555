"""Countries, blocs and regions as parties of a figure, under the name that a reader would give them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.text.tokens import Tokens

_SPELT = (("u . s . a .", "US"), ("u . s .", "US"), ("u . k .", "GB"), ("u . n .", ""), ("e . u .", "EU"))


class Party(NamedTuple):
    """The first token, the code (ISO 3166, a bloc's short name, or a region's own name), the name, and whether a nationality stands for it."""

    first: int
    code: str
    name: str
    demonym: bool = False

    @property
    def is_country(self) -> bool:
        return len(self.code) == 2 and self.code != "EU"


@cache
def _names() -> Mapping[str, str]:
    """Code to the first name of its country in the list that English news can write without accents, else the first."""
    rows = [row for row in reversed(lexicon.rows("generated/countries.csv")) if row["role"] == "name"]
    return {row["code"]: row["form"] for row in sorted(rows, key=lambda row: row["form"].isascii())}


@cache
def _phrases() -> Phrases[tuple[str, bool]]:
    """Each form to its code and whether it is a demonym; capitals stand for cities as often as for states and are left out."""
    rows = [row for row in lexicon.rows("generated/countries.csv") if row["role"] != "capital"]
    made = [(row["form"].replace("-", " - ").replace(".", " . "), (row["code"], row["role"] == "demonym")) for row in reversed(rows)]
    made += [(region, (region, False)) for region in lexicon.words("trade.toml", "region")]
    return Phrases.of([*made, *((form, (code, False)) for form, code in _SPELT if code)])


def parties(tokens: Tokens, first: int, last: int) -> list[Party]:
    """The parties between two tokens in the order of the text, each once; "US" before a currency names the money."""
    words, lows, longest = tokens.words, tokens.lows, _phrases().longest
    found: dict[str, Party] = {}
    end = first
    for at in tokens.capitals_in(first, last):
        hit = longest(lows, at) if at >= end else None
        if hit is None:
            continue
        end, (code, demonym) = hit
        if not (end < len(words) and words[end].classes & lexicon.CURRENCY):
            name = _names().get(code, code) if demonym else " ".join(tokens.quote(at, end).split())
            found.setdefault(code, Party(at, code, name, demonym))
    return list(found.values())


class Parties:
    """The parties of one article, each sentence read once and only when asked for."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._found: dict[int, list[Party]] = {}

    def in_sentence(self, at: int) -> list[Party]:
        """Those of the sentence of a token."""
        first, last = self._tokens.sentence_of(at)
        if first not in self._found:
            self._found[first] = parties(self._tokens, first, last)
        return self._found[first]


@cache
def _codes() -> Mapping[str, str]:
    return {row["form"].lower(): row["code"] for row in reversed(lexicon.rows("generated/countries.csv")) if row["role"] != "capital"}


def is_party(low: str) -> bool:
    """Whether a lower-cased word alone names a country, a bloc or a nationality."""
    return low in _codes()


def party_name(low: str) -> str:
    """The name of the country or bloc that a lower-cased name or nationality stands for."""
    return _names().get(_codes()[low], _codes()[low])
