"""Events: dates when anything but a meeting happened or will."""

from factdb.claims.context import Context
from factdb.claims.happenings import Happening, happening
from factdb.claims.parties import is_party, party_name
from factdb.claims.rule import KindRule, Reading
from factdb.claims.whereabouts import Found
from factdb.mentions.mention import Timex
from factdb.text.phrases import clause_of


def _own_clause(context: Context, t: Timex) -> Reading | None:
    found = happening(context, t)
    if found and not found.text:
        return None
    place = _place(context, found, t) if found else None
    event = found.text if found else None
    subject = _subject(found, place) if found else None
    return Reading({"event": event, "place": place.name if place else None}, subject, reasons=(place.feature,) if place else ())


def _subject(found: Happening, place: Found | None) -> str:
    """What happened, with the place that it does not name itself, neither by name nor by nationality."""
    noun = found.noun or found.text
    if place is None or place.name in noun:
        return noun
    by_nation = is_party(place.name.lower()) and any(is_party(low) and party_name(low) == place.name for low in noun.lower().split())
    return noun if by_nation else f"{noun}{place.within}"


def _place(context: Context, found: Happening, t: Timex) -> Found | None:
    """Where it happened; a saying has no place but "here", and a deal only one that its own sentence names."""
    places = context.whereabouts
    here = places.dateline() if "here" in context.lows[slice(*clause_of(context.tokens, t.first))] else None
    if here or found.said:
        return here
    return (
        places.goal(found.at) or places.beside(t.first, t.last) or places.of_event(found.at, found.at + 1) or (None if found.deal else places.before(found.at))
    )


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
