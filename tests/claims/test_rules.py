"""Every rule of a kind reads its own examples and refuses its near-misses."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.kinds import DATE_RULES, NUMBER_RULES
from factdb.claims.schema import KINDS

RULES = [*NUMBER_RULES, *DATE_RULES]
PUBLISHED = date(2025, 6, 9)


def read_by(rule, text):
    return [claim.quote for claim in extract(text, PUBLISHED).claims if claim.rule == rule.name]


@pytest.mark.parametrize(("rule", "text", "quote"), [pytest.param(r, *pair, id=f"{r.name}: {pair[0]}") for r in RULES for pair in r.takes])
def test_a_rule_reads_its_examples(rule, text, quote):
    assert quote in read_by(rule, text)


@pytest.mark.parametrize(("rule", "text"), [pytest.param(r, text, id=f"{r.name}: {text}") for r in RULES for text in r.refuses])
def test_a_rule_refuses_its_near_misses(rule, text):
    assert read_by(rule, text) == []


def test_every_kind_has_rules_and_every_rule_its_own_name_and_sentence():
    assert {rule.kind for rule in RULES} == set(KINDS)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.says.endswith(".") and len(rule.takes) >= 2 and rule.refuses for rule in RULES)
