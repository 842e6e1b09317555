"""Which dates are claims, and which are only the period of a figure, a time of day, or the head of a dispatch."""

from bisect import bisect_left
from itertools import islice, takewhile

from factdb.claims.context import Context, verb_forms, word_set
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import clause_of

_LONG = frozenset(("month", "quarter", "year", "decade", "century"))
_NO_FIGURES = frozenset(("ordinal", "duration", "age"))
_STRETCHES = frozenset(("day", "week", "month", "quarter", "half", "year", "season", "period"))
_ENDS = frozenset(("ended", "ending", "to", "through", "until"))
_PRESENT = frozenset(("is", "are", "has", "have", "remains", "does", "do"))
_OPENING = 2
_REACH = 12
_LEAD = 12


def is_claim(context: Context, t: Timex) -> bool:
    """Whether a time expression is a date that says when something happened or will."""
    if t.type not in ("DATE", "TIME") or t.begin is None or t.rule.startswith("clock."):
        return False
    return not (is_period(context, t) or _is_dateline(context, t) or _is_nowadays(context, t) or _is_restated(context, t))


def is_period(context: Context, t: Timex) -> bool:
    """Whether a date only says when a figure holds: an as-of date, or a month or longer beside a figure and no act."""
    if _as_of(context, t):
        return True
    if t.precision not in _LONG:
        return False
    first, last = _clause(context, t)
    quantities = context.scan.quantities
    begin = bisect_left(quantities, first, key=lambda q: q.first)
    near = takewhile(lambda q: q.first < last, islice(quantities, begin, None))
    return any(q.dimension not in _NO_FIGURES for q in near) and not _of_an_act(context, t, first, last)


def _clause(context: Context, t: Timex) -> tuple[int, int]:
    """The clause around a date; for one that opens its sentence that of the verb behind it, too."""
    first, last = clause_of(context.tokens, t.first)
    begin, stop = context.tokens.sentence_of(t.first)
    if t.first - begin > _OPENING:
        return first, last
    verb = next((at for at in range(t.last, min(stop, t.last + 2 * _REACH)) if _is_verb(context, at)), None)
    return (first, last) if verb is None else (first, max(last, clause_of(context.tokens, verb)[1]))


def _of_an_act(context: Context, t: Timex, first: int, last: int) -> bool:
    """Whether a date hangs on something done once: on the noun behind it, the verb or noun before it, or the verb behind one that opens its clause."""
    words = context.tokens.words
    if t.last < last and words[t.last].low in word_set("events.toml", "noun"):
        return True
    for at in range(t.first - 1, max(first, t.first - _REACH) - 1, -1):
        if _is_verb(context, at):
            return words[at].low in verb_forms("events.toml", "act")
        if words[at].low in word_set("events.toml", "noun"):
            return True
    verb = next((at for at in range(t.last, min(last, t.last + _REACH)) if _is_verb(context, at)), None)
    return verb is not None and words[verb].low in verb_forms("events.toml", "act")


def _is_verb(context: Context, at: int) -> bool:
    """Whether a word can only be a verb in its place: a finite form or participle that no determiner makes a noun."""
    words = context.tokens.words
    bits = parts.readings(words[at].low)
    if not bits & (parts.FINITE | parts.PARTICIPLE) or (bits & (parts.NOUN | parts.PLURAL) and words[at].low not in verb_forms("events.toml", "act")):
        return False
    return not at or not parts.readings(words[at - 1].low) & parts.DETERMINER


def _as_of(context: Context, t: Timex) -> bool:
    """ "as of March 2023", "in the week ended December 8", "the fiscal year ending in June"."""
    before = [word.low for word in context.tokens.words[max(t.first - 3, 0) : t.first]]
    if before[-2:] in (["as", "of"], ["as", "at"]):
        return True
    ended = before[:-1] if before[-1:] in (["in"], ["on"]) else before
    return len(ended) > 1 and ended[-1] in _ENDS and ended[-2] in _STRETCHES


def _is_dateline(context: Context, t: Timex) -> bool:
    """ "GENEVA, June 4 (Agency) --": a date before a dash near the start of the text."""
    return t.first < _LEAD and any(word.text in ("--", "\u2014", "_") for word in context.tokens.words[t.last : t.last + 8])


def _is_nowadays(context: Context, t: Timex) -> bool:
    """ "Today, the country is a leading grower": today as the present time."""
    words = context.tokens.words
    if t.last - t.first != 1 or words[t.first].text != "Today":
        return False
    verb = next((at for at in range(t.last, min(context.tokens.sentence_of(t.first)[1], t.last + 2 * _REACH)) if _tells_time(words[at].low)), None)
    return verb is not None and (words[verb].low in _PRESENT or not parts.readings(words[verb].low) & (parts.AUXILIARY | parts.PAST))


def _tells_time(low: str) -> bool:
    bits = parts.readings(low)
    return bool(bits & (parts.AUXILIARY | parts.FINITE)) and not bits & (parts.NOUN | parts.PLURAL)


def _is_restated(context: Context, t: Timex) -> bool:
    """ "Two years later, in March 1998": the exact date behind it says the same."""
    timexes = context.timexes
    at = bisect_left(timexes, t.first, key=lambda other: other.first) + 1
    if not t.rule.startswith("relative_dates.") or at >= len(timexes) or timexes[at].first - t.last > 2 or not timexes[at].begin:
        return False
    between = [word.low for word in context.tokens.words[t.last : timexes[at].first]]
    return between in ([",", "in"], [",", "on"], ["in"], [","])
