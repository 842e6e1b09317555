"""Numbers are read to any length, exactly, and no string breaks the reading."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.mentions.find import find

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def below_thousand(n):
    parts = []
    if n >= 100:
        parts.append(f"{ONES[n // 100]} hundred")
        n %= 100
        parts += ["and"] if n else []
    if n >= 20:
        parts.append(TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else ""))
    elif n:
        parts.append(ONES[n])
    return " ".join(parts)


def spell(n):
    parts = []
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000)):
        if n >= size:
            parts.append(f"{below_thousand(n // size)} {name}")
            n %= size
    if n:
        parts += ["and"] if parts and n < 100 else []
        parts.append(below_thousand(n))
    return " ".join(parts)


def numbers(text):
    return [n.value for n in find(text).numbers.values()]


@given(st.integers(1, 10**15 - 1))
def test_spelled_numbers_are_read_back(n):
    assert numbers(spell(n)) == [n]


@pytest.mark.parametrize("figure", ["12345678901234567.89", "0.000000000000000000000000000001"])
def test_decimals_are_exact(figure):
    assert numbers(figure) == [Decimal(figure)]


NUMERALS = [*ONES, "hundred", "and", "-", ".", ",", "1", "000", "half", "a", "third", "of", "$", "%", "to", "million", "over", "dozen", "½", "^", "e", "x"]
UNITS = ["kg", "per", "pounds", "mile", "an", "in", '"', "'", "dollars", "cents", "US", "A", "m", "2", "/", "s", "(", ")", "degrees", "C", "square", "R", "€"]


@given(
    st.text()
    | st.lists(st.sampled_from(NUMERALS)).map(" ".join)
    | st.lists(st.tuples(st.sampled_from([*NUMERALS, *UNITS]), st.sampled_from(["", " "]))).map(lambda pieces: "".join(map("".join, pieces)))
)
def test_offsets_slice_to_words_of_the_text(text):
    scan = find(text)
    for mention in (*scan.numbers.values(), *scan.quantities):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
