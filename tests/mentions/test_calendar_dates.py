"""Days and months by name: any day is read back from every order and from words, and ranges share what they leave out."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factdb.mentions.find import find

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
]  # fmt: skip


def words(number):
    tens, ones = divmod(number, 10)
    return ONES[number] if number < 20 else TENS[tens] + (f"-{ONES[ones]}" if ones else "")


def ordinal(day):
    if day < 20:
        return ORDINALS[day - 1]
    return {20: "twentieth", 30: "thirtieth"}.get(day) or f"{TENS[day // 10]}-{ORDINALS[day % 10 - 1]}"


def year_in_words(year):
    century, rest = divmod(year, 100)
    if century == 20 and rest < 10:
        return "two thousand" + (f" and {words(rest)}" if rest else "")
    return f"{words(century)} {words(rest) if rest > 9 else 'oh ' + words(rest) if rest else 'hundred'}"


def spans(text, published_on=None):
    return [(t.begin, t.until) for t in find(text, published_on).timexes]


@given(
    DAYS,
    st.sampled_from(("{m} {d}, {y}", "{d} {m} {y}", "the {d}th of {m} {y}", "{m} the {o}, {y}", "the {o} of {m} {w}", "{m} {o}, {w}", "the {o} of {m}, {y}")),
)
def test_a_day_is_read_back_from_every_order(when, form):
    text = form.format(m=when.strftime("%B"), d=when.day, y=when.year, o=ordinal(when.day), w=year_in_words(when.year))
    assert spans(f"It was signed on {text}.") == [(when.isoformat(), when.isoformat())]


@given(DAYS, st.integers(1, 300))
def test_a_range_takes_the_year_of_its_end_and_may_cross_into_it(begin, length):
    end = begin + timedelta(days=length)
    assume((begin.month, begin.day) != (2, 29) and (begin.month, begin.day) != (end.month, end.day))
    assume(end.year < 2100 and (begin.year == end.year or (begin.month, begin.day) > (end.month, end.day)))
    found = spans(f"It ran from {begin.strftime('%B')} {begin.day} to {end.strftime('%B')} {end.day}, {end.year}.", date(2025, 6, 11))
    assert found == [(begin.isoformat(), end.isoformat())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 24 and 25 April they met.", [("2025-04-24", "2025-04-25")]),
        ("On 24 and 27 April they met.", [("2025-04-24", "2025-04-24"), ("2025-04-27", "2025-04-27")]),
        ("On May 2, 5 and 9 they met.", [("2025-05-02", "2025-05-02"), ("2025-05-05", "2025-05-05"), ("2025-05-09", "2025-05-09")]),
        ("On May 2 and 50 goats ran.", [("2025-05-02", "2025-05-02")]),
        ("On May 2 and 5 goats ran.", [("2025-05-02", "2025-05-02")]),
    ],
)
def test_listed_days_share_their_month(text, expected):
    assert spans(text, date(2025, 6, 11)) == expected
