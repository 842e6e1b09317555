"""Fractions and mixed numbers, in words and in figures: "two-thirds", "half a million", "3 1/2", "three and a half"."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factdb import lexicon
from factdb.mentions.numerals import Reading, cardinal, hyphen, scaled, values
from factdb.text import parts
from factdb.text.tokens import Word

ARTICLES = frozenset(("a", "an"))
_ONE = Decimal(1)
_SLASHES = frozenset("/⁄")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100))
_NOT_HALF = frozenset(("next", "last", "other", "better", "this", "each", "either", "fiscal", "calendar"))
_MANY = frozenset(("were", "are", "have", "do"))
_BEFORE_PART = frozenset(("by", "than", "nearly", "almost", "about", "around", "roughly", "approximately", "between"))
_COMPARED = frozenset(("more", "less", "fewer", "higher", "lower", "larger", "smaller", "bigger", "cheaper"))
_POINTS = frozenset(("point", "percentage", "percent"))
_AND = frozenset(("and", "&"))
_BEHIND_PART = frozenset(("of", "", "."))


class Part(NamedTuple):
    """What one divides by, and the token behind its words."""

    last: int
    bottom: Decimal
    plural: bool


def fraction(top: Decimal, bottom: Decimal, last: int) -> Reading:
    return Reading(last, top / bottom, "fraction", written=f"{top}/{bottom}")


def part_at(words: Sequence[Word], at: int) -> Part | None:
    """A denominator in words: "thirds", "twentieth", "twenty-fifths", "one-hundredths"."""
    if at >= len(words):
        return None
    word = words[at]
    if word.classes & lexicon.FRACTION:
        return Part(at + 1, values("fraction")[word.low], word.low.endswith("s"))
    if not word.classes & lexicon.CARDINAL or at + 1 >= len(words):
        return None
    last = at + 1 + hyphen(words, at + 1)
    tens = values("cardinal")[word.low]
    if last >= len(words) or not words[last].classes & lexicon.FRACTION:
        return None
    units = values("fraction")[words[last].low]
    plural = words[last].low.endswith("s")
    if 20 <= tens < 100 and units < 10 and words[last].low not in {"half", "halves", "quarter", "quarters"}:
        return Part(last + 1, tens + units, plural)
    return Part(last + 1, units, plural) if tens == 1 and units >= 100 else None


def denominated(words: Sequence[Word], at: int, r: Reading) -> Reading | None:
    """A cardinal with a denominator behind it: "two thirds", "one-third", "three quarters of a million", "two hundredths"."""
    part = part_at(words, r.last + hyphen(words, r.last))
    if part is None or r.value % 1 or part.plural == (r.value == 1):
        return None
    low = words[part.last - 1].low
    if (words[part.last - 1].classes & lexicon.ORDINAL and r.value != 1) or (low == "quarters" and r.value > 9):
        return None
    if (words[at].classes & lexicon.DIGITS and low == "quarters") or _dates(words, part.last):
        return None
    return _of_scale(words, fraction(r.value, part.bottom, part.last))


def _dates(words: Sequence[Word], at: int) -> bool:
    """Whether a century follows: "one nineteenth-century house"."""
    at += hyphen(words, at)
    return at < len(words) and words[at].low in {"century", "centuries"}


def _of_scale(words: Sequence[Word], r: Reading) -> Reading:
    """ "two thirds of a million", "three quarters billion"."""
    step = r.last
    if step + 2 < len(words) and words[step].low == "of" and words[step + 1].low in ARTICLES:
        step += 2
    return scaled(words, r._replace(last=step, form="words", written="")) if step < len(words) and words[step].classes & lexicon.SCALE else r


def half(words: Sequence[Word], at: int, article: bool) -> Reading | None:
    """ "half", "half a million", "a quarter", "a third of"; an ordinal before it, or a quarter of the year, is none."""
    low, last = words[at].low, at + 1
    if low == "half" and _is_no_share(words, at):
        return None
    bottom = values("fraction")[low]
    whole = _scaled_part(words, last, bottom)
    if whole:
        return whole
    follow = words[last].low if last < len(words) else ""
    if low == "half" or (low == "quarter" and _of_a_point(words, last)):
        return fraction(_ONE, bottom, last)
    named = follow in _BEHIND_PART or follow in _COMPARED or (low == "quarter" and follow in {"to", ","})
    plain = not words[at].classes & lexicon.ORDINAL and low != "quarter"
    told = named or plain or _acts(follow) or (at > 1 and words[at - 2].low in _BEFORE_PART and _is_no_noun(follow))
    return fraction(_ONE, bottom, last) if article and told else None


def _of_a_point(words: Sequence[Word], at: int) -> bool:
    """Whether a part of a percentage point follows: "a quarter percentage point", "half-point"."""
    at += hyphen(words, at)
    return at < len(words) and words[at].low in _POINTS


def _is_no_noun(low: str) -> bool:
    """Whether no noun can follow that an ordinal would count: "by a third since May", not "by a third party"."""
    return not low[0].isalpha() or bool(parts.readings(low) & (parts.CLOSED | parts.ADVERB))


def _acts(low: str) -> bool:
    """Whether a verb of many follows, so that "a third" and "a quarter" are shares: "a third oppose it", "a fifth were unsure"."""
    return low in _MANY or (parts.readings(low) & (parts.NOUN | parts.VERB | parts.PAST | parts.ADJECTIVE)) == parts.VERB


def _is_no_share(words: Sequence[Word], at: int) -> bool:
    """ "the first half", "this half", "half-time"."""
    if at and (words[at - 1].classes & (lexicon.ORDINAL | lexicon.MONTH) or words[at - 1].low in _NOT_HALF):
        return True
    return hyphen(words, at + 1) and not words[at + 2].classes & lexicon.SCALE and words[at + 2].low not in ARTICLES | _POINTS


def _scaled_part(words: Sequence[Word], at: int, bottom: Decimal) -> Reading | None:
    """The part of a scale word behind it: "half a million", "half-a-million", "quarter of a million", "half million"."""
    step = at
    for _ in range(2):
        step += step < len(words) and (hyphen(words, step) or words[step].text == "-")
        step += step < len(words) and words[step].low in (ARTICLES if step > at else ARTICLES | {"of"})
    if step >= len(words) or not words[step].classes & lexicon.SCALE:
        return None
    state = cardinal(words, step, _ONE / bottom)
    if state is None:
        return None
    value = state.value.normalize() if state.value % 1 == 0 else state.value
    return Reading(state.last, value, "words", state.scale)


def slashed(words: Sequence[Word], at: int, last: int, value: Decimal) -> Reading | None:
    """ "1/2", "7 3 / 4", "1½", "7 1/2"; a figure is at `at` and goes to `last`."""
    if words[last].classes & lexicon.NUMBER_SIGN:
        return scaled(words, Reading(last + 1, value + sign(words, last).value, "digits"))
    alone = ratio(words, at)
    if alone:
        return _of_scale(words, alone)
    last += hyphen(words, last) and not words[last].space  # "2-1/2"
    mixed = ratio(words, last) if words[last].classes & lexicon.DIGITS and value % 1 == 0 else None
    return scaled(words, Reading(mixed.last, value + mixed.value, "digits")) if mixed else None


def sign(words: Sequence[Word], at: int) -> Reading:
    """A fraction of one sign: "½"."""
    top, _, bottom = lexicon.groups("numbers.toml")["sign"][words[at].low].partition("/")
    return fraction(Decimal(top), Decimal(bottom), at + 1)


def ratio(words: Sequence[Word], at: int) -> Reading | None:
    """ "3/4" where it can only be a fraction: a small denominator, and no third part as in a date."""
    if at + 2 >= len(words) or words[at + 1].text not in _SLASHES or not words[at].classes & words[at + 2].classes & lexicon.DIGITS:
        return None
    top, bottom = words[at].text, words[at + 2].text
    if not (top.isdigit() and bottom.isdigit() and len(bottom) <= 3 and len(top) <= 3) or int(bottom) not in _DENOMINATORS or int(top) >= int(bottom):
        return None
    if at + 3 < len(words) and words[at + 3].text == "/":
        return None
    return fraction(Decimal(top), Decimal(bottom), at + 3)


def added(words: Sequence[Word], r: Reading) -> Reading | None:
    """ "three and a half", "two and a half million", "nine billion and three quarters", "3 and 1/2", "two-and-a-half"."""
    step = r.last + hyphen(words, r.last)
    if step + 1 >= len(words) or words[step].low not in _AND:
        return None
    part = _part_behind(words, step + 1 + hyphen(words, step + 1))
    if part is None:
        return None
    last, share = part
    if last < len(words) and words[last].classes & lexicon.SCALE:
        scale = values("scale")[words[last].low]
        value = (r.value + share) * scale if r.scale == 1 else r.value + share * scale
        return Reading(last + 1, value, "words", scale) if r.scale == 1 or scale <= r.scale else None
    return Reading(last, r.value + r.scale * share, r.form, r.scale)


def _part_behind(words: Sequence[Word], at: int) -> tuple[int, Decimal] | None:
    """The token behind "a half", "half", "three quarters", "eleven sixteenths" or "1/2", and what it is worth."""
    if words[at].low == "half":
        return (at + 1, _ONE / 2) if at + 1 < len(words) and not parts.readings(words[at + 1].low) & parts.CLOSED else None
    written = ratio(words, at)
    if written:
        return written.last, written.value
    top, step = _ONE, at + 1
    if words[at].low not in ARTICLES:
        if not words[at].classes & lexicon.CARDINAL:
            return None
        top = values("cardinal")[words[at].low]
    step += hyphen(words, step)
    part = part_at(words, step)
    return (part.last, top / part.bottom) if part else None


def over(words: Sequence[Word], r: Reading) -> Reading | None:
    """ "one over three", where nothing follows that the second number could count."""
    if r.value % 1 or r.scale > 1 or r.last + 1 >= len(words) or words[r.last].low != "over":
        return None
    bottom = cardinal(words, r.last + 1) if words[r.last + 1].classes & (lexicon.CARDINAL | lexicon.DIGITS) else None
    if bottom is None or bottom.value <= r.value or (bottom.last < len(words) and words[bottom.last].text[0].isalnum()):
        return None
    return fraction(r.value, bottom.value, bottom.last)
