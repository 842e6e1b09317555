"""Money, percentages and units: each number goes to the rules that its neighbours wake.

`read` runs before the counts: what no rule here takes stays in `scan.free()` for them, and `bare` takes the rest.
"""

from factdb import lexicon
from factdb.mentions import money, multiples, percents, ranges, units
from factdb.mentions.labels import chained, is_label, is_point
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, like, percent
from factdb.mentions.rule import Dispatch
from factdb.mentions.scan import Scan

RULES = (*money.RULES, *percents.RULES, *units.RULES, *multiples.RULES)
_DISPATCH = Dispatch(RULES)

_OF_ALL = frozenset(("the", "its", "their", "those", "these", "his", "her", "our"))
_AHEAD = money.DOTTED | {"$"}  # "Rs. 500", "$A5"
_LOOSE = frozenset(("odd", "plus", "something", "and", "to"))
_BY = frozenset(("x", "×", "by"))
_MOST_SIDES = 2
_LOWER_END = "values.lower_end"


def read(scan: Scan) -> None:
    """Make quantities of the numbers that money, a percent sign or a unit stands beside."""
    for number in scan.free():
        found = at_number(scan, number)
        if found is None:
            found = _upper_end(scan, number) or (fresh(scan, number, "bare", _LOWER_END) if _opens_range(scan, number) else None)
        if found is not None:
            scan.add_quantity(number, found)
    scan.sort()


def _opens_range(scan: Scan, number: Number) -> bool:
    """Whether a number is the lower end of "8 to 10" or "three or four", whose unit stands behind the upper end."""
    words = scan.tokens.words
    upper = scan.numbers.get(number.last + 1)
    if upper is None or words[number.last].low not in ranges.LINKS or number.form not in {"digits", "words"} or number.value >= upper.value:
        return False
    if chained(scan.tokens, upper.last):
        return False
    plainly = number.value < 1000 or number.scale > 1 or upper.value > 2100
    return not scan.tokens.glued(number.first) if plainly else not is_label(scan, number)


def _upper_end(scan: Scan, number: Number) -> Quantity | None:
    """The upper end of a sum of money whose sign stands before the lower: "$5-10 million", "between $5 and 10 million"."""
    lower = scan.number_ends.get(number.first - 1)
    below = scan.taken.get(lower.first) if lower is not None else None
    if below is None or below.rule != "money.sign_before_number" or below.last != number.first - 1 or lower is None or number.form == "ordinal":
        return None
    link = scan.tokens.words[number.first - 1].low
    between = link == "and" and scan.tokens.words[below.first - 1].low == "between"
    scaled = number.scale > 1 and lower.scale == 1
    if not (link in ranges.LINKS or between) or not (scaled or number.value > lower.value) or (link == "or" and not scaled):
        return None
    quantity = fresh(scan, number, "money", "values.upper_end")
    quantity.unit, quantity.unit_phrase, quantity.unit_text, quantity.parts = below.unit, below.unit_phrase, below.unit_text, (number,)
    return quantity


def _closes_range(scan: Scan, number: Number) -> bool:
    lower = scan.number_ends.get(number.first - 1)
    return lower is not None and lower.first in scan.taken and scan.taken[lower.first].rule == _LOWER_END


def at_number(scan: Scan, number: Number) -> Quantity | None:
    """What the first fitting rule makes of a number."""
    if number.form == "words" and is_point(scan, number):
        return None
    for rule in _DISPATCH.woken(_neighbours(scan, number) & _DISPATCH.mask):
        found = rule.match(scan, number.first)
        if found is not None:
            return found
    return None


def _neighbours(scan: Scan, number: Number) -> int:
    """The classes of the words before and behind a number, a hyphen passed over."""
    classes, first, last = scan.tokens.classes, number.first, number.last
    bits = classes[first] & lexicon.MULTIPLE | (classes[first - 1] if first else 0)
    if first > 1 and scan.tokens.words[first - 2].text in _AHEAD:
        bits |= lexicon.CURRENCY
    for behind in classes[last : last + 2]:
        bits |= behind
    return bits | lexicon.PERCENT if number.form == "fraction" else bits  # "a quarter of one percent", "a quarter-point"


def bare(scan: Scan) -> None:
    """What is left: fractions, ordinals and plain figures, but no label ("Section 427") and no lone "one"."""
    for number in scan.free():
        labelled = number.first in scan.labelled or _in_a_word(scan, number)
        if number.form != "multiple" and (not labelled or _closes_range(scan, number)):
            scan.add_quantity(number, _shared(scan, number) or _side(scan, number) or _plain(scan, number))
    scan.sort()


def _in_a_word(scan: Scan, number: Number) -> bool:
    """Whether a number word opens a compound that it counts nothing in: "three-pointers", "two-timing"; not "twenty-odd"."""
    words, at = scan.tokens.words, number.last
    if number.form != "words" or at + 1 >= len(words) or words[at].text != "-" or words[at].space or words[at - 1].space:
        return False
    return words[at + 1].text[0].isalpha() and words[at + 1].low not in _LOOSE and at + 1 not in scan.numbers


def _shared(scan: Scan, number: Number) -> Quantity | None:
    """A part of a sum takes the sum's unit: "40 million of the 2 billion crowns", "11 of 23 shots"."""
    words, at = scan.tokens.words, number.last
    if number.form not in {"digits", "words"} or at + 2 >= len(words) or words[at].low != "of":
        return None
    for first in (at + 1, at + 2, at + 3) if words[at + 1].low in _OF_ALL else (at + 1,):
        whole = next((q for q in map(scan.taken.get, range(first, first + 4)) if q is not None and q.first == first), None)
        if whole is not None and whole.unit and whole.dimension in {"money", "physical", "count"} and whole.value is not None and whole.value > number.value:
            return like(scan, number, whole, "values.part_of_sum")
    return None


def _side(scan: Scan, number: Number) -> Quantity | None:
    """A side takes the unit of the one behind it: "10 x 15 cm", "1,080 by 720 pixels"."""
    words, at = scan.tokens.words, number.last
    for _ in range(_MOST_SIDES):
        if at + 1 >= len(words) or words[at].low not in _BY or at + 1 not in scan.numbers:
            return None
        if at + 1 in scan.taken:
            break
        at = scan.numbers[at + 1].last
    other = scan.taken.get(at + 1)
    if other is None or other.first != at + 1 or other.dimension not in ("physical", "count"):
        return None
    return like(scan, number, other, "values.side")


def _plain(scan: Scan, number: Number) -> Quantity:
    """A number without unit; a fraction says a share, in percent."""
    if number.form != "fraction":
        return fresh(scan, number, "ordinal" if number.form == "ordinal" else "bare", "values.bare")
    quantity = fresh(scan, number, "fraction", "values.fraction")
    quantity.value = quantity.low = quantity.high = percent(number.value)
    quantity.unit = "percent"
    return quantity
