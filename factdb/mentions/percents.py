"""Percentages, percentage points, and shares said as fractions."""

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, percent, unit_place, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

_LARGEST = 10_000  # "1 in 5,000": a share of two decimals of a percent says no less
_NAMES = Phrases.of(
    (
        ("%", "percent"),
        ("percent", "percent"),
        ("percents", "percent"),
        ("percentage", "percent"),
        ("percentages", "percent"),
        ("per cent", "percent"),
        ("pct", "percent"),
        ("pc", "percent"),
        ("percentage point", "percentage point"),
        ("percentage points", "percentage point"),
        ("percentage - point", "percentage point"),
        ("percentage - points", "percentage point"),
        ("per - cent", "percent"),
        ("% points", "percentage point"),
        ("percent points", "percentage point"),
        ("basis point", "basis point"),
        ("basis points", "basis point"),
        ("bps", "basis point"),
    )
)


def sign_behind(scan: Scan, at: int) -> Quantity | None:
    """ "66 percent", "5.4%", "three percentage points", "25 basis points"."""
    words, number = scan.tokens.words, scan.numbers[at]
    if number.form in {"ordinal", "vague"}:
        return None
    where = unit_place(scan, number)
    if number.form == "fraction":
        return _part_of_one(scan, number, where)
    if where >= len(words):
        return None
    found = _NAMES.longest(scan.tokens.lows[where : where + 3], 0)
    if found is None:
        return None
    last, unit = where + found[0], found[1]
    return with_unit(fresh(scan, number, "percent", "percents.sign_behind_number", last=last), scan, unit, where, last)


def _part_of_one(scan: Scan, number: Number, where: int) -> Quantity | None:
    """ "half a percent", "a quarter of one percent", "a quarter-point": a part of one percent or of one point."""
    words, one = scan.tokens.words, scan.numbers.get(where + 1)
    if where + 1 < len(words) and words[where].low == "of" and one is not None and one.value == 1:
        where = one.last
    elif where < len(words) and words[where].text == "-":
        where += 1
    if where >= len(words):
        return None
    found = (1, "percentage point") if words[where].low == "point" else _NAMES.longest(scan.tokens.lows[where : where + 3], 0)
    if found is None:
        return None
    quantity = fresh(scan, number, "percent", "percents.sign_behind_number", last=where + found[0])
    if one is not None and one.first < quantity.last:
        scan.taken[one.first] = quantity
    quantity.value = quantity.low = quantity.high = percent(number.value) / 100
    return with_unit(quantity, scan, found[1], where, quantity.last)


def one_in_four(scan: Scan, at: int) -> Quantity | None:
    """ "one in four", "three out of ten", "2 of every 5": a share, in percent."""
    words, number = scan.tokens.words, scan.numbers[at]
    link = tuple(scan.tokens.lows[number.last : number.last + 2])
    step = 2 if link in (("out", "of"), ("of", "every"), ("in", "every")) else 1 if link[:1] == ("in",) else 0
    whole = scan.numbers.get(number.last + step) if step else None
    if whole is None or whole.first in scan.taken or not _share(number, whole, 20 if step == 2 else 10):
        return None
    if step == 1 and whole.form != number.form and whole.value != 10 and not (words[at].low == "one" and whole.value <= 100):
        return None
    quantity = fresh(scan, number, "fraction", "percents.one_in_four", last=whole.last)
    quantity.core = (number.first, whole.last)
    quantity.value = quantity.low = quantity.high = percent(number.value / whole.value)
    quantity.unit, quantity.number = "percent", f"{number.value:f}/{whole.value:f}"
    scan.taken[whole.first] = quantity
    return quantity


def _share(part: Number, whole: Number, most: int) -> bool:
    """Whether two numbers can be a part and its whole: small, or a whole in tens."""
    plain = part.form in {"digits", "words"} and whole.form in {"digits", "words"}
    largest = _LARGEST if part.value == 1 else 1000
    return plain and 0 < part.value < whole.value <= largest and part.value % 1 == 0 and (whole.value <= most or whole.value % 10 == 0)


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "percents.sign_behind_number",
        "A percent sign or word stands behind the number.",
        lexicon.PERCENT,
        sign_behind,
        (("grew 66 percent", "66 percent"), ("fell 5.4%", "5.4 percent"), ("up 25 basis points", "25 basis point"), ("up half a percent", "0.5 percent")),
        ("a small percent of 10 men",),
    ),
    Rule(
        "percents.one_in_four",
        "A part and its whole are counted: so many in, or out of, so many.",
        lexicon.LINK,
        one_in_four,
        (("one in four homes", "25 percent"), ("three out of ten said so", "30 percent")),
        ("three in 2010",),
    ),
)
