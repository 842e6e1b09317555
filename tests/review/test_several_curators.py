"""Random work of two curators on two databases: bulk decisions, leases, redo, new versions and merges; at the end both hold the same."""

import dataclasses
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlmodel import col, select
from storage_samples import NOW

from factdb.claims.extract import extract
from factdb.errors import FactdbError
from factdb.review import By, add, correct, decide, mark_reviewed, redo, undo
from factdb.review.adjudicating import adjudicate, splits
from factdb.review.bulk import decide_where, preview
from factdb.review.queue import Plan, Queue
from factdb.review.second import read_again
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.doctor import examine
from factdb.storage.leases import Holder
from factdb.storage.merging import merge
from factdb.storage.queries import Filters
from factdb.storage.readings import state_of
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow, LeaseRow
from factdb.storage.versions import renew
from factdb.text.article import Article

TEXT = "A fire in Oslo killed {toll} people on Tuesday. Some 300 guests fled. In Bergen, 40 shops closed. The hotel has 90 rooms."
SIDE, WHO = st.sampled_from([0, 1]), st.sampled_from(["ann", "ben"])


class Curators(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.engines = [create_or_upgrade(f"sqlite:///{Path(self.folder.name, name)}") for name in ("one.db", "two.db")]
        self.now, self.tolls, self.taken_back = NOW, 12, {}
        self.queues = [[Queue(Plan(Filters(statuses=("new",))), Holder(f"{side}{who}", who), NOW) for who in ("ann", "ben")] for side in (0, 1)]
        for engine in self.engines:
            self.put(engine)

    def teardown(self):
        if hasattr(self, "folder"):
            self.both_hold_the_same_when_merged_both_ways()
            for engine in self.engines:
                engine.dispose()
            self.folder.cleanup()

    def put(self, engine):
        text = TEXT.format(toll=self.tolls)
        article = Article(f"fire{self.tolls}", text, "Fire", NOW.date(), url="https://example.org/fire")
        with writing(engine) as session:
            found = extract(text, NOW.date(), "Fire")
            missed = dataclasses.replace(found, claims=found.claims[:-1])
            added = add_article(session, article, missed, start_run(session, NOW), self.tick())
            if added.what == "added":
                renew(session, added.article_id, self.tick())

    def tick(self):
        self.now += timedelta(seconds=1)
        return self.now

    def do(self, side, act, *given):
        """One transaction; None when the curator was told that it cannot be."""
        try:
            with writing(self.engines[side]) as session:
                return act(session, *given)
        except FactdbError:
            return None

    def claim(self, side, at):
        with reading(self.engines[side]) as session:
            ids = session.exec(select(ClaimRow.id).order_by(col(ClaimRow.id))).all()
        return ids[at % len(ids)]

    @rule(side=SIDE, who=WHO, what=st.sampled_from(["verify", "reject", "unsure", "flag", "note", "value", "second"]), at=st.integers(0, 20))
    def decides(self, side, who, what, at):
        by, claim = By(who, self.tick()), self.claim(side, at)
        if what == "value":
            self.do(side, correct, claim, {"value": str(at)}, by)
        elif what == "second":
            self.do(side, read_again, claim, "verify", {}, by)
        else:
            self.do(side, decide, what, claim, by)
        self.taken_back.pop((side, who), None)

    @rule(side=SIDE, who=WHO, what=st.sampled_from(["verify", "reject"]), kind=st.sampled_from(["count", "casualty_count"]))
    def decides_in_bulk(self, side, who, what, kind):
        filters, by = Filters(kinds=(kind,)), By(who, self.tick(), batch=f"{side}{self.now}")
        with reading(self.engines[side]) as session:
            seen = preview(session, filters)
        told = self.do(side, decide_where, what, filters, seen.ids, by)
        assert len(told) == len(seen.ids)

    @rule(side=SIDE, who=WHO, words=st.sampled_from(["90 rooms", "has 90 rooms"]))
    def adds(self, side, who, words):
        """The claim that was missed, by the one or the other words."""
        with reading(self.engines[side]) as session:
            article = session.exec(select(ArticleRow.id).order_by(col(ArticleRow.id))).first()
        self.do(side, add, article, (words, None), {}, By(who, self.tick()))

    @rule(side=SIDE, who=WHO)
    def undoes(self, side, who):
        told = self.do(side, undo, By(who, self.tick()))
        if told:
            self.taken_back[side, who] = [one.uid for one in reversed(told)]

    @rule(side=SIDE, who=WHO)
    def redoes(self, side, who):
        if (side, who) in self.taken_back:
            self.do(side, redo, self.taken_back.pop((side, who)), By(who, self.tick()))

    @rule(side=SIDE, who=WHO)
    def takes_the_next(self, side, who):
        queue = self.queues[side][who == "ben"]
        claim = self.do(side, queue.next, self.tick())
        with reading(self.engines[side]) as session:
            held = {row.claim_id: row.curator for row in session.exec(select(LeaseRow)) if row.until > self.now.isoformat()}
        assert claim is None or held[claim] == who

    @rule(side=SIDE, who=WHO)
    def marks_the_article(self, side, who):
        with reading(self.engines[side]) as session:
            article = session.exec(select(ArticleRow.id)).first()
        self.do(side, mark_reviewed, article, By(who, self.tick()))

    @rule(side=SIDE)
    def the_article_is_edited(self, side):
        self.tolls += 1
        self.put(self.engines[side])

    @rule(side=SIDE)
    def a_judge_settles(self, side):
        with reading(self.engines[side]) as session:
            found = [(split.claim.id, split.stances[0].curator) for split in splits(session)]
        for claim, curator in found:
            self.do(side, adjudicate, claim, curator, By("eve", self.tick()))
        with reading(self.engines[side]) as session:
            assert splits(session) == []

    @rule(side=SIDE)
    def merges(self, side):
        with reading(self.engines[1 - side]) as there, writing(self.engines[side]) as here:
            merge(here, there, self.tick())

    @precondition(lambda self: hasattr(self, "engines"))
    @invariant()
    def both_are_sound(self):
        for engine in self.engines:
            with reading(engine) as session:
                assert list(examine(session)) == []

    def both_hold_the_same_when_merged_both_ways(self):
        for side in (0, 1, 0):
            self.merges(side)
        assert self.held(0) == self.held(1)

    def held(self, side):
        with reading(self.engines[side]) as session:
            log = {row.uid: (row.claim_id, row.what, row.undoes) for row in session.exec(select(DecisionRow))}
            versions = {row.id: row.superseded_by for row in session.exec(select(ArticleRow))}
            return log, versions, {row.id: (row.reading, state_of(session, row)) for row in session.exec(select(ClaimRow))}


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
TestCurators = pytest.mark.filterwarnings("default::ResourceWarning")(Curators.TestCase)
TestCurators.settings = settings(max_examples=5, stateful_step_count=12, deadline=None, suppress_health_check=QUIET)


@pytest.mark.slow
class TestCuratorsAtLength(Curators.TestCase):
    settings = settings(max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=QUIET)
