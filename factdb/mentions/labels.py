"""Numbers that are no quantities: names and labels, years, days of a month, clock times, addresses, scores, idioms."""

from functools import partial

from factdb import lexicon
from factdb.mentions.date_words import is_month
from factdb.mentions.mention import Number
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import noun_phrase_after
from factdb.text.tokens import Tokens, figure

_YEARS, _RECENT = range(1000, 2101), 1900
_BEFORE_YEARS = frozenset(("in", "since", "during", "until"))
_GLUE = frozenset("-\u2010\u2011\u2013/:.'\u2019_@#=&*")
_ARTICLES = frozenset(("the", "a", "an"))
_POINTS = frozenset(("point", "time", "stage", "moment"))
_DASHES = frozenset("-\u2010\u2011\u2013")
_NEAR = 12  # how far back a label is looked for
_FOOTNOTE = {"[": "]", "(": ")"}


_of_years = partial(lexicon.word_set, "nouns.toml", "of_years")
_emergency = partial(lexicon.word_set, "nouns.toml", "emergency")
_streets = partial(lexicon.word_set, "nouns.toml", "street")
_labels = partial(lexicon.word_set, "nouns.toml", "label")


def is_label(scan: Scan, number: Number) -> bool:
    """Whether a number names something or belongs to a date, so that it makes no quantity."""
    if number.form == "words":
        return _is_idiom(scan, number)
    return number.form == "digits" and (
        _in_a_name(scan, number)
        or _opens_a_name(scan, number)
        or _in_a_date(scan, number)
        or _is_mark(scan, number)
        or _is_numbered(scan, number)
        or _is_called(scan, number)
    )


def _is_called(scan: Scan, number: Number) -> bool:
    """The number of the police: "called 911", "a 999 call"."""
    words = scan.tokens.words
    if words[number.first].text not in _emergency("number"):
        return False
    before = words[number.first - 1].low if number.first else ""
    behind = words[number.last].low if number.last < len(words) else ""
    return before in _emergency("before") or behind in _emergency("behind")


def is_point(scan: Scan, number: Number) -> bool:
    """The idiom "at one point" or "at one time"."""
    words, at = scan.tokens.words, number.first
    if words[at].low != "one" or not at or words[at - 1].low != "at":
        return False
    return number.last < len(words) and words[number.last].low in _POINTS


def _is_idiom(scan: Scan, number: Number) -> bool:
    """ "one" that determines or stands for a noun, and "zero-sum"."""
    words = scan.tokens.words
    if number.last - number.first > 1:
        return False
    if words[number.first].capital and _in_capitals(scan, number):
        return True
    if words[number.first].low not in ("one", "zero"):
        return False
    behind = words[number.last].text if number.last < len(words) else ""
    return words[number.first].low == "one" or behind == "-"


def _in_capitals(scan: Scan, number: Number) -> bool:
    """ "the Big Ten schools": a capital on both words and on none behind, so that no headline is taken for a name."""
    words, at = scan.tokens.words, number.first
    first, last = scan.tokens.sentence_of(at)
    named = at - 1 > first and words[at - 1].capital and not parts.readings(words[at - 1].low) & parts.CLOSED
    return named and (number.last >= last or not words[number.last].capital)


def _in_a_name(scan: Scan, number: Number) -> bool:
    """Digits glued to letters or signs: "G20", "COVID-19", "3D", "12:30", "2-1", "192.168.1.2"; not "15-20", a range."""
    tokens = scan.tokens
    first, last = number.first, number.last
    if tokens.glued(first):
        before = tokens.words[first - 1]
        if before.text[0].isalnum():
            return True
        if before.text in _GLUE and tokens.glued(first - 1):
            return before.text not in _DASHES or chained(tokens, last) or not _ascends(scan, first - 2, first)
    if last >= len(tokens) or not tokens.glued(last):
        return False
    behind = tokens.words[last]
    if behind.text == "(":
        return last + 2 < len(tokens) and tokens.words[last + 1].size == 1 and tokens.words[last + 1].text.isalpha()  # "401(k)"
    if last + 1 < len(tokens) and tokens.glued(last + 1) and tokens.words[last + 1].text[0].isdigit():
        return behind.text in ":/." or (behind.text in _DASHES and (chained(tokens, last + 2) or not _ascends(scan, last - 1, last + 1)))
    return behind.text[0].isalpha()


def _opens_a_name(scan: Scan, number: Number) -> bool:
    """Figures between "the" or an owner and a name that is no plural ("the 737 MAX", "its maker's 787 Jet"), and those of a house ("10 Mill Street")."""
    words, at = scan.tokens.words, number.last
    if not number.first or at >= len(words) or not words[at].capital or number.value % 1:
        return False
    phrase = noun_phrase_after(scan.tokens, at)
    if phrase is not None and phrase.head > at and words[phrase.head].capital and words[phrase.head].low in _streets():
        return True
    if words[number.first - 1].low not in _ARTICLES and words[number.first - 1].text != "s":
        return False
    return phrase is not None and phrase.last == at + 1 and not words[at].low.endswith("s") and not parts.readings(words[at].low) & parts.PLURAL


def chained(tokens: Tokens, at: int) -> bool:
    """Whether one more figure hangs on by a dash at a token, as in a telephone number: "555-800-0142"."""
    return at + 1 < len(tokens) and tokens.words[at].text in _DASHES and tokens.glued(at) and tokens.glued(at + 1) and tokens.words[at + 1].text.isdigit()


def _ascends(scan: Scan, one: int, other: int) -> bool:
    """Whether two tokens are figures of which the second is larger, as in a range and unlike a score."""
    low, high = (figure(scan.tokens.words[at].text) if scan.tokens.words[at].classes & lexicon.DIGITS else None for at in (one, other))
    return low is not None and high is not None and low < high


def _in_a_date(scan: Scan, number: Number) -> bool:
    """A bare year, or a number beside the name of a month: what the passes of dates leave over."""
    tokens = scan.tokens
    at = number.first - 1
    if at > 0 and tokens.words[at].text == ".":
        at -= 1  # an abbreviated month, "Oct. 31"
    if at > 2 and tokens.words[at].text in _DASHES and tokens.glued(number.first):
        at -= 3 if tokens.words[at - 2].text == "." else 2  # "Mar. 3-6"
    if is_month(tokens.words, at) or is_month(tokens.words, number.last):
        return True
    plain = number.last - number.first == 1 and tokens.words[number.first].text.isdigit()
    if not plain or tokens.words[number.first].size != 4 or int(number.value) not in _YEARS:
        return False
    upper = scan.numbers.get(number.last + 1) if number.last < len(tokens) and tokens.words[number.last].low == "to" else None
    phrase = noun_phrase_after(tokens, upper.last if upper else number.last)  # "1500 to 1900 ships"
    if phrase is not None and parts.readings(tokens.words[phrase.head].low) & parts.PLURAL:
        return number.value >= _RECENT and tokens.words[number.last].low in _of_years()  # "below 2019 levels"
    return number.value >= _RECENT or (number.first > 0 and tokens.words[number.first - 1].low in _BEFORE_YEARS)


def names_again(scan: Scan, number: Number) -> bool:
    """Whether a figure before a name has been the label of another just before: "the Corsa 11 and the 11 Plus"."""
    words = scan.tokens.words
    if not scan.labelled or number.form != "digits" or number.last >= len(words) or not words[number.last].capital:
        return False
    first = max(scan.tokens.sentence_of(number.first)[0], number.first - _NEAR)
    return any(at in scan.labelled and words[at].low == words[number.first].low for at in range(first, number.first))


def _is_mark(scan: Scan, number: Number) -> bool:
    """The bullet of a list or the mark of a footnote."""
    tokens = scan.tokens
    first, last = number.first, number.last
    behind = tokens.words[last].text if last < len(tokens) else ""
    if first == tokens.sentence_of(first)[0]:
        return behind in (".", ")")
    return behind != "" and _FOOTNOTE.get(tokens.words[first - 1].text) == behind


def _is_numbered(scan: Scan, number: Number) -> bool:
    """A number behind the noun that it numbers ("Section 427") or behind a name ("Boeing 787")."""
    tokens = scan.tokens
    first = number.first
    if first == 0 or number.last - first > 1 or "," in tokens.words[first].text:
        return False
    at = first - 1
    if tokens.words[at].text == "." and tokens.words[at - 1].low == "no":
        return True
    before = tokens.words[at]
    opens = at == tokens.sentence_of(first)[0]
    named = before.low in _labels()
    if named and before.capital:
        return True
    joined = before.size == 1 and at > 0 and tokens.words[at - 1].text == "&"  # "the s&p 500"
    if not named and not joined and (before.text == before.low or opens or parts.readings(before.low) & parts.CLOSED or before.classes & lexicon.WEEKDAY):
        return False
    phrase = noun_phrase_after(tokens, number.last)
    return phrase is None or not parts.readings(tokens.words[phrase.head].low) & parts.PLURAL
