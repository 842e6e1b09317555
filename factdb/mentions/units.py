"""Physical units and lengths of time behind a number."""

from collections.abc import Mapping
from functools import cache

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, unit_place, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

_LOOK = 6
# Units that keep the capital of a person; any other capital is a name ("2016 Stone").
_PROPER = frozenset(("celsius", "fahrenheit", "hz", "mw", "gw", "kw", "twh", "gwh", "mwh"))


@cache
def _names() -> Phrases[str]:
    """Names and symbols as token phrases to UCUM codes; "metric-ton" as "metric ton"."""
    entries = {}
    for row in lexicon.rows("generated/units.csv"):
        for name in (row["one"], row["many"], *row["other"].split("|")):
            if len(name) > 1:
                entries[_spaced(name.lower())] = row["code"]
    return Phrases.of({**entries, **lexicon.groups("unit_names.toml")["prefixed"], **lexicon.groups("unit_names.toml")["name"]}.items())


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
    """ "26 km", "nine-mile", "30-acre", "2.4m", "40 degrees Celsius"."""
    number = scan.numbers[at]
    if number.form == "ordinal":
        return None
    words, where = scan.tokens.words, unit_place(scan, number)
    if where >= len(words):
        return None
    window = [word.low for word in words[where : where + _LOOK]]
    found = _names().longest(window, 0)
    named = words[where].capital and not words[where].text.isupper() and words[where].low not in _PROPER
    if found is not None and not named:
        last = where + found[0]
        if found[1] == "[ft_i]":
            return _feet(scan, number, where, last)
        return with_unit(fresh(scan, number, "physical", "units.name_behind_number", last=last), scan, found[1], where, last)
    symbol = _symbols().get(words[where].text)
    if (
        symbol is None
        or number.form not in {"digits", "fraction"}
        or (words[where].space is False and where + 1 < len(words) and (words[where + 1].text.isalpha() or words[where + 1].text == "/"))
    ):
        return None
    if words[where].text == "A" and words[where - 1].space:
        return None
    return with_unit(fresh(scan, number, "physical", "units.name_behind_number", last=where + 1), scan, symbol, where, where + 1)


def _feet(scan: Scan, number: Number, where: int, last: int) -> Quantity:
    """Feet with the inches that belong to them: "6 ft 1 in", "6 feet and 1 inch", "6-foot-1"."""
    quantity = with_unit(fresh(scan, number, "physical", "units.name_behind_number", last=last), scan, "[ft_i]", where, last)
    words = scan.tokens.words
    step = last + 1 if last < len(words) and words[last].low in {"and", "-", ","} else last
    inches = scan.numbers.get(step)
    if inches is None or quantity.value is None or inches.value >= 12 or inches.form == "ordinal":
        return quantity
    named = inches.last < len(words) and words[inches.last].low in {"in", "inch", "inches", '"', "″"}
    if not named and (step == last or words[last].text != "-"):
        return quantity
    scan.taken[inches.first] = quantity
    quantity.value = quantity.low = quantity.high = quantity.value + inches.value / 12
    quantity.last = inches.last + named
    quantity.end = scan.tokens.end(quantity.last - 1)
    return quantity


def time_behind(scan: Scan, at: int) -> Quantity | None:
    """ "600 days", "25-year", and ages: "43-year-old", "six years old", "4 years of age", "aged 43"."""
    number = scan.numbers[at]
    words, where = scan.tokens.words, unit_place(scan, number)
    if number.form == "ordinal":
        return None
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
        (("some 26 km away", "26 km"), ("a nine-mile trip", "9 [mi_i]"), ("a 30-acre farm", "30 [acr_us]")),
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
