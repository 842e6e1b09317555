"""The time that a figure is about: the date of its sentence that governs it, or that of the figures before it.

A date plays one of five parts: it says when figures hold, when something was done, with what a figure is compared, of which
other year the same months are meant, or only when somebody said so. A figure takes the nearest one whose part fits its kind.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from factdb.claims import dates
from factdb.claims.claim import Period
from factdb.claims.context import Context, Sentence
from factdb.mentions.mention import Mention, Quantity, Timex
from factdb.text import parts
from factdb.text.phrases import clause_of
from factdb.text.tags import tag_of, tags

HOLDS, ACT, BASE, SAME, SAID = "holds", "act", "base", "same", "said"
_LONG = frozenset(("month", "quarter", "year", "decade", "century"))
_DATES = frozenset(("DATE", "TIME", "DURATION"))
_BACKWARDS = frozenset(("earlier", "before", "previous"))
_BASES = frozenset(("from", "over", "than", "with", "to", "against", "on", "versus"))
_FROM = _BASES - {"to"}
_ENDS = frozenset(("ended", "ending"))
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_RANGES = frozenset(("to", "through", "until", "till"))
_GOODS = frozenset(("delivery", "contract", "contracts", "futures", "crude", "shipment", "settlement"))
_CARRY = 120  # tokens on which a figure still belongs to the period of the one before it
_STORY = 400  # tokens on which a toll still belongs to the incident told of before it
_NEAR = 4
_WERE = frozenset(("was", "were", "had"))
_SINCE = 9  # tokens from "since" to the date that it means
_DIRECT = 2
_BEHIND = 3
_EDGE = re.compile("P([0-9]{1,2})([MQ])")
_LEAD = 5


class When(NamedTuple):
    """A date as a period: its tokens (half-open), its days, whether it is longer than a week, and its part."""

    first: int
    last: int
    period: Period
    long: bool
    part: str


def of_figure(context: Context, q: Quantity) -> Period | None:
    """The time that a figure holds for, else the day of what its clause tells of."""
    compared = _before_that(context, q)
    if compared is not None:
        return compared
    whens = _whens(context, q)
    if q.dimension == "count":
        whens = [when for when in whens if _reaches(context, q, when)]
    if not whens:
        return _of_the_scene(context, q)
    found = _nearest(context, q, [when for when in whens if when.part == HOLDS])
    if found is not None or _is_known(context, q):
        return found
    first, last = clause_of(context.tokens, q.first)
    opening = context.here.first + _LEAD
    acts = [when for when in whens if when.part == ACT and (not when.long or q.dimension == "money")]
    return _nearest(context, q, [when for when in acts if first <= when.first < last or when.first <= opening])


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
    if _BACKWARDS.isdisjoint(behind) or not ("year" in behind or behind[:2] == ["the", "previous"]):
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
    found = [when for when in _whens(context, q) if when.part == HOLDS]
    period = _shifted(context, q) or _nearest(context, q, found)
    compared = q.first > 0 and context.tokens.words[q.first - 1].low in _FROM
    if period is None and q.first - context.carried[0] <= _CARRY:
        return context.carried[1]
    if period is not None and not compared:
        context.carried = (q.first, period)
    return period


def _shifted(context: Context, q: Quantity) -> Period | None:
    """The months of the series in another year: "8 billion a year earlier", "in the same period of 2004 it was 8 billion"."""
    period = context.carried[1]
    if period is None or period.start is None or period.end is None or q.first - context.carried[0] > _CARRY:
        return None
    behind = context.lows[q.last : q.last + _BEHIND]
    if "year" in behind and not _BACKWARDS.isdisjoint(behind):
        return _moved(period, 1)
    same = next((when.period.start for when in _whens(context, q) if when.part == SAME), None)
    return _moved(period, int(period.start[:4]) - int(same[:4])) if same else None


def _moved(period: Period, years: int) -> Period:
    """The same days so many years before."""
    return Period(*(day and _years_back(day, years) for day in period))


def _years_back(day: str, years: int) -> str:
    """The same day so many years before; of 29 February the 28th."""
    moved = f"{int(day[:4]) - years:04}{day[4:]}"
    return moved if not moved.endswith("02-29") else f"{moved[:-2]}28"


def of_harm(context: Context, q: Quantity) -> Period | None:
    """The day of the incident or the time of a toll, as far as the article's own day; else that of the harm told of before it."""
    since = _since(context, q)
    if since is not None:
        return since
    whens = _whens(context, q)
    found = _nearest(context, q, [when for when in whens if when.part in (HOLDS, ACT)])
    if found is not None:
        context.incident = (q.first, _until_today(context, found))
    elif q.first - context.incident[0] > _STORY or context.incident[1] is None:
        return _nearest(context, q, [when for when in whens if when.part == SAID])
    return context.incident[1]


def _since(context: Context, q: Quantity) -> Period | None:
    """A toll from the date that began it to the day of the article: "the toll since the start of the strike in May rose to 40"."""
    here = context.here
    if not context.today or "since" not in here.low or ("toll" not in here.low and "total" not in here.low):
        return None
    at = here.first + here.low.index("since")
    begun = next((t.begin for t in here.timexes if t.begin and 0 < t.first - at <= _SINCE), None)
    return Period(begun, context.today) if begun and begun <= context.today and at < q.first else None


def _until_today(context: Context, period: Period) -> Period:
    """A toll of a year that is not over counts to the day of the article."""
    if not context.today or period.start is None or period.end is None:
        return period
    return Period(period.start, context.today) if period.start <= context.today < period.end and period.start[5:] == "01-01" else period


def words_of(context: Context, q: Quantity, period: Period) -> str | None:
    """The date in the sentence of a figure that gives its period; None where it was carried over from an earlier one."""
    for when in _whens(context, q):
        if when.period.start == period.start or when.period.end == period.end:
            return context.tokens.quote(when.first, when.last)
    return None


def _whens(context: Context, q: Mention) -> list[When]:
    """The dates of a sentence that stand nearest to a mention, and the one that opens it; read once for each sentence."""
    sentence = context.here
    if sentence.whens is None:
        sentence.whens = _read(context, sentence) if sentence.timexes else []
    found: list[When] = sentence.whens
    if len(found) <= 2 * _NEAR:
        return found
    at = bisect_left(found, q.first, key=lambda when: when.first)
    return [*found[: int(at > _NEAR)], *found[max(at - _NEAR, 0) : at + _NEAR]]


def _read(context: Context, sentence: Sentence) -> list[When]:
    joined: list[When] = []
    for t in sentence.timexes:
        one = _when(context, t) if t.begin else _edge(context, t)
        if one is None:
            continue
        if joined and _is_range(context, joined[-1], one):
            one = _over(joined.pop(), one)
        joined.append(one)
    return joined


def _is_date(context: Context, t: Timex) -> bool:
    words = context.tokens.words
    goods = t.last < len(words) and words[t.last].low in _GOODS  # "crude for January delivery"
    return not goods and t.type in _DATES and not t.rule.startswith("clock.")


def _when(context: Context, t: Timex) -> When | None:
    if not _is_date(context, t):
        return None
    long = t.precision in _LONG
    before = context.lows[max(t.first - _LEAD, 0) : t.first]
    if _is_base(context, t, before):
        part = BASE
    elif "same" in before:
        part = SAME
    elif t.type == "DURATION" or dates.is_period(context, t):
        part = HOLDS
    else:
        part = SAID if not long and dates.is_said(context, t) else ACT
    return When(t.first, t.last, _period(t, before), long, part)


def _edge(context: Context, t: Timex) -> When | None:
    """ "the first seven months of the year", "the final four months of 2019": so many whole months of a year."""
    words = context.tokens.words
    months = _EDGE.fullmatch(t.value)
    before = words[t.first - 1].low if t.first else ""
    if not months or before not in ("first", "last", "final") or t.last + 1 >= len(words) or words[t.last].low != "of":
        return None
    year = _year(context, t.last + 1)
    count = int(months[1]) * (3 if months[2] == "Q" else 1)
    first, last = (1, count) if before == "first" else (13 - count, 12)
    if not year or not 1 <= first <= last <= 12:
        return None
    days = Period(f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]}")
    return When(t.first, t.last, days, True, HOLDS)


def _year(context: Context, at: int) -> int | None:
    """The year named at a token: a date, or "the year" for that of the article."""
    n = bisect_left(context.timex_firsts, at)
    if n < len(context.timexes) and context.timexes[n].first <= at + 1 and context.timexes[n].begin:
        return int(str(context.timexes[n].begin)[:4])
    named = context.lows[at : at + 2] == ["the", "year"]
    return context.scan.published_on.year if named and context.scan.published_on else None


def _period(t: Timex, before: list[str]) -> Period:
    """The days of a date; open-ended behind "since" and a lone "from", a whole year that ends with it behind "the year ended"."""
    last = before[-1] if before else ""
    if t.modifier == "at_least" or (last == "from" and t.precision in _LONG and "/" not in t.value):
        return Period(t.begin, None)
    ended = before[:-1] if last in ("in", "on") else before
    if len(ended) > 1 and ended[-1] in _ENDS and t.until:
        return Period(_start(date.fromisoformat(t.until), ended[-2]), t.until)
    return Period(t.begin, t.until)


def _start(end: date, unit: str) -> str | None:
    """The first day of the stretch of that name that ends on a day."""
    if unit == "week":
        return date.fromordinal(max(end.toordinal() - 6, 1)).isoformat()
    if unit not in _MONTHS:
        return None
    months = end.year * 12 + end.month - _MONTHS[unit]
    return date(max(months // 12, 1), months % 12 + 1, 1).isoformat()


def _is_base(context: Context, t: Timex, before: list[str]) -> bool:
    """Whether a date only says what a figure is compared with: "from a year earlier", "over the same months of 2019", "from the second quarter"."""
    inside = context.lows[t.first : t.last]
    if not _BACKWARDS.isdisjoint(inside) or ("same" in before and not _BASES.isdisjoint(before)):
        return True
    linked = before[-2:] if before[-1:] == ["the"] else before[-1:]
    return bool(linked) and linked[0] in ("from", "over", "than", "against", "versus") and _behind_figure(context, t.first - len(linked))


def _behind_figure(context: Context, at: int) -> bool:
    """Whether a figure ends right before a token: "7 percent from the second quarter"."""
    quantities = context.scan.quantities
    n = bisect_left(context.quantity_firsts, at) - 1
    return n >= 0 and quantities[n].last == at and quantities[n].dimension == "percent"


def _is_range(context: Context, one: When, other: When) -> bool:
    """ "from January to September"."""
    words = context.tokens.words
    return one.period.end is None and one.first > 0 and words[one.first - 1].low == "from" and _joins(context, one, other)


def _joins(context: Context, one: When, other: When) -> bool:
    return other.first - one.last == 1 and context.tokens.words[one.last].low in _RANGES


def _over(one: When, other: When) -> When:
    """Both ends of a range as one; the first month is of the year of the second where it would come later."""
    start, end = one.period.start or "", other.period.end or ""
    if start > end:
        start = end[:4] + start[4:]
    return When(one.first, other.last, Period(start, end), one.long or other.long, other.part)


def _reaches(context: Context, q: Quantity, when: When) -> bool:
    """Whether a date can govern a figure: no other verb stands between them, but the one that the figure is the subject of."""
    first, letters = tags(context.tokens, q.first)
    between = letters[q.last - first : when.first - first] if when.first >= q.last else ""
    if when.first < q.first or not between:
        return True
    return not any(letter in "VT" for letter in between.lstrip("XZKR")[1:]) if between[0] in "XZK" else "V" not in between


def _nearest(context: Context, q: Quantity, whens: list[When]) -> Period | None:
    """The date right behind the figure, else one of its clause, else the nearest."""
    if len(whens) < 2:
        return whens[0].period if whens else None
    first, last = clause_of(context.tokens, q.first)

    def distance(when: When) -> tuple[bool, bool, int]:
        gap = when.first - q.last if when.first >= q.last else q.first - when.last
        return not 0 <= when.first - q.last < _DIRECT, not first <= when.first < last, gap

    return min(whens, key=distance).period
