"""Sums of money: sign, code or name before or behind the number."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, times, unit_place, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_MILLION = Decimal(1_000_000)
_CENT = Decimal("0.01")


@cache
def _group(name: str) -> Mapping[str, str]:
    return dict(lexicon.groups("money.toml")[name])


@cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes that a currency uses, historic ones too."""
    return frozenset(row["code"] for row in lexicon.rows("generated/currencies.csv"))


@cache
def _names() -> Phrases[str]:
    """Names of currencies as token phrases: the official ones, then our own surface forms, which win."""
    entries = {}
    for row in sorted(lexicon.rows("generated/currencies.csv"), key=lambda row: bool(row["countries"])):
        if "(" not in row["name"]:
            for name in (row["name"], row["one"], row["many"]):
                entries[name.lower()] = row["code"]
    return Phrases.of({**entries, **_group("name")}.items())


def sign_before(scan: Scan, at: int) -> Quantity | None:
    """ "$ 75 million", "US$75m", "HK$5.4m", "USD 350"."""
    words, number = scan.tokens.words, scan.numbers[at]
    first = at - 1
    if first < 0 or number.form == "ordinal" or (scan.quantities and scan.quantities[-1].first <= first < scan.quantities[-1].last):
        return None
    word = words[first]
    code = _group("sign").get(word.text)
    if first and words[first - 1].text == "$" and not word.space and not words[first - 1].space:
        first, code = first - 1, _group("dollar").get(word.low)  # "$US75", "$A5", as Australian papers write it
    elif code == "USD":
        first, code = _dollar(scan, first)
    elif code is None:
        code = (
            word.text
            if word.text in codes() and word.text != "ALL"
            else _group("before").get(word.low)
            if word.capital or word.low not in {"re", "ps"}
            else None
        )
    if code is None:
        return _million_code(scan, number, word.text)
    quantity = fresh(scan, number, "money", "money.sign_before_number", first=first, last=_name_behind(scan, number.last, code))
    return with_unit(quantity, scan, code, first, at)


def _code_before(word: Word) -> str | None:
    """The currency of a code or short name before a number: "USD 350", "Rs 5"; "all" and "ps" in small letters are none."""
    if word.text in codes() and word.text not in {"ALL", "TOP", "TRY"}:
        return word.text
    return _group("before").get(word.low) if word.capital or word.low not in {"re", "ps", "rm"} else None


def _million_code(scan: Scan, number: Number, text: str) -> Quantity | None:
    """ "MSEK 20", and "45 MUSD" behind."""
    if text.lower() not in _group("million") or not text.isupper():
        return None
    quantity = times(fresh(scan, number, "money", "money.sign_before_number", first=number.first - 1), _MILLION)
    return with_unit(quantity, scan, text[1:], number.first - 1, number.first)


def _dollar(scan: Scan, sign: int) -> tuple[int, str]:
    """The first token of a dollar sign with the letters of its country, and the currency."""
    words = scan.tokens.words
    before = words[sign - 1] if sign else words[sign]
    code = _group("dollar").get(before.low)
    if code and (_lowered(scan, sign) if not before.capital else before.size > 1 or not before.space):
        return sign - 1, code
    if sign >= 3 and [w.low for w in words[sign - 3 : sign]] == ["u", ".", "s"]:
        return sign - 3, "USD"
    if sign >= 4 and [w.low for w in words[sign - 4 : sign]] == ["u", ".", "s", "."]:
        return sign - 4, "USD"
    return sign, "USD"


def _lowered(scan: Scan, at: int) -> bool:
    """Whether letters before a dollar sign can be a country's though they are small: "us" in a text without capitals, not in "cost us $5"."""
    words = scan.tokens.words
    opening = words[scan.tokens.sentence_of(at)[0]]
    return words[at - 1].low not in {"a", "s", "r", "j", "z"} and not opening.capital


def _name_behind(scan: Scan, last: int, code: str) -> int:
    """Past a name that repeats the sign: "$5 million dollars", "$200 USD"."""
    found = _name_at(scan, last)
    return found[0] if found and found[1] == code else last


def _name_at(scan: Scan, at: int) -> tuple[int, str] | None:
    words = scan.tokens.words
    if at >= len(words):
        return None
    if words[at].text in codes():
        return at + 1, words[at].text
    found = _names().longest([word.low for word in words[at : at + 6]], 0)
    return (at + found[0], found[1]) if found else None


def name_behind(scan: Scan, at: int) -> Quantity | None:
    """ "75 million U.S. dollars", "20 billion francs", "6 rmb", "8 €", "9-cent", "240 pence"."""
    words, number = scan.tokens.words, scan.numbers[at]
    where = unit_place(scan, number)
    if where >= len(words) or number.form == "ordinal":
        return None
    word = words[where]
    if word.low in _group("million") and word.text.isupper():
        return with_unit(times(fresh(scan, number, "money", "money.name_behind_number", last=where + 1), _MILLION), scan, word.text[1:], where, where + 1)
    cent = _group("cent").get(word.low)
    if cent and (word.low != "p" or (where == number.last and word.text == "p" and not _clock(scan, where))):
        return with_unit(times(fresh(scan, number, "money", "money.name_behind_number", last=where + 1), _CENT), scan, cent, where, where + 1)
    sign = _group("sign").get(word.text)
    if sign and not (where + 1 < len(words) and not word.space and words[where + 1].classes & lexicon.DIGITS):
        return with_unit(fresh(scan, number, "money", "money.name_behind_number", last=where + 1), scan, sign, where, where + 1)
    found = _name_at(scan, where)
    if found is None or (word.low in {"real", "won", "mark", "marks", "pound"} and number.form == "words" and word.low != "pound"):
        return None
    return _with_cents(scan, with_unit(fresh(scan, number, "money", "money.name_behind_number", last=found[0]), scan, found[1], where, found[0]))


def _clock(scan: Scan, at: int) -> bool:
    """Whether a "p" is that of "p.m."."""
    return [word.low for word in scan.tokens.words[at + 1 : at + 3]] == [".", "m"]


def _with_cents(scan: Scan, quantity: Quantity) -> Quantity:
    """ "7 dollars 20 cents", "nine dollars thirty cents"."""
    number = scan.numbers.get(quantity.last) or scan.numbers.get(quantity.last + 1)
    words = scan.tokens.words
    if number is None or quantity.value is None or number.value >= 100 or number.last >= len(words) or words[number.last].low not in {"cent", "cents", "pence"}:
        return quantity
    if number.first != quantity.last and words[quantity.last].low != "and":
        return quantity
    scan.taken[number.first] = quantity
    quantity.value = quantity.low = quantity.high = quantity.value + number.value / 100
    quantity.last = number.last + 1
    quantity.end = scan.tokens.end(number.last)
    return quantity


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "money.sign_before_number",
        "A currency sign or code stands before the number.",
        lexicon.CURRENCY,
        sign_before,
        (("a $ 75 million loan", "75000000 USD"), ("it cost US$75", "75 USD"), ("USD 350 each", "350 USD"), ("$NZ40 each", "40 NZD")),
        ("a room for 200",),
    ),
    Rule(
        "money.name_behind_number",
        "A currency sign, code or name stands behind the number.",
        lexicon.CURRENCY,
        name_behind,
        (("75 million U.S. dollars", "75000000 USD"), ("240 pence a share", "2.40 GBP"), ("20 billion yuan", "20000000000 CNY")),
        ("20 billion years",),
    ),
)
