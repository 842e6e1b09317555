"""Numerals and number words: digits with separators, scale words, words to any length."""

from decimal import Decimal

from factdb import lexicon
from factdb.mentions.mention import Number
from factdb.mentions.numerals import Cardinal, Reading, cardinal, digits, hyphen, values
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word, figure

NUMERAL = lexicon.DIGITS | lexicon.CARDINAL | lexicon.SCALE | lexicon.ORDINAL | lexicon.FRACTION | lexicon.VAGUE | lexicon.NUMBER_SIGN | lexicon.MULTIPLE
_CONTINUING = frozenset((".", ",", "/", "⁄", "-", "\u2010", "\u2011", "and", "point", "e", "E", "x", "×", "k", "mm"))
_DISTANCES = frozenset(map(Decimal, (10, 15, 20, 25, 30, 50, 60, 75, 100, 110, 150, 200, 300, 400, 500, 800)))  # "100m races", "50m pools"
_CLOSING = frozenset(".;:)%")
_MINUS = frozenset("-−–")
_ARTICLES = frozenset(("a", "an"))
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_MONEY_SIGNS = frozenset("$€£¥")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100))


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
    start, end = scan.tokens.span(first, r.last)
    written = r.written or scan.tokens.text[start:end]
    return Number(first, r.last, start, end, f"numbers.{r.form}", (), r.value, r.form, written, r.scale)


def _read_at(words: list[Word], at: int, behind: int) -> tuple[int, Reading] | None:
    """The number at token `at` with its first token, which is an article or a minus sign before it where that belongs to it."""
    bits = words[at].classes
    article = at > behind and words[at - 1].low in _ARTICLES
    if bits & (lexicon.DIGITS | lexicon.CARDINAL):
        reading = _alone(words, at) if bits & lexicon.DIGITS else None
        if reading:
            return _negative(words, at, behind, reading)
        reading = _figures(words, at) if bits & lexicon.DIGITS else None
        reading = reading or _cardinal(words, at, None)
        return _negative(words, at, behind, reading) if reading else None
    if bits & lexicon.NUMBER_SIGN:
        return at, _fraction(Decimal(1), lexicon.groups("numbers.toml")["sign"][words[at].low], at + 1)
    if bits & lexicon.VAGUE and not (bits & lexicon.SCALE and article):
        vague = _vague(words, at, article)
        return (at - 1 if words[at].low == "few" else at, vague) if vague else None
    if bits & lexicon.SCALE and article:
        reading = _cardinal(words, at, Decimal(1))
        return (at - 1, reading) if reading else None
    return _word(words, at, article)


def _alone(words: list[Word], at: int) -> Reading | None:
    """A figure that nothing behind it could belong to: by far the most, and read at once."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if following is not None and (_continues(following) if word.space else not _closes(words, at + 1)):
        return None
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
        half = _half(words, at, article)
        if half:
            return at - article, half
    if bits & lexicon.ORDINAL:
        return at, Reading(at + 1, values("ordinal")[low], "ordinal")
    if bits & lexicon.MULTIPLE:
        return at, Reading(at + 1, values("multiple")[low], "multiple")
    return None


def _half(words: list[Word], at: int, article: bool) -> Reading | None:
    """ "half", "half a million", "a quarter", "a third of"; an ordinal before it, or a quarter of the year, is none."""
    low, last = words[at].low, at + 1
    follow = words[last].low if last < len(words) else ""
    if low == "half" and at and (words[at - 1].classes & lexicon.ORDINAL or words[at - 1].low in {"next", "last", "other", "better", "this", "each", "either"}):
        return None
    joined = low == "half" and [word.low for word in words[last : last + 3]] == ["-", "a", "-"]
    if joined and last + 3 < len(words) and words[last + 3].classes & lexicon.SCALE:
        return _cardinal(words, last + 3, Decimal("0.5"))
    if low == "half" and hyphen(words, last) and not words[last + 1].classes & lexicon.SCALE:
        return None
    denominator = values("fraction")[low]
    step = last + 1 if follow in _ARTICLES or follow == "-" else last
    if step < len(words) and words[step].classes & lexicon.SCALE:
        scaled = _cardinal(words, step, 1 / denominator)
        if scaled:
            return scaled._replace(value=scaled.value.normalize() if scaled.value % 1 == 0 else scaled.value)
    if low == "half" or (article and follow in {"of", ""}) or (article and words[at].classes & lexicon.ORDINAL == 0 and low != "quarter"):
        return _fraction(Decimal(1), f"1/{denominator}", last)
    if low == "quarter" and article and follow in {"of", "to", ",", "."}:
        return _fraction(Decimal(1), "1/4", last)
    return None


def _fraction(times: Decimal, written: str, last: int) -> Reading:
    top, bottom = written.split("/")
    return Reading(last, times * Decimal(top) / Decimal(bottom), "fraction", written=written)


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
    if glued and word.low in _ENDINGS and value % 1 == 0:
        return Reading(last + 1, value, "ordinal")
    return _scientific(words, last, value) or _slashed(words, at, last, value) or (_suffixed(words, at, last, value) if glued else None)


def _slashed(words: list[Word], at: int, last: int, value: Decimal) -> Reading | None:
    """ "1/2", "7 3 / 4", "1½", "7 1/2"."""
    if words[last].classes & lexicon.NUMBER_SIGN:
        part = _fraction(Decimal(1), lexicon.groups("numbers.toml")["sign"][words[last].low], last + 1)
        return _scaled(words, Reading(last + 1, value + part.value, "digits"))
    alone = _ratio(words, at)
    if alone:
        return alone
    mixed = _ratio(words, last) if words[last].classes & lexicon.DIGITS and value % 1 == 0 else None
    return _scaled(words, Reading(mixed.last, value + mixed.value, "digits")) if mixed else None


def _scaled(words: list[Word], r: Reading) -> Reading:
    """ "3 1/2 million": a scale word behind a mixed number."""
    if r.last >= len(words) or not words[r.last].classes & lexicon.SCALE:
        return r
    scale = values("scale")[words[r.last].low]
    return Reading(r.last + 1, r.value * scale, r.form, scale)


def _ratio(words: list[Word], at: int) -> Reading | None:
    """ "3/4" where it can only be a fraction: a small denominator, and no third part as in a date."""
    if at + 2 >= len(words) or words[at + 1].text not in {"/", "⁄"} or not words[at].classes & words[at + 2].classes & lexicon.DIGITS:
        return None
    top, bottom = words[at].text, words[at + 2].text
    if not (top.isdigit() and bottom.isdigit() and len(bottom) <= 3 and len(top) <= 3) or int(bottom) not in _DENOMINATORS or int(top) >= int(bottom):
        return None
    if at + 3 < len(words) and words[at + 3].text == "/":
        return None
    return _fraction(Decimal(1), f"{top}/{bottom}", at + 3)


def _scientific(words: list[Word], last: int, value: Decimal) -> Reading | None:
    """ "1.2e6", "4.5e+14", "2.5×10−8", "2.5x10^6"."""
    word, at = words[last], last + 1
    if word.space or word.text not in {"e", "E", "x", "×"} or at >= len(words):
        return None
    if word.text in {"x", "×"}:
        if words[at].text != "10" or words[at].space:
            return None
        at += 1
        at += at < len(words) and words[at].text == "^"
    sign = at < len(words) and words[at].text in {"-", "−", "+"}
    if at + sign >= len(words) or not words[at + sign].text.isdigit() or words[at + sign].size > 3:
        return None
    power = int(words[at + sign].text) * (-1 if sign and words[at].text != "+" else 1)
    return Reading(at + sign + 1, value * Decimal(10) ** power, "digits")


def _suffixed(words: list[Word], at: int, last: int, value: Decimal) -> Reading | None:
    """ "25k", "4.2b"; "m" and "t" only where money stands before the figure."""
    text = words[last].text
    groups = lexicon.groups("numbers.toml")
    scale = groups["suffix"].get(text)
    if scale is None and at and text in groups["money_suffix"] and _money_before(words, at):
        scale = groups["money_suffix"][text]
    if scale is None and text == "m" and last + 1 < len(words) and words[last].space and value not in _DISTANCES and _many(words[last + 1].low):
        scale = groups["money_suffix"][text]
    if scale is None:
        return None
    return Reading(last + 1, value * Decimal(scale), "digits", Decimal(scale))


def _many(low: str) -> bool:
    """Whether a word can only be a plural, so that "3m" before it counts and measures nothing: "3m people", "2.5m homes"."""
    bits = parts.readings(low)
    return bool(bits & parts.PLURAL) and not bits & parts.CLOSED and not bits & parts.ADJECTIVE


def _money_before(words: list[Word], at: int) -> bool:
    return words[at - 1].text in _MONEY_SIGNS or words[at - 1].text in {"PS", "EUR", "USD", "GBP", "Rs"}


def _cardinal(words: list[Word], at: int, begin: Decimal | None) -> Reading | None:
    """A cardinal and what may close it: an ordinal, a denominator, a decimal part, a fraction added."""
    state = cardinal(words, at, begin)
    if state is None:
        return None
    form = "digits" if words[at].classes & lexicon.DIGITS else "words"
    reading = Reading(state.last, state.value, form, state.scale)
    return _point(words, reading) or _denominator(words, at, reading) or _ordinal_tail(words, state) or _added(words, reading) or reading


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


def _denominator(words: list[Word], at: int, r: Reading) -> Reading | None:
    """ "two thirds", "two-thirds", "one third", "three quarters", "two hundredths"."""
    step = r.last + hyphen(words, r.last)
    if step >= len(words) or not words[step].classes & lexicon.FRACTION:
        return None
    low = words[step].low
    plural = low.endswith("s") or low == "halves"
    if plural == (r.value == 1) or (words[step].classes & lexicon.ORDINAL and r.value != 1) or (low == "quarters" and r.value > 9):
        return None
    if words[at].classes & lexicon.DIGITS and low in {"seconds", "quarters"}:
        return None
    bottom = values("fraction")[low]
    reading = _fraction(Decimal(1), f"{r.value}/{bottom}", step + 1)
    return _of_scale(words, reading)


def _of_scale(words: list[Word], r: Reading) -> Reading:
    """ "two thirds of a million", "three quarters billion"."""
    step = r.last
    if step + 2 < len(words) and words[step].low == "of" and words[step + 1].low in _ARTICLES:
        step += 2
    if step < len(words) and words[step].low in values("scale"):
        scale = values("scale")[words[step].low]
        return Reading(step + 1, r.value * scale, "words", scale)
    return r


def _point(words: list[Word], r: Reading) -> Reading | None:
    """ "two hundred point zero three"."""
    last = r.last
    if last >= len(words) or words[last].low != "point" or r.form != "words":
        return None
    tail = ""
    step = last + 1
    while step < len(words) and words[step].classes & lexicon.CARDINAL and len(tail) < 40:
        tail += str(values("cardinal")[words[step].low])
        step += 1
    if not tail:
        return None
    value = Decimal(f"{r.value}.{tail}")
    if step < len(words) and words[step].classes & lexicon.SCALE:
        scale = values("scale")[words[step].low]
        return Reading(step + 1, value * scale, "words", scale)
    return Reading(step, value, "words")


def _added(words: list[Word], r: Reading) -> Reading | None:
    """ "three and a half", "two and a half million", "nine billion and three quarters"."""
    step = r.last
    if step + 1 >= len(words) or words[step].low != "and":
        return None
    step += 1
    article = words[step].low in _ARTICLES
    step += article
    top = Decimal(1)
    if not article:
        if not words[step].classes & lexicon.CARDINAL:
            return None
        top, step = values("cardinal")[words[step].low], step + 1
    if step >= len(words) or not words[step].classes & lexicon.FRACTION:
        return None
    value = r.value + r.scale * top / values("fraction")[words[step].low]
    last = step + 1
    if last < len(words) and words[last].low in values("scale") and r.scale == 1:
        scale = values("scale")[words[last].low]
        return Reading(last + 1, value * scale, "words", scale)
    return Reading(last, value, r.form, r.scale)


def _negative(words: list[Word], at: int, behind: int, r: Reading) -> tuple[int, Reading]:
    """With the sign before it: "-5", "minus five", ".08"."""
    before = at - 1
    if before < behind or before < 0:
        return at, r
    sign = words[before]
    opened = before == 0 or words[before - 1].space or words[before - 1].text in "(["
    if sign.text == "." and opened and not sign.space and r.form == "digits" and words[at].text.isdigit():
        return before, r._replace(value=r.value.scaleb(-words[at].size))
    if (sign.text in _MINUS and opened and not sign.space) or sign.low in {"minus", "negative"}:
        return before, r._replace(value=-r.value)
    return at, r
