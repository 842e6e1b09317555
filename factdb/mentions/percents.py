"""Percentages, percentage points, and shares said as fractions."""

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.mention import Quantity
from factdb.mentions.quantity import fresh, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

_NAMES = Phrases.of(
    (
        ("%", "percent"),
        ("percent", "percent"),
        ("percentage", "percent"),
        ("per cent", "percent"),
        ("pct", "percent"),
        ("percentage point", "percentage point"),
        ("percentage points", "percentage point"),
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
    where = number.last
    if where < len(words) and words[where].text == "-" and not words[where].space:
        where += 1
    if where >= len(words) or number.form in {"ordinal", "vague"}:
        return None
    found = _NAMES.longest([word.low for word in words[where : where + 2]], 0)
    if found is None:
        return None
    last, unit = where + found[0], found[1]
    return with_unit(fresh(scan, number, "percent", "percents.sign_behind_number", last=last), scan, unit, where, last)


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "percents.sign_behind_number",
        "A percent sign or word stands behind the number.",
        lexicon.ANY,
        sign_behind,
        (("grew 66 percent", "66 percent"), ("fell 5.4%", "5.4 percent"), ("up 25 basis points", "25 basis point")),
        ("a small percent of 10 men",),
    ),
)
