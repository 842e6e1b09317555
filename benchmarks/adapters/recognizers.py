"""The English specifications of Microsoft's recognizers: typed numbers and quantities of short sentences."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from benchmarks.job import Item, Job, Row, ratio, read
from factdb import Extraction
from factdb.lexicon import groups
from factdb.lexicon import rows as lexicon_rows
from factdb.mentions.mention import Number

SETS = ("currency", "percent", "dimension", "number", "ordinal", "number_range", "age", "temperature")
SMALL = ("ordinal", "number_range", "percent", "age", "temperature")
_TIMES = frozenset(groups("unit_names.toml")["denominator"].values())
_POINTED = re.compile(r"\b(?:the|this|that|which|any|another|each|every|no|next|last|first|only|other) one$", re.IGNORECASE)
_EQUAL = re.compile(r"\bequal(?:s|ing)?(?: to)? $", re.IGNORECASE)
_PERCENT_OF = re.compile(r"\bper ?cent(?:s|age|ages)? of $", re.IGNORECASE)
_MINUS = re.compile(r"(?:^|\s)[-−]\s+$")
_SUFFIX = re.compile(r" ?([GT])\b")
_RUN = re.compile(r"(?<![^\W\d_])[0-9]+(?![^\W\d_])")
_NAMES = {row["code"]: row["names"].partition("|")[0] for row in lexicon_rows("generated/units.csv")}
_COINS = frozenset(groups("money.toml")["cent"])
_TEMPERATURES = {"Cel": "C", "[degF]": "F", "K": "K", "[degR]": "R", "deg": "degree"}


def rows(job: Job) -> list[Row]:
    """value + unit for each set, and the five small sets pooled."""
    out, pool = [], [0.0, 0.0, 0.0]
    for name in SETS:
        file = f"recognizers_{name}.json"
        if not job.has(file):
            continue
        right, n_pred, n_gold = _score(job, name, file)
        out.append(Row("recognizers", name, ratio(right, n_pred, n_gold), n_gold))
        if name in SMALL:
            pool = [pool[0] + right, pool[1] + n_pred, pool[2] + n_gold]
    return [*out, Row("recognizers", "small sets pooled", ratio(*pool), int(pool[2]))]


def _score(job: Job, name: str, file: str) -> tuple[float, int, int]:
    cases = job.chosen(job.json(file), lambda case: case.get("text") or case["Input"])
    predicted = []
    for case in cases:
        text = case.get("text") or case["Input"]
        predicted.append({"text": text, "entities": _ENTITIES[name](read(text))})
    job.save(file, predicted)
    right, n_pred, n_gold, _ = job.scorer("score_recognizers").score(cases, predicted, show=bool(job.errors))
    return right["value+unit"], n_pred, n_gold


def _entity(q: Item, kind: str, value: Any, unit: str | None = None) -> Item:
    return {"start": q["start"], "end": q["end"], "type": kind, "value": value, "unit": unit}


def _plain(q: Item) -> float | None:
    """The number without its hedge, of a range the end that the unit stands behind; None for vague plurals."""
    value = q["value"] or (q["low"] if q["modifier"] in ("over", "at_least") else q["high"] if q["modifier"] != "vague" else None)
    return None if value is None else float(value)


def _quantities(found: Extraction, *dimensions: str) -> list[Item]:
    return [q for q in found.as_dict()["quantities"] if q["dimension"] in dimensions]


def currency(found: Extraction) -> list[Item]:
    """Amounts of money in the unit that stands there: pence stay pence."""
    out = []
    for q in _quantities(found, "money"):
        value = _plain(q)
        text = (q["unit_text"] or "").lower()
        coin = text in _COINS and q["unit_text"] != "P"
        unit = {"p": "penny", "pence": "penny", "¢": "cent"}.get(text, text.removesuffix("s")) if coin else q["unit"]
        bare = text in ("$", "dollar", "dollars", "bucks", "buck")
        out.append(_entity(q, "currency", value if value is None or not coin else value * 100, "Dollar" if bare and not coin else unit))
    return out


def percent(found: Extraction) -> list[Item]:
    """The number in front of the sign, and in this set that behind "percent of" too."""
    signed = [_entity(q, "percentage", _plain(q), "percent") for q in _quantities(found, "percent") if q["unit"] == "percent"]
    behind = [n for n in found.numbers if _PERCENT_OF.search(found.text[: n.start]) and not any(e["start"] <= n.start < e["end"] for e in signed)]
    return [*signed, *(_entity({"start": n.start, "end": n.end}, "percentage", float(n.value), "percent") for n in behind)]


def dimension(found: Extraction) -> list[Item]:
    """Lengths, areas, volumes, weights, speeds, angles and data; of any other "per" the first unit only, and points on an index are none."""
    measured = [q for q in _quantities(found, "physical") if q["unit"] not in (*_TEMPERATURES, "point") or _is_angle(q)]
    turned = [q for q in _quantities(found, "count") if q["unit"] == "turn"]
    return [_entity(q, "dimension", _plain(q), _named(q)) for q in (*measured, *turned)]


def _named(q: Item) -> str:
    """The English name of a unit, since the scorer does not know every UCUM code; a ton is not told from a tonne by its code."""
    code = _first_unit(q["unit"])
    return "ton" if code == "t" and q["unit_text"] in ("ton", "tons") else _NAMES.get(code, code)


def _is_angle(q: Item) -> bool:
    """Whether degrees are written with the bare sign, which this set takes for an angle."""
    return bool(q["unit"] == "deg" and q["unit_text"] == "°")


def _first_unit(code: str) -> str:
    over, _, under = code.partition("/")
    return code if under in _TIMES else over


def temperature(found: Extraction) -> list[Item]:
    measured = [q for q in _quantities(found, "physical") if q["unit"] in _TEMPERATURES]
    return [_signed(found.text, _entity(q, "temperature", _plain(q), _TEMPERATURES[q["unit"]])) for q in measured if not _is_angle(q)]


def age(found: Extraction) -> list[Item]:
    return [_entity(q, "age", _plain(q), q["unit"]) for q in _quantities(found, "age")]


def ordinal(found: Extraction) -> list[Item]:
    """Absolute ones, and the denominator of a mixed number too; "second to last" is relative."""
    ordinals = groups("numbers.toml")["ordinal"]
    absolute = [n for n in found.numbers if n.form == "ordinal" and not found.text.startswith(" to last", n.end)]
    mixed = [(n, found.text[n.start : n.end].split()[-1]) for n in found.numbers if n.form == "words" and n.value % 1]
    parts = [_entity({"start": n.end - len(word), "end": n.end}, "ordinal", float(ordinals[word])) for n, word in mixed if word in ordinals]
    return [*(_entity({"start": n.start, "end": n.end}, "ordinal", float(n.value)) for n in absolute), *parts]


def number(found: Extraction) -> list[Item]:
    """Every numeral, in dates and labels too: of an address or a list of figures each; "one out of three" is one number, "the one" none,
    and no figure that letters are glued to."""
    shares = [q for q in found.quantities if q.rule == "percents.one_in_four"]
    whole = [_entity({"start": q.start, "end": q.end}, "number", float(Fraction(q.number))) for q in shares]
    single = [n for n in found.numbers if n.form not in ("ordinal", "vague") and not any(q.start <= n.start < q.end for q in shares)]
    alone = [_signed(found.text, _entity({"start": n.start, "end": n.end}, "number", _suffixed(found.text, n))) for n in single if _stands(found.text, n)]
    covered = [(n.start, n.end) for n in found.numbers]
    rest = [m for m in _RUN.finditer(found.text) if not any(m.start() < end and start < m.end() for start, end in covered)]
    return [*whole, *alone, *(_entity({"start": m.start(), "end": m.end()}, "number", float(m[0])) for m in rest)]


def _stands(text: str, n: Number) -> bool:
    """Whether a number is one here: not the pronoun "one", and no letters but a suffix glued behind it."""
    return not _POINTED.search(text[: n.end]) and (not text[n.end : n.end + 1].isalpha() or bool(_SUFFIX.match(text, n.end)))


def _suffixed(text: str, n: Number) -> float:
    """The value, by which a G behind a space means billion here, and a T trillion."""
    suffix = _SUFFIX.match(text, n.end)
    return float(n.value) * {"G": 1e9, "T": 1e12}[suffix[1]] if suffix else float(n.value)


def _signed(text: str, entity: Item) -> Item:
    """Negative where a minus sign stands before it with spaces on both sides or at the start of the text, as this set writes it."""
    return {**entity, "value": -entity["value"]} if entity["value"] and _MINUS.search(text[: entity["start"]]) else entity


def number_range(found: Extraction) -> list[Item]:
    """Open bounds are null; "equal to 5" and "from 2 to 5" are ranges here, and fractions numbers."""
    out = []
    quantities = [q for q in _quantities(found, "bare", "count", "percent", "money", "physical", "fraction", "age", "duration") if q["modifier"] != "vague"]
    for q in quantities:
        low, high = (None if x is None else float(x) / (100 if q["dimension"] == "fraction" else 1) for x in (q["low"], q["high"]))
        if q["modifier"] in ("between", "over", "under", "at_least", "at_most") or _EQUAL.search(found.text[: q["start"]]):
            out.append(_entity(q, "numberrange", [low, high]))
    for one, other in pairwise(n for n in found.numbers if n.form in ("digits", "words")):
        moved = found.text[one.end : other.start].strip() == "to" and found.text[: one.start].rstrip().endswith("from")
        if moved and not any(e["start"] <= one.start < e["end"] for e in out):
            out.append(_entity({"start": one.start, "end": other.end}, "numberrange", [float(one.value), float(other.value)]))
    return out


_ENTITIES: dict[str, Callable[[Extraction], list[Item]]] = {
    "currency": currency,
    "percent": percent,
    "dimension": dimension,
    "number": number,
    "ordinal": ordinal,
    "number_range": number_range,
    "age": age,
    "temperature": temperature,
}
