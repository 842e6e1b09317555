"""What is kept from check to check is what checking everything anew would give, in whatever order articles came and whatever was decided."""

import random
import shutil
from datetime import date, timedelta
from itertools import pairwise

import check_samples
import pytest
from check_samples import EVENING, MORNING, add
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select
from storage_samples import NOW

from factdb.checks import blocking
from factdb.checks.kept import disputed_claims, kept_facts, kept_findings
from factdb.checks.rates import Rate
from factdb.checks.renewal import renew
from factdb.review import By, decide, undo
from factdb.review.judging import pin
from factdb.storage.database import make_engine, reading, writing
from factdb.storage.removal import remove
from factdb.storage.tables import ArticleRow, ClaimRow, RateRow, StaleRow
from factdb.text.article import Article

ANA = By("ana", NOW, note="seen both")
SHIPS = ("Aurelia", "Brisamar", "Coralina")


def article(ship, turn):
    """One of several reports on the loss of a ship; every second one tells another toll."""
    draw = random.Random(f"{ship}{turn}")
    toll = {"Aurelia": 147, "Brisamar": 252, "Coralina": 381}[ship] + turn % 2
    text = f"The ferry {ship} sank off Tarrafal on Monday, killing {toll} passengers. The {ship} had cost {draw.choice((40, 41))} million dollars."
    return Article(f"{ship}-{turn}", text, f"Ferry {ship} sinks", date(2025, 6, 3) + timedelta(days=turn), publisher=f"Post {turn}")


REPORTS = [article(ship, turn) for ship in SHIPS for turn in range(3)]


def kept(engine):
    """Findings and facts as they are kept, after what changed was worked out."""
    renew(engine)
    with reading(engine) as session:
        return _plain(kept_findings(session, holding=True), kept_facts(session))


def anew(engine):
    """Findings and facts worked out from nothing."""
    with reading(engine) as session:
        return _plain(*check_samples.anew(session))


def _plain(findings, facts):
    return sorted(str(finding.as_dict({})) for finding in findings), [fact.as_dict({}) for fact in facts]


def some_claim(session, number=0):
    return session.exec(select(ClaimRow.id).order_by(ClaimRow.id)).all()[number]


def test_what_is_kept_is_what_checking_anew_gives(engine):
    with writing(engine) as session:
        add(session, MORNING, EVENING)
    assert kept(engine) == anew(engine)
    assert len(kept(engine)[1]) == 2
    with writing(engine) as session:
        add(session, *REPORTS)
    assert kept(engine) == anew(engine)


def test_nothing_is_stale_after_a_check_and_only_what_changed_is_before_the_next(engine):
    with writing(engine) as session:
        add(session, *REPORTS)
    renew(engine)
    with writing(engine) as session:
        assert session.exec(select(func.count()).select_from(StaleRow)).one() == 0
        decide(session, "verify", some_claim(session), ANA)
        assert len(session.exec(select(StaleRow.article_id).distinct()).all()) == 1


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(REPORTS), cuts=st.sets(st.integers(1, len(REPORTS) - 1), max_size=3))
def test_articles_may_come_in_any_order_and_any_portions(fresh_file, tmp_path_factory, order, cuts):
    engine = make_engine(f"sqlite:///{shutil.copy(fresh_file, tmp_path_factory.mktemp('any'))}")
    ends = [0, *sorted(cuts), len(order)]
    for begin, end in pairwise(ends):
        with writing(engine) as session:
            add(session, *order[begin:end])
        renew(engine)
    assert kept(engine) == anew(engine)
    engine.dispose()


def test_decisions_pins_and_removals_are_heeded(engine):
    with writing(engine) as session:
        add(session, *REPORTS, MORNING, EVENING)
    for step in (
        lambda session: decide(session, "reject", some_claim(session, 3), ANA),
        lambda session: pin(session, "different", [some_claim(session, 5), some_claim(session, 7)], ANA),
        lambda session: pin(session, "same", [some_claim(session, 1), some_claim(session, 9)], ANA),
        lambda session: undo(session, ANA),
        lambda session: remove(session, session.exec(select(ArticleRow.id)).first(), True, NOW),
        lambda session: session.add(RateRow(**Rate("EUR", "2025-06-02", "1.14")._asdict())),
    ):
        renew(engine)
        with writing(engine) as session:
            step(session)
        assert kept(engine) == anew(engine)


def test_a_story_too_large_to_be_held_at_once_is_worked_out_some_articles_at_a_time(engine, monkeypatch):
    monkeypatch.setattr("factdb.checks.renewal._LARGEST_STORY", 1)
    monkeypatch.setattr("factdb.checks.renewal._BATCH", 2)
    with writing(engine) as session:
        add(session, *REPORTS, MORNING, EVENING)
    assert kept(engine) == anew(engine)


def test_a_word_that_became_too_frequent_ties_nobody_any_more(engine, monkeypatch):
    monkeypatch.setattr(blocking, "LARGEST", 3)
    monkeypatch.setattr("factdb.checks.marks.LARGEST", 3)
    with writing(engine) as session:
        add(session, *REPORTS[:3])
    before = kept(engine)
    with writing(engine) as session:
        add(session, *REPORTS[3:], article("Aurelia", 4))
    after = kept(engine)
    assert after == anew(engine)
    assert before != after


def test_the_facts_of_a_claim_and_the_disputed_claims_are_at_hand(engine):
    with writing(engine) as session:
        add(session, MORNING, EVENING)
    renew(engine)
    with reading(engine) as session:
        tolls = session.exec(select(ClaimRow.id).where(col(ClaimRow.kind) == "casualty_count")).all()
        (fact,) = kept_facts(session, tolls[:1])
        assert {read.claim.id for read in fact.reads} == set(tolls) == set(disputed_claims(session))


def test_a_check_that_was_broken_off_is_made_good_by_the_next(engine):
    with writing(engine) as session:
        add(session, *REPORTS)

    def broken(work, pieces):
        for number, piece in enumerate(pieces):
            if number or work.args[1].__name__ == "work_out":
                raise KeyboardInterrupt
            yield work(piece)

    with pytest.raises(KeyboardInterrupt):
        renew(engine, broken)
    assert kept(engine) == anew(engine)
