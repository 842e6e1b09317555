"""Quantities per something: "$9.50 a month", "40 euros per ticket", "80,000 barrels a day"."""

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.mentions.unit_phrases import longest
from factdb.text.parts import singular
from factdb.text.phrases import noun_phrase_after

# Behind these "a year" is a day in the past or to come: "6 billion a year earlier".
_POINTS = frozenset(("earlier", "ago", "later", "before", "after"))
_HOURLY = ([")", "per", "hour"], [")", "an", "hour"])
_FIGURES = lexicon.DIGITS | lexicon.CARDINAL
_DIMENSIONS = frozenset(("money", "physical", "count"))


def read(scan: Scan) -> None:
    """Add to the unit phrase what a quantity is counted for; the unit itself stays."""
    before, rated = None, 0
    kept: list[Quantity] = []
    for quantity in scan.quantities:
        if before is not None and _is_base(scan, before, quantity):
            rated = _per_base(before, quantity)
        if quantity.first < rated:
            continue  # the 1,000 of "per 1,000 homes", the "dozen" of "a dozen"
        kept.append(quantity)
        if quantity.dimension in _DIMENSIONS and quantity.unit:
            rated = _per(scan, quantity)
            if quantity.dimension == "physical" and before is not None and before.dimension == "physical":
                _again(scan, before, quantity)
        before = quantity
    scan.quantities = kept


def _is_base(scan: Scan, one: Quantity, other: Quantity) -> bool:
    """Whether a quantity is but what another is counted for: "50 dollars per 1,000 cubic metres", "7 deaths per 100,000 people"."""
    words, behind = scan.tokens.words, other.core[1]
    told = other.first == one.last + 1 and one.unit is not None and one.dimension in _DIMENSIONS and words[one.last].low == "per"
    return told and not (behind < len(words) and words[behind].text == "-")  # "per 40-foot container"


def _per_base(one: Quantity, base: Quantity) -> int:
    name = one.unit if one.dimension != "count" else one.unit_phrase
    one.unit_phrase = f"{name} per {base.number} {base.unit_phrase or ''}".rstrip()
    one.last, one.end = base.last, base.end
    return one.last


def _again(scan: Scan, one: Quantity, other: Quantity) -> None:
    """ "150 kilometres (93 miles) per hour": the speed said again in another unit, with "per hour" behind both."""
    words, at = scan.tokens.words, other.last
    if other.first != one.last + 1 or words[one.last].text != "(" or scan.tokens.lows[at : at + 3] not in _HOURLY:
        return
    for quantity in (one, other):
        quantity.unit = f"{quantity.unit}/h"


def _per(scan: Scan, quantity: Quantity) -> int:
    """The token behind a rate; 0 where the quantity is none."""
    words, at = scan.tokens.words, quantity.last
    if at + 1 >= len(words):
        return 0
    if words[at].text == "-" and at + 3 < len(words) and words[at + 2].text == "-":
        at += 1
    link, noun = words[at].low, words[at + 1 + (words[at + 1].text == "-" and at + 2 < len(words))]
    if (link == "per" and not noun.classes & _FIGURES) or (link in {"a", "an", "each", "every"} and _measures(noun.low, noun.classes)):
        last = at + 1 + (noun is not words[at + 1]) + 1
        if last < len(words) and words[last].low in _POINTS:
            return 0
        per, last = _of_many(scan, at + 1) if noun.classes & lexicon.SCALE and link == "per" else _unit(scan, last - 1, last)
        name = quantity.unit if quantity.dimension != "count" else quantity.unit_phrase
        quantity.unit_phrase = f"{name} per {per}"
        quantity.last, quantity.end = last, scan.tokens.end(last - 1)
        return last
    return 0


def _unit(scan: Scan, at: int, last: int) -> tuple[str, int]:
    """The noun that a rate is counted for, a unit of several words whole: "per kilowatt-hour", "per square foot"."""
    found = longest(scan.tokens.words, at, figure=False) if scan.tokens.classes[at] & lexicon.UNIT else None
    last = max(last, found[0]) if found else last
    return scan.tokens.quote(at, last).lower(), last


def _of_many(scan: Scan, at: int) -> tuple[str, int]:
    """What follows "per" from its scale word on, and the token behind: "$9 per million British thermal units"."""
    words = scan.tokens.words
    phrase = noun_phrase_after(scan.tokens, at + 1)
    if phrase is None or phrase.first != at + 1:
        return words[at].low, at + 1
    modifiers = scan.tokens.text[scan.tokens.starts[at] : scan.tokens.starts[phrase.head]]
    return modifiers + singular(words[phrase.head].low), phrase.last


def _measures(low: str, classes: int) -> bool:
    """Whether a noun behind "a" makes a rate: units, lengths of time, and what prices are for."""
    return bool(classes & (lexicon.TIME_UNIT | lexicon.UNIT)) or low in lexicon.groups("numbers.toml")["rate"]
