"""An edited article under its old address: decisions go with their words, or stay behind as orphans."""

from datetime import timedelta

import pytest
from sqlmodel import col, select
from storage_samples import NOW

from factdb.claims.extract import extract
from factdb.review import By, add, correct, decide, undo
from factdb.review.changes import changes
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.queries import claims
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow
from factdb.storage.versions import renew, versions
from factdb.text.article import Article

OLD = "A fire in Oslo killed 12 people on Tuesday. Some 300 guests fled. In Bergen, 40 shops closed. The hotel has 90 rooms."
NEW = "A fire in Oslo killed 17 people on Tuesday. Some 300 guests fled. The hotel has 90 rooms. Its owner paid 5 million dollars."
ANN = By("ann", NOW)
URL = "https://example.org/fire"
WINE = "Vintners sold 9 million litres of wine."


def put(engine, name, text, url=URL, title="Fire", day=NOW):
    with writing(engine) as session:
        found = extract(text, day.date(), title)
        added = add_article(session, Article(name, text, title, day.date(), url=url), found, start_run(session, NOW), NOW)
        return added.article_id, renew(session, added.article_id, NOW + timedelta(hours=1))


def claim(engine, article, quote):
    with reading(engine) as session:
        rows = session.exec(select(ClaimRow).where(ClaimRow.article_id == article)).all()
        return next(row for row in rows if quote in row.quote)


def test_decisions_go_with_their_words_or_stay_as_orphans(engine):
    old, _ = put(engine, "one", OLD)
    with writing(engine) as session:
        correct(session, claim(engine, old, "300").id, {"value": "310"}, ANN)
        decide(session, "verify", claim(engine, old, "12").id, ANN)
    new, renewed = put(engine, "two", NEW)
    assert renewed.before == old
    assert renewed.orphaned == (claim(engine, old, "12").id,)
    assert (claim(engine, new, "300").value, claim(engine, new, "300").status) == ("310", "corrected")
    assert claim(engine, new, "17").status == "new"
    assert claim(engine, old, "12").status == "verified"
    with reading(engine) as session:
        assert list(examine(session)) == []
        assert {row["article"] for row in claims(session)} == {new}
    with writing(engine) as session:
        undo(session, ANN)
    assert claim(engine, new, "300").value == "310"


def test_a_claim_that_a_curator_added_goes_along(engine):
    old, _ = put(engine, "one", OLD)
    with writing(engine) as session:
        row = claim(engine, old, "90")
        session.delete(session.get(TYPED[row.kind], row.id))
        session.flush()
        session.delete(session.get(ClaimRow, row.id))
    with writing(engine) as session:
        add(session, old, ("90 rooms", None), {}, ANN)
    new, renewed = put(engine, "two", NEW)
    assert len(renewed.carried) == 1
    assert claim(engine, new, "90").status == "verified"
    with reading(engine) as session:
        assert list(examine(session)) == []


def test_diff_tells_what_changed_came_and_went(engine):
    put(engine, "one", OLD)
    new, _ = put(engine, "two", NEW)
    with reading(engine) as session:
        told = {(one.what, one.before, one.after) for one in changes(session, new)}
        assert told == {
            ("changed", "12 people", "17 people"),
            ("gone", "40 shops", None),
            ("added", None, "5 million dollars"),
        }
        assert [row.name for row in versions(session, session.get_one(ArticleRow, new))] == ["one", "two"]


def test_a_third_version_follows_the_second(engine):
    old, _ = put(engine, "one", OLD)
    put(engine, "two", NEW)
    put(engine, "three", NEW.replace("17", "19"))
    with reading(engine) as session:
        assert [(one.before, one.after) for one in changes(session, old) if one.what == "changed"] == [("12 people", "17 people"), ("17 people", "19 people")]


def test_an_older_version_that_comes_later_is_put_before(engine):
    new, _ = put(engine, "two", NEW)
    old, renewed = put(engine, "one", OLD, day=NOW - timedelta(days=1))
    assert renewed is None
    with reading(engine) as session:
        assert session.get_one(ArticleRow, old).superseded_by == new


@pytest.mark.parametrize(("address", "title", "text"), [("https://example.org/other", "Fire", NEW), (URL, "Wine", WINE), (None, "Fire", NEW)])
def test_other_addresses_and_other_texts_are_no_versions(engine, address, title, text):
    old, _ = put(engine, "one", OLD)
    assert put(engine, "two", text, url=address, title=title)[1] is None
    with reading(engine) as session:
        assert session.exec(select(ArticleRow.superseded_by).where(col(ArticleRow.id) == old)).one() is None
