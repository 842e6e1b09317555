"""Signs and names that stand for several units ("F", "kn", "drams"): which one is meant, by the words of its sentence."""

from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.mentions.scan import Scan

_REACH = 60  # tokens to either side in which a word may tell


@cache
def _senses() -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for each in lexicon.groups("senses.toml")["sense"]:
        for sign, unit in each["means"].items():
            found.setdefault(sign, {})[unit] = frozenset(each["words"])
    return found


def sense(scan: Scan, at: int) -> str | None:
    """The unit that the sign at a token means by the other words of its sentence; None where they do not tell, or it has but one."""
    units = _senses().get(scan.tokens.words[at].text)
    if units is None:
        return None
    first, last = scan.tokens.sentence_of(at)
    others = {low for here, low in enumerate(scan.tokens.lows[max(first, at - _REACH) : min(last, at + _REACH)], max(first, at - _REACH)) if here != at}
    return next((unit for unit, words in units.items() if not words.isdisjoint(others)), None)
