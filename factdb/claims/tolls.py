"""The time that a toll is about: the day of the incident, or the stretch over which the harm was counted."""

from bisect import bisect_left
from functools import partial

from factdb import lexicon
from factdb.claims import dates
from factdb.claims.claim import Period
from factdb.claims.context import Context
from factdb.claims.periods import nearest
from factdb.claims.whens import ACT, HOLDS, SAID, whens_near
from factdb.mentions.mention import Quantity, Timex
from factdb.text.phrases import clause_of

_STORY = 400  # tokens on which a toll still belongs to the incident told of before it
_SINCE = 9  # tokens from "since" to the date that it means
_NEXT = 3  # sentences behind a toll in which the day of the incident may still be told
_SUBJECT = 5
_TOTALS = frozenset(("toll", "total"))
_STRETCHES = frozenset(("year", "month", "week", "day", "annually", "yearly"))


_incidents = partial(lexicon.word_set, "happenings.toml", "noun", "incident")


def of_harm(context: Context, q: Quantity) -> Period | None:
    """The day of the incident or the time of a toll, as far as the article's own day; else that of the harm told of before it."""
    if _recurs(context, q):
        return None
    since = _since(context, q)
    if since is not None:
        return since
    whens = whens_near(context, q)
    found = nearest(context, q, [when for when in whens if when.part in (HOLDS, ACT)])
    if found is not None:
        context.incident = (q.first, _until_today(context, found))
    elif q.first - context.incident[0] > _STORY or context.incident[1] is None or _tells_another(context):
        said = nearest(context, q, [when for when in whens if when.part == SAID])
        context.incident = (q.first, _told_next(context) or said or _told_before(context))
    return context.incident[1]


def _recurs(context: Context, q: Quantity) -> bool:
    """ "kills 40 people every year": the harm of no one day."""
    return q.last > q.core[1] and context.lows[q.last - 1] in _STRETCHES


def _tells_another(context: Context) -> bool:
    """ "In another accident": the sentence turns from what was told before."""
    low = context.here.low
    if "another" not in low:
        return False
    at = low.index("another")
    return not _incidents().isdisjoint(low[at + 1 : at + _SUBJECT])


def _told_before(context: Context) -> Period | None:
    """The day of what the sentences before tell of: "A ferry sank on Monday. Some 40 guests drowned"."""
    for at in range(bisect_left(context.timex_firsts, context.here.first) - 1, -1, -1):
        t = context.timexes[at]
        if context.here.first - t.first > _STORY:
            break
        if t.begin and t.begin == t.until and _is_of_an_act(context, t):
            return Period(t.begin, t.until)
    return None


def _is_of_an_act(context: Context, t: Timex) -> bool:
    """Whether a date that is not over is neither that of a saying, nor of a dispatch, nor of a figure."""
    past = str(t.begin) <= (context.today or str(t.begin))
    return past and dates.is_claim(context, t) and not dates.is_said(context, t)


def _told_next(context: Context) -> Period | None:
    """The day that one of the next sentences gives: "The blast took place on Friday"."""
    tokens, timexes = context.tokens, context.timexes
    number = tokens.sentence_number(context.here.first)
    stop = tokens.sentences[min(number + _NEXT, len(tokens.sentences) - 1)][1]
    for at in range(bisect_left(context.timex_firsts, context.here.last), len(timexes)):
        t = timexes[at]
        if t.first >= stop:
            break
        if t.begin and t.begin == t.until and _is_of_an_act(context, t) and _tells_when(context, t):
            return Period(t.begin, t.until)
    return None


def _tells_when(context: Context, t: Timex) -> bool:
    """Whether "the blast" or another incident is the subject of the sentence that a date stands in."""
    first = context.tokens.sentence_of(t.first)[0]
    subject = context.lows[first : min(first + _SUBJECT, t.first)]
    return subject[:1] == ["the"] and not _incidents().isdisjoint(subject)


def _since(context: Context, q: Quantity) -> Period | None:
    """A count from the date that began it to the day of the article: "92 cases since May", "the toll since the start of the strike in May"."""
    here = context.here
    if not context.today or "since" not in here.low:
        return None
    at = here.first + here.low.index("since")
    begun = next((t.begin for t in here.timexes if t.begin and 0 < t.first - at <= _SINCE), None)
    first, last = clause_of(context.tokens, q.first)
    near = first <= at < last and not any(q.last <= t.first < at for t in here.timexes)
    counted = at == here.first or near or (at < q.first and not _TOTALS.isdisjoint(here.low))
    return Period(begun, context.today) if counted and begun and begun <= context.today else None


def _until_today(context: Context, period: Period) -> Period:
    """A toll of a year that is not over counts to the day of the article."""
    if not context.today or period.start is None or period.end is None:
        return period
    return Period(period.start, context.today) if period.start <= context.today < period.end and period.start[5:] == "01-01" else period
