"""Numerals and number words: digits with separators, scale words, words to any length."""

from decimal import Decimal

from factdb import lexicon
from factdb.mentions.mention import Number
from factdb.mentions.scan import Scan
from factdb.text.tokens import figure


def read(scan: Scan) -> None:
    """Add every number of the text, in its order."""
    for at, word in enumerate(scan.tokens.words):
        if word.classes & lexicon.DIGITS:
            value = figure(word.text)
            if value is not None:
                scan.add_number(_number(scan, at, at + 1, value, "numbers.digits"))


def _number(scan: Scan, first: int, last: int, value: Decimal, rule: str) -> Number:
    start, end = scan.tokens.span(first, last)
    return Number(first, last, start, end, rule, (), value)
