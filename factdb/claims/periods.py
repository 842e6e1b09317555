"""The time that a figure is about: the date of its sentence that governs it, or that of the figures before it.

A figure takes the nearest of the dates of its sentence whose part fits its kind.
"""

from bisect import bisect_left

from factdb.claims.claim import Period
from factdb.claims.context import Context
from factdb.claims.whens import ACT, BACKWARDS, HOLDS, SAME, When, whens_near
from factdb.lexicon import word_set
from factdb.mentions.direction import verbs
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import clause_of
from factdb.text.tags import tag_of, tags

_FROM = frozenset(("from", "over", "than", "with", "against", "on", "versus"))
_CARRY = 120  # tokens on which a figure still belongs to the period of the one before it
_LEVELS = frozenset(("to", "at", "from"))
_SERIES = frozenset(("money", "percent", "physical"))
_PRICES = frozenset(("money", "percent", "bare"))
_BEFORE = 6
_WERE = frozenset(("was", "were", "had"))
_DIRECT = 2
_BEHIND = 3
_LEAD = 5


def of_figure(context: Context, q: Quantity) -> Period | None:
    """The time that a figure holds for, else the day of what its clause tells of."""
    compared = _before_that(context, q)
    if compared is not None:
        return compared
    if _is_level(context, q):
        return of_series(context, q)
    whens = whens_near(context, q)
    if q.dimension in ("count", "physical"):
        whens = [when for when in whens if (when.part == HOLDS and q.dimension == "physical") or _reaches(context, q, when)]
    if not whens:
        return _of_the_day(context, q) or _of_the_scene(context, q) or _goes_on(context, q)
    direct = next((when for when in whens if when.part == ACT and 0 <= when.first - q.last < _DIRECT), None)
    found = direct.period if direct and not direct.long else nearest(context, q, [when for when in whens if when.part == HOLDS])
    if found is not None or _is_known(context, q):
        return _so_far(context, q, found)
    first, last = clause_of(context.tokens, q.first)
    opening = context.here.first + _LEAD
    acts = [when for when in whens if when.part == ACT and (not when.long or q.dimension == "money")]
    return nearest(context, q, [when for when in acts if first <= when.first < last or when.first <= opening])


def _so_far(context: Context, q: Quantity, period: Period | None) -> Period | None:
    """What has added up since a date is counted to the day of the article: "has given 500 million euros since 1995"; a share or rate is not."""
    if period is None or period.end is not None or period.start is None or "since" not in context.here.low:
        return period
    adds_up = q.dimension != "percent" or q.direction is not None
    return Period(period.start, context.today) if adds_up and period.start <= context.today else period


def _is_level(context: Context, q: Quantity) -> bool:
    """Whether a figure says how far something moved: "sales climbed to 2.1 billion"."""
    lows = context.lows
    if not q.first or lows[q.first - 1] not in _LEVELS:
        return False
    return any(low in verbs() for low in lows[max(context.here.first, q.first - _BEFORE) : q.first - 1])


def _goes_on(context: Context, q: Quantity) -> Period | None:
    """The period of the series told of before, for what a clause without a date tells in the past: "Peru was the largest buyer with 60 tons"."""
    at, period = context.carried
    return period if q.dimension in _SERIES and q.first - at <= _CARRY and _is_past(context, q) and not _is_ahead(context, period) else None


def _is_ahead(context: Context, period: Period | None) -> bool:
    """Whether a period begins after the article, of which nothing can be told in the past."""
    return bool(period and period.start and context.today and period.start > context.today)


def _is_past(context: Context, q: Quantity) -> bool:
    """Whether the verb before a figure tells what was, not what is or has been."""
    first, letters = tags(context.tokens, q.first)
    verb = max(letters.rfind(letter, 0, q.first - first) for letter in "VZXK")
    low = context.lows[first + verb] if verb >= 0 else ""
    return (low in _WERE or bool(parts.readings(low) & parts.PAST)) and "K" not in letters[max(verb - 1, 0) : verb + 1]


def _of_the_day(context: Context, q: Quantity) -> Period | None:
    """The article's day for a price or an index of a sentence about the day's trade: "the shares closed up 2 percent", "crude was up at 10 am"."""
    here = context.here
    if not context.today or q.dimension not in _PRICES or word_set("changes.toml", "traded").isdisjoint(here.low) or whens_near(context, q):
        return None
    dealt = not word_set("changes.toml", "trading").isdisjoint(here.low) or any(t.rule.startswith("clock.") for t in here.timexes)
    return Period(context.today, context.today) if dealt else None


def _of_the_scene(context: Context, q: Quantity) -> Period | None:
    """The day of the harm told of last, for what a sentence without a date counts in the past: "40 sailors were working on deck"."""
    at, period = context.incident
    if period is None or period.start != period.end or q.first - at > _CARRY:
        return None
    if q.dimension not in ("count", "bare") or context.here.timexes or _is_known(context, q):
        return None
    behind = context.lows[q.last : min(q.last + _DIRECT, clause_of(context.tokens, q.first)[1])]
    return period if any(low in _WERE or parts.readings(low) & parts.PAST for low in behind) else None


def _before_that(context: Context, q: Quantity) -> Period | None:
    """The time before that of the figure right before it: "41 percent, up from 26 a year earlier", "300 thefts in 2020 and 200 the previous year"."""
    behind = context.lows[q.last : q.last + _BEHIND]
    before = context.before
    if BACKWARDS.isdisjoint(behind) or not ("year" in behind or behind[:2] == ["the", "previous"]):
        return None
    if before is None or before.source is None or before.source.first < context.here.first or before.period is None:
        return None
    whole = before.period.start is not None and before.period.end is not None
    return _moved(before.period, 1) if whole else None


def _is_known(context: Context, q: Quantity) -> bool:
    """ "the 54 members": a set that is there whatever happens on the day."""
    return q.dimension == "count" and q.first > 0 and tag_of(context.tokens, q.first - 1) == "D"


def of_series(context: Context, q: Quantity) -> Period | None:
    """The period of a figure of a series: that of its sentence, else that of the figure before it."""
    found = [when for when in whens_near(context, q) if when.part == HOLDS]
    period = _shifted(context, q) or _so_far(context, q, nearest(context, q, found)) or _of_the_day(context, q)
    compared = q.first > 0 and context.tokens.words[q.first - 1].low in _FROM
    if period is None and q.first - context.carried[0] <= _CARRY:
        return None if _is_ahead(context, context.carried[1]) and _is_past(context, q) else context.carried[1]
    if period is not None and not compared:
        context.carried = (q.first, period)
    return period


def _shifted(context: Context, q: Quantity) -> Period | None:
    """The months of the series in another year: "8 billion a year earlier", "in the same period of 2004 it was 8 billion"."""
    period = context.carried[1]
    if period is None or period.start is None or period.end is None or q.first - context.carried[0] > _CARRY:
        return None
    behind = context.lows[q.last : q.last + _BEHIND]
    if "year" in behind and not BACKWARDS.isdisjoint(behind):
        return _moved(period, 1)
    same = next((when.period.start for when in whens_near(context, q) if when.part == SAME), None)
    return _moved(period, int(period.start[:4]) - int(same[:4])) if same else None


def _moved(period: Period, years: int) -> Period:
    """The same days so many years before."""
    return Period(*(day and _years_back(day, years) for day in period))


def _years_back(day: str, years: int) -> str:
    """The same day so many years before; of 29 February the 28th."""
    moved = f"{int(day[:4]) - years:04}{day[4:]}"
    return moved if not moved.endswith("02-29") else f"{moved[:-2]}28"


def words_of(context: Context, q: Quantity, period: Period) -> str | None:
    """The date in the sentence of a figure that gives its period; None where it was carried over from an earlier one."""
    for when in whens_near(context, q):
        if when.period.start == period.start or when.period.end == period.end:
            return context.tokens.quote(when.first, when.last)
    return None


def _reaches(context: Context, q: Quantity, when: When) -> bool:
    """Whether a date can govern a figure: no other verb stands between them, but the one that the figure is the subject of."""
    first, letters = tags(context.tokens, q.first)
    between = letters[q.last - first : when.first - first] if when.first >= q.last else ""
    if when.first < q.first or not between:
        return True
    return not any(letter in "VT" for letter in between.lstrip("XZKR")[1:]) if between[0] in "XZK" else "V" not in between


def nearest(context: Context, q: Quantity, whens: list[When]) -> Period | None:
    """The date right behind the figure, else one of its clause, else the nearest; not that of a figure that it is compared with."""
    behind = _compared_with(context, q) if whens else None
    if behind is not None:
        whens = [when for when in whens if not 0 <= when.first - behind.last < _DIRECT]
    if len(whens) < 2:
        return whens[0].period if whens else None
    first, last = clause_of(context.tokens, q.first)

    def distance(when: When) -> tuple[bool, bool, int]:
        gap = when.first - q.last if when.first >= q.last else q.first - when.last
        return not 0 <= when.first - q.last < _DIRECT, not first <= when.first < last, gap

    return min(whens, key=distance).period


def _compared_with(context: Context, q: Quantity) -> Quantity | None:
    """The figure right behind another one with which that is compared: "fell to 24 tons from 27 in August"."""
    at = bisect_left(context.quantity_firsts, q.last)
    found = context.scan.quantities[at] if at < len(context.scan.quantities) else None
    return found if found and found.first < context.here.last and context.lows[found.first - 1] in _FROM else None
