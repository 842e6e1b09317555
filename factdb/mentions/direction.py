"""Which way an amount moved: from the verb before it or "up" and "down"."""

from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text import parts

_FARTHEST = 6
_PASSED = frozenset(
    ("by", "more", "than", "about", "around", "nearly", "almost", "over", "some", "an", "a", "another", "further", "least", "at", "total", "of", "mere")
)
# Behind these "up" says where a level stands, and is no part of the verb: "ended up 40 points".
_LEVELS = frozenset(("ended", "closed", "closes", "ends", "finished", "finishes", "traded", "trading", "opened", "settled"))


@cache
def verbs() -> Mapping[str, str]:
    """Every form of the verbs of movement, found through the base that the word table gives."""
    ways = {verb: way for way in ("up", "down") for verb in lexicon.words("directions.toml", way)}
    table = dict(ways)
    for row in lexicon.rows("generated/words.csv"):
        for reading in row["readings"].split():
            tag, _, base = reading.partition(":")
            if tag.startswith("V") and base in ways:
                table[row["word"]] = ways[base]
    return table


def read(scan: Scan) -> None:
    """Give each quantity that a verb moves its direction."""
    before: Quantity | None = None
    for quantity in scan.quantities:
        if quantity.direction is None and quantity.dimension not in ("age", "ordinal", "duration"):
            quantity.direction = _direction(scan, quantity)
            if quantity.direction is None and before is not None and before.direction and _restates(scan, before, quantity):
                quantity.direction = before.direction
        before = quantity


def _restates(scan: Scan, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure says the move before it in another unit: "lost 240 points, or 0.7 percent"."""
    words, at = scan.tokens.words, before.last
    if quantity.first - at not in (1, 2) or quantity.unit == before.unit or before.unit is None:
        return False
    between = [word.low for word in words[at : quantity.first]]
    return between in ([",", "or"], ["or"])


def _direction(scan: Scan, quantity: Quantity) -> str | None:
    """The nearest word of movement before an amount, hedges passed over; none for the ends of a move ("from 20 to 21")."""
    words = scan.tokens.words
    begin = max(scan.tokens.sentence_of(quantity.first)[0], quantity.first - _FARTHEST)
    if quantity.first > begin and words[quantity.first - 1].text == "+" and (quantity.first < 2 or words[quantity.first - 2].space):
        return "up"
    for at in range(quantity.first - 1, begin - 1, -1):
        low = words[at].low
        if low in ("up", "down"):
            return low if quantity.unit == "percent" else _particle(scan, at, low)
        if low in verbs() and not parts.readings(words[at - 1].low if at else "") & parts.DETERMINER:
            return verbs()[low]
        if low not in _PASSED and not parts.readings(low) & parts.ADVERB:
            return None
    return None


def _particle(scan: Scan, at: int, low: str) -> str | None:
    """ "up 5 percent" but not "up to 5 percent", "set up 5 camps" or "broke down 3 doors"."""
    words = scan.tokens.words
    before = words[at - 1].low if at > scan.tokens.sentence_of(at)[0] else ""
    if before in verbs():
        return verbs()[before]
    if before in _LEVELS:
        return low
    moved = parts.readings(before) & (parts.VERB | parts.PAST | parts.PARTICIPLE | parts.GERUND | parts.THIRD)
    return None if moved and not parts.readings(before) & parts.PLURAL else low
