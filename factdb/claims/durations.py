"""Lengths of time and ages in a clause of their own."""

from bisect import bisect_right

from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.claims.things import Lasting, lasting, restricted, spelled_out, taking
from factdb.claims.topics import named_subject
from factdb.claims.wording import name_of
from factdb.mentions.mention import Quantity
from factdb.mentions.relative_dates import FROM_EVENT
from factdb.text import parts
from factdb.text.phrases import noun_phrase_before, verb_before
from factdb.text.verbs import base, gerund

_UNITS = frozenset(("hour", "day", "week", "month", "year", "decade", "century"))
_BE = frozenset(("is", "are", "was", "were"))
_EDGES = frozenset(("first", "final", "last", "opening", "closing"))


def _length(context: Context, q: Quantity) -> Reading | None:
    return None if _is_dated(context, q) or _is_edge(context, q) else _reading(context, q)


def _reading(context: Context, q: Quantity) -> Reading:
    found = taking(context, q) or lasting(context, q) or _going_on(context, q)
    if found:
        return Reading({"of": found.text}, found.said)
    of = spelled_out(context, q, q.of) if q.of else None
    return Reading({"of": of}, of)


def _going_on(context: Context, q: Quantity) -> Lasting | None:
    """What a verb says goes on "for" so long: "the line was closed for six days"."""
    tokens = context.tokens
    verb = verb_before(tokens, q.first) if context.lows[q.first - 1 : q.first] == ["for"] else None
    subject = named_subject(context, verb) if verb is not None else None
    if verb is None or subject is None or base(context.lows[verb]) == "last":
        return None
    done = restricted(tokens, verb, q.first - 1)
    if done.partition(" ")[0] in _BE:
        told = f"being {done.partition(' ')[2].removeprefix('being ')}"
    else:
        told = " ".join((gerund(base(context.lows[verb]) or context.lows[verb]), *done.split()[1:]))
    return Lasting(f"{subject} {told}", f"time that {subject} {done}") if done else None


def _counted(context: Context, q: Quantity) -> Reading | None:
    """ "five straight years", which reads like a counted noun."""
    return _length(context, q) if q.unit in _UNITS else None


def _lengths() -> frozenset[str]:
    return _UNITS.union(map(parts.plural, _UNITS))


def _age(context: Context, q: Quantity) -> Reading:
    """Whose age it is: also of a name before a comma ("Kari Moe, 43, ...")."""
    found = noun_phrase_before(context.tokens, q.first - 1) if context.lows[q.first - 1 : q.first] == [","] else None
    name = name_of(context, found.first, found.last) if found else None
    return Reading({"of": name}, name) if name else _reading(context, q)


def _is_dated(context: Context, q: Quantity) -> bool:
    """ "two weeks ago", "in two weeks": the length is part of a date. "Two weeks later" still says how long it took."""
    at = bisect_right(context.timex_firsts, q.first) - 1
    t = context.timexes[at] if at >= 0 else None
    if t is None or t.type != "DATE" or q.last > t.last or t.rule == FROM_EVENT:
        return False
    return q.last == t.last or context.tokens.words[t.last - 1].low in ("ago", "earlier")


def _is_edge(context: Context, q: Quantity) -> bool:
    """ "the first seven months of 2019": a stretch of the calendar."""
    words = context.tokens.words
    return q.first > 0 and words[q.first - 1].low in _EDGES and q.last < len(words) and words[q.last].low == "of"


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="durations.length",
        kind="duration",
        says="A number of hours, days or years that something lasts.",
        weight=0.4,
        on=frozenset(("duration",)),
        read=_length,
        takes=(
            ("The siege lasted 40 days.", "40 days"),
            ("He served more than 12 years in prison.", "more than 12 years"),
        ),
        refuses=(
            "The bridge is 3 kilometres long.",
            "He left two weeks ago.",
            "The talks will open in two weeks.",
            "Sales fell in the first seven months of 2019.",
        ),
    ),
    KindRule(
        name="durations.counted",
        kind="duration",
        says="A number of years, months or days with a word between.",
        weight=0.35,
        on=frozenset(("count",)),
        near=_lengths,
        read=_counted,
        takes=(
            ("Oslo won for five straight years.", "five straight years"),
            ("He sat there for three whole days.", "three whole days"),
        ),
        refuses=("The firm hired 40 engineers.",),
    ),
    KindRule(
        name="durations.age",
        kind="duration",
        says="The age of somebody or something.",
        weight=0.4,
        on=frozenset(("age",)),
        read=_age,
        takes=(
            ("The singer died aged 43.", "aged 43"),
            ("A 12-year-old girl won.", "12-year-old"),
        ),
        refuses=("The siege lasted 40 days.",),
    ),
)
