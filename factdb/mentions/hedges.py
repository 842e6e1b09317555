"""Words around a quantity that open, close or loosen its bounds: "more than", "up to", "or so"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factdb import lexicon
from factdb.mentions.direction import levels
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_FILLERS = frozenset(("a", "an", "the"))
_AGES = frozenset(("older", "younger"))
_LOOSE = frozenset(("about", "nearly"))
_UP_TO = ("up", "to")
_OPEN_ABOVE = frozenset(("over", "at_least"))


@cache
def _before() -> Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Last word of a phrase and the word before it, empty for a phrase of one word, to the phrases that end so, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for phrase, modifier in (*_compared(), *lexicon.groups("hedges.toml")["before"].items()):
        tokens = tuple(phrase.split())
        table.setdefault(tokens[-1], {}).setdefault(tokens[-2] if len(tokens) > 1 else "", []).append((tokens, modifier))
    return {last: {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in ends.items()} for last, ends in table.items()}


def _compared() -> Iterator[tuple[str, str]]:
    """What comparatives say before a number: "more than", "no more than", "more than or equal to"."""
    for way, closed, denied in (("over", "at_least", "at_most"), ("under", "at_most", "at_least")):
        for word in lexicon.words("hedges.toml", "comparative", way):
            yield f"{word} than", way
            yield from ((f"{no} {word} than", denied) for no in ("no", "not"))
            yield from ((f"{equal} or {word} than", closed) for equal in ("equal", "equal to"))
            yield from ((f"{word} {than} {equal}", closed) for than in ("or", "than or") for equal in ("equal", "equals", "equal to", "equal than"))


@cache
def _behind() -> lexicon.Phrases[str]:
    return lexicon.Phrases.of(lexicon.groups("hedges.toml")["behind"].items())


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in lexicon.groups("hedges.toml")["behind"])


def read(scan: Scan) -> None:
    """Widen every quantity by the hedges beside it."""
    for quantity in scan.quantities:
        if quantity.dimension != "ordinal":
            _widen_before(scan, quantity)
            _widen_behind(scan, quantity)
    _join_bounds(scan)


def _join_bounds(scan: Scan) -> None:
    """Make one of two open bounds that close each other: "more than 5 but less than 10 percent"."""
    joined: list[Quantity] = []
    for quantity in scan.quantities:
        whole = _closed(scan, joined[-1], quantity) if joined and quantity.value is not None else None
        if whole is not None:
            joined.pop()
        joined.append(whole or quantity)
    scan.quantities = joined


def _closed(scan: Scan, a: Quantity, b: Quantity) -> Quantity | None:
    if b.first != a.last + 1 or scan.tokens.words[a.last].low not in {"and", "but"} or (a.unit is not None and a.unit != b.unit):
        return None
    low, high = (a.low, b.high) if a.high is None else (b.low, a.high)
    if a.value is None or low is None or high is None or low >= high or (a.low is None) == (b.low is None):
        return None
    start, end = a.start, b.end
    whole = Quantity(
        a.first, b.last, start, end, "hedges.two_bounds", (a, b), (a.core[0], b.core[1]), b.dimension, None, low, high, "between", b.unit, b.unit_phrase
    )
    whole.unit_text, whole.number = b.unit_text, scan.tokens.quote(a.core[0], b.core[1])
    return whole


def _widen_before(scan: Scan, quantity: Quantity) -> None:
    words = scan.tokens.words
    at = quantity.first - 1
    definite = at >= 0 and words[at].low == "the"
    if at >= 0 and words[at].low in _FILLERS:
        at -= 1
    if at < 0 or (at and words[at - 1].text == "-" and not words[at - 1].space):
        return  # "a five-under 67"
    ends = _before().get(words[at].low)
    if ends is None:
        return
    longer = ends.get(words[at - 1].low, ()) if at else ()
    for phrase, modifier in (*longer, *ends.get("", ())):
        first = at + 1 - len(phrase)
        if first >= 0 and (len(phrase) < 3 or tuple(scan.tokens.lows[first : at + 1]) == phrase):
            if (definite and modifier not in _LOOSE) or (first and phrase == _UP_TO and words[first - 1].low in levels()):
                return  # "topped the 5 percent forecast", "edged up to 40 points"
            hedge(quantity, modifier)
            quantity.first, quantity.start = first, scan.tokens.starts[first]
            return


def _widen_behind(scan: Scan, quantity: Quantity) -> None:
    """ "54,000-odd", "10 or more", "a dozen or so"; the hedge stands behind the number or behind the unit."""
    words = scan.tokens.words
    for at in (quantity.core[1], quantity.last):
        if at < len(words) and words[at].low in _openings():
            found = _behind().longest(scan.tokens.lows[at : at + 4], 0)
            if found is not None and at + found[0] not in scan.numbers and not _compares(words, at + found[0]):
                if quantity.dimension == "bare" and not _AGES.isdisjoint(scan.tokens.lows[at + 1 : at + 2]):
                    quantity.dimension, quantity.unit, quantity.unit_phrase = "age", "year", "year"  # "18 and older"
                hedge(quantity, found[1])
                if at + found[0] > quantity.last:
                    quantity.last = at + found[0]
                    quantity.end = scan.tokens.end(quantity.last - 1)
                return


def _compares(words: Sequence[Word], at: int) -> bool:
    """Whether "or more" opens a comparison with another number: "5 or more than 9"."""
    return at < len(words) and words[at].low in {"than", "or"}


def hedge(quantity: Quantity, modifier: str) -> None:
    """Set modifier and bounds; a range or a vague plural keeps its own unless the hedge bounds it."""
    if quantity.value is None:
        return
    quantity.modifier = modifier
    if modifier in _OPEN_ABOVE:
        quantity.high = None
    elif modifier != "about":
        quantity.low = None
