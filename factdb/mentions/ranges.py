"""Two numbers that bound one quantity: "8 to 10 billion dollars", "between 3 and 5 percent", "1,000-5,000", "three or four"."""

from decimal import Decimal
from functools import cache

from factdb.mentions.direction import verbs
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.numerals import HUNDRED
from factdb.mentions.quantity import times
from factdb.mentions.scan import Scan
from factdb.mentions.units import AGED

_DASHES = frozenset("-–—~")
_LEVELLED = frozenset(("physical", "money"))
_SPREAD = 10  # the ends of a range that both write their unit lie no farther apart
_HANGING = 2  # tokens between "20-" and "30-year-olds"
_MARGINS = frozenset("±")
_TO = frozenset(("to", "through", "thru"))
LINKS = _DASHES | _TO | {"or"}


def read(scan: Scan) -> None:
    """Replace each pair of quantities that are the ends of a range by the range."""
    found: list[Quantity] = []
    for quantity in scan.quantities:
        merged = _joined(scan, found[-1], quantity) if found else None
        if merged is not None:
            found.pop()
        found.append(merged or quantity)
    scan.quantities = found


def _joined(scan: Scan, a: Quantity, b: Quantity) -> Quantity | None:
    words = scan.tokens.words
    gap = b.first - a.last
    if gap == _HANGING and _hangs(scan, a, b):
        return _range(scan, a, b, a.first)
    if gap != 1 or len(a.parts) != 1 or len(b.parts) != 1 or a.value is None or b.value is None or a.dimension == "ordinal":
        return None
    link, before = words[a.last].low, words[a.first - 1].low if a.first else ""
    if link in _MARGINS and b.value < a.value and a.unit in (None, b.unit):
        return _margin(scan, a, b)
    if a.dimension == "age" and b.dimension == "bare" and words[a.first].low in AGED and link in LINKS:
        _age(b)
    if a.unit is not None and a.unit != b.unit:
        if link == "to" and b.dimension == "bare" and a.dimension in _LEVELLED and a.rule != "counts.number_and_noun":
            b.unit, b.unit_phrase, b.dimension = a.unit, a.unit_phrase, a.dimension  # "rose 70.2 points to 5,120"
        return None
    if link == "from" and before == "to" and a.dimension == "bare":
        a.unit, a.unit_phrase, a.dimension = b.unit, b.unit_phrase, b.dimension  # "fell to 3.2 from 4 percent"
        return None
    dash = link in _DASHES and words[a.last].space == words[a.last - 1].space and not _chained(scan, a.first, b.last)
    between = link == "and" and before in {"between", "in-between"}
    if not (dash or between or link in _TO or (link == "or" and a.unit is None and b.value == (a.value + 1) * _said_for_both(a, b))):
        return None
    ranging = before == "from" and a.first > 1 and words[a.first - 2].low.startswith(("rang", "vary", "vari"))
    if link == "to" and not ranging and a.unit is not None and (a.unit_text != b.unit_text or before in _moves() or _far_apart(a, b)):
        return None  # "fell three cents to 41.20 dollars", "1.50 dollars to 48 dollars": a move and a level
    _share(a, b)
    if link == "to" and before == "from" and not ranging:
        a.unit, a.unit_phrase, a.dimension = a.unit or b.unit, a.unit_phrase or b.unit_phrase, b.dimension
        return None
    if a.value is None or a.value >= b.value or (before == "by" and link == "to" and b.value > a.value * _SPREAD):
        return None  # "shrank by 500 to 9,000": a move and a level
    return _range(scan, a, b, a.first - 1 if between or ranging else a.first)


def _hangs(scan: Scan, a: Quantity, b: Quantity) -> bool:
    """Whether the first end has but a hyphen for the noun of the second: "20- to 30-year-olds"."""
    words = scan.tokens.words
    hyphened = words[a.last].text == "-" and words[a.last + 1].low in _TO and not words[a.last - 1].space
    return hyphened and (a.unit in (None, b.unit) or a.rule == "counts.compound") and a.value is not None and b.value is not None and a.value < b.value


@cache
def _moves() -> frozenset[str]:
    return frozenset((*verbs(), "up", "down", "by"))


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are too far apart for a range, the scale that the second may have said for both left out."""
    scale = b.parts[0].scale if isinstance(b.parts[0], Number) and isinstance(a.parts[0], Number) and a.parts[0].scale == 1 else 1
    return a.value is not None and b.value is not None and b.value > a.value * scale * _SPREAD


def _margin(scan: Scan, a: Quantity, b: Quantity) -> Quantity:
    """ "5 ± 0.5 kg": from 4.5 to 5.5."""
    whole = _range(scan, a, b, a.first)
    if a.value is not None and b.value is not None:
        whole.low, whole.high = a.value - b.value, a.value + b.value
    return whole


def _age(quantity: Quantity) -> None:
    quantity.dimension, quantity.unit, quantity.unit_phrase = "age", "year", "year"


def _chained(scan: Scan, first: int, last: int) -> bool:
    """Whether further figures hang on the two by dashes, as in a telephone number: "555-0142-7"."""
    tokens = scan.tokens
    before = first > 1 and tokens.glued(first) and tokens.words[first - 1].text in _DASHES and tokens.glued(first - 1)
    behind = last + 1 < len(tokens) and tokens.glued(last) and tokens.words[last].text in _DASHES and tokens.glued(last + 1)
    return before or (behind and tokens.words[last + 1].text[0].isdigit())


def _share(a: Quantity, b: Quantity) -> None:
    """Give the first end the scale of the second: "8 to 10 billion"."""
    scale = _said_for_both(a, b)
    if scale > 1:
        times(a, scale)


def _said_for_both(a: Quantity, b: Quantity) -> Decimal:
    """The scale that the second end says for both: "8 to 10 billion", "five or six hundred"; 1 where it says none."""
    one, other = a.parts[0], b.parts[0]
    if not isinstance(one, Number) or not isinstance(other, Number) or one.scale > 1 or abs(one.value) >= 1000:
        return Decimal(1)
    hundreds = other.scale == 1 and other.form == "words" and other.value % HUNDRED == 0 and 0 < one.value * HUNDRED < other.value < 1000
    return HUNDRED if hundreds else other.scale


def _range(scan: Scan, a: Quantity, b: Quantity, first: int) -> Quantity:
    start, end = scan.tokens.span(first, b.last)
    whole = Quantity(first, b.last, start, end, "ranges.two_ends", (a, b), (a.core[0], b.core[1]), b.dimension, None, a.value, b.value, "between")
    whole.unit, whole.unit_phrase, whole.unit_text = b.unit or a.unit, b.unit_phrase or a.unit_phrase, b.unit_text or a.unit_text
    whole.number = scan.tokens.quote(a.core[0], b.core[1])
    if whole.dimension == "bare" and first and scan.tokens.words[first - 1].low in AGED:
        _age(whole)  # "aged between 20 and 30"
    return whole
