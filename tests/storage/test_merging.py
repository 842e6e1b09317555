"""Two colleagues' databases become one: nothing lost, nothing twice, the log in time order."""

import dataclasses
import shutil
from datetime import date, timedelta

import pytest
from sqlmodel import col, func, select
from storage_samples import NOW, TEXT

from factdb.review import By, add, correct, decide, undo
from factdb.review.adjudicating import splits
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import delete_claim, log_of
from factdb.storage.doctor import examine
from factdb.storage.merging import merge
from factdb.storage.removal import remove
from factdb.storage.store import add_article, find_article, start_run
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow


@pytest.fixture
def other(fresh_file, tmp_path, article, extraction):
    """A colleague's database over the same article."""
    shutil.copy(fresh_file, tmp_path / "other.db")
    engine = create_or_upgrade(f"sqlite:///{tmp_path / 'other.db'}")
    with writing(engine) as session:
        add_article(session, article, extraction, start_run(session, NOW), NOW)
    yield engine
    engine.dispose()


def by(name, minute):
    return By(name, NOW + timedelta(minutes=minute))


def claim(session, kind):
    return session.exec(select(ClaimRow).where(ClaimRow.kind == kind)).one()


def merged(engine, other):
    with reading(other) as there, writing(engine) as here:
        found = merge(here, there)
    with reading(engine) as session:
        assert list(examine(session)) == []
    return found


def test_both_logs_are_one_in_time_order(stored, other):
    with writing(stored) as session:
        decide(session, "verify", claim(session, "share").id, by("ann", 1))
        decide(session, "reject", claim(session, "share").id, by("ann", 5))
    with writing(other) as session:
        correct(session, claim(session, "share").id, {"value": "63"}, by("ben", 3))
        decide(session, "verify", claim(session, "casualty_count").id, by("ben", 4))
    assert merged(stored, other).decisions == 2
    with reading(stored) as session:
        share = claim(session, "share")
        assert [(line.curator, line.what) for line in log_of(session, share.id)] == [("ann", "verify"), ("ben", "correct"), ("ann", "reject")]
        assert (share.status, claim(session, "casualty_count").status) == ("rejected", "verified")
        assert [split.claim.id for split in splits(session)] == [share.id]


def test_again_brings_nothing(stored, other):
    with writing(other) as session:
        decide(session, "verify", claim(session, "share").id, by("ben", 3))
        undo(session, by("ben", 4))
        add(session, "fish", ("in 2024", None), {}, by("ben", 5))
    first = merged(stored, other)
    assert (first.articles, first.decisions) == (0, 3)
    with reading(stored) as session:
        assert session.exec(select(func.count()).select_from(ClaimRow)).one() == 5
    again = merged(stored, other)
    assert (again.articles, again.claims, again.decisions) == (0, 0, 0)


def test_articles_that_only_the_colleague_has_come_with_their_claims(stored, other, article, extraction):
    with writing(other) as session:
        later = dataclasses.replace(article, id="later", published_on=date(2025, 6, 12))
        add_article(session, later, extraction, start_run(session, NOW), NOW)
        decide(session, "verify", session.exec(select(ClaimRow.id).join(ArticleRow).where(ArticleRow.name == "later")).first(), by("ben", 1))
    found = merged(stored, other)
    assert (found.articles, found.claims, found.decisions) == (1, 4, 1)
    with reading(stored) as session:
        assert session.exec(select(ArticleRow.name).order_by(col(ArticleRow.name))).all() == ["fish", "later"]


def test_a_decision_taken_back_on_both_sides_is_so_once(stored, other):
    with writing(stored) as session:
        decide(session, "verify", claim(session, "share").id, by("ann", 1))
    merged(other, stored)
    for engine in (stored, other):
        with writing(engine) as session:
            undo(session, by("ann", 2))
    merged(stored, other)
    with reading(stored) as session:
        assert claim(session, "share").status == "new"
        assert session.exec(select(func.count()).select_from(DecisionRow)).one() == 2


def test_what_was_removed_here_stays_removed(stored, other):
    with writing(stored) as session:
        decide(session, "verify", claim(session, "share").id, by("ann", 1))
        remove(session, "fish", force=True, at=NOW)
    with writing(other) as session:
        decide(session, "reject", claim(session, "share").id, by("ben", 3))
    assert merged(stored, other).left_out == 1
    with reading(stored) as session:
        assert session.exec(select(func.count()).select_from(ClaimRow)).one() == 0


def test_claims_of_other_rules_come_where_somebody_decided(stored, other):
    with writing(stored) as session:
        for row in session.exec(select(ClaimRow).where(col(ClaimRow.kind).in_(("share", "meeting_date")))).all():
            delete_claim(session, row)
    with writing(other) as session:
        decide(session, "verify", claim(session, "share").id, by("ben", 3))
    assert merged(stored, other).claims == 1
    with reading(stored) as session:
        assert claim(session, "share").quote in TEXT
        assert find_article(session, "fish").name == "fish"
