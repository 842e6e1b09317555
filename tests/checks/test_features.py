"""Every reason has its sentence and its weight, and no reason depends on which claim comes first."""

from datetime import date
from decimal import Decimal

from check_samples import EVENING, MORNING
from hypothesis import given
from hypothesis import strategies as st

from factdb.checks.blocking import akin_of, candidates
from factdb.checks.comparing import compare, compare_all
from factdb.checks.facts import read_all
from factdb.checks.features import SAYS
from factdb.checks.statement import Statement, from_dict
from factdb.checks.weights import WEIGHTS
from factdb.claims.extract import extract


def statements() -> list[Statement]:
    return [from_dict(a.id, c) for a in (MORNING, EVENING) for c in extract(a.text, a.published_on, a.title).as_dict()["claims"]]


def test_every_feature_has_a_sentence_and_a_weight() -> None:
    reads = read_all(statements(), (MORNING, EVENING))
    told = {name for _, values in compare_all(reads, candidates(reads, akin_of(reads))).values() for name in values}
    assert told == set(SAYS) == set(WEIGHTS)


def test_comparing_is_symmetric() -> None:
    reads = read_all(statements(), (MORNING, EVENING))
    assert all(compare(a, b) == compare(b, a) for a in reads for b in reads)


@given(st.sampled_from(["up", "down"]), st.sampled_from(["up", "down"]))
def test_a_rise_and_a_fall_are_never_one_fact(one: str, two: str) -> None:
    found = []
    for article, way in ((MORNING, one), (EVENING, two)):
        amount = Decimal(3)
        found.append(Statement(article.id, 4, 9, article.text[4:9], "change", amount, amount, amount, "exact", "percent", fields={"direction": way}))
    a, b = read_all(found, (MORNING, EVENING))
    assert (compare(a, b) is None) == (one != two)
    assert a.context.setting.published_on in (date(2025, 6, 3), date(2025, 6, 4))
