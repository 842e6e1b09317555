"""Which rules are wrong most often, from what curators decided."""

from sqlmodel import select
from storage_samples import NOW

from factdb.review import By, correct, decide
from factdb.storage.database import reading, writing
from factdb.storage.precision import precision
from factdb.storage.tables import ClaimRow


def test_the_worst_rule_comes_first_with_its_commonest_reason(stored):
    with writing(stored) as session:
        ids = {row.kind: row.id for row in session.exec(select(ClaimRow))}
        decide(session, "verify", ids["share"], By("ann", NOW))
        decide(session, "reject", ids["trade_figure"], By("ann", NOW, reason="wrong_unit"))
        correct(session, ids["casualty_count"], {"kind": "count"}, By("ann", NOW))
    with reading(stored) as session:
        rules = precision(session, "rule")
        kinds = {row["kind"]: row for row in precision(session, "kind")}
    assert [row["rule"] for row in rules] == ["casualty_count.test", "trade_figure.test", "share.test"]
    assert (rules[1]["right"], rules[1]["usable"], rules[1]["reason"]) == (0.0, 0.0, "wrong_unit")
    assert (kinds["casualty_count"]["right"], kinds["casualty_count"]["usable"]) == (0.0, 100.0)
    assert kinds["share"]["right"] == 100.0
    assert "count" not in kinds
