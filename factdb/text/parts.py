"""What part of speech a word can be, without a tagger: closed classes, the shipped word table, then its ending.

A word has all the readings that English gives it ("work" is noun and verb): the reader of phrases chooses by place.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from factdb import lexicon

(NOUN, PLURAL, VERB, PAST, PARTICIPLE, GERUND, THIRD, ADJECTIVE, ADVERB) = (1 << n for n in range(9))
(DETERMINER, PREPOSITION, CONJUNCTION, PRONOUN, AUXILIARY, OPENER, FILLER) = (1 << n for n in range(9, 16))

CLOSED = DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | AUXILIARY
FINITE = PAST | THIRD

_TAGS = {"N": NOUN, "NS": PLURAL, "V": VERB, "VD": PAST, "VN": PARTICIPLE, "VG": GERUND, "VZ": THIRD, "A": ADJECTIVE, "R": ADVERB}
_TAGS |= {"AR": ADJECTIVE, "AS": ADJECTIVE, "RR": ADVERB, "RS": ADVERB}
_GROUPS = {
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "pronoun": PRONOUN,
    "auxiliary": AUXILIARY,
    "clause_opener": OPENER,
    "filler": FILLER,
    "adverb": ADVERB,
}
# The first ending that fits a word that no list has.
_ENDINGS = (
    (re.compile(r"ly$"), ADVERB),
    (re.compile(r"ed$"), PAST | PARTICIPLE),
    (re.compile(r"ing$"), GERUND | NOUN),
    (re.compile(r"(?:ous|ful|ible|able|ive|ical|ish|less)$"), ADJECTIVE),
    (re.compile(r"(?<![siu])s$"), PLURAL),
)
_LONGEST_WORD = 40
# The plurals of peoples in -i, which the rules of spelling would leave as they are: "Iraqis", "Israelis", "Omanis".
_PEOPLES = ("aqis", "elis", "tanis", "anis", "enis", "eshis", "jikis", "ujaratis", "audis", "aitis", "arinis")


@cache
def _closed() -> Mapping[str, int]:
    table: dict[str, int] = {}
    for group, bit in _GROUPS.items():
        for word in lexicon.words("grammar.toml", group):
            table[word] = table.get(word, 0) | bit
    return table


@cache
def _table() -> Mapping[str, str]:
    return {row["word"]: row["readings"] for row in lexicon.rows("generated/words.csv")}


def table_entry(low: str) -> str:
    """The readings of a lower-cased word as the shipped table writes them; empty where it has none."""
    return _table().get(low, "")


@lru_cache(maxsize=50_000)
def readings(low: str) -> int:
    """The bits of every reading of a lower-cased word; 0 for a sign or a figure."""
    closed = _closed().get(low, 0)
    if closed or not low[:1].isalpha():
        return closed
    one = lexicon.groups("grammar.toml")["irregular"].get(low)
    if one:
        return PLURAL | NOUN if one == low else PLURAL  # "aircraft" is both
    bits = 0
    for reading in _table().get(low, "").split():
        bits |= _TAGS[reading.partition(":")[0]]
    if bits & NOUN and "NS:" not in _table()[low]:
        bits &= ~PLURAL  # the table has a plural like the singular for many nouns ("work"), which says nothing
    return bits or _guess(low)


def known(low: str) -> bool:
    """Whether a lower-cased word is a common word of English: a closed one, or one of the shipped table."""
    return low in _closed() or low in _table()


def _guess(low: str) -> int:
    if len(low) > 3 and len(low) <= _LONGEST_WORD:
        for ending, bits in _ENDINGS:
            if ending.search(low):
                return bits
    return NOUN


@lru_cache(maxsize=50_000)
def singular(low: str) -> str:
    """The singular of a lower-cased noun: a short list, the word table, then the rules of spelling. A singular stays as it is."""
    irregular = lexicon.groups("grammar.toml")["irregular"].get(low)
    if irregular:
        return str(irregular)
    entry = _table().get(low)
    if entry is not None:
        tags = dict(reading.partition(":")[::2] for reading in entry.split())
        return tags.get("NS") or (low if "N" in tags else tags.get("VZ") or low)  # "five assists"
    if low.endswith(_PEOPLES) and len(low) > 5:
        return low[:-1]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


@lru_cache(maxsize=20_000)
def plural(low: str) -> str:
    """The plural of a lower-cased singular noun by the short list and the rules of spelling."""
    irregular = lexicon.groups("grammar.toml")["irregular"]
    known = next((many for many, one in irregular.items() if one == low), None)
    if known:
        return str(known)
    if low.endswith("y") and low[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return low[:-1] + "ies"
    return low + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s")


def is_superlative(low: str) -> bool:
    """Whether a lower-cased word says that nothing is more so: "worst", "deadliest"."""
    return low in ("best", "worst", "most", "least") or (low.endswith("est") and bool(readings(low) & ADJECTIVE) and len(low) > 4)
