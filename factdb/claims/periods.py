"""The time that a figure is about: the date of its sentence that governs it, or that of the figures before it.

A date plays one of four parts: it says when figures hold, when something was done, with what a figure is compared, or only
when somebody said so. A figure takes the nearest one whose part fits its kind.
"""

from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from factdb.claims import dates
from factdb.claims.claim import Period
from factdb.claims.context import Context, Sentence, word_set
from factdb.mentions.mention import Mention, Quantity, Timex
from factdb.text.phrases import clause_of
from factdb.text.tags import tags

HOLDS, ACT, BASE, SAID = "holds", "act", "base", "said"
_LONG = frozenset(("month", "quarter", "year", "decade", "century"))
_BACKWARDS = frozenset(("earlier", "ago", "before", "previous"))
_BASES = frozenset(("from", "over", "than", "with", "to", "against", "on", "versus"))
_ENDS = frozenset(("ended", "ending"))
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_RANGES = frozenset(("to", "through", "until", "till"))
_GOODS = frozenset(("delivery", "contract", "contracts", "futures", "crude", "shipment", "settlement"))
_CARRY = 120  # tokens on which a figure still belongs to the period of the one before it
_DIRECT = 2
_LEAD = 5


class When(NamedTuple):
    """A date as a period: its tokens (half-open), its days, whether it is longer than a week, and its part."""

    first: int
    last: int
    period: Period
    long: bool
    part: str


def of_figure(context: Context, q: Quantity) -> Period | None:
    """The month, quarter or year that a figure holds for, where its own clause or the opening of its sentence names one."""
    found = [when for when in _whens(context, q) if when.part == HOLDS and _reaches(context, q, when)]
    return _nearest(context, q, found)


def of_series(context: Context, q: Quantity) -> Period | None:
    """The period of a figure of a series: that of its sentence, else that of the figure before it."""
    found = [when for when in _whens(context, q) if when.part == HOLDS]
    period = _nearest(context, q, found)
    compared = q.first > 0 and context.tokens.words[q.first - 1].low in _BASES - {"to"}
    if period is None and q.first - context.carried[0] <= _CARRY:
        return context.carried[1]
    if period is not None and not compared:
        context.carried = (q.first, period)
    return period


def of_harm(context: Context, q: Quantity) -> Period | None:
    """The day of the incident or the time of a toll; the day of the report where no other is named."""
    whens = _whens(context, q)
    for part in ((HOLDS, ACT), (SAID,)):
        found = _nearest(context, q, [when for when in whens if when.part in part])
        if found:
            return found
    return None


def _whens(context: Context, q: Mention) -> list[When]:
    """The dates of a sentence with their parts, read once, since a sentence can hold any number of figures."""
    sentence = context.sentence(q)
    if sentence.first not in context.whens:
        context.whens[sentence.first] = _read(context, sentence)
    return context.whens[sentence.first]


def _read(context: Context, sentence: Sentence) -> list[When]:
    found = [_when(context, t) for t in sentence.timexes if t.begin and _is_date(context, t)]
    joined: list[When] = []
    for one in found:
        if joined and _is_range(context, joined[-1], one):
            one = _over(joined.pop(), one)
        joined.append(one)
    return joined


def _is_date(context: Context, t: Timex) -> bool:
    words = context.tokens.words
    goods = t.last < len(words) and words[t.last].low in _GOODS  # "crude for January delivery"
    return not goods and t.type in ("DATE", "TIME", "DURATION") and not t.rule.startswith("clock.")


def _when(context: Context, t: Timex) -> When:
    long = t.precision in _LONG
    if _is_base(context, t):
        part = BASE
    elif t.type == "DURATION" or dates.is_period(context, t):
        part = HOLDS
    else:
        part = SAID if not long and _is_said(context, t) else ACT
    return When(t.first, t.last, _period(context, t), long, part)


def _period(context: Context, t: Timex) -> Period:
    """The days of a date; open-ended behind "since" and a lone "from", a whole year that ends with it behind "the year ended"."""
    low = [word.low for word in context.tokens.words[max(t.first - 3, 0) : t.first]]
    if t.modifier == "at_least" or low[-1:] == ["from"]:
        return Period(t.begin, None)
    ended = low[:-1] if low[-1:] in (["in"], ["on"]) else low
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


def _is_base(context: Context, t: Timex) -> bool:
    """Whether a date only says what a figure is compared with: "from a year earlier", "over the same period of 2004", "from the third quarter"."""
    words = context.tokens.words
    before = [word.low for word in words[max(t.first - _LEAD, 0) : t.first]]
    inside = {word.low for word in words[t.first : t.last]}
    if not inside.isdisjoint(_BACKWARDS) or ("same" in before and not _BASES.isdisjoint(before)):
        return True
    linked = before[-2:] if before[-1:] == ["the"] else before[-1:]
    return bool(linked) and linked[0] in ("from", "over", "than", "against", "versus") and _behind_figure(context, t.first - len(linked))


def _behind_figure(context: Context, at: int) -> bool:
    """Whether a figure ends right before a token: "0.6 percent from the third quarter"."""
    quantities = context.scan.quantities
    n = bisect_left(quantities, at, key=lambda q: q.first) - 1
    return n >= 0 and quantities[n].last == at and quantities[n].dimension == "percent"


def _is_said(context: Context, t: Timex) -> bool:
    """ "officials said on Friday": the day stands beside a word of speech."""
    words = context.tokens.words
    near = [word.low for word in (*words[max(t.first - 3, 0) : t.first], *words[t.last : t.last + 1])]
    return any(low in word_set("speech.toml", "verb") or low in word_set("speech.toml", "report") for low in near)


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
    if not whens:
        return None
    first, last = clause_of(context.tokens, q.first)

    def distance(when: When) -> tuple[bool, bool, int]:
        gap = when.first - q.last if when.first >= q.last else q.first - when.last
        return not 0 <= when.first - q.last < _DIRECT, not first <= when.first < last, gap

    return min(whens, key=distance).period
