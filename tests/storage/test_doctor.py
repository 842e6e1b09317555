"""Each fault that another program can leave in a database is found and named."""

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.review import By, decide
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.tables import ClaimRow


def faults(engine):
    with reading(engine) as session:
        return list(examine(session))


def test_a_fresh_database_is_sound(stored):
    assert faults(stored) == []


@pytest.mark.parametrize(
    ("sql", "word"),
    [
        ("UPDATE article SET text = 'x' || text", "not the quote"),
        ("UPDATE claim SET start = start + 1 WHERE kind = 'share'", "not the quote"),
        ("UPDATE claim SET value = '63' WHERE kind = 'share'", "the log gives '62.0'"),
        ("UPDATE claim SET low_number = 1 WHERE kind = 'share'", "low_number is not low"),
        ("UPDATE claim SET status = 'verified'", "the log gives 'new'"),
        ("DELETE FROM share", "a typed row in no table"),
        ("UPDATE share SET whole = 'half'", "the log gives 'debt'"),
        ("UPDATE trade_figure SET reporter_code = 'SWE'", "typed row is not what the log gives"),
        ("INSERT INTO rank (claim_id) SELECT id FROM claim WHERE kind = 'share'", "a typed row in share, rank"),
    ],
)
def test_faults_are_named(stored, sql, word):
    with writing(stored) as session:
        session.connection().exec_driver_sql(sql)
    assert any(word in fault for fault in faults(stored)), faults(stored)


def test_a_lost_log_is_noticed(stored):
    with writing(stored) as session:
        decide(session, "reject", session.exec(select(ClaimRow.id)).first(), By("ann", NOW))
    assert faults(stored) == []
    with writing(stored) as session:
        session.connection().exec_driver_sql("DELETE FROM decision")
    assert len(faults(stored)) == 1


def test_broken_keys_are_named(tmp_path, article, extraction):
    import sqlite3

    from factdb.storage.database import create_or_upgrade
    from factdb.storage.store import add_article, start_run

    engine = create_or_upgrade(f"sqlite:///{tmp_path / 'facts.db'}")
    with writing(engine) as session:
        add_article(session, article, extraction, start_run(session, NOW), NOW)
    connection = sqlite3.connect(tmp_path / "facts.db")
    connection.execute("DELETE FROM claim WHERE kind = 'share'")
    connection.execute("UPDATE publication SET article_id = 'nowhere'")
    connection.commit()
    connection.close()
    found = faults(engine)
    engine.dispose()
    assert any("share: claim" in fault for fault in found)
    assert any("its article nowhere is missing" in fault for fault in found)
