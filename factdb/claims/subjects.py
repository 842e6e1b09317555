"""The subject of a claim of a number: a short noun phrase, readable without the sentence, made by kind of the claim's own fields.

"Norway's exports to Peru in 2023", "rise of rents in Oslo", "miners killed at the Norte mine", "length of the siege of Puno".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from factdb import lexicon
from factdb.claims.claim import Period
from factdb.claims.context import Context
from factdb.claims.doings import restriction
from factdb.claims.money import measured, unmoved
from factdb.claims.parties import is_party
from factdb.claims.restated import same_sum
from factdb.claims.rule import Reading
from factdb.claims.things import detail_behind, doer, holder, is_top, phrase_end, placing, spelled_out
from factdb.claims.wording import DATED
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.verbs import base

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_MONTHS_OF = ("two months", "quarter", "four months", "five months", "half", "seven months", "eight months", "nine months", "ten months", "eleven months")
_SHORTEST_MONTH = 28
_GROWTH = frozenset(("growth", "grow", "grows", "grew", "grown", "growing", "expand", "expanded", "expansion"))
_CUTS = frozenset(("cut", "cuts", "cutting"))
_OWN_NAME = frozenset(("period", "sentence", "maturity", "term", "time", "age", "stay", "hiatus", "delay", "wait", "record", "expectancy"))
_LAST_ORDER = 10
_REACH = 8
_MOST_WORDS = 14


def subject_of_number(context: Context, q: Quantity, kind: str, reading: Reading) -> str | None:
    """The subject by the kind; what the rule itself gave where the kind has no wording of its own."""
    worded = _BY_KIND.get(kind)
    made = (worded(context, q, reading) if worded else None) or reading.subject
    return " ".join(context.plain(made).split()[:_MOST_WORDS]) if made else None


def _text(reading: Reading, name: str) -> str | None:
    value = reading.fields.get(name)
    return value if isinstance(value, str) else None


def time_words(period: Period | None) -> str:
    """ " in 2023" or " in March" for a whole year or month; nothing for anything else."""
    if period is None or period.start is None or period.end is None:
        return ""
    if period.start.endswith("-01-01") and period.end == f"{period.start[:4]}-12-31":
        return f" in {period.start[:4]}"
    whole_month = period.start[:7] == period.end[:7] and period.start.endswith("-01") and int(period.end[8:]) >= _SHORTEST_MONTH
    return f" in {_MONTHS[int(period.start[5:7]) - 1]}" if whole_month else ""


def span_words(period: Period | None) -> str:
    """As `time_words`, and " in the first half of 2023" for whole months from New Year on."""
    if period is None or period.start is None or period.end is None or period.start != f"{period.end[:4]}-01-01":
        return time_words(period)
    month, day = int(period.end[5:7]), int(period.end[8:])
    return f" in the first {_MONTHS_OF[month - 2]} of {period.end[:4]}" if 1 < month < len(_MONTHS) and day >= _SHORTEST_MONTH else time_words(period)


def _trade(context: Context, q: Quantity, reading: Reading) -> str | None:
    again = same_sum(context, q, "trade_figure")
    return again.subject if again else f"{reading.subject}{span_words(reading.period)}"


def _change(context: Context, q: Quantity, reading: Reading) -> str | None:
    of = _text(reading, "of")
    if of is None:
        return None
    words = context.tokens.words
    near = {word.low for word in words[max(q.first - _REACH, 0) : q.last + 3]}
    down = _text(reading, "direction") == "down"
    noun = ("cut" if near & _CUTS else "fall") if down else "growth" if near & _GROWTH else "rise"
    named = any(word[0].isupper() for word in of.split())
    place = None if named else context.whereabouts.only_country(q.first) or context.whereabouts.here()
    when = time_words(reading.period)
    return f"{noun} of {of}{place.within if place else ''}{'' if when and when in of else when}"


def _casualty(_context: Context, _q: Quantity, reading: Reading) -> str | None:
    return f"{reading.subject}{span_words(reading.period)}"


def _count(context: Context, q: Quantity, reading: Reading) -> str | None:
    noun = reading.subject
    if noun is None:
        return None
    if q.value != 1 and len(noun.split()) == 1 and noun == _text(reading, "item"):
        noun = parts.plural(noun)
    at = phrase_end(context, q, noun) if q.last < len(context.tokens.words) and context.tokens.words[q.last].low == "of" else q.last
    detail = restriction(context, q, at or q.last)
    phrase = context.plain(f"{noun} {detail}".strip())
    if detail and not phrase.islower():
        return phrase
    place = context.whereabouts.of_event(q.first, q.last)
    within = place.within if place else _background(context, q)
    if noun == "population":
        return f"{noun} of {within.partition(' ')[2].partition(' ')[2]}" if within else noun
    return f"{phrase}{within}{'' if detail else time_words(reading.period)}"


def _background(context: Context, q: Quantity) -> str:
    """Where a sentence without a place plays: the region or town of one before, else the dateline's or the headline's; no single building."""
    place = context.whereabouts.before(q.first)
    if place is None or place.within.startswith(" at "):
        place = context.whereabouts.here()
    return place.within if place else ""


def _money(context: Context, q: Quantity, reading: Reading) -> str | None:
    same = same_sum(context, q, "money_amount")
    if same:
        return same.subject
    if reading.subject:
        return reading.subject
    role = q.of and unmoved(spelled_out(context, q, q.of))
    if role is None or role in context.tokens.text[q.start : q.end].split():
        return _text(reading, "role")
    measure = measured(context, q, role)
    if measure:
        return f"{measure} of {role if measure == 'worth' else role.partition(' for ')[0]}"
    at = phrase_end(context, q, role)
    detail = detail_behind(context, at) if at else ""
    owner = None if detail else doer(context, q)
    whole = spelled_out(context, q, role)
    if owner and not set(owner.split()) & set(role.split()):
        return f"{whole} of {owner}"
    return f"{role} {detail}" if detail else _named(context, q, whole)


def _named(context: Context, q: Quantity, phrase: str) -> str:
    """A phrase without any name with the one that stands last before it in its sentence; a country is no owner by that alone."""
    if not phrase.islower():
        return phrase
    words, capitals = context.tokens.words, context.tokens.capitals
    end = bisect_left(capitals, q.first)
    near = capitals[max(end - _REACH, bisect_right(capitals, context.here.first)) : end]
    at = next((at for at in reversed(near) if not words[at].classes & (DATED | lexicon.CURRENCY)), None)
    name = context.names.around(at) if at is not None else None
    return f"{phrase} of {name}" if name and not (is_party(name.lower()) or is_party(f"{name.lower()}.")) else phrase


def _rank(context: Context, q: Quantity, reading: Reading) -> str | None:
    of, placed = _text(reading, "of"), placing(context, q)
    if placed or of is None:
        return placed
    if is_top(context, q):
        owner = holder(context, q)
        return f"{owner}'s rank among {of}" if owner else f"order of {of}"
    one = _one(context, q, of)
    named = one == of and of[0].isupper()
    return f"{q.number if named or (q.value and q.value > _LAST_ORDER) else 'order of'} {one}"


def _one(context: Context, q: Quantity, of: str) -> str:
    """The things that an ordinal ranks, the one named as in the text: of "visits to Lima" the "visit to Lima"."""
    near = {parts.plural(word.low): word.low for word in context.tokens.words[q.core[1] : q.core[1] + _REACH]}
    return " ".join(near.get(word, word) for word in of.split())


def _duration(context: Context, q: Quantity, reading: Reading) -> str | None:
    of = reading.subject
    if of is None or of.startswith("time that ") or not _OWN_NAME.isdisjoint(of.split()):
        return of
    if q.first and base(context.lows[q.first - 1]) == "take":
        return f"time that {of} takes"
    return f"{'age' if q.dimension == 'age' else 'length'} of {of}"


_BY_KIND: Mapping[str, Callable[[Context, Quantity, Reading], str | None]] = {
    "trade_figure": _trade,
    "change": _change,
    "casualty_count": _casualty,
    "count": _count,
    "money_amount": _money,
    "rank": _rank,
    "duration": _duration,
}
