"""Currencies that share a noun: whose pesos, francs or crowns they are, by the country named nearest."""

import re
from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.scan import Scan

_TOKEN = re.compile(r"\w+|[^\w\s]")
_BEFORE = 200  # tokens before a sum in which a country may have been named
_BESIDE = 60  # and in its own sentence
_KEPT = frozenset(("USD", "GBP"))  # bare dollars and pounds are these, whatever country the article is about


@cache
def _countries() -> Phrases[str]:
    """Names, demonyms and capitals to countries."""
    rows = (row for row in lexicon.rows("generated/countries.csv") if row["role"] != "bloc")
    return Phrases({tuple(_TOKEN.findall(row["form"].lower())): row["code"] for row in rows})


@cache
def _shared() -> Mapping[str, Mapping[str, str]]:
    """A noun or sign that several currencies have, to the code of each country that uses one of them."""
    rows = [row for row in lexicon.rows("generated/currencies.csv") if row["countries"]]
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        for noun in {row[number].rpartition(" ")[2].lower() for number in ("one", "many")}:
            found.setdefault(noun, {}).update(dict.fromkeys(row["countries"].split(), row["code"]))
    users = {row["code"]: row["countries"].split() for row in rows}
    for word, codes in lexicon.groups("money.toml")["shared"].items():
        found[word] = {country: code for code in codes for country in users[code]}
    return {noun: codes for noun, codes in found.items() if len(set(codes.values())) > 1 and _KEPT.isdisjoint(codes.values())}


def national(scan: Scan, at: int, code: str | None) -> str | None:
    """The currency that the noun or sign at a token names here, where it could be several countries'; else `code`."""
    shared = _shared().get(scan.tokens.words[at].low)
    return code if shared is None else _nearest(scan, at, shared) or code


def _nearest(scan: Scan, at: int, shared: Mapping[str, str]) -> str | None:
    """The currency of the country that its sentence names nearest, else of the last one named before."""
    tokens = scan.tokens
    first, last = tokens.sentence_of(at)
    beside = tokens.capitals_in(max(first, at - _BESIDE), min(last, at + _BESIDE))
    for here in (*sorted(beside, key=lambda here: abs(here - at)), *reversed(tokens.capitals_in(max(0, at - _BEFORE), first))):
        found = _countries().longest(tokens.lows, here)
        if found is not None and found[1] in shared:
            return shared[found[1]]
    return None
