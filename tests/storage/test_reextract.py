"""New rules and new dates change what nobody decided on, and leave what a curator decided."""

from datetime import date

import pytest
from sqlmodel import col, select
from storage_samples import NOW

from factdb import extract
from factdb.errors import FactdbError
from factdb.review import By, correct, decide
from factdb.storage import reextract as reextraction
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.readings import state_of
from factdb.storage.reextract import change_article, reextract
from factdb.storage.store import add_article, find_article, start_run
from factdb.storage.tables import ClaimRow
from factdb.text.article import Article

TEXT = "Fishers in Bergen landed 310 tonnes of cod. The harbour cost 45 million euros. Its crane lifts 62 tonnes. It opened on Monday."


@pytest.fixture
def read(engine):
    with writing(engine) as session:
        article = Article("harbour", TEXT, published_on=date(2025, 6, 11))
        add_article(session, article, extract(TEXT, article.published_on), start_run(session, NOW), NOW)
    return engine


def again(engine):
    with writing(engine) as session:
        return {line.quote: (line.what, line.decided) for line in reextract(session, find_article(session, "harbour"), start_run(session, NOW), NOW)}


def states(engine):
    with reading(engine) as session:
        assert list(examine(session)) == []
        return {row.id: state_of(session, row) for row in session.exec(select(ClaimRow).order_by(col(ClaimRow.core_start)))}


def test_the_same_rules_keep_everything(read):
    before = states(read)
    assert len(before) >= 3
    assert {what for what, _ in again(read).values()} == {"kept"}
    assert states(read) == before


def test_changed_rules_leave_what_was_decided(read, monkeypatch):
    from dataclasses import replace
    from decimal import Decimal

    before = states(read)
    tonnes, money, crane = list(before)[:3]
    with writing(read) as session:
        correct(session, tonnes, {"value": "311"}, By("ann", NOW))
        decide(session, "verify", crane, By("ann", NOW))

    def other_rules(*article):
        found = extract(*article)
        claims = [replace(c, value=Decimal(7), low=Decimal(7), high=Decimal(7)) if c.value is not None else c for c in found.claims]
        return replace(found, claims=tuple(c for c in claims if "62" not in c.quote))

    monkeypatch.setattr(reextraction, "extract", other_rules)
    report = again(read)
    after = states(read)
    assert (after[tonnes]["value"], after[tonnes]["status"], after[tonnes]["flagged"]) == ("311", "corrected", True)
    assert (after[money]["value"], after[money]["flagged"]) == ("7", False)
    assert after[crane]["status"] == "verified"
    assert {report[before[i]["quote"]] for i in (tonnes, money, crane)} == {("changed", True), ("changed", False), ("gone", True)}

    monkeypatch.undo()
    again(read)
    assert states(read)[money] == before[money]
    assert states(read)[tonnes]["value"] == "311"


def test_claims_nobody_decided_on_go_and_come_back_with_their_ids(read, monkeypatch):
    from dataclasses import replace

    before = states(read)
    monkeypatch.setattr(reextraction, "extract", lambda *given: replace(extract(*given), claims=()))
    assert {what for what, _ in again(read).values()} == {"gone"}
    assert states(read) == {}
    monkeypatch.undo()
    assert {what for what, _ in again(read).values()} == {"new"}
    assert states(read) == before


def test_a_new_date_leaves_the_ids(read):
    before = states(read)
    with writing(read) as session:
        changed = change_article(session, "harbour", {"published_on": date(2025, 6, 18)}, NOW)
    assert changed.claims == len(before)
    assert list(states(read)) == list(before)


def test_a_date_that_would_make_a_twin_is_refused(read):
    with writing(read) as session:
        add_article(session, Article("twin", TEXT), extract(TEXT), start_run(session, NOW), NOW)
    with pytest.raises(FactdbError, match="same text"), writing(read) as session:
        change_article(session, "twin", {"published_on": date(2025, 6, 11)}, NOW)
    assert len(states(read)) >= 6


def test_an_added_claim_that_the_rules_find_later_is_theirs_too(read, monkeypatch):
    from dataclasses import replace

    from factdb.review import add, undo

    monkeypatch.setattr(reextraction, "extract", lambda *given: replace(extract(*given), claims=()))
    again(read)
    with writing(read) as session:
        added = add(session, "harbour", ("45 million euros", None), {"role": "cost of the crane"}, By("ann", NOW)).claim_id
    monkeypatch.undo()
    assert again(read)["45 million euros"] == ("kept", True)
    assert (states(read)[added]["role"], states(read)[added]["status"]) == ("cost of the crane", "verified")
    with writing(read) as session:
        undo(session, By("ann", NOW))
    assert states(read)[added]["status"] == "new"
    assert states(read)[added]["role"] != "cost of the crane"
