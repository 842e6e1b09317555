"""Physical units and lengths of time behind a number."""

from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.mention import Quantity
from factdb.mentions.quantity import fresh, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

_LOOK = 6


@cache
def _names() -> Phrases[str]:
    """Names and symbols as token phrases to UCUM codes; "metric-ton" as "metric ton"."""
    entries = {}
    for row in lexicon.rows("generated/units.csv"):
        for name in (row["one"], row["many"], *row["other"].split("|")):
            if len(name) > 1:
                entries[_spaced(name.lower())] = row["code"]
    return Phrases.of({**entries, **lexicon.groups("unit_names.toml")["name"]}.items())


def _spaced(name: str) -> str:
    for sign in "-/°²³":
        name = name.replace(sign, f" {sign} " if sign in "-/" else sign)
    return name


@cache
def _symbols() -> Mapping[str, str]:
    return dict(lexicon.groups("unit_names.toml")["symbol"])


@cache
def _time() -> Mapping[str, str]:
    """A word for a length of time to its singular."""
    units = lexicon.groups("calendar.toml")["unit"]
    found = {word: word.rstrip("s") if word not in {"centuries"} else "century" for word in units}
    return {word: unit for word, unit in found.items() if unit != "quarter"}


def unit_behind(scan: Scan, at: int) -> Quantity | None:
    """ "17 km", "six-mile", "45-acre", "1.8m", "40 degrees Celsius"."""
    number = scan.numbers[at]
    if number.form == "ordinal":
        return None
    words, where = scan.tokens.words, number.last
    if where + 1 < len(words) and words[where].text == "-" and not words[where].space:
        where += 1
    if where >= len(words):
        return None
    window = [word.low for word in words[where : where + _LOOK]]
    found = _names().longest(window, 0)
    if found is not None and not (window[0] == "pm" and not words[where - 1].space):
        last = where + found[0]
        return with_unit(fresh(scan, number, "physical", "units.name_behind_number", last=last), scan, found[1], where, last)
    symbol = _symbols().get(words[where].text)
    if (
        symbol is None
        or number.form not in {"digits", "fraction"}
        or (words[where].space is False and where + 1 < len(words) and words[where + 1].text.isalpha())
    ):
        return None
    if words[where].text == "A" and words[where - 1].space:
        return None
    return with_unit(fresh(scan, number, "physical", "units.name_behind_number", last=where + 1), scan, symbol, where, where + 1)


def time_behind(scan: Scan, at: int) -> Quantity | None:
    """ "600 days", "25-year", and ages: "43-year-old", "ten years old", "3 years of age", "aged 43"."""
    number = scan.numbers[at]
    words, where = scan.tokens.words, number.last
    if number.form == "ordinal":
        return None
    if where + 1 < len(words) and words[where].text == "-":
        where += 1
    unit = _time().get(words[where].low) if where < len(words) else None
    if unit is None:
        return _aged(scan, at)
    age = _old(scan, where + 1)
    kind = "age" if age else "duration"
    quantity = fresh(scan, number, kind, f"units.{kind}", last=age or where + 1)
    return with_unit(quantity, scan, unit, where, age or where + 1)


def _old(scan: Scan, at: int) -> int:
    """The token behind "old", "-old" or "of age"; 0 without."""
    lows = [word.low for word in scan.tokens.words[at : at + 2]]
    if lows[:1] == ["old"]:
        return at + 1
    return at + 2 if lows in (["-", "old"], ["of", "age"]) else 0


def _aged(scan: Scan, at: int) -> Quantity | None:
    words, number = scan.tokens.words, scan.numbers[at]
    if not at or words[at - 1].low not in {"aged", "age"} or number.value > 130:
        return None
    quantity = fresh(scan, number, "age", "units.age", first=at - 1)
    quantity.unit, quantity.unit_phrase = "year", "year"
    return quantity


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "units.name_behind_number",
        "The name or symbol of a unit stands behind the number.",
        lexicon.UNIT,
        unit_behind,
        (("some 17 km away", "17 km"), ("a six-mile trip", "6 [mi_i]"), ("a 45-acre farm", "45 [acr_us]")),
        ("a 17-month trip",),
    ),
    Rule(
        "units.time_behind_number",
        "A length of time or an age stands behind the number.",
        lexicon.TIME_UNIT | lexicon.AGE,
        time_behind,
        (("for 600 days", "600 day"), ("a 43-year-old man", "43 year"), ("aged 43", "43 year")),
        ("43 men",),
    ),
)
