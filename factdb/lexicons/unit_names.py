"""Names and symbols of units: what UCUM calls them, with the prefixes, powers, plurals and spellings that `units.toml` adds.

A development tool, as `build` is; nothing at run time imports it.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution
from typing import Any
from xml.etree import ElementTree

from factdb import lexicon

Form = tuple[str, list[str], list[str]]
_POWERS = ((2, ("square", "sq"), "²", "squared"), (3, ("cubic", "cu"), "³", "cubed"))


def forms() -> Iterator[Form]:
    """Each unit with its names, singulars before plurals, and its symbols."""
    ucum, own = _Ucum(), lexicon.groups("units.toml")
    for code, prefixes in own["prefixes"].items():
        for prefix in ("", *prefixes.split()):
            yield from _powered(_form(ucum, own, prefix, code), own)


def _form(ucum: "_Ucum", own: Mapping[str, Any], prefix: str, unit: str) -> Form:
    code = prefix + unit
    names = own["names"].get(code) or [ucum.prefixes[prefix] + name for name in own["names"].get(unit) or _numbers(ucum.names[unit])]
    plain = [*ucum.symbols.get(unit, ()), *own["symbols"].get(unit, ())]
    symbols = [mark + symbol for mark in own["marks"].get(prefix, (prefix,)) for symbol in plain if not prefix or _takes_prefix(symbol)]
    kept = dict.fromkeys(symbol for symbol in (*symbols, *own["symbols"].get(code, ())) if symbol not in own["units"]["no_symbol"])
    return code, _spelled(names, own), list(kept)


def _takes_prefix(symbol: str) -> bool:
    return symbol.replace("·", "").isalpha() and (symbol == "s" or not symbol.endswith("s"))


def _powered(form: Form, own: Mapping[str, Any]) -> Iterator[Form]:
    """The unit, then its square and its cube where those are written."""
    yield form
    code, names, symbols = form
    if code not in own["units"]["powers"]:
        return
    for power, words, sign, behind in _POWERS:
        made = [f"{word} {name}" for word in words for name in names] + [f"{name} {behind}" for name in names]
        made += [f"{word} {symbol}" for word in words for symbol in symbols if symbol.isalpha()]
        signs = [f"{symbol}{mark}" for symbol in symbols if symbol.isalpha() for mark in (sign, str(power), f"^{power}")]
        yield own["squares"].get(code, f"{code}2") if power == 2 else f"{code}3", made, signs


def _numbers(name: str) -> list[str]:
    """Singular and plural: "degree Celsius" and "pound per inch" form it at their first word."""
    first, _, rest = name.partition(" ")
    plural = f"{first}s {rest}" if rest.startswith(("of ", "per ")) or (rest and first == "degree") else f"{name}s"
    return [name, name if name.endswith("s") else plural]


def _spelled(names: Iterable[str], own: Mapping[str, Any]) -> list[str]:
    """British spellings first, then the American ones."""
    found = []
    for name in names:
        british = name
        for here, there in own["spelling"].items():
            british = british if there in name else british.replace(here, there)
        found += [british, name]
    return list(dict.fromkeys(found))


class _Ucum:
    """What UCUM prints: the names of its prefixes, the names and symbols of its units, by code."""

    def __init__(self) -> None:
        file = distribution("ucumvert").locate_file("ucumvert/vendor/ucum-essence.xml")
        self.prefixes = {"": ""}
        self.names: dict[str, str] = {}
        self.symbols: dict[str, list[str]] = {}
        for entry in ElementTree.parse(str(file)).getroot():
            code, name, symbol = entry.get("Code") or "", (entry.findtext("{*}name") or "").strip(), (entry.findtext("{*}printSymbol") or "").strip()
            if entry.tag.endswith("prefix"):
                self.prefixes[code] = name
            else:
                self.names[code] = name
                self.symbols[code] = [symbol] if symbol and symbol.isprintable() and "\xa0" not in symbol else []
