"""Forms of English verbs: back to the plain form, on to the third person of the present, as headlines have it, to -ing form and participle.

>>> base("took"), third_person("take"), third_person("carry"), third_person("reach"), gerund("stop"), participle("take")
('take', 'takes', 'carries', 'reaches', 'stopping', 'taken')
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from factdb import lexicon
from factdb.text import parts

_VERB_TAGS = frozenset(("VD", "VN", "VZ", "VG"))
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}


@lru_cache(maxsize=20_000)
def base(low: str) -> str | None:
    """The plain form of a lower-cased form of a verb; None where it is none."""
    readings = [reading.partition(":") for reading in parts.table_entry(low).split()]
    inflected = next((plain or low for tag, _, plain in readings if tag in _VERB_TAGS), None)
    return inflected or (low if any(tag == "V" for tag, _, _ in readings) else None)


def third_person(plain: str) -> str:
    """ "takes" of "take"."""
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if plain.endswith("y") and plain[-2:-1] not in ("a", "e", "o", "u"):
        return plain[:-1] + "ies"
    return plain + ("es" if plain.endswith(("s", "x", "z", "ch", "sh")) else "s")


def gerund(plain: str) -> str:
    """ "taking" of "take"."""
    return _forms("VG").get(plain) or (plain[:-1] if plain.endswith("e") and plain[-2:-1] not in ("e", "o", "y") else plain) + "ing"


def participle(plain: str) -> str:
    """ "taken" of "take"."""
    if not {"VD", "VN"}.isdisjoint(parts.table_entry(plain).split()):
        return plain  # "cut", "come"
    return _forms("VN").get(plain) or _forms("VD").get(plain) or plain + ("d" if plain.endswith("e") else "ed")


@cache
def _forms(tag: str) -> Mapping[str, str]:
    """Plain form to the form of one tag, as the word table has them."""
    return {plain: word for word, form, plain in lexicon.inflected_verbs() if form == tag}
