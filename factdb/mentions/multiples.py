"""How many times as much: "80 times the average", "27-fold", "twice as many", "doubled"."""

from factdb import lexicon
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh, with_unit
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan

# Words behind "times" and "twice" that compare; without one "three times" counts occasions.
_COMPARING = frozenset(
    [
        "as",
        "the",
        "that",
        "its",
        "their",
        "his",
        "her",
        "our",
        "what",
        "more",
        "higher",
        "larger",
        "greater",
        "bigger",
        "faster",
        "lower",
        "less",
        "over",
        "those",
        "earnings",
        "sales",
        "revenue",
        "revenues",
        "profit",
        "profits",
        "book",
        "forward",
        "expected",
        "normal",
        "average",
        "annual",
        "current",
        "ebitda",
        "equity",
        "income",
        "capacity",
        "assets",
        "gdp",
    ]
)
_VERBS = ("doubl", "tripl", "quadrupl")


def times_behind(scan: Scan, at: int) -> Quantity | None:
    """ "80 times the average", "27-fold", "27 fold"."""
    words, number = scan.tokens.words, scan.numbers[at]
    where = number.last
    if where + 1 < len(words) and words[where].text == "-" and not words[where].space:
        where += 1
    if where >= len(words) or number.form in {"ordinal", "multiple"}:
        return None
    following = words[where + 1].low if where + 1 < len(words) else ""
    low = words[where].low
    if low != "fold" and not (low == "times" and following in _COMPARING) and not (low == "x" and _is_sign(scan, number, where)):
        return None
    return with_unit(fresh(scan, number, "multiple", "multiples.times_behind_number", last=where + 1), scan, "times", where, where + 1)


def _is_sign(scan: Scan, number: Number, where: int) -> bool:
    """Whether an "x" glued behind a figure says times: "10x", not "4x4" or a name such as "7X"."""
    word = scan.tokens.words[where]
    open_end = word.space or where + 1 == len(scan.tokens) or not scan.tokens.words[where + 1].text.isalnum()
    return word.text == "x" and where == number.last and number.form == "digits" and scan.tokens.glued(where) and open_end and where + 1 not in scan.numbers


def word(scan: Scan, at: int) -> Quantity | None:
    """ "doubled", "tripling", "tenfold", "twice as many", "double the rate"."""
    words, number = scan.tokens.words, scan.numbers[at]
    if number.form != "multiple":
        return None
    low, following = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    moves = low.endswith(("ed", "ing", "fold")) or (
        low.startswith(_VERBS) and at > 0 and words[at - 1].low in {"to", "will", "would", "could", "than", "nearly", "almost"}
    )
    if not moves and (following not in _COMPARING or (following == "as" and not _as_much_as(scan, at + 2))):
        return None
    quantity = fresh(scan, number, "multiple", "multiples.word")
    quantity.unit = "times"
    return quantity


def _as_much_as(scan: Scan, at: int) -> bool:
    """Whether "as" compares ("as many", "as high as") and does not open a clause ("twice as the crowd sang")."""
    lows = scan.tokens.lows[at : at + 2]
    return lows[:1] in (["many"], ["much"], ["likely"]) or lows[1:] == ["as"]


RULES: tuple[Rule[Quantity], ...] = (
    Rule(
        "multiples.times_behind_number",
        "The number says how many times as much something is.",
        lexicon.TIMES,
        times_behind,
        (("80 times the average", "80 times"), ("a 27-fold rise", "27 times"), ("costs grew 27x", "27 times")),
        ("they met 3 times on Monday", "a 3x 4 grid"),
    ),
    Rule(
        "multiples.word",
        "One word says how many times as much something is.",
        lexicon.MULTIPLE,
        word,
        (("output doubled", "2 times"), ("twice as many came", "2 times")),
        ("he called twice on Friday", "he called twice as the crowd sang"),
    ),
)
