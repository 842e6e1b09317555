"""The grammar of number words and figures: from a token on, how far a number goes and what it is worth.

Every function looks at a bounded number of tokens beyond those that it takes, so that reading stays linear.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factdb import lexicon
from factdb.text.tokens import Word, figure

HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
_ONE = Decimal(1)
_DOZEN = Decimal(12)
_DOZENS = frozenset(("dozen", "dozens"))
_HYPHENS = frozenset("-\u2010\u2011")
_GROUP = 3
_MOST_GROUPS = 7
_GROUPED = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_APOSTROPHES = frozenset("'\u2019")
_GROUPING = _APOSTROPHES | {","}


class Reading(NamedTuple):
    """A number from a token to `last`, half-open. `written` is "2/3" for a fraction, empty for the rest."""

    last: int
    value: Decimal
    form: str
    scale: Decimal = _ONE
    written: str = ""


@cache
def values(group: str) -> Mapping[str, Decimal]:
    """A group of the number list as word to value."""
    return {word: Decimal(value) for word, value in lexicon.groups("numbers.toml")[group].items()}


def digits(words: Sequence[Word], at: int) -> tuple[int, Decimal] | None:
    """A figure with its separators: "54,418", "45,67,890.12", "816 000", "56, 000", "6 . 2"."""
    value = _separated(words[at].text)
    if value is None:
        return None
    last = at + 1
    if last == len(words) or not (words[at].space or words[last].text in _GROUPING):
        return last, value
    if words[at].size <= 3 and words[at].text.isdigit():
        spaced = _spaced(words, at) if words[last].text not in _APOSTROPHES else _swiss(words, at)
        if spaced > last:
            joined = "".join(words[i].text for i in range(at, spaced) if words[i].text[0].isdigit())
            return spaced, Decimal(joined)
    if _is(words, last, ".") and words[last - 1].space and words[last].space and _figure(words, last + 1) and "." not in words[at].text:
        return last + 2, Decimal(f"{value}.{words[last + 1].text}")
    return last, value


def tidy(value: Decimal) -> Decimal:
    """Without the zeros that a scale word leaves behind the point: 2.5 billion is 2500000000, not 2500000000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def scaled(words: Sequence[Word], r: Reading) -> Reading:
    """With the scale word behind it, if there is one: "3 1/2 million"."""
    if r.last >= len(words) or not words[r.last].classes & lexicon.SCALE:
        return r
    scale = values("scale")[words[r.last].low]
    return Reading(r.last + 1, r.value * scale, r.form, scale)


def _separated(text: str) -> Decimal | None:
    value = figure(text)
    if value is not None or len(text) > 40:
        return value
    if "," not in text.partition(".")[0]:
        return _continental(text)
    whole, _, fraction = text.partition(".")
    head, *groups = whole.split(",")
    if not fraction and len(groups) == 1 and len(groups[0]) <= 2:
        return Decimal(f"{head}.{groups[0]}")
    indian = len(groups) > 1 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[:-1])
    return Decimal(text.replace(",", "")) if indian and fraction.isdigit() | (not fraction) else None


def _continental(text: str) -> Decimal | None:
    """ "1.234.567,89" and "12,5" as the continent writes: points group thousands, the comma is decimal."""
    whole, comma, fraction = text.partition(",")
    head, *groups = whole.split(".")
    grouped = len(head) <= 3 and all(len(group) == 3 for group in groups) and (len(groups) > 1 or (groups and comma))
    if not grouped or not (fraction.isdigit() or not comma):
        return None
    return Decimal(f"{head}{''.join(groups)}.{fraction or 0}") if comma else Decimal(head + "".join(groups))


def _figure(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text.isascii() and words[at].text.isdigit()


def _spaced(words: Sequence[Word], at: int) -> int:
    """The token behind groups of three figures set apart by spaces or by a comma and a space."""
    last, zeros, groups = at + 1, False, 0
    while last < len(words) and words[last - 1].space:
        step = 1 if words[last].text == "," and words[last].space else 0
        if not _group(words, last + step):
            break
        zeros = zeros or step == 1 or words[last].text[:3] == "000"
        groups += 1
        last += step + 1
        if words[last - 1].size > _GROUP:
            break  # "1 234 567.89"
    comma_glued = _is(words, at + 1, ",") and not words[at].space
    if not comma_glued and (zeros or groups > 1):
        return last
    if comma_glued and _figure(words, at + 2) and words[at + 2].text == "000":
        return at + 3
    return at + 1


def _group(words: Sequence[Word], at: int) -> bool:
    """Whether a token is three figures, with a decimal part or without."""
    return at < len(words) and _GROUPED.fullmatch(words[at].text) is not None


def _swiss(words: Sequence[Word], at: int) -> int:
    """The token behind groups of three figures set apart by apostrophes, nothing else glued on: "12'500", "1'234'567.89"."""
    last = at + 1
    for _ in range(_MOST_GROUPS):
        parted = last + 1 < len(words) and words[last].text in _APOSTROPHES and not (words[last - 1].space or words[last].space)
        if not parted or not _group(words, last + 1):
            break
        last += 2
    glued = last < len(words) and not words[last - 1].space and words[last].text[0].isalnum()
    return at + 1 if glued else last


def _is(words: Sequence[Word], at: int, text: str) -> bool:
    return at < len(words) and words[at].text == text


def hyphen(words: Sequence[Word], at: int) -> bool:
    """Whether token `at` is a hyphen that joins two words, or one with a space on both sides as old wires set it."""
    return 0 < at < len(words) - 1 and words[at].text in _HYPHENS and words[at].space == words[at - 1].space


class Cardinal:
    """Number words and figures read from left to right into a sum of scaled groups.

    `group` is what stands before the next scale word, `total` what has been scaled, `least` the last scale. A `plain` one stops
    at a comma.
    """

    __slots__ = ("group", "last", "least", "plain", "room", "scale", "total")

    def __init__(self, at: int, *, plain: bool = False) -> None:
        self.last = at
        self.plain = plain
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.room = Decimal(10) ** 40
        self.least: Decimal | None = None
        self.scale = _ONE

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)

    def accepts(self, value: Decimal) -> bool:
        """Whether a cardinal fits: "two hundred" then "three", "twenty" then "one", but not "two" then "three"."""
        return 0 < value < self.room if self.group is not None else self.least is None or value < self.least

    def add(self, value: Decimal) -> None:
        self.group = (self.group or Decimal(0)) + value
        self.room = Decimal(10) if 20 <= value < 100 else Decimal(0)

    def multiply(self, scale: Decimal) -> bool:
        """Apply a scale word; false if it does not fit: "two million five million"."""
        if scale < THOUSAND:
            if self.group is None or (self.group >= HUNDRED and self.group % 1 == 0 and scale != _DOZEN):
                return False
            self.group *= scale
            self.room = scale if scale == HUNDRED else Decimal(0)
            return True
        if self.group is None:
            if self.least is None or self.least >= scale:
                return False
            self.total *= scale
        elif self.least is not None and scale >= self.least:
            return False
        else:
            self.total += self.group * scale
        self.group, self.least, self.scale, self.room = None, scale, scale, Decimal(10) ** 40
        return True


def cardinal(words: Sequence[Word], at: int, begin: Decimal | None = None, *, plain: bool = False) -> Cardinal | None:
    """The longest cardinal from token `at`; `begin` is what an article or fraction before a scale word says ("a", "half a")."""
    state = Cardinal(at, plain=plain)
    if begin is not None:
        state.add(begin)
    i = at
    while i < len(words):
        taken = _step(words, i, state)
        if not taken:
            break
        i = state.last = taken
    if state.last == at:
        return None
    return state


def _step(words: Sequence[Word], at: int, state: Cardinal) -> int:
    """Take one word, with the hyphen or "and" before it; returns the token behind, 0 if nothing fits."""
    i = at
    if words[i].text == ",":
        return _behind_comma(words, i, state)
    if state.last > i or (state.group is not None or state.least is not None):
        if hyphen(words, i):
            i += 1
            i += 2 * (words[i].low == "and" and hyphen(words, i + 1))
        elif words[i].low == "and":
            if (state.room != HUNDRED and state.least is None) or (i + 1 < len(words) and words[i + 1].size > 3 and words[i + 1].text[0].isdigit()):
                return 0  # "$80 billion and 12,000 jobs" are two
            i += 1
    if i >= len(words) or (i != at and not words[i].classes & lexicon.CARDINAL | lexicon.DIGITS):
        return 0
    return _take(words, i, i != at, state)


def _behind_comma(words: Sequence[Word], comma: int, state: Cardinal) -> int:
    """Take what a comma parts from a scale word: "one million, two hundred thousand", no list of "a thousand, five"."""
    if state.plain or state.group is not None or state.least is None or words[comma - 1].space or comma + 1 >= len(words):
        return 0
    rest = cardinal(words, comma + 1, plain=True) if words[comma + 1].classes & lexicon.CARDINAL else None
    if rest is None or not HUNDRED <= rest.value < state.least:
        return 0
    state.add(rest.value)
    return rest.last


def _take(words: Sequence[Word], i: int, joined: bool, state: Cardinal) -> int:
    word = words[i]
    if word.classes & lexicon.SCALE:
        return i + 1 if state.multiply(values("scale")[word.low]) else 0
    if word.classes & lexicon.CARDINAL:
        value = values("cardinal")[word.low]
        if joined and i + 1 < len(words) and words[i + 1].low in _DOZENS and state.accepts(value * _DOZEN):
            state.add(value * _DOZEN)
            return i + 2
        if not state.accepts(value) or (joined and words[i - 1].low == "and" and _opens_another(words, i + 1, state)):
            return 0
        if not joined and state.group is not None and state.room == 10 and value >= 10:
            return 0
        state.add(value)
        return i + 1
    if word.classes & lexicon.DIGITS and _may_be_figure(words, i, state):
        read = digits(words, i)
        if read is None or not state.accepts(read[1]) or (state.least is not None and read[1] % 1):
            return 0
        if state.group is None and state.least is not None and not _scaled_on(words, read[0]):
            return 0  # "4 million 6 ounce cans" are two numbers
        state.add(read[1])
        state.room = Decimal(0)  # "28 six-inch nails" are two numbers
        return read[0]
    return 0


def _scaled_on(words: Sequence[Word], at: int) -> bool:
    return words[at - 2].low == "and" or (at < len(words) and bool(words[at].classes & lexicon.SCALE))


def _may_be_figure(words: Sequence[Word], i: int, state: Cardinal) -> bool:
    """Figures open a number, or go on behind a scale word: "4 thousand 3 hundred", "3 hundred and 21"."""
    if state.group is None and state.least is None:
        return True
    return words[i - 1].low == "and" or (state.group is None and bool(words[i - 1].classes & lexicon.SCALE))


def _opens_another(words: Sequence[Word], at: int, state: Cardinal) -> bool:
    """Whether the word behind "and" belongs to a new number or a fraction: "one hundred and | one hundred", "ten and | one half"."""
    if at >= len(words):
        return False
    behind = at + hyphen(words, at)
    if words[behind].classes & lexicon.FRACTION and (words[behind].low.endswith("s") or not words[behind].classes & lexicon.ORDINAL):
        return True
    if not words[at].classes & lexicon.SCALE:
        return False
    scale = values("scale")[words[at].low]
    return state.group is not None if scale < THOUSAND else state.least is not None and scale >= state.least
