"""Which dates are claims, and which are only the period of a figure or the head of a dispatch."""

from bisect import bisect_left
from itertools import islice, takewhile

from factdb.claims.context import Context
from factdb.mentions.mention import Timex
from factdb.text.phrases import clause_of


def is_claim(context: Context, t: Timex) -> bool:
    """Whether a time expression is a date that says when something happened or will."""
    return t.type in ("DATE", "TIME") and t.begin is not None and not _is_period(context, t) and not _is_dateline(context, t)


def _is_period(context: Context, t: Timex) -> bool:
    """A month, quarter or year in a clause that holds a figure says when the figure holds."""
    if t.precision in ("day", "week"):
        return False
    first, last = clause_of(context.tokens, t.first)
    quantities = context.scan.quantities
    begin = bisect_left(quantities, first, key=lambda q: q.first)
    near = takewhile(lambda q: q.first < last, islice(quantities, begin, None))
    return any(q.dimension not in ("ordinal", "duration", "age") for q in near)


def _is_dateline(context: Context, t: Timex) -> bool:
    """ "GENEVA, June 4 (Agency) --": a date before a dash near the start of the text."""
    return t.first < 12 and any(word.text in ("--", "\u2014", "_") for word in context.tokens.words[t.last : t.last + 8])
