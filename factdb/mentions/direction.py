"""Which way an amount moved: from the verb before it or "up" and "down"."""

from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text import parts

_FARTHEST = 5


@cache
def _verbs() -> Mapping[str, str]:
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
    for quantity in scan.quantities:
        if quantity.direction is None and quantity.dimension not in ("age", "ordinal", "duration"):
            quantity.direction = _direction(scan, quantity)


def _direction(scan: Scan, quantity: Quantity) -> str | None:
    """The nearest word of movement before an amount, hedges passed over; none for the ends of a move ("from 20 to 21")."""
    words = scan.tokens.words
    begin = max(scan.tokens.sentence_of(quantity.first)[0], quantity.first - _FARTHEST)
    for at in range(quantity.first - 1, begin - 1, -1):
        low = words[at].low
        if low in ("up", "down"):
            return _particle(scan, at, low)
        if low in _verbs() and not parts.readings(words[at - 1].low if at else "") & parts.DETERMINER:
            return _verbs()[low]
        if low not in ("by", "more", "than", "about", "around", "nearly", "almost", "over", "some", "an", "a", "another", "least", "at"):
            return None
    return None


def _particle(scan: Scan, at: int, low: str) -> str | None:
    """ "up 5 percent" but not "up to 5 percent", "set up 5 camps" or "broke down 3 doors"."""
    words = scan.tokens.words
    before = words[at - 1].low if at > scan.tokens.sentence_of(at)[0] else ""
    if before in _verbs():
        return _verbs()[before]
    moved = parts.readings(before) & (parts.VERB | parts.PAST | parts.PARTICIPLE | parts.GERUND | parts.THIRD)
    return None if moved and not parts.readings(before) & parts.PLURAL else low
