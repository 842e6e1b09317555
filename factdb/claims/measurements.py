"""Physical quantities: lengths, areas, weights, energy, power, speed, temperature."""

from functools import partial

from factdb.claims import periods, tolls
from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.lexicon import word_set
from factdb.mentions.mention import Quantity
from factdb.text.phrases import clause_of

_NUMBERS = frozenset(("bare", "count"))
_LEVELS = frozenset(("at", "to", "of", "from", "was", "is", "reached", "hit"))
EXTENTS = {"long": "length", "high": "height", "tall": "height", "wide": "width", "deep": "depth", "thick": "thickness"}
_NEAR = 3
_SCALE = 5
_STRONGEST = 12


def _with_unit(context: Context, q: Quantity) -> Reading:
    of = _extent(context, q) or q.of
    return Reading({"of": of}, of, periods.of_figure(context, q))


def _extent(context: Context, q: Quantity) -> str | None:
    """ "The bridge is 3 kilometres long", "a 3-kilometre-long bridge": the length of the bridge."""
    adjective = next((low for low in context.lows[q.last : q.last + 2] if low != "-"), "")
    thing = (q.of or "").removeprefix(f"{adjective} ")
    return f"{EXTENTS[adjective]} of {thing}" if adjective in EXTENTS and thing else None


def _magnitude(context: Context, q: Quantity) -> Reading | None:
    """ "a 7.6-magnitude quake", "magnitude 7.6", "7.6 on the Richter scale"."""
    words = context.tokens.words
    around = words[max(q.first - _NEAR, 0) : q.first] + words[q.core[1] : q.core[1] + _SCALE]
    if q.value is None or q.value >= _STRONGEST or word_set("measurements.toml", "magnitude").isdisjoint(word.low for word in around):
        return None
    return Reading({"of": q.of}, q.of, tolls.of_harm(context, q), "magnitude")


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
