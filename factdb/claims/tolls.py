"""The time that a toll is about: the day of the incident, or the stretch over which the harm was counted."""

from factdb.claims.claim import Period
from factdb.claims.context import Context
from factdb.claims.periods import nearest
from factdb.claims.whens import ACT, HOLDS, SAID, whens_near
from factdb.mentions.mention import Quantity

_STORY = 400  # tokens on which a toll still belongs to the incident told of before it
_SINCE = 9  # tokens from "since" to the date that it means


def of_harm(context: Context, q: Quantity) -> Period | None:
    """The day of the incident or the time of a toll, as far as the article's own day; else that of the harm told of before it."""
    since = _since(context, q)
    if since is not None:
        return since
    whens = whens_near(context, q)
    found = nearest(context, q, [when for when in whens if when.part in (HOLDS, ACT)])
    if found is not None:
        context.incident = (q.first, _until_today(context, found))
    elif q.first - context.incident[0] > _STORY or context.incident[1] is None:
        return nearest(context, q, [when for when in whens if when.part == SAID])
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
