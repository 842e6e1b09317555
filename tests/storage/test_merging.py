"""Two colleagues' databases become one: nothing lost, nothing twice, the log in time order."""

import dataclasses
import shutil
from datetime import date, timedelta

import pytest
from sqlmodel import col, func, select
from storage_samples import NOW, TEXT

from factdb.claims.extract import extract
from factdb.review import By, add, correct, decide, undo
from factdb.review.adjudicating import splits
from factdb.storage.backup import backup
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import IN_TIME, delete_claim, log_of
from factdb.storage.doctor import examine
from factdb.storage.merging import merge
from factdb.storage.readings import state_of
from factdb.storage.removal import remove
from factdb.storage.store import add_article, find_article, start_run
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow, ShingleRow
from factdb.storage.versions import renew, versions
from factdb.text.article import Article


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
        found = merge(here, there, NOW + timedelta(hours=1))
    with reading(engine) as session:
        assert list(examine(session)) == []
    return found


def one_log(engine, other):
    """The log after each was merged into the other: it is the same in both, and so are the claims."""
    for here, there in ((engine, other), (other, engine), (engine, other)):
        merged(here, there)
    held = []
    for here in (engine, other):
        with reading(here) as session:
            log = session.exec(select(DecisionRow).order_by(*IN_TIME)).all()
            held.append(([row.model_dump(exclude={"id"}) for row in log], {row.id: state_of(session, row) for row in session.exec(select(ClaimRow))}))
    assert held[0] == held[1]
    return log


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


def test_what_both_took_back_is_in_one_log_in_both_databases(stored, other):
    with writing(stored) as session:
        decide(session, "verify", claim(session, "share").id, by("ann", 1))
    merged(other, stored)
    for minute, engine in enumerate((stored, other), 2):
        with writing(engine) as session:
            undo(session, by("ann", minute))
    assert [line.what for line in one_log(stored, other)] == ["verify", "undo", "undo"]
    with reading(stored) as session:
        assert claim(session, "share").status == "new"


def test_undo_takes_back_what_one_decided_last_by_the_clock_not_what_came_in_last(stored, other):
    with writing(other) as session:
        decide(session, "verify", claim(session, "share").id, by("ann", 1))
    with writing(stored) as session:
        decide(session, "reject", claim(session, "casualty_count").id, by("ann", 2))
    merged(stored, other)
    with writing(stored) as session:
        assert [told.claim_id for told in undo(session, by("ann", 3))] == [claim(session, "casualty_count").id]
        assert [told.claim_id for told in undo(session, by("ann", 4))] == [claim(session, "share").id]


def test_decisions_of_one_moment_stand_in_one_order_in_both_databases(stored, other):
    for engine, name, what in ((stored, "ann", "verify"), (other, "ben", "reject")):
        with writing(engine) as session:
            decide(session, what, claim(session, "share").id, by(name, 1))
    assert len(one_log(stored, other)) == 2


def test_a_colleague_decided_on_a_claim_whose_adding_was_undone_meanwhile(stored, other):
    with writing(stored) as session:
        added = add(session, "fish", ("in 2024", None), {}, by("ann", 1)).claim_id
    merged(other, stored)
    with writing(stored) as session:
        undo(session, by("ann", 2))
    with writing(other) as session:
        decide(session, "verify", added, by("ben", 3))
    assert [line.what for line in one_log(stored, other)] == ["add", "undo", "verify"]
    with writing(stored) as session:
        assert session.get(ClaimRow, added) is None
        assert [told.status for told in undo(session, by("ben", 4))] == ["removed"]
    merged(other, stored)


def test_what_both_added_at_one_place_stands_on_the_words_that_it_was_added_from_last(stored, other):
    for minute, (engine, words) in enumerate(((other, "dollars in 2024"), (stored, "in 2024")), 1):
        with writing(engine) as session:
            add(session, "fish", (words, None), {}, by("ann", minute))
    one_log(stored, other)
    rows = []
    for engine in (stored, other):
        with reading(engine) as session:
            rows.append(session.exec(select(ClaimRow).where(ClaimRow.origin == "curator")).one().model_dump())
    assert rows[0] == rows[1]
    assert rows[0]["quote"] == "in 2024"


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


def put(engine, text, at=NOW, url="https://example.org/fire"):
    """An article, the latest version of what is known under its address."""
    with writing(engine) as session:
        found = extract(text, NOW.date(), "Fire")
        article = Article(text[:12], text, "Fire", NOW.date(), url=url)
        added = add_article(session, article, found, start_run(session, at), at)
        renew(session, added.article_id, at)
        return added.article_id


def chain(engine, article_id):
    with reading(engine) as session:
        return [row.id for row in versions(session, session.get_one(ArticleRow, article_id))]


def test_versions_that_each_saw_of_an_article_are_one_row_in_both_databases(stored, other):
    story = "A fire in Oslo killed {} people. Some 300 guests fled. The hotel has 90 rooms."
    first = put(stored, story.format(12))
    assert put(other, story.format(12), NOW + timedelta(minutes=1)) == first
    last = put(stored, story.format(17), NOW + timedelta(minutes=9))
    between = put(other, story.format(15), NOW + timedelta(minutes=5))
    one_log(stored, other)
    for engine in (stored, other):
        assert chain(engine, first) == [first, between, last]


def test_a_near_copy_that_comes_in_is_marked_with_the_article_that_is_here(stored, other):
    wire = " ".join(f"The harbour of Puno handled {n} ships in its {n}th week, the port office said." for n in range(30))
    here = put(stored, wire, url=None)
    there = put(other, "By our staff. " + wire, url=None)
    merged(stored, other)
    with reading(stored) as session:
        assert session.get_one(ArticleRow, there).syndicated_from == here
        assert {here, there} <= set(session.exec(select(ShingleRow.article_id)))


FIRE = "A fire in Oslo killed {} people. Some 300 guests fled. The hotel has 90 rooms."


def status(engine, article_id, words):
    with reading(engine) as session:
        rows = session.exec(select(ClaimRow).where(ClaimRow.article_id == article_id)).all()
        return next(row.status for row in rows if words in row.quote)


def claim_id(engine, article_id, words):
    with reading(engine) as session:
        rows = session.exec(select(ClaimRow).where(ClaimRow.article_id == article_id)).all()
        return next(row.id for row in rows if words in row.quote)


def test_two_texts_of_one_article_that_each_holds_alone_become_its_versions(stored, other):
    first = put(stored, FIRE.format(12))
    last = put(other, FIRE.format(17), NOW + timedelta(minutes=9))
    one_log(stored, other)
    for engine in (stored, other):
        assert chain(engine, first) == [first, last]


def test_texts_of_two_articles_under_one_address_stay_apart(stored, other):
    first = put(stored, FIRE.format(12))
    with writing(other) as session:
        text = "Vintners in Puno sold 9 million litres of wine to 14 countries."
        found = Article("wine", text, "Wine", NOW.date(), url="https://example.org/fire")
        wine = add_article(session, found, extract(text, NOW.date()), start_run(session, NOW), NOW).article_id
    one_log(stored, other)
    assert (chain(stored, first), chain(stored, wine)) == ([first], [wine])


def test_a_decision_on_the_earlier_text_is_carried_over_where_nobody_decided_on_the_later_one(stored, other):
    first = put(stored, FIRE.format(12))
    last = put(other, FIRE.format(17), NOW + timedelta(minutes=9))
    with writing(stored) as session:
        for words in ("300", "90", "12"):
            decide(session, "verify", claim_id(stored, first, words), by("ann", 10))
    with writing(other) as session:
        decide(session, "reject", claim_id(other, last, "90"), by("ben", 8))
    assert merged(other, stored).carried == 1
    assert merged(other, stored).carried == 0
    log = one_log(stored, other)
    assert [line.what for line in log if line.curator == "factdb"] == ["carry"]
    for engine in (stored, other):
        assert [status(engine, last, words) for words in ("300", "90", "17")] == ["verified", "rejected", "new"]
        assert status(engine, first, "12") == "verified"


def test_what_each_carried_over_by_itself_is_one_line_when_they_are_merged(stored, other, tmp_path):
    first = put(stored, FIRE.format(12))
    put(other, FIRE.format(17), NOW + timedelta(minutes=9))
    with writing(stored) as session:
        decide(session, "verify", claim_id(stored, first, "300"), by("ann", 10))
    backup(f"sqlite:///{tmp_path / 'other.db'}", tmp_path / "before.db")
    before = create_or_upgrade(f"sqlite:///{tmp_path / 'before.db'}")
    assert merged(other, stored).carried == 1
    assert merged(stored, before).carried == 1
    before.dispose()
    assert [line.what for line in one_log(stored, other)] == ["verify", "carry"]


def test_a_decision_on_an_earlier_version_that_comes_in_reaches_the_later_one(stored, other):
    first = put(stored, FIRE.format(12))
    last = put(stored, FIRE.format(17), NOW + timedelta(minutes=9))
    put(other, FIRE.format(12))
    with writing(other) as session:
        decide(session, "verify", claim_id(other, first, "300"), by("ben", 12))
    assert merged(stored, other).carried == 1
    assert status(stored, last, "300") == "verified"
