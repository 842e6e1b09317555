"""How a pass makes a quantity of a number: its bounds from the number's form, its span from the tokens around."""

from decimal import ROUND_HALF_UP, Decimal

from factdb import lexicon
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.numerals import tidy
from factdb.mentions.scan import Scan

_CENT = Decimal("0.01")
_ADDED = frozenset(("more", "extra", "additional", "further"))
_UNITS = lexicon.UNIT | lexicon.TIME_UNIT
_ARTICLES = frozenset(("a", "an"))


def fresh(scan: Scan, number: Number, dimension: str, rule: str, *, first: int = -1, last: int = -1) -> Quantity:
    """A quantity over the tokens `first` to `last`, by default those of the number; no unit yet."""
    begin = number.first if first < 0 else first
    end = number.last if last < 0 else max(last, number.last)
    start, stop = scan.tokens.starts[begin], scan.tokens.end(end - 1)
    value: Decimal | None = number.value
    low = high = value
    modifier = "exact"
    if number.form == "vague":
        value, high, modifier = None, None, "vague"
    return Quantity(begin, end, start, stop, rule, (number,), (number.first, number.last), dimension, value, low, high, modifier, number=number.written)


def like(scan: Scan, number: Number, other: Quantity, rule: str) -> Quantity:
    """A quantity of a number that takes its unit, which was not said, from another one."""
    quantity = fresh(scan, number, other.dimension, rule)
    quantity.unit, quantity.unit_phrase, quantity.parts = other.unit, other.unit_phrase, (number, other)
    return quantity


def with_unit(quantity: Quantity, scan: Scan, unit: str, at: int, last: int) -> Quantity:
    """The same with a unit that is written at the tokens `at` to `last`."""
    quantity.unit = unit
    quantity.unit_text = quantity.unit_phrase = scan.tokens.quote(at, last)
    return quantity


def times(quantity: Quantity, factor: Decimal) -> Quantity:
    """The same with value and bounds multiplied: "197 pence" is 1.97."""
    quantity.value, quantity.low, quantity.high = _times(quantity.value, factor), _times(quantity.low, factor), _times(quantity.high, factor)
    return quantity


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return value if value is None else tidy(value * factor) if factor > 1 else value * factor


def percent(value: Decimal) -> Decimal:
    """A share as percent to two decimals: two thirds is 66.67."""
    exact = value * 100
    return exact.quantize(_CENT, ROUND_HALF_UP).normalize() + 0 if exact % 1 else exact.quantize(Decimal(1))


def unit_place(scan: Scan, number: Number) -> int:
    """Where the unit of a number would stand: behind it, past a glued hyphen ("nine-mile"), the "of" of a vague plural, or the
    article that a fraction has behind it ("half a mile", "a quarter of an inch")."""
    words, where = scan.tokens.words, number.last
    if where + 1 >= len(words):
        return where
    if number.form == "fraction":
        of = words[where].low == "of"
        return where + of + 1 if words[where + of].low in _ARTICLES else where
    if words[where].low in _ADDED and words[where + 1].classes & _UNITS:
        return where + 1  # "60 more miles"
    return where + ((words[where].text == "-" and not words[where].space) or (number.form == "vague" and words[where].low == "of"))
