"""Events: dates when anything but a meeting happened or will."""

from factdb.claims.context import Context, phrase_text
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Timex
from factdb.text.phrases import clause_of, subject_of

_LONGEST_EVENT = 12


def _own_clause(context: Context, t: Timex) -> Reading:
    event = _event(context, t)
    return Reading({"event": event, "place": context.place(t)}, event)


def _event(context: Context, t: Timex) -> str | None:
    """Subject, verb and object of the clause around the date, the date itself left out."""
    first, last = clause_of(context.tokens, t.first)
    found = subject_of(context.tokens, t.first)
    if found is not None:
        first = found.first
    before = phrase_text(context.tokens, max(first, t.first - _LONGEST_EVENT), t.first)
    behind = phrase_text(context.tokens, t.last, min(last, t.last + _LONGEST_EVENT))
    return " ".join(filter(None, (before, behind))) or None


RULES: tuple[KindRule[Timex], ...] = (
    KindRule(
        name="events.own_clause",
        kind="event_date",
        says="The clause tells what happened then, and no figure of which it is the period.",
        weight=0.25,
        read=_own_clause,
        takes=(
            ("Parliament passed the budget on June 3.", "June 3"),
            ("The bank was founded in 1951.", "1951"),
        ),
        refuses=("In 2024, Norway's exports reached 3.2 billion dollars.", "The two presidents met in Lima on June 3."),
    ),
)
