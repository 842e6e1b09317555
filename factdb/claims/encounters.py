"""Who met whom, where, and what to call it.

A visit is a "visit of Kari Moe to Peru", a verb of meeting a "meeting of Kari Moe and Ines Prado", any other meeting the noun with
what hangs on it: "six-party talks", "third Harbour Forum", "talks between Norway and Peru".
"""

from functools import partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.participants import Meeting, participants
from factdb.claims.places import place_behind, sort_of
from factdb.claims.whereabouts import Found
from factdb.claims.wording import outermost, phrase_text, subject_phrase, tail
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import noun_phrase_after
from factdb.text.tokens import Tokens

_LONGEST_NAME = 12
_HOSTED = 6
_INSIDE = frozenset(("of", "the", "on", "and", "for", "among", "in", "-", "'", "\u2019", "s", "&"))
_TIES = ("of", "between", "with", "on")


class Encounter(NamedTuple):
    """What to call it, who took part as named, and where it was."""

    event: str
    participants: tuple[str, ...]
    place: Found | None


_words = partial(lexicon.word_set, "meetings.toml")


def encounter(context: Context, t: Timex, sort: str, at: int) -> Encounter:
    """The meeting that the word at a token tells; `sort` is `meet`, `visit` or `noun` as the rule has seen it."""
    tokens = context.tokens
    travels = sort == "visit" or tokens.words[at].low in _words("travel")
    hosting = next((here for here in range(at, max(at - _HOSTED, 0) - 1, -1) if tokens.words[here].low in _words("hosting")), None)
    first, last = _span(tokens, at) if sort == "noun" else (at, at + 1)
    if sort != "noun":
        inner = _meeting_behind(tokens, at)
        if inner is not None and (hosting is not None or sort == "visit"):
            travels, sort, (first, last) = False, "noun", _span(tokens, inner)
    meeting = Meeting(at, first, last, travels)
    who = participants(context, t, meeting)
    place = _place(context, t, (first, last), at, travels=travels)
    host = subject_phrase(context, hosting, t, passive=False) if hosting is not None and place is None else None
    if host and sort_of(host.text):
        place, who = Found(host.text, "host"), tuple(name for name in who if name != host.text)
    elif place is None and tokens.words[at].low in _words("large"):
        place = context.whereabouts.before(at)
    return Encounter(_event(context, who, place, (sort, travels, first, last)), who, place)


def _event(context: Context, who: tuple[str, ...], place: Found | None, seen: tuple[str, bool, int, int]) -> str:
    sort, travels, first, last = seen
    if travels:
        noun = phrase_text(context.tokens, first, last) if sort == "noun" else "visit"
        destination = _destination(context.tokens, first, last) or (place.name if place else None)
        return (noun or "visit") + (f" of {who[0]}" if who else "") + (f" to {destination}" if destination else "")
    if sort == "meet":
        return f"meeting of {' and '.join(who[:2])}" if who else "meeting"
    return phrase_text(context.tokens, first, tail(context.tokens, last, links=_TIES)) or "meeting"


def _span(tokens: Tokens, at: int) -> tuple[int, int]:
    """The noun phrase that a word of meeting heads; a name with capitals as a whole: "Lima Summit of the Pacific Forum"."""
    words = tokens.words
    begin, stop = tokens.sentence_of(at)
    found = outermost(tokens, at + 1, links=())
    first = found.first if found else at
    while first - 2 >= begin and words[first - 1].text == "-" and not words[first - 1].space:
        first -= 2  # "six-party talks"
    last = at + 1
    if words[at].capital:
        first, last = _named_span(tokens, max(begin, at - _LONGEST_NAME), at, min(stop, at + _LONGEST_NAME))
    while first > begin and words[first - 1].classes & (lexicon.ORDINAL if words[first - 1].space else lexicon.ORDINAL | lexicon.DIGITS):
        first -= 1  # "third summit", and both tokens of "13th summit"
    return first, last


def _named_span(tokens: Tokens, begin: int, at: int, stop: int) -> tuple[int, int]:
    words = tokens.words
    first, last = at, at + 1
    here = at - 1
    while here >= begin and (words[here].capital or words[here].low in _INSIDE) and not words[here].classes & (lexicon.MONTH | lexicon.WEEKDAY):
        first = here if words[here].capital and not parts.readings(words[here].low) & parts.CLOSED else first
        here -= 1
    here = at + 1
    while here < stop and (words[here].capital or words[here].low in _INSIDE) and not words[here].classes & (lexicon.MONTH | lexicon.WEEKDAY):
        last = here + 1 if words[here].capital else last
        here += 1
    return first, last


def _meeting_behind(tokens: Tokens, at: int) -> int | None:
    """The word of meeting that a verb takes: "hosted a special summit", "attended the forum"."""
    found = noun_phrase_after(tokens, at + 1)
    if found is None:
        return None
    end = tail(tokens, found.last, links=("of",))
    return next((here for here in range(found.first, min(end, found.last + 3)) if tokens.words[here].low in _words("noun")), None)


def _destination(tokens: Tokens, first: int, last: int) -> str | None:
    """Where a visit goes: behind "to", or what "visited" takes."""
    words = tokens.words
    stop = tokens.sentence_of(first)[1]
    for here in range(last - 1, min(last + _LONGEST_NAME, stop - 1)):
        if words[here].low in ("to", "in") or (here == last - 1 and words[here].low.startswith(("visit", "tour"))):
            place = place_behind(tokens, here + 1, stop)
            if place:
                return place.name
    return None


def _place(context: Context, t: Timex, span: tuple[int, int], at: int, *, travels: bool) -> Found | None:
    """Where they met: the goal of a visit, a place in the sentence, "here", the place in the meeting's own name."""
    tokens = context.tokens
    words = tokens.words
    first, last = tokens.sentence_of(t.first)
    if travels:
        goal = _destination(tokens, *span)
        if goal:
            return Found(goal, "goal")
    here = "here" in tokens.lows[first:last]
    told = (context.whereabouts.here() if here else None) or context.whereabouts.near(at, at + 1)
    if told:
        return told
    own = words[span[0]]
    return Found(own.text, "own_name") if own.capital and sort_of(own.text) else None
