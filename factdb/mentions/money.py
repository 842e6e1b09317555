"""Sums of money: sign, code or name before or behind the number."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, partial

from factdb import lexicon
from factdb.lexicon import Phrases
from factdb.mentions.currencies import national
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, times, unit_place, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.mentions.senses import sense
from factdb.mentions.unit_phrases import longest
from factdb.text import parts
from factdb.text.tokens import Word

_MILLION = Decimal(1_000_000)
_CONSOLES = 7
_THOUSAND = Decimal(1000)
_CENT = Decimal("0.01")
_ONE = Decimal(1)
_MINUS_ONE = Decimal(-1)
_CENTED = frozenset(("EUR", "USD"))
_MINUS = frozenset("-\u2212\u2013")
# Currencies that are verbs or nouns of everyday behind a number in words: "the two won".
_VERBS = frozenset(("real", "won", "mark", "marks"))
# Codes that are words in capitals, short names that are words in small letters, and letters of a dollar that are.
_WORDS = frozenset(("ALL", "TOP", "TRY", "CUP", "PEN", "MAD", "MOP"))
_SMALL_WORDS = frozenset(("re", "ps", "rm", "sh", "dm", "tk"))
_SMALL_LETTERS = frozenset(("a", "s", "r", "j", "z", "b", "c", "l", "g", "can", "col", "cl"))
# Short names that may have a full stop: "Rs. 500".
DOTTED = frozenset(("Rs", "Re", "Tk", "Rp", "Dh", "Dhs", "Sh", "Kr"))
_LETTERS = frozenset("pc")  # glued to a figure they are pence and cents
_ENDS = frozenset(".,;:!?)\"'”’")


@cache
def _group(name: str) -> Mapping[str, str]:
    return dict(lexicon.groups("money.toml")[name])


@cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes that a currency uses, historic ones too."""
    return frozenset(row["code"] for row in lexicon.rows("generated/currencies.csv"))


@cache
def _plain_codes() -> Mapping[str, str]:
    """Codes in small letters that are no English word and no unit: "aud", not "cup" or "kgs"."""
    small = ((row["code"].lower(), row["code"]) for row in lexicon.rows("generated/currencies.csv") if row["countries"])
    return {low: code for low, code in small if not parts.known(low) and not lexicon.word_classes().get(low, 0) & lexicon.UNIT}


@cache
def _dollars() -> frozenset[str]:
    return frozenset(row["code"] for row in lexicon.rows("generated/currencies.csv") if row["one"].endswith("dollar"))


@cache
def _names() -> Phrases[str]:
    """Names of currencies as token phrases: the official ones, then our own surface forms, which win."""
    entries = {}
    for row in sorted(lexicon.rows("generated/currencies.csv"), key=lambda row: bool(row["countries"])):
        if "(" not in row["name"] and not row["one"].startswith("troy"):  # "six gold medals"
            for name in filter(None, (row["name"], row["one"], row["many"], *row["also"].split("|"))):
                entries[name.lower()] = row["code"]
    return Phrases.of({**entries, **_group("name")}.items())


def sign_before(scan: Scan, at: int) -> Quantity | None:
    """ "$ 75 million", "US$75m", "HK$5.4m", "USD 350", "R3.5bn"."""
    number = scan.numbers[at]
    first = at - 1
    if first < 0 or number.form == "ordinal" or (scan.quantities and scan.quantities[-1].first <= first < scan.quantities[-1].last):
        return None
    found = _sign(scan, first) or _code_before(scan, number)
    if found is None:
        return _million_code(scan, number, scan.tokens.words[first].text)
    first, code = found
    last, code = _repeated(scan, number.last, code)
    below = _below_zero(scan, first)
    quantity = fresh(scan, number, "money", "money.sign_before_number", first=first - below, last=last)
    return _with_cents(scan, with_unit(times(quantity, _MINUS_ONE) if below else quantity, scan, code, first, at))


def _below_zero(scan: Scan, sign: int) -> bool:
    """Whether a minus sign is glued before a sign of money: "-$5"; not the dash of a range, "$3-$5"."""
    words = scan.tokens.words
    return sign > 0 and words[sign - 1].text in _MINUS and not words[sign - 1].space and (sign == 1 or words[sign - 2].space or words[sign - 2].text in "([")


def _sign(scan: Scan, at: int) -> tuple[int, str] | None:
    """The first token of a sign with the letters of its country, and the currency; the letters may stand behind a dollar sign."""
    words = scan.tokens.words
    code = _group("sign").get(words[at].text)
    if code == "USD":
        return _dollar(scan, at)
    if code == "JPY" and at and not words[at - 1].space and words[at - 1].low in _group("yen"):
        return at - 1, _group("yen")[words[at - 1].low]
    if code is None and at and words[at - 1].text == "$" and not words[at].space and not words[at - 1].space:
        code = _group("dollar").get(words[at].low)  # "$US75", "$A5", as Australian papers write it
        return (at - 1, code) if code else None
    return (at, national(scan, at, code) or code) if code else None


def _code_before(scan: Scan, number: Number) -> tuple[int, str] | None:
    """A code or short name before a number: "USD 350", "aud 20", "Rs 5", "R3.5bn"; "all" and "ps" in small letters are none."""
    words, at = scan.tokens.words, number.first - 1
    if words[at].text == "." and at and not words[at - 1].space and words[at - 1].text in DOTTED:
        at -= 1
    word = words[at]
    if word.text in codes() and word.text not in _WORDS:
        return at, word.text
    large = number.scale > 1 or "," in words[number.first].text
    if large and not word.space and word.text in _group("capital") and (not at or words[at - 1].space):
        return at, _group("capital")[word.text]
    code = _group("before").get(word.low) if word.capital or word.low not in _SMALL_WORDS else None
    if word.text == "PS" and not large and number.value < _CONSOLES and number.value % 1 == 0:
        return None  # "PS5", unlike "PS6m" and "PS400"
    code = national(scan, at, code) if code else _small_code(word)
    return (at, code) if code else None


def _small_code(word: Word) -> str | None:
    """The currency of a code in small letters, or in capitals; "Ron" is a name."""
    return None if word.capital and not word.text.isupper() else _plain_codes().get(word.low)


def _million_code(scan: Scan, number: Number, text: str) -> Quantity | None:
    """ "MSEK 20", and "45 MUSD" behind."""
    if text.lower() not in _group("million") or not text.isupper():
        return None
    quantity = times(fresh(scan, number, "money", "money.sign_before_number", first=number.first - 1), _MILLION)
    return with_unit(quantity, scan, text[1:], number.first - 1, number.first)


def _dollar(scan: Scan, sign: int) -> tuple[int, str]:
    """The first token of a dollar sign with the letters of its country, and the currency: "HK$", "aud$", "U.S.$"."""
    words = scan.tokens.words
    before = words[sign - 1] if sign else words[sign]
    code = _group("dollar").get(before.low)
    if code and (_lowered(scan, sign) if not before.capital else before.size > 1 or not before.space):
        return sign - 1, code
    if before.text.upper() in codes() and not before.space:
        return sign - 1, before.text.upper()
    for letters in (("u", ".", "s"), ("u", ".", "s", ".")):
        first = sign - len(letters)
        if first >= 0 and tuple(scan.tokens.lows[first:sign]) == letters:
            return first, "USD"
    return sign, "USD"


def _lowered(scan: Scan, at: int) -> bool:
    """Whether letters before a dollar sign can be a country's though they are small: "us" in a text without capitals, not in "cost us $5"."""
    words = scan.tokens.words
    opening = words[scan.tokens.sentence_of(at)[0]]
    return not words[at - 1].space or (words[at - 1].low not in _SMALL_LETTERS and not opening.capital)


def _repeated(scan: Scan, last: int, code: str) -> tuple[int, str]:
    """Past a name that repeats the sign ("$5 million dollars", "$200 USD") or says whose dollar it is ("$200 AUD", "$40 Canadian")."""
    found = _name_at(scan, last)
    if found and (found[1] == code or (code == "USD" and found[1] in _dollars())):
        return found
    words = scan.tokens.words
    whose = _group("whose").get(words[last].low) if last < len(words) and code == "USD" else None
    if whose and (last + 1 == len(words) or not words[last + 1].text[0].isalnum() or parts.readings(words[last + 1].low) & parts.CLOSED):
        return last + 1, whose
    return last, code


def _name_at(scan: Scan, at: int) -> tuple[int, str] | None:
    words = scan.tokens.words
    if at >= len(words) or not words[at].classes & lexicon.CURRENCY:
        return None
    if words[at].text in codes() and words[at].text not in _WORDS:
        return at + 1, words[at].text
    found = _names().longest(scan.tokens.lows[at : at + 8], 0)
    if found and found[0] > 1:
        return at + found[0], found[1]
    code = national(scan, at, found and found[1]) or _small_code(words[at])
    return (at + 1, code) if code else None


def name_behind(scan: Scan, at: int) -> Quantity | None:
    """ "75 million U.S. dollars", "20 billion francs", "6 rmb", "8 €", "9-cent", "240 pence"."""
    number = scan.numbers[at]
    where = unit_place(scan, number)
    if where >= len(scan.tokens) or number.form == "ordinal":
        return None
    part = _coin(scan, number, where)
    if part:
        return _sum(scan, number, where, (where + 1, part[0]), part[1])
    whose = _group("whose").get(scan.tokens.words[where].low) if _is_cents(scan, where + 1) else None
    if whose:
        return _sum(scan, number, where, (where + 2, whose), _CENT)  # "67 US cents"
    found = _sign_behind(scan, where) or _name_at(scan, where)
    if found and _is_cents(scan, found[0]) and found[1] in _CENTED:
        return _sum(scan, number, where, (found[0] + 1, found[1]), _CENT)  # "30 euro cents"
    if found is None or _is_verb(scan, number, where) or _is_weight(scan, number, where):
        return None
    return _with_cents(scan, _sum(scan, number, where, found))


def _is_cents(scan: Scan, at: int) -> bool:
    return at < len(scan.tokens) and scan.tokens.words[at].low in ("cent", "cents")


def _is_verb(scan: Scan, number: Number, where: int) -> bool:
    """Whether a currency is a verb here: "the two won", "2010 marks the end"."""
    words = scan.tokens.words
    if words[where].low not in _VERBS:
        return False
    return number.form == "words" or (where + 1 < len(words) and bool(parts.readings(words[where + 1].low) & parts.DETERMINER))


def _is_weight(scan: Scan, number: Number, where: int) -> bool:
    """Whether bare pounds weigh: "a 200-pound statue", "40 pounds of rice", "it weighs 12 pounds"; not "5 million pounds of debt"."""
    words = scan.tokens.words
    if words[where].low not in {"pound", "pounds"}:
        return False
    behind = scan.tokens.lows[where + 1 : where + 6]
    if _says_weight(words, number.first, where, behind):
        return True
    if number.scale > 1000 or behind[:1] == ["sterling"]:
        return False
    if where > number.last and words[where].low == "pound":
        return bool(behind) and behind[0] not in _pounds("money") and behind[0].isalpha()
    if behind[:1] == ["of"]:
        return not _pounds("money").intersection(behind[:2])
    return not _pounds("weigh").isdisjoint(scan.tokens.lows[max(number.first - 4, 0) : number.first])


def _says_weight(words: Sequence[Word], first: int, where: int, behind: Sequence[str]) -> bool:
    """Whether pounds weigh however many they are: "pound-feet", "500 pounds (225 kg)", "9 million pounds of thrust"."""
    unit = longest(words, where, figure=False)
    if unit is not None and unit[1] != "[lb_av]":
        return True
    if behind[:1] == ["of"]:
        return not _pounds("load").isdisjoint(behind[:3])
    if not _pounds("behind").isdisjoint(behind[:1]):
        return True
    return not _pounds("beside").isdisjoint(behind) or not _pounds("beside").isdisjoint(word.low for word in words[max(first - 3, 0) : first])


_pounds = partial(lexicon.word_set, "unit_names.toml", "pounds")


def _sum(scan: Scan, number: Number, where: int, found: tuple[int, str], factor: Decimal = _ONE) -> Quantity:
    quantity = times(fresh(scan, number, "money", "money.name_behind_number", last=found[0]), factor)
    return with_unit(quantity, scan, found[1], where, found[0])


def _coin(scan: Scan, number: Number, where: int) -> tuple[str, Decimal] | None:
    """What stands for another amount than one: hundredths ("240 pence"), and a million in a code ("45 MUSD")."""
    word = scan.tokens.words[where]
    if word.low in _group("million") and word.text.isupper():
        return word.text[1:], _MILLION
    if word.low in _group("thousand") and (where + 1 == len(scan.tokens) or _stands_alone(scan.tokens.words[where + 1])):
        return _group("thousand")[word.low], _THOUSAND  # "10 grand", unlike "10 grand pianos"
    code = _group("cent").get(word.low)
    if code and (word.low not in _LETTERS or _is_coin(scan, number, where)):
        return code, _CENT
    return None


def _sign_behind(scan: Scan, at: int) -> tuple[int, str] | None:
    """ "8 €", but not the sign of the next number: "on 3 $5 notes"."""
    words = scan.tokens.words
    sign = national(scan, at, _group("sign").get(words[at].text))
    next_number = at + 1 < len(words) and not words[at].space and words[at + 1].classes & lexicon.DIGITS
    return (at + 1, sign) if sign and not next_number else None


def _is_coin(scan: Scan, number: Number, where: int) -> bool:
    """Whether a letter behind a figure is pence or cents: "5p", "50c"; with a space only where its sentence speaks of a price."""
    if where != number.last or scan.tokens.words[where].text not in _LETTERS or _clock(scan, where):
        return False
    meant = sense(scan, where)
    return meant == "cent" if meant is not None else scan.tokens.glued(where)


def _clock(scan: Scan, at: int) -> bool:
    """Whether a "p" is that of "p.m."."""
    return scan.tokens.lows[at + 1 : at + 3] == [".", "m"]


def _with_cents(scan: Scan, quantity: Quantity) -> Quantity:
    """ "7 dollars 20 cents", "nine dollars and thirty cents", "15 dollars 50"."""
    words, at = scan.tokens.words, quantity.last
    joined = at < len(words) and words[at].low == "and"
    number = scan.numbers.get(at + joined)
    if number is None or quantity.value is None or number.value >= 100 or number.form not in {"digits", "words"}:
        return quantity
    named = number.last < len(words) and words[number.last].low in _group("cent")
    if not named and (joined or not _only_cents(scan, quantity, number)):
        return quantity
    scan.taken[number.first] = quantity
    quantity.value = quantity.low = quantity.high = quantity.value + number.value / 100
    quantity.last = number.last + named
    quantity.end = scan.tokens.end(quantity.last - 1)
    return quantity


def _only_cents(scan: Scan, quantity: Quantity, number: Number) -> bool:
    """Whether a bare number behind a name of money is its hundredths: two figures, and nothing behind that it could count."""
    words, whole = scan.tokens.words, quantity.parts[0]
    if not isinstance(whole, Number) or whole.scale > 1 or whole.value % 1 or number.value % 1 or number.value < 10:
        return False
    if words[quantity.last - 1].low not in _names().firsts():
        return False
    return number.last == len(words) or _stands_alone(words[number.last])


def _stands_alone(behind: Word) -> bool:
    """Whether the word behind is a sign or one of a closed class, so that what stands before it belongs to no noun."""
    return behind.text in _ENDS or bool(parts.readings(behind.low) & parts.CLOSED)


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "money.sign_before_number",
        "A currency sign or code stands before the number.",
        lexicon.CURRENCY,
        sign_before,
        (
            ("a $ 75 million loan", "75000000 USD"),
            ("it cost US$75", "75 USD"),
            ("USD 350 each", "350 USD"),
            ("$NZ40 each", "40 NZD"),
            ("R35bn in cash", "35000000000 ZAR"),
            ("Rs. 350 each", "350 INR"),
            ("NIS 35 each", "35 ILS"),
            ("Dh35 million in cash", "35000000 AED"),
            ("mxn$ 40", "40 MXN"),
            ("it cost $40 Canadian", "40 CAD"),
            ("a margin of -$5 million", "-5000000 USD"),
            ("sold at $.75 each", "0.75 USD"),
        ),
        ("a room for 200", "the R2 road", "Ron 20", "Euro 2024"),
    ),
    Rule(
        "money.name_behind_number",
        "A currency sign, code or name stands behind the number.",
        lexicon.CURRENCY,
        name_behind,
        (
            ("75 million U.S. dollars", "75000000 USD"),
            ("240 pence a share", "2.40 GBP"),
            ("20 billion yuan", "20000000000 CNY"),
            ("40 Peruvian soles", "40 PEN"),
            ("30 kopecks", "0.30 RUB"),
        ),
        ("20 billion years", "the two won", "the year 2010 marks the end"),
    ),
)
