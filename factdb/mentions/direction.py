"""Which way an amount moved: from the verb before it or "up" and "down"."""

from collections.abc import Mapping
from functools import cache, partial

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tags import tag_of, tags

_FARTHEST = 6
_PASSED = frozenset(
    ("by", "more", "than", "about", "around", "nearly", "almost", "over", "some", "an", "a", "another", "further", "least", "at", "total", "of", "mere")
)
_BROUGHT = frozenset(("money", "physical"))
_REACH = 20
_CLAUSES = frozenset("VXZKBGW;Q")
_VERBS = frozenset("VBGE")
# The letters of an object between its verb and the figure: "cut the fee for goods by 7 percent".
_OBJECT = frozenset("DANSPYOI'-R")


# Verbs behind which "up" says where a level stands, and is no part of the verb: "ended up 40 points".
levels = partial(lexicon.word_set, "directions.toml", "level")


# Verbs that bring a sum in or a weight up, and change neither.
_gathering = partial(lexicon.verb_forms, "directions.toml", "gathering")


@cache
def verbs() -> Mapping[str, str]:
    """Every form of the verbs of movement, found through the base that the word table gives."""
    ways = {verb: way for way in ("up", "down") for verb in lexicon.words("directions.toml", way)}
    return ways | {word: ways[plain] for word, _, plain in lexicon.inflected_verbs() if plain in ways}


def read(scan: Scan) -> None:
    """Give each quantity that a verb moves its direction."""
    before: Quantity | None = None
    for quantity in scan.quantities:
        if quantity.direction is None and quantity.dimension not in ("age", "ordinal", "duration"):
            quantity.direction = _direction(scan, quantity, before)
        before = quantity


def _direction(scan: Scan, quantity: Quantity, before: Quantity | None) -> str | None:
    """What the sign or the nearest word of movement says, else the verb of an object, else the figure before that this one goes with."""
    found = _sign(scan, quantity) or _word_before(scan, quantity) or _of_object(scan, quantity)
    if found or before is None or before.direction is None:
        return found
    return before.direction if _restates(scan, before, quantity) or _listed(scan, before, quantity) else None


def _sign(scan: Scan, quantity: Quantity) -> str | None:
    """ "Tin +4%"."""
    words, at = scan.tokens.words, quantity.first - 1
    return "up" if at >= 0 and words[at].text == "+" and (at < 1 or words[at - 1].space) else None


def _word_before(scan: Scan, quantity: Quantity) -> str | None:
    """The nearest word of movement before an amount, hedges passed over; none for the ends of a move ("from 20 to 21")."""
    words, moves = scan.tokens.words, verbs()
    begin = max(tags(scan.tokens, quantity.first)[0], quantity.first - _FARTHEST)
    for at in range(quantity.first - 1, begin - 1, -1):
        low = words[at].low
        if low in ("up", "down"):
            share = quantity.last < len(words) and words[quantity.last].low == "of"  # "made up 5 percent of the vote"
            return low if quantity.unit == "percent" and not share else _particle(scan, at, low)
        if low in moves:
            gathered = quantity.dimension in _BROUGHT and low in _gathering()  # "raised 40 million euros", "lifts 7 tonnes"
            return None if gathered or _is_noun(scan, at) else moves[low]
        if low not in _PASSED and not parts.readings(low) & parts.ADVERB:
            return None
    return None


def _is_noun(scan: Scan, at: int) -> bool:
    """Whether a word of movement names the move: "a gain of 7 points", or stands for how a thing is: "lower at 7 points"."""
    tag = tag_of(scan.tokens, at)
    if tag in _VERBS:
        return False
    return tag == "A" or scan.tokens.words[at + 1].low == "of" or (at > 0 and tag_of(scan.tokens, at - 1) in "DA")


def _particle(scan: Scan, at: int, low: str) -> str | None:
    """ "up 5 percent" but not "up to 5 percent", "set up 5 camps" or "broke down 3 doors"."""
    words = scan.tokens.words
    before = words[at - 1].low if at > scan.tokens.sentence_of(at)[0] else ""
    if before in verbs():
        return verbs()[before]
    if before in levels():
        return low
    moved = parts.readings(before) & (parts.VERB | parts.PAST | parts.PARTICIPLE | parts.GERUND | parts.THIRD)
    return None if moved and not parts.readings(before) & parts.PLURAL else low


def _of_object(scan: Scan, quantity: Quantity) -> str | None:
    """The verb whose object a figure behind "by" has moved: "cut the fee by 7 percent", "a plan to raise output by 40 tonnes"."""
    words, at = scan.tokens.words, quantity.first - 1
    if at < 0 or words[at].low != "by":
        return None
    first, letters = tags(scan.tokens, quantity.first)
    for here in range(at - 1, max(first, at - _REACH) - 1, -1):
        letter = letters[here - first]
        if letter in "VBGE":
            return verbs().get(words[here].low)
        if letter not in _OBJECT:
            return None
    return None


def _restates(scan: Scan, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure says the move before it in another unit: "lost 240 points, or 0.7 percent", "fell 7 miles (11 km)"."""
    at = before.last
    if quantity.first - at not in (1, 2) or quantity.unit == before.unit or before.unit is None:
        return False
    between = scan.tokens.lows[at : quantity.first]
    return between in ([",", "or"], ["or"], ["("])


def _listed(scan: Scan, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure goes on a list whose verb was said once: "tin fell by 7 percent, zinc by 9 percent"."""
    if quantity.unit != before.unit or scan.tokens.words[quantity.first - 1].low != "by":
        return False
    first, letters = tags(scan.tokens, quantity.first)
    between = letters[max(0, before.last - first) : quantity.first - first]
    return before.last > first and between[:1] in (",", "C") and not set(between) & _CLAUSES
