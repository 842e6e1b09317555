"""The dates of a sentence as periods, each with the part that it plays for the figures beside it.

A date says when figures hold, when something was done, with what a figure is compared, of which other year the same months are
meant, or only when somebody said so.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple

from factdb.claims import dates
from factdb.claims.claim import Period
from factdb.claims.context import Context, Sentence
from factdb.lexicon import word_set
from factdb.mentions.mention import Mention, Timex
from factdb.text.tags import tag_of

HOLDS, ACT, BASE, SAME, SAID = "holds", "act", "base", "same", "said"
BACKWARDS = frozenset(("earlier", "before", "previous"))
_LONG = frozenset(("month", "quarter", "year", "decade", "century"))
_DATES = frozenset(("DATE", "TIME", "DURATION"))
_BASES = frozenset(("from", "over", "than", "with", "to", "against", "on", "versus"))
_ENDS = frozenset(("ended", "ending"))
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_RANGES = frozenset(("to", "through", "until", "till"))
_GOODS = frozenset(("delivery", "contract", "contracts", "futures", "crude", "shipment", "settlement"))
_NEAR = 4
_DATES_BACK = 40
_ASIDE = 12
_TELLING = frozenset(("who", "which", "whose", "where"))
_MOST = frozenset(("worst", "best", "most", "least"))
_LEVELS = frozenset(("below", "above", "under", "over", "than", "from", "exceeding"))
_EDGE = re.compile("P([0-9]{1,2})([MQ])")
_LEAD = 5


class When(NamedTuple):
    """A date as a period: its tokens (half-open), its days, whether it is longer than a week, its part, and the aside that it stands in."""

    first: int
    last: int
    period: Period
    long: bool
    part: str
    aside: tuple[int, int] | None = None


def whens_near(context: Context, q: Mention) -> list[When]:
    """The dates of a sentence that stand nearest to a mention, and the one that opens it; read once for each sentence."""
    sentence = context.here
    if sentence.whens is None:
        sentence.whens = _read(context, sentence) if sentence.timexes else []
    found: list[When] = [when for when in sentence.whens if when.aside is None or when.aside[0] <= q.first < when.aside[1]]
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
        part = SAID if dates.is_dateline(context, t) or (not long and dates.is_said(context, t)) else ACT
    period = _stretch(context, t) if t.type == "DURATION" else _period(context, t, before)
    return When(t.first, t.last, period, long, part, _aside(context, t))


def _aside(context: Context, t: Timex) -> tuple[int, int] | None:
    """The tokens of the aside that a date stands in and that tells of the noun before it: ", who took office in May," ", built in 1976,"."""
    lows, (begin, stop) = context.lows, (context.here.first, context.here.last)
    last = next((at for at in range(t.last, min(t.last + _ASIDE, stop)) if lows[at] == ","), None)
    comma = next((at for at in range(t.first - 1, max(begin, t.first - _ASIDE) - 1, -1) if lows[at] == ","), begin - 1)
    if last is None or comma + 1 >= t.first or (comma < begin and t.first - begin > _ASIDE):
        return None
    told = lows[comma + 1] in _TELLING if comma > begin else False
    return (comma + 1, last) if told or tag_of(context.tokens, comma + 1) == "E" else None


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


def _stretch(context: Context, t: Timex) -> Period:
    """The days of "the past ten years"; in a quotation they end on the day of the speech, where the article gives that."""
    period = Period(t.begin, t.until)
    if not context.today or not t.begin or t.until != context.today or not context.speakers.is_quoted(t.first):
        return period
    spoken = _day_of_speech(context, t)
    if spoken is None:
        return period
    earlier = date.fromisoformat(context.today).toordinal() - date.fromisoformat(spoken).toordinal()
    return Period(date.fromordinal(max(date.fromisoformat(t.begin).toordinal() - earlier, 1)).isoformat(), spoken)


def _day_of_speech(context: Context, t: Timex) -> str | None:
    """The last day named before a quotation together with an occasion on which people speak: "at the congress on June 3 she said:"."""
    at = bisect_left(context.timex_firsts, t.first)
    for other in reversed(context.timexes[max(at - _DATES_BACK, 0) : at]):
        if other.precision == "day" and other.begin and other.begin <= context.today and not context.speakers.is_quoted(other.first):
            first, last = context.tokens.sentence_of(other.first)
            if not _occasions().isdisjoint(context.lows[first:last]):
                return other.begin
    return None


@cache
def _occasions() -> frozenset[str]:
    return word_set("speech.toml", "occasion") | word_set("meetings.toml", "noun")


def _period(context: Context, t: Timex, before: list[str]) -> Period:
    """The days of a date; open-ended behind "since" and a lone "from", a whole year that ends with it behind "the year ended"."""
    last = before[-1] if before else ""
    if _tells_of(context, t):
        return Period(t.begin, t.until)
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


def _tells_of(context: Context, t: Timex) -> bool:
    """Whether a clause tells what happened then: "the deadliest since 2013, when 116 people died"."""
    return "when" in context.lows[t.last : t.last + 2]


def _is_base(context: Context, t: Timex, before: list[str]) -> bool:
    """Whether a date only says what a figure is compared with: "from a year earlier", "over the same months of 2019", "from the second quarter"."""
    inside = context.lows[t.first : t.last]
    if not BACKWARDS.isdisjoint(inside) or ("same" in before and not _BASES.isdisjoint(before)):
        return True
    if t.modifier == "at_least" and not _tells_of(context, t) and any(low in _MOST or low.endswith("est") for low in before):
        return True  # "the lowest since 2007"
    if before[-2:-1] == ["than"] or (before[-1:] in (["its"], ["their"]) and not _LEVELS.isdisjoint(before)):
        return True  # "fewer than in 2022", "below its 2019 strength"
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
