"""A database is made, brought up to date, and never touched when it is not ours."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import inspect

from factdb.errors import DatabaseError
from factdb.storage.database import check, create_or_upgrade, current, database_url, latest, make_engine, migrating, open_database, writing
from factdb.storage.tables import TYPED


@pytest.mark.parametrize(
    ("option", "environ", "url"),
    [
        (None, {}, "sqlite:///factdb.db"),
        ("a.db", {"FACTDB_DATABASE_URL": "b.db"}, "sqlite:///a.db"),
        (None, {"FACTDB_DATABASE_URL": "postgresql://h/d"}, "postgresql+psycopg://h/d"),
    ],
)
def test_the_option_goes_before_the_environment(option, environ, url):
    assert database_url(option, environ) == url


def test_init_makes_every_table(empty_url):
    assert current(empty_url) is None
    engine = create_or_upgrade(empty_url)
    assert {row.__tablename__ for row in TYPED.values()} < set(inspect(engine).get_table_names())
    engine.dispose()
    assert current(empty_url) == latest()
    create_or_upgrade(empty_url).dispose()


def test_migrations_and_models_agree(url):
    assert check(url) == []


def test_migrations_go_down_and_up_again(url):
    from alembic import command
    from factdb.storage.database import _config

    engine = make_engine(url)
    with migrating(engine) as connection:
        command.downgrade(_config(connection), "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    with migrating(engine) as connection:
        command.upgrade(_config(connection), "head")
    engine.dispose()
    assert check(url) == []


def test_a_missing_database_is_named(empty_url):
    with pytest.raises(DatabaseError, match="factdb init"):
        open_database(empty_url)


def test_a_newer_schema_is_refused(url):
    engine = make_engine(url)
    with writing(engine) as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for opening in (create_or_upgrade, open_database, current):
        with pytest.raises(DatabaseError, match="newer"):
            opening(url)
    engine.dispose()


def test_a_foreign_database_is_refused(empty_url):
    engine = make_engine(empty_url)
    with writing(engine) as session:
        session.connection().exec_driver_sql("CREATE TABLE recipe (name text)")
    with pytest.raises(DatabaseError, match="no factdb database"):
        create_or_upgrade(empty_url)
    assert inspect(engine).get_table_names() == ["recipe"]
    engine.dispose()


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_stays_byte_for_byte(tmp_path, content):
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    for opening in (create_or_upgrade, open_database):
        with pytest.raises(DatabaseError, match="left as it is"):
            opening(f"sqlite:///{path}")
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["notes.db"]


def test_a_foreign_sqlite_file_stays_byte_for_byte(tmp_path):
    path = tmp_path / "recipes.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipe (name text)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="no factdb database"):
        create_or_upgrade(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_several_may_make_the_database_at_once(empty_url):
    with ThreadPoolExecutor(4) as pool:
        for engine in pool.map(create_or_upgrade, [empty_url] * 4):
            engine.dispose()
    assert check(empty_url) == []


@pytest.mark.parametrize("url", ["mysql://h/d", "nonsense://", "://"])
def test_other_urls_are_refused(url):
    with pytest.raises(DatabaseError):
        open_database(url)


def test_sqlite_keeps_what_was_committed(tmp_path):
    engine = create_or_upgrade(f"sqlite:///{tmp_path / 'facts.db'}")
    with engine.connect() as connection:
        pragmas = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "journal_mode", "synchronous")]
    engine.dispose()
    assert pragmas == [1, "wal", 2]


@pytest.mark.parametrize("written", ["2025-06-09T12:00:00+00:00", "last Monday"])
def test_a_migration_keeps_the_log_with_its_undos(url, written):
    from alembic import command
    from factdb.storage.database import _config

    engine = make_engine(url)
    with migrating(engine) as connection:
        command.downgrade(_config(connection), "0001")
    engine.dispose()
    with migrating(engine) as connection:
        connection.exec_driver_sql("INSERT INTO article (id, name, text, sha256) VALUES ('a', 'a', '', '')")
        for uid, at, what, undoes in (("d1", "2025-06-09T12:00:00+00:00", "verify", "NULL"), ("d2", written, "undo", "'d1'")):
            connection.exec_driver_sql(
                "INSERT INTO decision (uid, claim_id, article_id, curator, decided_at, what, before, after, undoes) "
                f"VALUES ('{uid}', 'c', 'a', 'ann', '{at}', '{what}', '{{}}', '{{}}', {undoes})"
            )
    engine = create_or_upgrade(url)
    with engine.connect() as connection:
        log = connection.exec_driver_sql("SELECT uid, undoes, decided_at FROM decision ORDER BY decided_at").all()
        assert [line[:2] for line in log] == [("d1", None), ("d2", "d1")]
        assert log[1][2] == "2025-06-09T12:00:00.000001+00:00"
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
    assert check(url) == []
