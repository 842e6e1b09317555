"""Why two figures that differ need not clash: what is said of outcome, time, place or scope keeps them apart."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from factdb.checks import words
from factdb.checks.bags import alike
from factdb.checks.features import Read, one_story
from factdb.checks.incidents import days_after
from factdb.checks.statement import Statement
from factdb.checks.verdict import MONEY

Kept = Callable[[Read, Read], bool]

_BEHIND = re.compile(r" (?:of|to|by|in|with|for|between) ")
_COUNTED = ("casualty_count", "count")
_ALIKE = 0.3
_NAMED = 5
_DAY = timedelta(days=1)
_LONG = timedelta(days=4)
_NO_PERIOD = (None, None)


def apart(a: Read, b: Read) -> str | None:
    """In words what keeps two figures that differ from clashing, None where nothing does. Symmetric."""
    for cause, kept in REASONS:
        if kept(a, b):
            return cause
    return None


def uncompared(a: Read, b: Read) -> str:
    """In words why no verdict is given on two claims of one fact."""
    other_unit = a.claim.unit != b.claim.unit and not a.claim.dated
    return apart(a, b) or ("other unit" if other_unit else "other definition: their words have too little in common")


def _strangers(a: Read, b: Read) -> bool:
    return not one_story(a.context.story, b.context.story)


def _other_outcome(a: Read, b: Read) -> bool:
    one, two = a.context.setting.outcome, b.context.setting.outcome
    return one is not None and two is not None and one != two


def _ordinals(a: Read, b: Read) -> bool:
    return a.claim.kind == b.claim.kind == "rank"


def _rest(a: Read, b: Read) -> bool:
    """Whether one counts the rest ("killed the guide and ten others") and the other all, which are more by the few who were named."""
    one, two = a.context.setting, b.context.setting
    if one.rest == two.rest or "missing" in (one.outcome, two.outcome):
        return False
    rest, whole = (a, b) if one.rest else (b, a)
    return 0 < _value(whole) - _value(rest) <= _NAMED


def _value(read: Read) -> Decimal:
    claim = read.claim
    return claim.value or claim.low or claim.high or Decimal(0)


def _summed(a: Read, b: Read) -> bool:
    """Whether one is over several incidents ("two blasts this month"): the other may be over one of them, or over more."""
    return a.claim.kind == b.claim.kind == "casualty_count" and (a.context.setting.several or b.context.setting.several)


def _things(a: Read, b: Read) -> bool:
    """Whether both count, and things of two names."""
    counts = a.claim.kind == b.claim.kind == "count" and a.claim.unit != b.claim.unit
    return counts and alike(a.context.about, b.context.about) < _ALIKE


def _unharmed(a: Read, b: Read) -> bool:
    """Whether one counts who was there and the other who of them was harmed, unless it says that all were."""
    kinds = {a.claim.kind, b.claim.kind}
    return kinds == {"count", "casualty_count"} and not (a.context.setting.whole or b.context.setting.whole)


def _prices(a: Read, b: Read) -> bool:
    return a.claim.kind in MONEY and a.context.setting.market and b.context.setting.market


def _years(a: Read, b: Read) -> bool:
    one, two = a.context.setting.years, b.context.setting.years
    return bool(one and two and not one & two)


def _time(a: Read, b: Read) -> bool:
    """Whether a figure holds for a stretch that the other's cannot be of: it was told before, or holds for another."""
    if a.claim.period == b.claim.period == _NO_PERIOD:
        return False
    shrunk = _shrunk(a, b)
    one, two = _stretch(a, shrunk), _stretch(b, shrunk)
    if _begins_after(one, b) or _begins_after(two, a):
        return True
    if one is None or two is None:
        return False
    once = a.context.setting.single and b.context.setting.single  # the month in which a blast was may be that of its day
    lengths = [last - first for first, last in (one, two)]
    parted = one[0] > two[1] + _DAY or two[0] > one[1] + _DAY
    return parted or (not once and max(lengths) >= _LONG and max(lengths) > 3 * min(lengths))


def _begins_after(stretch: tuple[date, date] | None, other: Read) -> bool:
    """Whether a stretch begins when the other article was told already."""
    told = other.context.setting.published_on
    return stretch is not None and told is not None and stretch[0] > told + _DAY


def _incidents(a: Read, b: Read) -> bool:
    """Whether one figure is of an incident that came days after that of the other, or after the other was told."""
    return days_after(a.context.happened, _known(b)) or days_after(b.context.happened, _known(a))


def _known(read: Read) -> tuple[date, date] | None:
    """The days of a figure's incident, which at the latest was on the day of the article."""
    told = read.context.setting.published_on
    return read.context.happened or (None if told is None else (told, told))


def _shrunk(a: Read, b: Read) -> bool:
    """Whether the later of two tolls of the dead or hurt is the lower one: a toll does not shrink, so that its day is that of its own incident."""
    days = a.context.setting.published_on, b.context.setting.published_on
    outcomes = {a.context.setting.outcome, b.context.setting.outcome}
    if days[0] is None or days[1] is None or not outcomes <= {"killed", "injured"}:
        return False
    earlier, later = (a, b) if days[0] <= days[1] else (b, a)
    return (later.claim.value or 0) < (earlier.claim.value or 0)


def _stretch(read: Read, shrunk: bool) -> tuple[date, date] | None:
    """The days for which a figure holds; None for a count as of its article's own day, which runs on."""
    start, end = read.claim.period
    told = read.context.setting.published_on
    if start is None or end is None or read.claim.dated:
        return None
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    now = told is not None and abs(told - last) <= _DAY and last - first <= _DAY
    return None if now and read.claim.kind in _COUNTED and not shrunk else (first, last)


def _place(a: Read, b: Read) -> bool:
    """Whether each names a place that the other's article never names."""
    one, two = a.context, b.context
    return bool(one.place and two.place) and not (one.place & two.story.words or two.place & one.story.words)


def _travel(a: Read, b: Read) -> bool:
    """Whether one is a journey and the other a meeting on the way."""
    return a.claim.kind == b.claim.kind == "meeting_date" and _journey(a) != _journey(b)


def _journey(read: Read) -> bool:
    """Whether an event is a journey by its head: "state visit of Sari Lund to Peru"."""
    head = _BEHIND.split(str(read.claim.fields.get("event") or "").lower(), maxsplit=1)[0]
    return words.base(head.rpartition(" ")[2]) in words.journeys()


def _part(a: Read, b: Read) -> bool:
    """Whether the days of one are a small part of those of the other, as one stop is of a tour."""
    one, two = _days(a.claim), _days(b.claim)
    if one is None or two is None:
        return False
    long, short = (one, two) if one[1] - one[0] > two[1] - two[0] else (two, one)
    return long[0] <= short[0] and short[1] <= long[1] and long[1] - long[0] + _DAY >= 3 * (short[1] - short[0] + _DAY)


def _days(claim: Statement) -> tuple[date, date] | None:
    if not claim.date_start or claim.date_start == (claim.date_end or claim.date_start):
        return None
    return date.fromisoformat(claim.date_start), date.fromisoformat(claim.date_end or "")


def _moment(a: Read, b: Read) -> bool:
    """Whether both are speeds, told on other days."""
    speeds = a.claim.kind == b.claim.kind == "measurement" and "/" in (a.claim.unit or "")
    return speeds and a.context.setting.published_on != b.context.setting.published_on


# Each symmetric.
REASONS: tuple[tuple[str, Kept], ...] = (
    ("another story", _strangers),
    ("other outcome", _other_outcome),
    ("ordinals of other things", _ordinals),
    ("other scope: the rest, and all", _rest),
    ("other scope: several incidents, and one", _summed),
    ("other definition: they count other things", _things),
    ("other scope: people there, and people harmed", _unharmed),
    ("other time: prices of a moment", _prices),
    ("other period: the passages name other years", _years),
    ("other period", _time),
    ("other incident: one came days after the other", _incidents),
    ("other place", _place),
    ("other event: a journey, and a meeting on it", _travel),
    ("other scope: part of the days, and all", _part),
    ("other time: speeds of a moment", _moment),
)
