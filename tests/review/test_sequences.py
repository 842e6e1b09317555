"""Random sequences of all that curators, new rules and new dates do to claims: after every step the database is sound."""

import dataclasses
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlmodel import col, select
from storage_samples import NOW, TEXT

import factdb
from factdb.errors import FactdbError
from factdb.review import By, add, correct, decide, undo
from factdb.spans import Span
from factdb.storage import reextract as reextraction
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import dump, in_force, load
from factdb.storage.doctor import examine
from factdb.storage.reextract import change_article, reextract
from factdb.storage.store import add_article, find_article, start_run
from factdb.storage.tables import TYPED, ClaimRow, DecisionRow
from factdb.text.article import Article

FISH = Article("fish", TEXT, "Fish", date(2025, 6, 9))
CURATORS = st.sampled_from(["ann", "ben"])
CHANGES = st.sampled_from(
    [{"value": "15"}, {"kind": "rank", "of": "port"}, {"kind": "meeting_date", "participants": "a; b"}, {"subject": ""}, {"low": "99", "high": "1"}]
)
MARKS = st.builds(lambda start, length: Span(start, min(len(TEXT), start + length)), st.integers(0, len(TEXT) - 1), st.integers(1, 30))


def same(found):
    return found


def sevens(found):
    return [dataclasses.replace(c, value=Decimal(7), low=Decimal(7), high=Decimal(7)) if c.value is not None else c for c in found]


def halved(found):
    return found[::2]


def none(_found):
    return []


def ranks(found):
    return [dataclasses.replace(c, kind="rank", fields={"of": "port"}) for c in found]


RULES = st.sampled_from([same, sevens, halved, none, ranks])
REAL = factdb.extract


class Desk(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.engine = self.database("facts.db")
        self.decisions = 0

    def database(self, name):
        engine = create_or_upgrade(f"sqlite:///{Path(self.folder.name, name)}")
        with writing(engine) as session:
            add_article(session, FISH, REAL(TEXT, FISH.published_on, FISH.title), start_run(session, NOW), NOW)
        return engine

    def teardown(self):
        if hasattr(self, "folder"):
            self.the_log_makes_the_same_claims_elsewhere()
            self.engine.dispose()
            self.folder.cleanup()

    def do(self, act, *given):
        """One transaction, which a mistake of the curator leaves without a trace."""
        before = self.snapshot()
        try:
            with writing(self.engine) as session:
                return act(session, *given)
        except FactdbError:
            assert self.snapshot() == before
            return None

    def snapshot(self):
        with reading(self.engine) as session:
            tables = (ClaimRow, DecisionRow, *TYPED.values())
            return [sorted(map(repr, (row.model_dump() for row in session.exec(select(table))))) for table in tables]

    def claim(self, at):
        with reading(self.engine) as session:
            ids = session.exec(select(ClaimRow.id).order_by(col(ClaimRow.id))).all()
        return ids[at % len(ids)] if ids else None

    def reread(self, rules, day=FISH.published_on):
        def extract(*given):
            found = REAL(*given)
            return dataclasses.replace(found, claims=tuple(rules(list(found.claims))))

        with patch.object(reextraction, "extract", extract):
            if day == FISH.published_on:
                self.do(lambda session: reextract(session, find_article(session, "fish"), start_run(session, NOW), NOW))
            else:
                self.do(change_article, "fish", {"published_on": day}, NOW)

    @rule(who=CURATORS, what=st.sampled_from(["verify", "reject", "unsure", "flag", "note"]), at=st.integers(0, 9))
    def decides(self, who, what, at):
        if claim := self.claim(at):
            self.do(decide, what, claim, By(who, NOW))

    @rule(who=CURATORS, changes=CHANGES, at=st.integers(0, 9))
    def corrects(self, who, changes, at):
        if claim := self.claim(at):
            self.do(correct, claim, changes, By(who, NOW))

    @rule(who=CURATORS, marked=MARKS)
    def adds(self, who, marked):
        self.do(add, "fish", marked, {}, By(who, NOW))

    @rule(who=CURATORS)
    def undoes(self, who):
        self.do(undo, By(who, NOW))

    @rule(who=CURATORS)
    def decides_on_all(self, who):
        def decide_all(session):
            for claim in session.exec(select(ClaimRow.id)).all():
                decide(session, "verify", claim, By(who, NOW, batch=f"b{self.decisions}"))

        self.do(decide_all)

    @rule(rules=RULES)
    def rules_change(self, rules):
        self.reread(rules)

    @rule(day=st.sampled_from([date(2025, 6, 18), date(2024, 2, 29), None]))
    def the_day_changes(self, day):
        self.reread(same, day)
        self.do(change_article, "fish", {"published_on": FISH.published_on}, NOW)

    @precondition(lambda self: hasattr(self, "engine"))
    @invariant()
    def doctor_finds_nothing(self):
        with reading(self.engine) as session:
            assert list(examine(session)) == []

    @precondition(lambda self: hasattr(self, "engine"))
    @invariant()
    def no_decision_is_lost_and_each_in_force_has_its_claim(self):
        with reading(self.engine) as session:
            log = session.exec(select(DecisionRow).order_by(col(DecisionRow.id))).all()
            assert len(log) >= self.decisions
            self.decisions = len(log)
            assert {decision.claim_id for decision in in_force(log)} <= set(session.exec(select(ClaimRow.id)))

    def the_log_makes_the_same_claims_elsewhere(self):
        self.reread(same)
        other = self.database("other.db")
        with reading(self.engine) as session:
            lines = list(dump(session))
        with writing(other) as session:
            load(session, lines)
        assert self.claims(other) == self.claims(self.engine)
        other.dispose()

    def claims(self, engine):
        with reading(engine) as session:
            assert list(examine(session)) == []
            return [row.model_dump(exclude={"run_id"}) for row in session.exec(select(ClaimRow).order_by(col(ClaimRow.id)))]


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
TestDesk = pytest.mark.filterwarnings("default::ResourceWarning")(Desk.TestCase)
TestDesk.settings = settings(max_examples=5, stateful_step_count=10, deadline=None, suppress_health_check=QUIET)


@pytest.mark.slow
class TestDeskAtLength(Desk.TestCase):
    settings = settings(max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=QUIET)
