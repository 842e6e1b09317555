"""Numbers with the noun that they count: "24 coal-fired power plants", "30 guards, 11 of them new"."""

from functools import cache

from factdb import lexicon
from factdb.mentions.labels import is_label
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import NounPhrase, noun_phrase_after

_HYPHENS = frozenset("-\u2010\u2011")
_FORMS = frozenset(("digits", "words", "vague"))
_VERBAL = parts.PAST | parts.PARTICIPLE | parts.THIRD


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon.words("nouns.toml", group))


def read(scan: Scan) -> None:
    """Add the counts of the text; what counts nothing stays free."""
    earlier: Quantity | None = None
    for number in scan.free():
        if number.form not in _FORMS:
            continue
        if is_label(scan, number):
            scan.labelled.add(number.first)
            continue
        found = _count(scan, number) or _understood(scan, number, earlier)
        if found is not None:
            scan.add_quantity(number, found)
            earlier = found
    if earlier is not None:
        scan.sort()


def _count(scan: Scan, number: Number) -> Quantity | None:
    """A number and the noun that it counts."""
    phrase = _counted(scan, number)
    if phrase is None:
        return None
    quantity = fresh(scan, number, "count", "counts.number_and_noun", last=phrase.last)
    quantity.unit = parts.singular(scan.tokens.words[phrase.head].low)
    quantity.unit_phrase = _unit_phrase(scan, phrase, quantity.unit)
    quantity.unit_text = scan.tokens.quote(number.last, phrase.last)
    return quantity


def _counted(scan: Scan, number: Number) -> NounPhrase | None:
    """The counted noun right behind the number; none for a compound ("a three-storey house"), a verb or a stand-in."""
    words = scan.tokens.words
    at = number.last
    if at >= len(words) or words[at].text in _HYPHENS or parts.readings(words[at].low) & parts.DETERMINER:
        return None
    phrase = noun_phrase_after(scan.tokens, at)
    if phrase is None:
        return None
    head = words[phrase.head]
    bits = parts.readings(head.low)
    verbal = bits & _VERBAL and not bits & parts.PLURAL
    return None if verbal or bits & parts.CLOSED or head.low in _words("stand_in") else phrase


def _unit_phrase(scan: Scan, phrase: NounPhrase, head: str) -> str:
    """The noun in the singular with its modifiers as written, fillers such as "more" left out."""
    tokens = scan.tokens
    first = phrase.first
    while first < phrase.head and _says_nothing(parts.readings(tokens.words[first].low)):
        sized = first + 1 < phrase.head and parts.readings(tokens.words[first + 1].low) & parts.PARTICIPLE
        first += 2 if sized and tokens.words[first].low.endswith("ly") else 1  # "neatly built"
    modifiers = tokens.text[tokens.starts[first] : tokens.starts[phrase.head]]
    return " ".join((modifiers + head).split())


def _says_nothing(bits: int) -> bool:
    """Fillers ("more") and mere adverbs; "straight" in "six straight wins" is an adjective too."""
    return bool(bits & parts.FILLER or (bits & parts.ADVERB and not bits & parts.ADJECTIVE))


def _understood(scan: Scan, number: Number, earlier: Quantity | None) -> Quantity | None:
    """A number whose noun was said before in the sentence: "30 guards, 11 of them new", "another 12"."""
    words = scan.tokens.words
    if earlier is None or earlier.first < scan.tokens.sentence_of(number.first)[0]:
        return None
    behind = words[number.last].low if number.last < len(words) else "."
    before = words[number.first - 1].low
    bits = parts.readings(behind)
    if not (before in _words("understood") or behind in _words("stand_in") or bits & parts.AUXILIARY or behind in ("of", "from", "in")):
        return None
    quantity = fresh(scan, number, "count", "counts.understood_noun")
    quantity.unit, quantity.unit_phrase, quantity.parts = earlier.unit, earlier.unit_phrase, (number, earlier)
    return quantity
