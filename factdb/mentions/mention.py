"""What the passes find: numbers, quantities and time expressions, each with its tokens, its rule and its parts.

Mentions are plain slotted classes, because some thirty of them are made for each article and a frozen dataclass costs
several times as much; once a pass has put one into the scan it is not changed, except that a wrapper (range, bound,
hedge) replaces the mention that it wraps.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Mention:
    """Tokens `first` to `last` (half-open), code points `start` to `end`, the name of the rule, and what it was made of."""

    first: int
    last: int
    start: int
    end: int
    rule: str
    parts: "tuple[Mention, ...]"


@dataclass(slots=True)
class Number(Mention):
    """A numeral or number word. `value` has its scale words applied ("1.5 trillion" is 1500000000000).

    `form` is one of `digits`, `words`, `ordinal`, `fraction`, `vague`, `multiple`. `written` is the number as written, for a fraction
    as "2/3". `scale` is the factor of its scale word or suffix, 1 without one; ranges share it ("8 to 10 billion").
    """

    value: Decimal
    form: str = "digits"
    written: str = ""
    scale: Decimal = Decimal(1)


@dataclass(slots=True)
class Quantity(Mention):
    """A number with what it counts or measures, hedges and bounds included.

    `dimension` is money, percent, fraction, multiple, count, physical, duration, age, ordinal or bare. `value`, `low`,
    `high`, `modifier` and `unit` are as the guidelines of claims define them; `unit_phrase` is the counted noun with its
    modifiers or the unit as a phrase, `number` and `unit_text` are as written. `core` is the number's own tokens: the part
    that a claim's identity hangs on. `direction` is up, down or None; `of` what is measured.
    """

    core: tuple[int, int]
    dimension: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: str = "exact"
    unit: str | None = None
    unit_phrase: str | None = None
    number: str = ""
    unit_text: str | None = None
    direction: str | None = None
    of: str | None = None


@dataclass(slots=True)
class Timex(Mention):
    """A time expression. `type` and `value` are TIMEX3's: DATE, TIME, DURATION, SET and 2025-05-28, P5Y, PAST_REF …

    `begin` and `until` are the first and the last day that it covers, ISO 8601, inclusive, None where it cannot be
    pinned to the calendar. `precision` is day, week, month, quarter, year, decade or century; `modifier` as for claims
    (about, at_least for "since", at_most for "by" …), None for a plain date. `core` is the tokens without hedges.
    `mod` is TIMEX3's START, MID or END ("early", "mid", "late", "the end of"), which take the whole named stretch all the same.
    `exact` is the day that counting leads to where the expression is coarser ("two years ago", to the day).
    """

    core: tuple[int, int]
    type: str
    value: str
    begin: str | None = None
    until: str | None = None
    precision: str | None = None
    modifier: str | None = None
    mod: str | None = None
    exact: str | None = None
