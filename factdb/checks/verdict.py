"""How two claims about the same fact stand to each other: agrees, updates or conflicts, with the cause in words."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factdb.checks.bounds import Bounds, bounds, in_common_unit
from factdb.checks.statement import Statement

AGREES, UPDATES, CONFLICTS = "agrees", "updates", "conflicts"
GROWING = ("killed", "injured", "displaced", "affected", "freed")
MOVING = ("missing", "detained", "displaced")  # more are missed, arrested or driven out, then some are found, let go or go home
_YEAR = re.compile(r"\b[12]\d{3}\b")
_HALF_YEAR = 180
MONEY = ("money_amount", "trade_figure")
_COUNTED = frozenset(("count", "casualty_count", "rank"))


class Verdict(NamedTuple):
    """`what` is agrees, updates or conflicts; `cause` says why in a few words; `equal` is whether the two state the very same."""

    what: str
    cause: str
    equal: bool = False


@dataclass(slots=True)
class Setting:
    """What the article around a claim tells: its day, the outcome read there, whether it speaks of a revision, of a
    count that runs on or is not done yet, whether the rest is counted ("ten others") or the whole ("all ten"), several incidents are added up
    ("two raids") or one is told of ("the blast"), whether the figure is a price of the moment, the other years that its
    passage names, and what the claim's currency was worth in dollars on that day, where that is known.
    """

    published_on: date | None = None
    outcome: str | None = None
    revised: bool = False
    running: bool = False
    partial: bool = False
    rest: bool = False
    several: bool = False
    single: bool = False
    whole: bool = False
    asserted: bool = True
    market: bool = False
    years: frozenset[str] = frozenset()
    rate: Decimal | None = None


def verdict(a: Statement, b: Statement, a_in: Setting, b_in: Setting) -> Verdict | None:
    """The verdict over two claims about the same fact, None where they cannot be compared: money of two currencies, other dimensions.

    Whether two that clash may be two things after all is told by `apart`.
    Swapping the two claims with their settings changes nothing: which one is later is read from the settings.
    """
    if a.dated or b.dated:
        return _of_dates(a, b) if a.dated and b.dated else None
    pair = (bounds(a), bounds(b)) if a.kind in _COUNTED and b.kind in _COUNTED else in_common_unit(a, b) or _exchanged(a, b, a_in, b_in)
    if pair is None:
        return None
    if agree(*pair) and not _outgrown(pair, a_in, b_in):
        return Verdict(AGREES, _likeness(a, b, pair), pair[0][:2] == pair[1][:2])
    return _of_numbers(pair, a_in, b_in)


def _likeness(a: Statement, b: Statement, pair: tuple[Bounds, Bounds]) -> str:
    """In words why two numbers agree."""
    one, two = pair
    if a.unit != b.unit and not (a.kind in _COUNTED and b.kind in _COUNTED):
        return "other unit: the same when converted"
    if one[:2] == two[:2]:
        return "same number"
    plain = agree(one._replace(slack=Decimal(0)), two._replace(slack=Decimal(0)))
    return "the bounds overlap" if plain else "rounding: within half of the last stated digit"


def _exchanged(a: Statement, b: Statement, a_in: Setting, b_in: Setting) -> tuple[Bounds, Bounds] | None:
    """Sums of two currencies in dollars, each at its dated rate, with a hundredth of leeway for the day's movement."""
    if a_in.rate is None or b_in.rate is None:
        return None
    one, two = bounds(a).times(a_in.rate), bounds(b).times(b_in.rate)
    leeway = max(one.low or one.high or Decimal(0), two.low or two.high or Decimal(0)) / 100
    return one._replace(slack=one.slack + leeway), two._replace(slack=two.slack + leeway)


def _outgrown(pair: tuple[Bounds, Bounds], a_in: Setting, b_in: Setting) -> bool:
    """Whether a running count's later figure lies past the reach of the earlier: "over 300", then "over 900" or "up to 900"."""
    if a_in.outcome not in GROWING or a_in.outcome != b_in.outcome or _day(a_in) == _day(b_in):
        return False
    first, second = pair if _day(a_in) < _day(b_in) else (pair[1], pair[0])
    later = second.high if second.low is None else second.low
    return first.reach is not None and later is not None and later > first.reach


def agree(one: Bounds, two: Bounds) -> bool:
    """Whether both can be true at once: the bounds overlap, each edge moved by the coarser number's rounding."""
    slack = max(one.slack, two.slack)
    return _reaches(one, two, slack) and _reaches(two, one, slack)


def _reaches(low_side: Bounds, high_side: Bounds, slack: Decimal) -> bool:
    """Whether the first one's lower edge lies at or below the second one's upper edge, or its open reach."""
    ceiling = high_side.high if high_side.high is not None else high_side.reach
    if low_side.low is None or ceiling is None:
        return True
    if high_side.high is None and low_side.high is None:
        return True
    return low_side.low <= ceiling + slack


def _of_numbers(pair: tuple[Bounds, Bounds], a_in: Setting, b_in: Setting) -> Verdict:
    one, two = _day(a_in), _day(b_in)
    in_order = (a_in, b_in, *pair) if one <= two else (b_in, a_in, *pair[::-1])
    moved = _same_day(a_in, b_in) if one == two else _moved(*in_order)
    if moved is None:
        return Verdict(CONFLICTS, "contradiction: the bounds do not overlap, even with rounding")
    if not (a_in.asserted and b_in.asserted):
        return Verdict(CONFLICTS, "contradiction: one of the two is only held to be possible, so that it updates nothing")
    return Verdict(UPDATES, moved)


def _moved(earlier: Setting, later: Setting, first: Bounds, second: Bounds) -> str | None:
    """In words why a figure may differ by a later article."""
    outcome = _outcome(earlier, later)
    if outcome in GROWING and _grew(first, second):
        return "a running count that grew by the later article"
    if outcome in MOVING:
        return f"{'more' if _grew(first, second) else 'fewer'} are told of by the later article"
    if earlier.partial:
        return "the earlier article says that not all was counted yet"
    if later.running and _grew(first, second):
        return "the later article says that the count went up"
    return "the later article says that the figure was revised" if later.revised else None


def _outcome(a_in: Setting, b_in: Setting) -> str | None:
    """The outcome that both tell; those who are told of as the others ("the search for the other ten") are missing too where the missing are told of."""
    if a_in.outcome == b_in.outcome:
        return a_in.outcome
    others = any(one.rest and one.outcome is None for one in (a_in, b_in))
    return "missing" if others and "missing" in (a_in.outcome, b_in.outcome) else None


def _same_day(a_in: Setting, b_in: Setting) -> str | None:
    """Articles of one day: the order of a running count is not known, but that it runs is."""
    if a_in.revised or b_in.revised:
        return "one article says that the figure was revised"
    if _outcome(a_in, b_in) is not None:
        return "a running count in articles of one day"
    return None


def _day(setting: Setting) -> date:
    return setting.published_on or date.min


def _grew(first: Bounds, second: Bounds) -> bool:
    return _middle(second) > _middle(first)


def _middle(one: Bounds) -> Decimal:
    if one.low is not None and one.high is not None:
        return (one.low + one.high) / 2
    return one.low if one.low is not None else one.high or Decimal(0)


def _of_dates(a: Statement, b: Statement) -> Verdict | None:
    if not (a.date_start and b.date_start):
        return None
    a_end, b_end = a.date_end or a.date_start, b.date_end or b.date_start
    if (a.date_start, a_end) == (b.date_start, b_end):
        return Verdict(AGREES, "same date", equal=True)
    ranges = _range_of_days(a, a_end) and _range_of_days(b, b_end)
    if not ranges and a.date_start <= b_end and b.date_start <= a_end:
        return Verdict(AGREES, "one date contains the other")
    unsure = _unsure(a, b)
    if unsure == "week" or (unsure == "year" and a.date_start[5:7] == b.date_start[5:7] and "year" not in (a.precision, b.precision)):
        return Verdict(AGREES, f"the same day or month as far as the words go; they leave the {unsure} open")
    if unsure:
        return None
    return Verdict(CONFLICTS, "contradiction: two ranges of days that differ" if ranges else "contradiction: the dates do not meet")


def _unsure(a: Statement, b: Statement) -> str | None:
    """What the words leave open and alone tells the two dates apart: the week or the year. One of them may then be read wrongly."""
    days = abs((date.fromisoformat(a.date_start or "") - date.fromisoformat(b.date_start or "")).days)
    named = any(char.isdigit() for char in a.quote) and any(char.isdigit() for char in b.quote)
    if not named and days > 0 and days % 7 == 0 and a.precision == b.precision == "day":
        return "week"
    yearless = not (_YEAR.search(a.quote) and _YEAR.search(b.quote))
    return "year" if yearless and days >= _HALF_YEAR else None


def _range_of_days(claim: Statement, end: str) -> bool:
    return claim.precision == "day" and claim.date_start != end
