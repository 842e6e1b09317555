"""What a stated number allows to be true: its bounds, and how far rounding may have moved it.

Rounding covers half of the last stated digit and never more than a tenth of the number; a bare number below 1,000 is
exact unless it is hedged; an open lower bound reaches a fifth above itself (the guidelines of the project's gold data).
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from factdb.checks.statement import Statement
from factdb.lexicon import rows

_DECIMALS = re.compile(r"\d\.(\d+)")
_DAYS = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25"), "decade": Decimal("3652.5")}
_FIFTH = Decimal("1.2")


class Bounds(NamedTuple):
    """The numbers that the wording allows, None where open, and `slack`: how much rounding may add at either edge.

    `reach` is the highest number that an open lower bound still agrees with, None for a vague plural.
    """

    low: Decimal | None
    high: Decimal | None
    slack: Decimal
    reach: Decimal | None = None

    def times(self, factor: Decimal) -> "Bounds":
        """The same in a unit that is `factor` times smaller."""
        low, high, reach = (None if x is None else x * factor for x in (self.low, self.high, self.reach))
        return Bounds(low, high, self.slack * factor, reach)


@lru_cache(maxsize=4096)  # a claim is compared with many
def bounds(claim: Statement) -> Bounds:
    """The bounds of a numeric claim, in the claim's own unit."""
    low, high = claim.low, claim.high
    if low is None and high is None:
        low = high = claim.value
    if claim.kind == "measurement" and claim.modifier == "at_most":
        low = high  # "gusts of up to 140 km/h" tells how strong the strongest were
    if claim.modifier == "nearly" and low is None and high is not None:
        low = high - abs(high) / 5  # "nearly 900" is said of 880, not of 500
    reach = low * _FIFTH if low is not None and high is None and claim.modifier != "vague" else None
    return Bounds(low, high, slack(claim), reach)


def slack(claim: Statement) -> Decimal:
    """Half of the last stated digit, at most a tenth of the number; nothing for a bare number below 1,000."""
    value = claim.value if claim.value is not None else claim.low if claim.low is not None else claim.high
    if value is None or not value:
        return Decimal(0)
    hedged = claim.modifier in ("about", "nearly")
    if claim.kind == "duration" and claim.unit in _DAYS and not hedged:
        return Decimal("0.5")
    if abs(value) < 1000 and not hedged and not _measured(claim):
        return Decimal(0)
    return min(last_digit(value, claim.quote) / 2, abs(value) / 10)


def last_digit(value: Decimal, quote: str = "") -> Decimal:
    """The worth of the last stated digit: 1,000 for "54,000", a tenth of a billion for "2.0 billion"."""
    stripped = value.normalize().as_tuple()
    worth = Decimal(1).scaleb(int(stripped.exponent))
    shown = _DECIMALS.search(quote)
    if shown:
        zeros = len(shown.group(1)) - len(shown.group(1).rstrip("0"))
        worth = worth.scaleb(-zeros)
    return worth


def _measured(claim: Statement) -> bool:
    """Whether decimals are stated, so that even a small number is a rounded one."""
    return claim.value is not None and claim.value != claim.value.to_integral_value()


def in_common_unit(a: Statement, b: Statement) -> tuple[Bounds, Bounds] | None:
    """Both bounds in one unit, or None when their units measure different things or need a rate of exchange."""
    one, two = bounds(a), bounds(b)
    if a.unit == b.unit:
        return one, two
    if a.unit and b.unit and a.value == b.value and a.unit.partition("/")[0] == b.unit.partition("/")[0]:
        return one, two  # "1.2 million barrels" is written for barrels a day
    first, second = _size(a), _size(b)
    if first is None or second is None or first[0] != second[0]:
        return None
    return one.times(first[1]), two.times(second[1])


def _size(claim: Statement) -> tuple[str, Decimal] | None:
    """The dimension of a claim's unit and its size in the base unit."""
    if claim.kind == "duration":
        days = _DAYS.get(claim.unit or "")
        return None if days is None else ("duration", days)
    return _measure(claim.unit or "")


def _measure(code: str) -> tuple[str, Decimal] | None:
    """The dimension and size of a UCUM code, also of one unit per another: "[mi_i]/h"."""
    over, slash, under = code.partition("/")
    top, bottom = _physical().get(over), _physical().get(under)
    if not slash:
        return top
    return (f"{top[0]} / {bottom[0]}", top[1] / bottom[1]) if top and bottom else None


@cache
def _physical() -> dict[str, tuple[str, Decimal]]:
    """UCUM code to dimension and SI factor; scales with an offset (temperatures) are left out."""
    return {row["code"]: (row["dimension"], Decimal(row["factor"])) for row in rows("generated/units.csv") if row["factor"]}
