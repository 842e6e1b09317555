"""Dates as claims: when people met, and when anything else happened or will."""

from bisect import bisect_left
from itertools import islice, takewhile

from factdb.claims import meetings
from factdb.claims.build import date_claim
from factdb.claims.claim import Claim, Feature
from factdb.claims.context import Context, phrase_text
from factdb.mentions.mention import Timex
from factdb.text.phrases import clause_of, subject_of

_LONGEST_EVENT = 12
_PLAIN = Feature("a_date_of_its_own", "The clause tells what happened then, and no figure of which it is the period.", 0.2)
_MEETING = Feature("meeting_word", "The date hangs on a word of meeting.", 0.3)


def read(context: Context, t: Timex) -> Claim | None:
    """A claim of a date expression; None where it is the period of a figure or only sources a statement."""
    if t.type not in ("DATE", "TIME") or t.begin is None or _is_period(context, t) or _is_dateline(context, t):
        return None
    met = meetings.read(context.scan, t)
    if met is not None:
        fields = {"event": met.event, "place": met.place, "participants": met.participants}
        return date_claim(context, t, "meeting_date", fields, subject=met.event, features=(_MEETING,))
    event = _event(context, t)
    return date_claim(context, t, "event_date", {"event": event, "place": context.place(t)}, subject=event, features=(_PLAIN,))


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


def _event(context: Context, t: Timex) -> str | None:
    """Subject, verb and object of the clause around the date, the date itself left out."""
    first, last = clause_of(context.tokens, t.first)
    found = subject_of(context.tokens, t.first)
    if found is not None:
        first = found.first
    before = phrase_text(context.tokens, max(first, t.first - _LONGEST_EVENT), t.first)
    behind = phrase_text(context.tokens, t.last, min(last, t.last + _LONGEST_EVENT))
    return " ".join(filter(None, (before, behind))) or None
