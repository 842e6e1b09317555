"""Numerals and number words: digits with separators, scale words, words to any length."""

from decimal import Decimal
from functools import partial

from factdb import lexicon
from factdb.mentions import fractions
from factdb.mentions.mention import Number
from factdb.mentions.numerals import Cardinal, Reading, cardinal, digits, hyphen, scaled, tidy, values
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word, figure

NUMERAL = lexicon.DIGITS | lexicon.CARDINAL | lexicon.SCALE | lexicon.ORDINAL | lexicon.FRACTION | lexicon.VAGUE | lexicon.NUMBER_SIGN | lexicon.MULTIPLE
_SUFFIXES = frozenset(("k", "m", "M", "b", "B", "mm", "MM"))
_CONTINUING = _SUFFIXES | frozenset((".", ",", "/", "⁄", "-", "\u2010", "\u2011", "and", "&", "point", "over", "^", "*", "e", "E", "x", "×", "·"))
_DISTANCES = frozenset(map(Decimal, (10, 15, 20, 25, 30, 50, 60, 75, 100, 110, 150, 200, 300, 400, 500, 800)))  # "100m races", "50m pools"
_DESCRIBING = 5  # words from a number to the plural that it counts
_DESCRIBES = parts.ADJECTIVE | parts.PARTICIPLE
_CLOSING = frozenset('.;:)%"\u201d')
_MINUS = frozenset("-−–")
_SUBTRACTING = frozenset(("minus", "negative"))
_BEFORE = _MINUS | _SUBTRACTING | {"."}
_SIGNS = frozenset("-−+")
_TIMES = frozenset("x×*·")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISING = frozenset("^⁰¹²³⁴⁵⁶⁷⁸⁹⁻") | _SIGNS
_OPERATORS = _TIMES | frozenset("^/⁄")
_ADDING = lexicon.SCALE | lexicon.CARDINAL | lexicon.ORDINAL | lexicon.FRACTION
_LINKS = frozenset(("and", "&", "over"))
_ZEROS = frozenset(("oh", "o"))
_SPACED_SUFFIXES = frozenset(("k", "MM"))
_OPENERS = frozenset("([<>=≤≥$€£¥")
_MOST_POWER = 99
_BARE_SCALES = frozenset(("hundred", "thousand"))
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_formats = partial(lexicon.word_set, "numbers.toml", "format")
_MONEY_SIGNS = frozenset("$€£¥₹₪₩₽₺₱")
_MONEY_WORDS = frozenset(
    ("PS", "EUR", "USD", "GBP", "Rs", "RM", "RMB", "NIS", "Rp", "Dh", "CHF", "SEK", "NOK", "DKK", "AUD", "CAD", "NZD", "HKD", "SGD", "INR", "CNY", "ZAR")
)


def read(scan: Scan) -> None:
    """Add every number of the text, in its order."""
    words = scan.tokens.words
    behind = 0
    for at in scan.tokens.having(NUMERAL):
        if at < behind:
            continue
        found = _read_at(words, at, behind)
        if found is not None:
            first, reading = found
            behind = reading.last
            scan.add_number(_number(scan, first, reading))


def _number(scan: Scan, first: int, r: Reading) -> Number:
    start, end = scan.tokens.starts[first], scan.tokens.end(r.last - 1)
    written = r.written or scan.tokens.text[start:end]
    value = tidy(r.value) if r.scale != 1 else r.value
    return Number(first, r.last, start, end, f"numbers.{r.form}", (), value, r.form, written, r.scale)


def _read_at(words: list[Word], at: int, behind: int) -> tuple[int, Reading] | None:
    """The number at token `at` with its first token, which is an article or a minus sign before it where that belongs to it."""
    bits = words[at].classes
    article = at > behind and words[at - 1].low in fractions.ARTICLES
    if bits & (lexicon.DIGITS | lexicon.CARDINAL):
        reading = _alone(words, at)
        if reading:
            return _negative(words, at, behind, reading)
        reading = _figures(words, at) if bits & lexicon.DIGITS else None
        reading = reading or _cardinal(words, at, None)
        if article and reading and reading.form == "ordinal" and _is_part(words, reading.last):
            return at - 1, fractions.fraction(Decimal(1), reading.value, reading.last)
        return _negative(words, at, behind, reading) if reading else None
    if bits & lexicon.NUMBER_SIGN:
        return at, scaled(words, fractions.sign(words, at))
    if bits & lexicon.VAGUE and not (bits & lexicon.SCALE and article):
        vague = _vague(words, at, article)
        return (at - 1 if words[at].low == "few" else at, vague) if vague else None
    if bits & lexicon.SCALE and (article or _opens_sum(words, at)):
        reading = _cardinal(words, at, Decimal(1))
        return (at - article, reading) if reading else None
    return _word(words, at, article)


def _is_part(words: list[Word], last: int) -> bool:
    """Whether "a thirty-second" is a part and no rank: "of" or nothing follows."""
    return last >= len(words) or words[last].low == "of"


def _opens_sum(words: list[Word], at: int) -> bool:
    """ "hundred and three", "hundred thousand": a scale word that more of its number follows."""
    if at + 2 >= len(words) or words[at].low not in _BARE_SCALES:
        return False
    return bool(words[at + 1].classes & lexicon.SCALE) or (words[at + 1].low == "and" and bool(words[at + 2].classes & lexicon.CARDINAL))


def _alone(words: list[Word], at: int) -> Reading | None:
    """A figure or number word that nothing behind it could belong to: by far the most, and read at once."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if following is not None and (_continues(following) if word.space else not _closes(words, at + 1)):
        return None
    if word.classes & lexicon.CARDINAL:
        return Reading(at + 1, values("cardinal")[word.low], "words")
    value = figure(word.text)
    return None if value is None else Reading(at + 1, value, "digits")


def _continues(following: Word) -> bool:
    return bool(following.classes & NUMERAL) or following.text in _CONTINUING


def _closes(words: list[Word], at: int) -> bool:
    """Whether the sign glued to a figure ends it; a comma does unless it groups thousands ("56, 000")."""
    text = words[at].text
    return text in _CLOSING or (text == "," and not (at + 1 < len(words) and words[at + 1].text == "000"))


def _word(words: list[Word], at: int, article: bool) -> tuple[int, Reading] | None:
    """Fractions that no cardinal opens ("half", "a third"), ordinals, and words of multiples."""
    bits, low = words[at].classes, words[at].low
    if bits & lexicon.FRACTION and (article or low in {"half", "quarter"}):
        half = fractions.half(words, at, article)
        if half:
            return at - article, half
    if bits & lexicon.ORDINAL:
        return at, Reading(at + 1, values("ordinal")[low], "ordinal")
    if bits & lexicon.MULTIPLE:
        return at, Reading(at + 1, values("multiple")[low], "multiple")
    return None


def _vague(words: list[Word], at: int, article: bool) -> Reading | None:
    """ "dozens", "tens of thousands", "several hundred", "a few"."""
    low, last = words[at].low, at + 1
    if low == "few" and not article:
        return None
    value = values("vague")[low]
    if low in {"several", "few"}:
        while last < len(words) and words[last].low in values("scale"):
            value *= values("scale")[words[last].low]
            last += 1
        return Reading(last, value, "vague")
    while last + 1 < len(words) and words[last].low == "of" and words[last + 1].low in _PLURAL_SCALES:
        value *= _PLURAL_SCALES[words[last + 1].low]
        last += 2
    return Reading(last, value, "vague")


_PLURAL_SCALES = {
    "thousands": Decimal(1000),
    "millions": Decimal(1000000),
    "billions": Decimal(1000000000),
    "trillions": Decimal(1000000000000),
}


def _figures(words: list[Word], at: int) -> Reading | None:
    """What only figures do: "21st", "1/2", "3 1/2", "1½", "1.2e6", "2.9×10−8", "25k". None: read it as any cardinal."""
    read = digits(words, at)
    if read is None:
        return None
    last, value = read
    if last >= len(words):
        return Reading(last, value, "digits")
    word, glued = words[last], not words[last - 1].space
    if glued and word.low in _ENDINGS and value % 1 == 0 and not (word.low == "st" and not _ends_in_one(value)):
        return Reading(last + 1, value, "ordinal")
    found = None
    if word.classes & NUMERAL or word.text in _OPERATORS or word.text[0].isalpha() or (glued and hyphen(words, last)):
        spaced = word.text in _SPACED_SUFFIXES or (word.size == 1 and at > 0 and _money_before(words, at))
        suffix = _suffixed(words, at, last, value) if glued or spaced else None
        found = _scientific(words, last, value) or fractions.slashed(words, at, last, value) or suffix
    return found or (Reading(last, value, "digits") if value and not _adds(words, last) else None)


def _ends_in_one(value: Decimal) -> bool:
    """Whether "st" can make it an ordinal: 21st; the "st" of "15st" is stone."""
    return value % 10 == 1 and value % 100 != 11


def _adds(words: list[Word], last: int) -> bool:
    """Whether a word that makes more of a figure stands behind it: a scale word, a denominator, "and", "over"."""
    behind = last + hyphen(words, last)
    return behind < len(words) and bool(words[behind].classes & _ADDING or words[behind].low in _LINKS)


def _scientific(words: list[Word], last: int, value: Decimal) -> Reading | None:
    """ "1.2e6", "4.5e+14", "2.5×10−8", "2.5 x 10^6", "3*10^5", "4 × 10³", and a power by itself: "2^5"."""
    link, at = words[last].text, last + 1
    if at >= len(words):
        return None
    if link in _TIMES and words[at].text == "10":
        signed = at + 1 < len(words) and not words[at].space and words[at + 1].text[0] in _RAISING
        exponent = _exponent(words, at + 1 + (words[at + 1].text == "^")) if signed else None
        return Reading(exponent[0], tidy(value * Decimal(10) ** exponent[1]), "digits") if exponent else None
    if words[last].space or link not in {"e", "E", "^"}:
        return None
    exponent = _exponent(words, at)
    if exponent is None or (link == "^" and (abs(exponent[1]) > _MOST_POWER or not value)):
        return None
    return Reading(exponent[0], value ** exponent[1] if link == "^" else value * Decimal(10) ** exponent[1], "digits")


def _exponent(words: list[Word], at: int) -> tuple[int, int] | None:
    """A whole exponent with its sign, and the token behind it."""
    texts = [word.text.translate(_RAISED) for word in words[at : at + 2]]
    signed = bool(texts) and texts[0] in _SIGNS
    figure = texts[signed] if len(texts) > signed else ""
    if not (figure.isascii() and figure.isdigit()) or len(figure) > 3:
        return None
    return at + signed + 1, -int(figure) if signed and texts[0] != "+" else int(figure)


def _suffixed(words: list[Word], at: int, last: int, value: Decimal) -> Reading | None:
    """ "25k", "4.2b"; "m" and "t" only where money stands before the figure."""
    text = words[last].text
    if _in_a_name(words, at) or (text in "kK" and _is_format(words, at, last)) or (text == "M" and words[at].text == "3" and not _many_behind(words, last + 1)):
        return None  # the firm 3M
    groups = lexicon.groups("numbers.toml")
    scale = groups["suffix"].get(text)
    if scale is None and at and text in groups["money_suffix"] and _money_before(words, at):
        scale = groups["money_suffix"][text]
    if (
        scale is None
        and text == "m"
        and last + 1 < len(words)
        and words[last].space
        and (_is_money(words[last + 1]) or (value not in _DISTANCES and _many_behind(words, last + 1)))
    ):
        scale = groups["money_suffix"][text]
    if scale is None:
        return None
    return Reading(last + 1, value * Decimal(scale), "digits", Decimal(scale))


def _in_a_name(words: list[Word], at: int) -> bool:
    """Whether letters that are no money are glued before a figure, so that those behind it say no scale: "B2B"."""
    return at > 0 and not words[at - 1].space and words[at - 1].text[0].isalpha() and not words[at - 1].classes & lexicon.CURRENCY


def _is_format(words: list[Word], at: int, last: int) -> bool:
    """Whether a K names the size of a picture or the length of a race: "4K video", "in 8K", "a 10K run"."""
    if words[at].size > 2:
        return False
    behind = words[last + 1].low if last + 1 < len(words) else ""
    return behind in _formats("behind") or (at > 0 and words[at - 1].low in _formats("before"))


def _is_money(word: Word) -> bool:
    """Whether a word can open the name of a currency: "300m yuan"."""
    return word.size > 2 and bool(word.classes & lexicon.CURRENCY)


def _many_behind(words: list[Word], at: int) -> bool:
    """Whether many things follow, with what describes them: "2m people", "3m new and old homes"; not "2m high walls"."""
    sides = lexicon.groups("unit_names.toml")["inches"]["behind"]
    for word in words[at : at + _DESCRIBING]:
        if _many(word.low):
            return True
        if word.low in sides or not (word.low == "and" or parts.readings(word.low) & _DESCRIBES):
            return False
    return False


def _many(low: str) -> bool:
    """Whether a word can only be a plural, so that "3m" before it counts and measures nothing: "3m people", "2.5m homes"."""
    bits = parts.readings(low)
    return bool(bits & parts.PLURAL) and not bits & parts.CLOSED and not bits & parts.ADJECTIVE


def _money_before(words: list[Word], at: int) -> bool:
    if at > 2 and words[at - 1].text in _MINUS and words[at - 2].classes & lexicon.DIGITS:
        at -= 2  # "£5-6m"
    at -= 2 if at > 1 and words[at - 1].text in _MINUS else 1
    text = words[at].text
    return text in _MONEY_SIGNS or text in _MONEY_WORDS or (not words[at].space and text in lexicon.groups("money.toml")["capital"])


def _cardinal(words: list[Word], at: int, begin: Decimal | None) -> Reading | None:
    """A cardinal and what may close it: an ordinal, a denominator, a decimal part, a fraction added."""
    state = cardinal(words, at, begin)
    if state is None:
        return None
    form = "digits" if words[at].classes & lexicon.DIGITS else "words"
    reading = Reading(state.last, state.value, form, state.scale)
    return (
        _point(words, reading)
        or fractions.denominated(words, at, reading)
        or _ordinal_tail(words, state)
        or fractions.added(words, reading)
        or fractions.over(words, reading)
        or reading
    )


def _ordinal_tail(words: list[Word], state: Cardinal) -> Reading | None:
    """ "one hundred twenty fifth", "twenty-first": the ordinal takes the place that a cardinal could have."""
    last, value = state.last, state.value
    step = last
    if step < len(words) and (hyphen(words, step) or words[step].low == "and"):
        step += 1
    if step >= len(words) or not words[step].classes & lexicon.ORDINAL:
        return None
    add = values("ordinal")[words[step].low]
    if add >= 100 and step == last:
        return Reading(step + 1, value * add, "ordinal")
    return Reading(step + 1, value + add, "ordinal") if state.room > add and value >= 20 else None


def _point(words: list[Word], r: Reading) -> Reading | None:
    """ "two hundred point zero three"."""
    last = r.last
    if last >= len(words) or words[last].low != "point" or r.form != "words":
        return None
    tail = ""
    step = last + 1
    while step < len(words) and (words[step].classes & lexicon.CARDINAL or words[step].low in _ZEROS) and len(tail) < 40:
        tail += str(values("cardinal").get(words[step].low, 0))
        step += 1
    if not tail:
        return None
    value = Decimal(f"{r.value}.{tail}")
    if step < len(words) and words[step].classes & lexicon.SCALE:
        scale = values("scale")[words[step].low]
        return Reading(step + 1, value * scale, "words", scale)
    return Reading(step, value, "words")


def _negative(words: list[Word], at: int, behind: int, r: Reading) -> tuple[int, Reading]:
    """With the sign before it: "-5", "minus five", "minus-7", "-.08"."""
    if at == behind or words[at - 1].low not in _BEFORE:
        return at, r
    at, r = _decimal(words, at, behind, r)
    before = at - 1
    if before < behind or before < 0:
        return at, r
    sign = words[before]
    if before == behind and before and sign.low in _SUBTRACTING:
        return at, r  # "five minus two"
    if sign.text == "-" and before > behind and words[before - 1].low == "minus" and not words[before - 1].space and not sign.space:
        before, sign = before - 1, words[before - 1]  # "minus-7"
    if sign.low == "minus" and before > 1 and words[before - 1].low == "or" and words[before - 2].low == "plus":
        return at, r  # "give or take": "plus or minus 3 points"
    glued = sign.text in _MINUS and not sign.space and _opened(words, before, _OPENERS)
    return (before, r._replace(value=-r.value)) if glued or sign.low in _SUBTRACTING else (at, r)


def _decimal(words: list[Word], at: int, behind: int, r: Reading) -> tuple[int, Reading]:
    """With the point before it: ".08"."""
    point = at - 1
    if point < behind or point < 0 or words[point].text != "." or words[point].space or r.form != "digits" or not words[at].text.isdigit():
        return at, r
    return (point, r._replace(value=r.value.scaleb(-words[at].size))) if _opened(words, point, _OPENERS | _MINUS) else (at, r)


def _opened(words: list[Word], at: int, openers: frozenset[str]) -> bool:
    """Whether nothing but an opening sign is glued before token `at`."""
    return at == 0 or words[at - 1].space or words[at - 1].text in openers
