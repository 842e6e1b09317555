"""Figures whose unit or noun was said before: "another 12", "60 percent in towns and 40 in villages", "up from 4.1"."""

from functools import cache, partial
from itertools import chain

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.quantity import like
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tags import tag_of

_ANY = lexicon.DIGITS | lexicon.CARDINAL | lexicon.VAGUE
_JOINING = frozenset(("and", "or", "&"))
_LEVELS = frozenset(("to", "at", "from", "above", "below", "near"))
_SAID = frozenset(("count", "physical", "percent", "money"))
_COMPARED = frozenset(("with", "to"))
_EACH = frozenset(("in", "on", "for", "at", "from", "among", "by", "during", "with", "when", "if"))
_FAR, _NEAR = 30, 6


_words = partial(lexicon.word_set, "nouns.toml")


def noun(scan: Scan, at: int) -> Quantity | None:
    """A number whose noun was said before in the sentence: "30 guards, 11 of them new", "another 12"."""
    number = scan.numbers[at]
    earlier = scan.quantities[-1] if scan.quantities else None
    if earlier is None or earlier.dimension != "count" or not scan.tokens.sentence_of(at)[0] <= earlier.first < at:
        return None
    words = scan.tokens.words
    behind = words[number.last].low if number.last < len(words) else "."
    before = words[at - 1].low
    bits = parts.readings(behind)
    if behind == "of" and number.last + 1 < len(words) and parts.readings(words[number.last + 1].low) & parts.DETERMINER:
        return None  # "67 of those people" counts people
    if not (
        before in _words("understood")
        or behind in _words("stand_in")
        or bits & parts.AUXILIARY
        or behind in ("of", "from", "in")
        or _owned(scan, at)
        or _loses(scan, at, earlier)
        or (earlier.unit == "person" and behind in _harm())
        or (before in _COMPARED and words[at - 2].low == "compared" and tag_of(scan.tokens, min(number.last, len(words) - 1)) in "DI.,;")
    ):
        return None
    return like(scan, number, earlier, "understood.noun")


def _owned(scan: Scan, at: int) -> bool:
    """Whether a figure is someone's own, or the object of a second verb: "beating Ortega's 40", "killed six men and hurt 11"."""
    tokens, last = scan.tokens, scan.numbers[at].last
    before = tag_of(tokens, at - 1)
    if last < len(tokens) and tag_of(tokens, last) not in ".,;CW":
        return False
    return (before in "'D" and tokens.words[at - 1].text != "the") or tokens.words[at - 1].low in _harm()


def _loses(scan: Scan, at: int, earlier: Quantity) -> bool:
    """Whether a figure is the smaller of two in a vote or a game: "by 40 votes to 12"."""
    beside = earlier.last == at - 1 and scan.tokens.words[at - 1].low == "to"
    return beside and earlier.value is not None and scan.numbers[at].value < earlier.value


@cache
def _harm() -> frozenset[str]:
    return frozenset(chain.from_iterable(lexicon.groups("harm.toml")["verb"].values()))


def shared(scan: Scan, at: int) -> Quantity | None:
    """A figure beside one with a unit, each with its own place or time: "60 percent in towns and 40 in villages"."""
    number, words = scan.numbers[at], scan.tokens.words
    if number.last >= len(words) or words[number.last].low not in _EACH or words[at - 1].low not in _JOINING or number.form == "vague":
        return None
    begin = max(scan.tokens.sentence_of(at)[0], at - _FAR)
    earlier = next((q for q in map(scan.taken.get, range(at - 2, begin - 1, -1)) if q is not None), None)
    if earlier is None or earlier.dimension not in _SAID or earlier.last >= at:
        return None
    again = words[at - 1].low == "or" and scan.tokens.lows[earlier.last : at - 1] in ([], [","])  # "520 litres, or 1,600 with the seats down"
    if not again and words[earlier.last].low not in _EACH:
        return None
    return like(scan, number, earlier, "understood.shared_unit")


def level(scan: Scan, at: int) -> Quantity | None:
    """A level beside one whose unit was said: "lost 20 points to close at 3,310", "rose to 5 percent from 4.1"."""
    number, words = scan.numbers[at], scan.tokens.words
    before = words[at - 1].low if at else ""
    if before not in _LEVELS or number.form not in {"digits", "words"}:
        return None
    earlier = _in_points(scan, at) or (_left_behind(scan, at) if before == "from" else None)
    return like(scan, number, earlier, "understood.level") if earlier else None


def _in_points(scan: Scan, at: int) -> Quantity | None:
    """The points of an index that were said before in the sentence; those of a game have no decimals and no thousands."""
    figure = scan.tokens.words[at].text
    if "." not in figure and "," not in figure:
        return None
    begin = max(scan.tokens.sentence_of(at)[0], at - _FAR)
    said = (scan.taken.get(here) for here in range(at - 1, begin - 1, -1))
    return next((q for q in said if q is not None and q.unit == "point"), None)


def _left_behind(scan: Scan, at: int) -> Quantity | None:
    """The level that is now, where the number says the one before: "to 5 percent from 4.1", "30 km, up from 20"."""
    words, end = scan.tokens.words, at - 1
    moved = words[end - 1].low in ("up", "down")
    end -= moved
    end -= moved and words[end - 1].text == ","
    begin = max(scan.tokens.sentence_of(at)[0], end - _NEAR)
    now = next((q for q in map(scan.taken.get, range(end - 1, begin - 1, -1)) if q is not None), None)
    if now is None or now.dimension not in _SAID:
        return None
    return now if moved or (now.last == end and words[now.first - 1].low in ("to", "at")) else None


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "understood.level",
        "The unit was said with the level before it.",
        _ANY,
        level,
        (),
        ("up 5 percent from 20",),
    ),
    Rule(
        "understood.noun",
        "The noun was said with the number before it.",
        _ANY,
        noun,
        (),
        ("another 12",),
    ),
    Rule(
        "understood.shared_unit",
        "The unit was said with a like figure before it.",
        _ANY,
        shared,
        (),
        ("60 percent in Lima and in 40 towns",),
    ),
)
