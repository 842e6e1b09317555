"""Every rule takes its own examples and refuses its near-misses."""

from datetime import date

import pytest

from factdb.claims.extraction import plain
from factdb.mentions import counts, dates, money, multiples, numbers, percents, units
from factdb.mentions.date_words import low_at
from factdb.mentions.rule import Dispatch
from factdb.mentions.scan import Scan
from factdb.text.tokens import Tokens

RULES = [rule for module in (counts, money, multiples, percents, units) for rule in module.RULES]


def find(text):
    scan = Scan(Tokens(text))
    numbers.read(scan)
    return scan


def written(quantity):
    return f"{plain(quantity.value)} {quantity.unit}"


@pytest.mark.parametrize(("rule", "text", "expected"), [pytest.param(r, *pair, id=f"{r.name}: {pair[0]}") for r in RULES for pair in r.takes])
def test_a_rule_takes_its_examples(rule, text, expected):
    scan = find(text)
    found = [rule.match(scan, at) for at in scan.numbers]
    assert [written(q) for q in found if q] == [expected]


@pytest.mark.parametrize(("rule", "text"), [pytest.param(r, text, id=f"{r.name}: {text}") for r in RULES for text in r.refuses])
def test_a_rule_refuses_near_misses(rule, text):
    scan = find(text)
    assert scan.numbers
    assert not [at for at in scan.numbers if rule.match(scan, at)]


def found_by(rule, text):
    """What a rule of dates makes of a text of 11 June 2025, a Wednesday."""
    scan = Scan(Tokens(text), date(2025, 6, 11))
    numbers.read(scan)
    alone = Dispatch((rule,))
    found = [rule.match(scan, at) for at, word in enumerate(scan.tokens.words) if alone.woken(word.classes, low_at(scan.tokens.words, at + 1))]
    return [f"{timex.type} {timex.value}" for timex in found if timex]


@pytest.mark.parametrize(("rule", "text", "expected"), [pytest.param(r, *pair, id=f"{r.name}: {pair[0]}") for r in dates.RULES for pair in r.takes])
def test_a_rule_of_dates_takes_its_examples(rule, text, expected):
    assert expected in found_by(rule, text)


@pytest.mark.parametrize(("rule", "text"), [pytest.param(r, text, id=f"{r.name}: {text}") for r in dates.RULES for text in r.refuses])
def test_a_rule_of_dates_refuses_near_misses(rule, text):
    assert not found_by(rule, text)
