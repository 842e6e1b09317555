"""Which dates are claims, and which are only the period of a figure, a time of day, or the head of a dispatch."""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

from factdb import lexicon
from factdb.claims.context import Context
from factdb.lexicon import verb_forms, word_set
from factdb.mentions.mention import Timex
from factdb.mentions.relative_dates import FROM_EVENT
from factdb.text import parts
from factdb.text.phrases import clause_of
from factdb.text.tags import tags
from factdb.text.verbs import base

_LONG = frozenset(("month", "quarter", "year", "decade", "century"))
_NO_FIGURES = frozenset(("ordinal", "duration", "age"))
_STRETCHES = frozenset(("day", "week", "month", "quarter", "half", "year", "season", "period"))
_ENDS = frozenset(("ended", "ending", "to", "through", "until"))
_ENDED = frozenset(("ended", "ending"))
_AS = frozenset(("of", "at"))
_DAY = frozenset(("in", "on"))
_PRESENT = frozenset(("is", "are", "has", "have", "remains", "does", "do"))
_OPENING = 2
_REACH = 12
_LEAD = 12
_BRACKETS = 8
_SHARES = frozenset(("percent", "fraction"))
_FINITE = re.compile("[VXZK]")
_DASHES = frozenset("\u2014\u2013_")


def is_claim(context: Context, t: Timex) -> bool:
    """Whether a time expression is a date that says when something happened or will."""
    if t.type not in ("DATE", "TIME") or t.begin is None or t.rule.startswith("clock.") or t.rule == FROM_EVENT:
        return False
    idle = (
        is_dateline(context, t)
        or _is_nowadays(context, t)
        or _is_restated(context, t)
        or _is_name(context, t)
        or _is_of_a_record(context, t)
        or context.lows[t.first : t.last] == ["day"]
    )
    return not (idle or is_period(context, t))


def is_period(context: Context, t: Timex) -> bool:
    """Whether a date only says when a figure holds: an as-of date, or a month or longer beside a figure and no act."""
    found = context.holds.get(t.first)
    if found is None:
        found = context.holds[t.first] = _only_holds(context, t)
    return found


def _only_holds(context: Context, t: Timex) -> bool:
    if _as_of(context, t):
        return True
    if t.precision not in _LONG:
        return False
    clause = _clause(context, t)
    begin, end = (bisect_left(context.quantity_firsts, at) for at in clause)
    near = [q.dimension for q in context.scan.quantities[begin:end]]
    figures = [name for name in near if name not in _NO_FIGURES or (name == "ordinal" and t.modifier == "at_least")]
    return bool(figures) and not _of_an_act(context, t, clause)


def is_said(context: Context, t: Timex) -> bool:
    """ "officials said on Friday": the day stands beside a word of speech."""
    lows, speech = context.lows, _speech()
    return (t.last < len(lows) and lows[t.last] in speech) or not speech.isdisjoint(lows[max(t.first - 3, 0) : t.first])


@cache
def _speech() -> frozenset[str]:
    return word_set("speech.toml", "verb") | word_set("speech.toml", "report")


def _clause(context: Context, t: Timex) -> tuple[int, int]:
    """The clause around a date; for one that opens its sentence that of the verb behind it, too."""
    first, last = clause_of(context.tokens, t.first)
    begin = context.here.first
    if t.first - begin > _OPENING:
        return first, last
    letters = tags(context.tokens, t.first)[1]
    verb = _FINITE.search(letters, t.last - begin, t.last - begin + 2 * _REACH)
    return (first, max(last, clause_of(context.tokens, begin + verb.start())[1])) if verb else (first, last)


def _of_an_act(context: Context, t: Timex, clause: tuple[int, int]) -> bool:
    """Whether a date hangs on something done once: on the noun behind it, the verb or noun before it, or the verb behind one that opens its clause."""
    words, nouns, (first, last) = context.tokens.words, word_set("events.toml", "noun"), clause
    if t.last < last and words[t.last].low in nouns:
        return True
    before = range(t.first - 1, max(first, t.first - _REACH) - 1, -1)
    behind = range(t.last, min(last, t.last + _REACH))
    at = next((at for at in before if words[at].low in nouns or _is_verb(context, at)), None)
    if at is None:
        at = next((at for at in behind if _is_verb(context, at)), None)
    if at is None or _is_statistic(context, t, at) or _has_a_date(context, t, at, clause):
        return False
    return words[at].low in nouns or words[at].low in verb_forms("events.toml", "act")


def _is_statistic(context: Context, t: Timex, at: int) -> bool:
    """ "killed 75 farmers in 2019": a toll of a year or longer tells of no single day."""
    return _holds_a_share(context, at) or (t.precision != "month" and context.tokens.words[at].low in verb_forms("events.toml", "toll"))


def _holds_a_share(context: Context, at: int) -> bool:
    """ "held 41 percent of the market in 2019", unlike "held talks"."""
    n = bisect_left(context.quantity_firsts, at + 1)
    figure = context.scan.quantities[n] if n < len(context.quantity_firsts) else None
    return figure is not None and figure.first - at <= _OPENING and figure.dimension in _SHARES and base(context.lows[at]) == "hold"


def _has_a_date(context: Context, t: Timex, at: int, clause: tuple[int, int]) -> bool:
    """Whether an act already has a date nearer to it: "on Tuesday the council set a limit of 4 million for this year"."""
    timexes, (first, last) = context.timexes, clause
    here = bisect_left(context.timex_firsts, t.first)
    near = (timexes[n] for n in (here - 1, here + 1) if 0 <= n < len(timexes))
    return any(other.begin and first <= other.first < last and abs(other.first - at) < abs(t.first - at) for other in near)


def _is_verb(context: Context, at: int) -> bool:
    """Whether a word can only be a verb in its place: a finite form or participle, or the plain form behind "to" or an auxiliary."""
    words = context.tokens.words
    bits = parts.readings(words[at].low)
    before = parts.readings(words[at - 1].low) if at else 0
    if bits & parts.VERB and at and (before & parts.AUXILIARY or words[at - 1].low == "to"):
        return True
    return bool(bits & (parts.FINITE | parts.PARTICIPLE)) and not bits & (parts.NOUN | parts.PLURAL) and not before & parts.DETERMINER


def _as_of(context: Context, t: Timex) -> bool:
    """ "as of March 2023", "in the week ended June 6", "the financial year ended June 30"; the stretch can be part of the date."""
    lows, at = context.lows, t.first - 1
    if lows[t.first] in _STRETCHES and not _ENDED.isdisjoint(lows[t.first : t.last]):
        return True
    if at > 0 and lows[at] in _AS:
        return lows[at - 1] == "as"
    if at > 0 and lows[at] in _DAY:
        at -= 1
    return at > 0 and lows[at] in _ENDS and lows[at - 1] in _STRETCHES


def is_dateline(context: Context, t: Timex) -> bool:
    """ "GENEVA, June 4 (Agency) --": a date before a dash near the start of the text, or before brackets and a dash where a paragraph opens."""
    words = context.tokens.words
    behind = words[t.last : t.last + _BRACKETS]
    if t.first >= _LEAD and not (behind and behind[0].text == "(" and words[t.first - 1].classes & lexicon.PARAGRAPH):
        return False
    dashed = any(two.text == "-" and (one.text == "-" or (one.space and two.space)) for one, two in pairwise(behind))
    return dashed or not _DASHES.isdisjoint(word.text for word in behind)


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
    if not t.rule.startswith("relative_dates."):
        return False
    timexes = context.timexes
    at = bisect_left(context.timex_firsts, t.first) + 1
    if at >= len(timexes) or timexes[at].first - t.last > 2 or not timexes[at].begin:
        return False
    between = context.lows[t.last : timexes[at].first]
    return between in ([",", "in"], [",", "on"], ["in"], [","])


def _is_of_a_record(context: Context, t: Timex) -> bool:
    """ "the worst fire since 2011": only how far back nothing was like it, unless ", when" tells what was."""
    lows = context.lows
    if lows[t.first - 1] != "since" or not t.first or lows[t.last : t.last + 2] == [",", "when"]:
        return False
    before = range(max(t.first - _REACH, clause_of(context.tokens, t.first - 1)[0]), t.first - 1)
    return any(parts.is_superlative(lows[at]) or context.tokens.words[at].classes & lexicon.ORDINAL for at in before)


def _is_name(context: Context, t: Timex) -> bool:
    """ "the Sunday Courier", "the 3 June movement", "the paper's Monday edition": the date names something."""
    words = context.tokens.words
    if t.last >= len(words) or t.precision != "day":
        return False
    behind = words[t.last]
    named = behind.low in word_set("speech.toml", "masthead") and behind.capital
    return named or behind.low in word_set("events.toml", "named")
