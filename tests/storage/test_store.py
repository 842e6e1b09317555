"""Articles and their claims are stored once, whole, and found again."""

import dataclasses
from datetime import date

import pytest
from sqlmodel import col, func, select
from storage_samples import NOW

from factdb.errors import NotFoundError, ReadError
from factdb.storage.database import reading, writing
from factdb.storage.readings import reading_of, state_of
from factdb.storage.store import add_article, find_article, find_claim, start_run
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, ExtractionRunRow, PublicationRow


def add(engine, article, extraction):
    with writing(engine) as session:
        return add_article(session, article, extraction, start_run(session, NOW), NOW)


def count(session, table):
    return session.exec(select(func.count()).select_from(table)).one()


def test_every_claim_comes_back_as_it_was_read(stored, extraction):
    with reading(stored) as session:
        rows = session.exec(select(ClaimRow).order_by(col(ClaimRow.start))).all()
        assert [state_of(session, row) for row in rows] == [{**reading_of(claim), "status": "new", "flagged": False} for claim in extraction.claims]
        assert session.exec(select(ExtractionRunRow.articles, ExtractionRunRow.claims)).one() == (1, 4)


def test_decimals_are_exact_and_ranges_can_be_asked(stored):
    with reading(stored) as session:
        row = session.exec(select(ClaimRow).where(col(ClaimRow.value_number) > 1e9)).one()
        assert (row.value, row.low, row.high) == ("3200000000", "3200000000", None)
        assert session.exec(select(ClaimRow.value).where(ClaimRow.kind == "share")).one() == "62.0"


def test_countries_have_their_codes(stored):
    with reading(stored) as session:
        row = session.exec(select(TYPED["trade_figure"])).one()
        assert (row.reporter, row.reporter_code, row.partner_code) == ("Norway", "NOR", "CHL")


def test_the_same_article_is_stored_once(stored, article, extraction):
    assert add(stored, article, extraction).what == "known"
    assert add(stored, dataclasses.replace(article, url="https://example.org/2"), extraction).what == "published"
    with reading(stored) as session:
        assert [count(session, table) for table in (ArticleRow, PublicationRow, ClaimRow)] == [1, 2, 4]


def test_the_same_text_on_another_day_is_another_article(stored, article, extraction):
    days = [None, date(2025, 6, 10)]
    assert [add(stored, dataclasses.replace(article, published_on=day), extraction).what for day in days] == ["added", "added"]
    assert add(stored, dataclasses.replace(article, published_on=None), extraction).what == "known"
    with reading(stored) as session:
        assert count(session, ClaimRow) == 12


def test_an_article_is_all_there_or_not_at_all(engine, article, extraction):
    broken = dataclasses.replace(extraction, claims=(*extraction.claims, dataclasses.replace(extraction.claims[0], rule=None)))
    with pytest.raises(Exception, match="rule"):
        add(engine, article, broken)
    with reading(engine) as session:
        assert [count(session, table) for table in (ArticleRow, PublicationRow, ClaimRow, *TYPED.values())] == [0] * 14


def test_ids_are_stable_and_any_unique_prefix_serves(stored, tmp_path, article, extraction):
    from factdb.storage.database import create_or_upgrade

    with reading(stored) as session:
        ids = session.exec(select(ClaimRow.id).order_by(col(ClaimRow.start))).all()
        assert [find_claim(session, i[:6]).id for i in ids] == list(ids)
        assert find_article(session, "fish").id == find_article(session, find_article(session, "fish").id[:5]).id
    other = create_or_upgrade(f"sqlite:///{tmp_path / 'other.db'}")
    add(other, article, extraction)
    with reading(other) as session:
        assert session.exec(select(ClaimRow.id).order_by(col(ClaimRow.start))).all() == ids
    other.dispose()


@pytest.mark.parametrize("prefix", ["", "zz", "%", "_", "000000000000"])
def test_no_such_id(stored, prefix):
    with reading(stored) as session, pytest.raises(NotFoundError, match="factdb list"):
        find_claim(session, prefix)


def test_two_claims_at_one_number_have_two_ids(engine, article, extraction):
    twice = dataclasses.replace(extraction, claims=extraction.claims[:1] * 2)
    add(engine, article, twice)
    with reading(engine) as session:
        assert len(set(session.exec(select(ClaimRow.id)).all())) == 2


@pytest.mark.parametrize("char", ["\0", "\ud800"])
def test_text_that_an_engine_cannot_hold_is_named(engine, article, extraction, char):
    with pytest.raises(ReadError, match="UTF-8"):
        add(engine, dataclasses.replace(article, text=article.text + char), extraction)
