"""The subject of a claim of a number: a short noun phrase, readable without the sentence, made by kind of the claim's own fields.

"Norway's exports to Peru in 2023", "rise of rents in Oslo", "miners killed at the Norte mine", "length of the siege of Puno".
"""

from collections.abc import Callable, Mapping

from factdb.claims.claim import Period
from factdb.claims.context import Context
from factdb.claims.rule import Reading
from factdb.claims.things import detail_behind, doer, done_to
from factdb.mentions.mention import Quantity
from factdb.text import parts

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_FLOWS = {"trade": "trade", "balance": "trade balance", "export": "exports", "import": "imports", "investment": "investment"}
_TIES = {"export": "to", "import": "from", "balance": "with", "investment": "in"}
_GROWTH = frozenset(("growth", "grow", "grows", "grew", "grown", "growing", "expand", "expanded", "expansion"))
_OWN_NAME = frozenset(("period", "sentence", "maturity", "term", "time", "age", "stay", "hiatus", "delay", "wait", "record"))
_REACH = 8
_MOST_WORDS = 14


def subject_of_number(context: Context, q: Quantity, kind: str, reading: Reading) -> str | None:
    """The subject by the kind; what the rule itself gave where the kind has no wording of its own."""
    worded = _BY_KIND.get(kind)
    made = worded(context, q, reading) if worded else None
    return " ".join(made.split()[:_MOST_WORDS]) if made else reading.subject


def _text(reading: Reading, name: str) -> str | None:
    value = reading.fields.get(name)
    return value if isinstance(value, str) else None


def time_words(period: Period | None) -> str:
    """ " in 2023" or " in March" for a whole year or month; nothing for anything else."""
    if period is None or period.start is None or period.end is None:
        return ""
    if period.start.endswith("-01-01") and period.end == f"{period.start[:4]}-12-31":
        return f" in {period.start[:4]}"
    whole_month = period.start[:7] == period.end[:7] and period.start.endswith("-01") and int(period.end[8:]) >= 28
    return f" in {_MONTHS[int(period.start[5:7]) - 1]}" if whole_month else ""


def _trade(_context: Context, _q: Quantity, reading: Reading) -> str | None:
    return trade_words(reading) + time_words(reading.period)


def trade_words(reading: Reading) -> str:
    """ "Norway-Peru trade", "Norway's exports to Peru"."""
    flow, reporter, partner = _text(reading, "flow") or "trade", _text(reading, "reporter"), _text(reading, "partner")
    noun = _FLOWS[flow]
    if flow == "trade":
        return f"{'-'.join(filter(None, (reporter, partner)))} {noun}".strip()
    return " ".join(filter(None, (f"{reporter}'s" if reporter else "", noun, f"{_TIES[flow]} {partner}" if partner else "")))


def _change(context: Context, q: Quantity, reading: Reading) -> str | None:
    of = _text(reading, "of")
    if of is None:
        return None
    words = context.tokens.words
    near = {word.low for word in words[max(q.first - _REACH, 0) : q.last + 3]}
    noun = "fall" if _text(reading, "direction") == "down" else "growth" if near & _GROWTH else "rise"
    return f"{noun} of {of}{time_words(reading.period)}"


def _casualty(_context: Context, _q: Quantity, reading: Reading) -> str | None:
    return f"{reading.subject}{time_words(reading.period)}"


def _count(context: Context, q: Quantity, reading: Reading) -> str | None:
    noun = reading.subject
    if noun is None:
        return None
    if q.value != 1 and len(noun.split()) == 1 and noun == _text(reading, "item"):
        noun = parts.plural(noun)
    detail = detail_behind(context, q.last) or done_to(context, q)
    if detail:
        return f"{noun} {detail}"
    place = context.whereabouts.of_event(q.first, q.last)
    return f"{noun}{place.within if place else ''}{time_words(reading.period)}"


def _money(context: Context, q: Quantity, reading: Reading) -> str | None:
    role = _text(reading, "role")
    if role is None:
        return None
    at = _behind(context, q, role)
    detail = detail_behind(context, at) if at else ""
    owner = None if detail else doer(context, q)
    return f"{role} of {owner}" if owner and not set(owner.split()) & set(role.split()) else f"{role} {detail}".strip()


def _behind(context: Context, q: Quantity, text: str) -> int | None:
    """The token behind the last word of a phrase that stands right behind a quantity."""
    last = text.split()[-1]
    words = context.tokens.words
    return next((at + 1 for at in range(q.last, min(q.last + _REACH, len(words))) if words[at].text == last), None)


def _rank(_context: Context, q: Quantity, reading: Reading) -> str | None:
    of = _text(reading, "of")
    if of is None:
        return None
    if of[0].isupper():
        return f"{q.number} {of}"
    return f"order of {of}"


def _duration(_context: Context, q: Quantity, reading: Reading) -> str | None:
    of = _text(reading, "of")
    if of is None or not _OWN_NAME.isdisjoint(of.split()):
        return of
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
