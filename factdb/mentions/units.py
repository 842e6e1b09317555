"""Physical units and lengths of time behind a number."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, partial

from factdb import lexicon
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, times, unit_place, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.mentions.senses import sense
from factdb.mentions.unit_phrases import unit_at
from factdb.text import parts
from factdb.text.tokens import Word

_SIGNS = frozenset(".,;:)")
_CODE = 3  # letters of a currency, where a sense is one
AGED = frozenset(("aged", "age", "ages"))
_DEGREES = frozenset(("Cel", "[degF]", "deg"))
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


@cache
def _time() -> Mapping[str, str]:
    """A word for a length of time to its singular."""
    units = lexicon.groups("calendar.toml")["unit"]
    found = {word: word.rstrip("s") if word not in {"centuries"} else "century" for word in units}
    return {word: unit for word, unit in found.items() if unit != "quarter"}


def unit_behind(scan: Scan, at: int) -> Quantity | None:
    """ "26 km", "nine-mile", "30-acre", "2.4m", "40 degrees Celsius", "5 (kg)"."""
    number = scan.numbers[at]
    if number.form == "ordinal":
        return None
    words, where = scan.tokens.words, unit_place(scan, number)
    bracket = where < len(words) and _BRACKETS.get(words[where].text)
    where += bool(bracket)
    if where >= len(words):
        return None
    figure = number.form in {"digits", "fraction"} and not _in_a_label(scan, number)
    found = unit_at(words, where, figure)
    meant = sense(scan, where) if figure or words[where].size > 2 else None
    if meant and (found or (where, ""))[0] <= where + 1 and not _goes_on(scan, where):
        return _in_sense(scan, number, where, meant)
    if found and words[where].text == "'" and not _feet_sign(words, where):
        return None
    if found is None or (bracket and (found[0] >= len(words) or words[found[0]].text != bracket)):
        return None
    if found[1] == "[ft_i]":
        return _feet(scan, number, where, found[0])
    if found[1] in _DEGREES and [word.low for word in words[found[0] : found[0] + 2]] == ["below", "zero"]:
        return times(_measure(scan, number, (where, found[0] + 2), found[1]), Decimal(-1))
    return _measure(scan, number, (where, found[0]), found[1], bracketed=bool(bracket))


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether letters, figures or a hyphen are glued behind a sign, so that it is a part of something else: "3 T-72 tanks"."""
    words = scan.tokens.words
    return at + 1 < len(words) and not words[at].space and (words[at + 1].text[0].isalnum() or words[at + 1].text == "-")


def _in_sense(scan: Scan, number: Number, where: int, unit: str) -> Quantity | None:
    """A quantity in the unit that the sign at a token means by its sentence; cents and pence are for the rules of money."""
    if unit == "cent":
        return None
    quantity = _measure(scan, number, (where, where + 1), unit)
    quantity.dimension = "money" if unit.isupper() and len(unit) == _CODE else "physical"
    return quantity


def _measure(scan: Scan, number: Number, place: tuple[int, int], unit: str, *, bracketed: bool = False) -> Quantity:
    """A quantity with its unit at `place`, and with the numbers in the unit's words taken: the "second" of "metres per second", the 2 of "m^2"."""
    where, last = place
    quantity = fresh(scan, number, "physical", "units.name_behind_number", last=last + bracketed)
    for inside in range(where + 1, last):
        if inside in scan.numbers:
            scan.taken[inside] = quantity
    return with_unit(quantity, scan, unit, where, last)


def inches_behind(scan: Scan, at: int) -> Quantity | None:
    """ "5 in." and "6 in wide", where "in" can be no preposition; 15" where its side follows at once."""
    words, number = scan.tokens.words, scan.numbers[at]
    where = number.last
    if number.form not in {"digits", "fraction"} or where >= len(words) or words[where].text not in {"in", '"'}:
        return None
    behind = words[where + 1] if where + 1 < len(words) else None
    sized = behind is not None and behind.low in _inch_words()
    ended = behind is None or (behind.text in _SIGNS and not words[where].space)
    inches = sized or ended if words[where].text == "in" else sized and not words[where - 1].space
    return with_unit(fresh(scan, number, "physical", "units.inches", last=where + 1), scan, "[in_i]", where, where + 1) if inches else None


_inch_words = partial(lexicon.word_set, "unit_names.toml", "inches", "behind")


def _feet_sign(words: Sequence[Word], at: int) -> bool:
    """Whether an apostrophe means feet: inches or a side follow at once ("6'2", "12' wide"); else it closes a quotation."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or words[at - 1].space:
        return False
    inches = at + 2 < len(words) and words[at + 2].text == '"' and not words[at + 1].space  # 5' 11"
    return behind.low in _inch_words() or (behind.text[0].isdigit() and (inches or not words[at].space))


def _in_a_label(scan: Scan, number: Number) -> bool:
    """Whether a figure is glued to a name, so that a letter behind it is none of a unit: "KR-70m"."""
    tokens, at = scan.tokens, number.first
    return at > 1 and tokens.glued(at) and tokens.glued(at - 1) and tokens.words[at - 2].text.isalnum() and not tokens.words[at - 2].classes & lexicon.DIGITS


def _feet(scan: Scan, number: Number, where: int, last: int) -> Quantity:
    """Feet with the inches that belong to them: "6 ft 1 in", "6 feet and 1 inch", "6-foot-1"."""
    quantity = with_unit(fresh(scan, number, "physical", "units.name_behind_number", last=last), scan, "[ft_i]", where, last)
    words = scan.tokens.words
    step = last + 1 if last < len(words) and words[last].low in {"and", "-", ","} else last
    inches = scan.numbers.get(step)
    if inches is None or quantity.value is None or inches.value >= 12 or inches.form == "ordinal":
        return quantity
    named = inches.last < len(words) and words[inches.last].low in {"in", "inch", "inches", '"', "″"}
    if not named and not _tall(scan, inches, where, last):
        return quantity
    scan.taken[inches.first] = quantity
    quantity.value = quantity.low = quantity.high = quantity.value + inches.value / 12
    quantity.last = inches.last + named
    quantity.end = scan.tokens.end(quantity.last - 1)
    return quantity


def _tall(scan: Scan, inches: Number, foot: int, last: int) -> bool:
    """Whether a bare number behind feet is the inches: "6-foot-1", "six foot two", where it counts nothing."""
    words = scan.tokens.words
    if inches.first > last:
        return words[last].text == "-"
    behind = words[inches.last].low if inches.last < len(words) else "."
    counts = behind[0].isalnum() and not parts.readings(behind) & parts.CLOSED
    return words[foot].low == "foot" and inches.value % 1 == 0 and not counts


def time_behind(scan: Scan, at: int) -> Quantity | None:
    """ "600 days", "25-year", and ages: "43-year-old", "six years old", "4 years of age", "aged 43"."""
    number = scan.numbers[at]
    words, where = scan.tokens.words, unit_place(scan, number)
    if number.form == "ordinal":
        return None
    unit = _time().get(words[where].low) if where < len(words) else None
    if unit is None:
        return _aged(scan, at)
    old, aged = _old(scan, where + 1), at > 0 and words[at - 1].low in AGED
    kind = "age" if old or aged else "duration"
    quantity = fresh(scan, number, kind, f"units.{kind}", first=at - aged, last=old or where + 1)
    return with_unit(quantity, scan, unit, where, old or where + 1)


def _old(scan: Scan, at: int) -> int:
    """The token behind "old", "-old" or "of age"; 0 without."""
    lows = scan.tokens.lows[at : at + 2]
    if lows[:1] in (["old"], ["olds"]):
        return at + 1
    return at + 2 if lows in (["-", "old"], ["-", "olds"], ["of", "age"]) else 0


def _aged(scan: Scan, at: int) -> Quantity | None:
    words, number = scan.tokens.words, scan.numbers[at]
    if not at or words[at - 1].low not in AGED or number.value > 130:
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
        (
            ("some 26 km away", "26 km"),
            ("a nine-mile trip", "9 [mi_i]"),
            ("a 30-acre farm", "30 [acr_us]"),
            ("a 70-mile-an-hour gale", "70 [mi_i]/h"),
            ("9.8 m/s²", "9.8 m/s2"),
            ("half an ounce", "0.5 [oz_av]"),
            ("12 (kg)", "12 kg"),
            ("it runs at 3.2 ghz", "3.2 GHz"),
        ),
        ("a 17-month trip", "the KR-70m", "at 6 pm", "the '6' bus", "'it began in 2005'"),
    ),
    Rule(
        "units.inches",
        '"in" or a double prime behind a figure means inches where a side or a sign follows.',
        lexicon.LINK | lexicon.CUT,
        inches_behind,
        (("a board 6 in wide", "6 [in_i]"), ("cut to 5 in.", "5 [in_i]")),
        ("we saw 6 in May", "the 5 in town"),
    ),
    Rule(
        "units.time_behind_number",
        "A length of time or an age stands behind the number.",
        lexicon.TIME_UNIT | lexicon.AGE,
        time_behind,
        (("for 600 days", "600 day"), ("a 43-year-old man", "43 year"), ("aged 43", "43 year"), ("twins aged 9 months", "9 month")),
        ("43 men",),
    ),
)
