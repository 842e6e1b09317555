"""Physical quantities: lengths, areas, weights, energy, power, speed, temperature."""

from functools import partial

from factdb.claims import periods, tolls
from factdb.claims.context import Context, phrase_text
from factdb.claims.doings import restriction, suffered
from factdb.claims.restated import compared
from factdb.claims.rule import KindRule, Reading
from factdb.claims.things import doer, phrase_end, spelled_out
from factdb.lexicon import word_set
from factdb.mentions.mention import Quantity
from factdb.text.phrases import clause_of, noun_phrase_after
from factdb.text.tags import tag_of

_NUMBERS = frozenset(("bare", "count"))
_LEVELS = frozenset(("at", "to", "of", "from", "was", "is", "reached", "hit"))
_EXTENTS = {"long": "length", "high": "height", "tall": "height", "wide": "width", "deep": "depth", "thick": "thickness"}
_AREAS = ("ha", "har", "km2", "m2", "[acr_us]", "[smi_us]2")
_AMOUNTS = dict.fromkeys(_AREAS, "area") | dict.fromkeys(("km", "m", "[mi_i]"), "distance")
_NEAR = 3
_SCALE = 5
_STRONGEST = 12


def _with_unit(context: Context, q: Quantity) -> Reading:
    again = compared(context, q, "measurement")
    if again and not (q.last < context.here.last and tag_of(context.tokens, q.last) in "OANSP"):
        return Reading(again.fields, again.subject, periods.of_figure(context, q))
    done, by = suffered(context, q)
    if done and not _names_thing(context, q):
        amount = f"{_AMOUNTS.get(q.unit or '', 'amount')} {done}{by}"
        return Reading({"of": amount}, amount, periods.of_figure(context, q))
    of = _extent(context, q) or _measured(context, q)
    return Reading({"of": of}, of, periods.of_figure(context, q))


def _measured(context: Context, q: Quantity) -> str | None:
    """The noun behind the unit with what restricts it, or the measure before the figure with whose it is."""
    if q.of is None:
        return None
    of = spelled_out(context, q, q.of)
    at = phrase_end(context, q, of)
    if at:
        return f"{of} {restriction(context, q, at)}".strip()
    owner = doer(context, q)
    return f"{of} of {owner}" if owner and not set(owner.split()) & set(of.split()) else of


def _names_thing(context: Context, q: Quantity) -> bool:
    """Whether a noun stands right behind the unit: "40 tonnes of tin", "a 40-megawatt plant", or before it and "of"."""
    behind = q.last < context.here.last and tag_of(context.tokens, q.last) in "OANSPG-"
    return behind or context.lows[q.first - 1 : q.first] in (["of"], ["at"])


def _extent(context: Context, q: Quantity) -> str | None:
    """ "The bridge is 3 kilometres long", "a 3-kilometre-long bridge": the length of the bridge."""
    adjective = next((low for low in context.lows[q.last : q.last + 2] if low != "-"), "")
    thing = (q.of or "").removeprefix(f"{adjective} ")
    return f"{_EXTENTS[adjective]} of {thing}" if adjective in _EXTENTS and thing else None


def _magnitude(context: Context, q: Quantity) -> Reading | None:
    """ "a 7.6-magnitude quake", "magnitude 7.6", "7.6 on the Richter scale"."""
    words = context.tokens.words
    around = words[max(q.first - _NEAR, 0) : q.first] + words[q.core[1] : q.core[1] + _SCALE]
    if q.value is None or q.value >= _STRONGEST or word_set("measurements.toml", "magnitude").isdisjoint(word.low for word in around):
        return None
    at = q.last + (context.lows[q.last : q.last + 1] == ["magnitude"])
    behind = noun_phrase_after(context.tokens, at) if at < context.here.last and tag_of(context.tokens, at) in "NSA" else None
    of = phrase_text(context.tokens, behind.first, behind.last) if behind else q.of
    place = context.whereabouts.of_event(q.first, q.last)
    return Reading({"of": of}, f"magnitude of {of}{place.within if place else ''}" if of else "magnitude", tolls.of_harm(context, q), "magnitude")


def _index_level(context: Context, q: Quantity) -> Reading | None:
    """ "the index stood at 106": a level in points, though none are named."""
    words = context.tokens.words
    if not q.first or words[q.first - 1].low not in _LEVELS:
        return None
    first, _ = clause_of(context.tokens, q.first)
    if word_set("measurements.toml", "index").isdisjoint(context.lows[first : q.first]):
        return None
    return Reading({"of": q.of}, q.of, periods.of_series(context, q), "point")


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="measurements.with_unit",
        kind="measurement",
        says="A number with a physical unit.",
        weight=0.4,
        on=frozenset(("physical",)),
        read=_with_unit,
        takes=(
            ("The bridge is 3 kilometres long.", "3 kilometres"),
            ("The dam gives 450 megawatts.", "450 megawatts"),
        ),
        refuses=("Peru exported 40,000 tonnes of copper.", "The firm hired 40 engineers."),
    ),
    KindRule(
        name="measurements.magnitude",
        kind="measurement",
        says="A number beside the word magnitude or the scale of earthquakes.",
        weight=0.4,
        on=_NUMBERS,
        near=partial(word_set, "measurements.toml", "magnitude"),
        read=_magnitude,
        takes=(
            ("A 6.1-magnitude quake shook Lima.", "6.1-magnitude"),
            ("The quake measured 6.1 on the Richter scale.", "6.1"),
            ("A quake of magnitude 6.1 shook Lima.", "6.1"),
        ),
        refuses=("The firm hired 40 engineers.", "Two quakes shook Lima."),
    ),
    KindRule(
        name="measurements.index_level",
        kind="measurement",
        says="A bare number that an index or indicator stands at.",
        weight=0.3,
        on=frozenset(("bare",)),
        near=partial(word_set, "measurements.toml", "index"),
        read=_index_level,
        takes=(
            ("The confidence index stood at 106 in May.", "106"),
            ("The indicator rose to 98.4.", "98.4"),
        ),
        refuses=("The toll rose to 212.",),
    ),
)
