"""The engine and the schema: where the database is, whether it is one of ours, and how it is made or brought up to date.

SQLite runs with foreign keys on, a write-ahead log and full synchronisation, so what was committed is on disk. A
transaction that writes takes SQLite's one write lock when it begins and waits for it, so that it never fails half-way.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factdb.errors import DatabaseError
from factdb.storage.data_path import data_path

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import URL, Connection, Engine
    from sqlmodel import Session

DEFAULT = "factdb.db"
_BUSY_MS = 60_000
_MIGRATING = 0xFAC7DB  # PostgreSQL's advisory lock while the schema is made
_MARKS = {"article", "claim", "decision"}


def database_url(option: str | None, environ: Mapping[str, str]) -> str:
    """The URL of the database: from `--db`, else FACTDB_DATABASE_URL, else `factdb.db` here. A path means a SQLite file."""
    given = option or environ.get("FACTDB_DATABASE_URL") or DEFAULT
    if given.startswith("postgresql://"):
        return given.replace("postgresql://", "postgresql+psycopg://", 1)
    return given if "://" in given else f"sqlite:///{Path(given).as_posix()}"


def create_or_upgrade(url: str) -> "Engine":
    """The engine of a database brought to the latest schema; an empty or missing one is made. Others are refused untouched."""
    revision = _revision(url)
    engine = make_engine(url)
    if revision == latest():
        return engine
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)
    from alembic import command

    with migrating(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING})")
        command.upgrade(_config(connection), "head")
    return engine


def open_database(url: str) -> "Engine":
    """The engine of a database that is there and up to date; DatabaseError says what to do otherwise."""
    revision = _revision(url)
    if revision is None:
        raise DatabaseError("there is no database", where=shown(url), next_step="Run `factdb init` or `factdb add` to make one.")
    if revision != latest():
        raise DatabaseError(f"the database has the older schema {revision}", where=shown(url), next_step="Run `factdb db upgrade`.")
    return make_engine(url)


def current(url: str) -> str | None:
    """The revision of the database's schema, None where there is no database yet."""
    return _revision(url)


def check(url: str) -> list[str]:
    """What differs between the database's schema and the models; empty when nothing does."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    from factdb.storage import tables  # noqa: F401  (fills the metadata)

    engine = open_database(url)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": ours})
            return [str(change) for change in compare_metadata(context, SQLModel.metadata)]
    finally:
        engine.dispose()


def latest() -> str:
    """The newest revision that this factdb knows."""
    return max(_known())


@contextmanager
def writing(engine: "Engine") -> "Iterator[Session]":
    """A session in one transaction that may write: committed at the end, rolled back on an error."""
    from sqlmodel import Session

    with Session(engine.execution_options(factdb_writes=True), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def migrating(engine: "Engine") -> "Iterator[Connection]":
    """A connection in one transaction that may change the schema. SQLite changes a table by making it anew: its keys are looked at afterwards."""
    with engine.execution_options(factdb_writes=True, factdb_migrates=True).connect() as connection:
        with connection.begin():
            yield connection
            if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise DatabaseError("rows point at nothing, so the schema was left as it is", where=shown(str(engine.url)), next_step="Run `factdb doctor`.")
        connection.invalidate()


@contextmanager
def reading(engine: "Engine") -> "Iterator[Session]":
    """A session that only reads and holds up nobody."""
    from sqlmodel import Session

    with Session(engine, expire_on_commit=False) as session:
        yield session


def make_engine(url: str) -> "Engine":
    """An engine, whatever is behind the URL; opens nothing yet."""
    from sqlalchemy import create_engine, event

    try:
        engine = create_engine(url, connect_args=_connect_args(url))
    except Exception as error:  # a bad URL, an unknown engine, a driver that is not there
        raise DatabaseError(
            f"not a database that factdb can open ({error})",
            where=shown(url),
            next_step="Give a file or postgresql+psycopg://…; for the latter install factdb[postgresql].",
        ) from error
    if engine.dialect.name not in ("sqlite", "postgresql"):
        raise DatabaseError(f"{engine.dialect.name} is not supported", where=shown(url), next_step="Give a file or postgresql+psycopg://…")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
    return engine


def ours(_thing: object, name: str | None, type_: str, reflected: bool, compare_to: object) -> bool:
    """For alembic: whether a table or index is one of the models'; the search index differs by engine and is not."""
    return not (type_ in ("table", "index") and reflected and compare_to is None and (name or "").startswith("search_"))


def _connect_args(url: str) -> dict[str, Any]:
    return {"timeout": _BUSY_MS / 1000} if url.startswith("sqlite") else {}


def _settle(connection: Any, _record: object) -> None:
    """Settings of each new SQLite connection. Python's own handling of transactions is off: `_begin` says when they begin."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_BUSY_MS}", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(engine: "Engine") -> None:
    """Give the file a write-ahead log, once and for all; this works only outside of a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _begin(connection: "Connection") -> None:
    options = connection.get_execution_options()
    writes = options.get("factdb_writes")
    if options.get("factdb_migrates"):
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # takes no effect inside of a transaction
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _config(connection: "Connection | None" = None) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(data_path("alembic")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revision(url: str) -> str | None:
    """The revision of a factdb database that this program knows; None for an empty or missing one; DatabaseError for others."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseError("not the URL of a database", where=url, next_step="Give a file or postgresql+psycopg://…") from error
    names, revision = _look_sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _look(url)
    if not names:
        return None
    if revision is None or not names >= _MARKS:
        raise DatabaseError("this is no factdb database; it was left as it is", where=shown(url), next_step="Name another one with --db.")
    if revision not in _known():
        raise DatabaseError(f"the database has schema {revision}, newer than this factdb", where=shown(url), next_step="Upgrade factdb: pip install -U factdb.")
    return revision


def _look_sqlite(url: "URL") -> tuple[set[str], str | None]:
    """The tables and the revision of a SQLite file, opened only for reading."""
    import sqlite3

    path = Path(url.database or DEFAULT)
    if path.is_dir():
        raise DatabaseError("this is a folder", where=str(path), next_step="Name a file with --db.")
    if not path.parent.is_dir():
        raise DatabaseError("there is no such folder", where=str(path.parent), next_step="Make it, or name another file with --db.")
    if not path.exists() or path.stat().st_size == 0:
        return set(), None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_MS / 1000)
        try:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in names else None
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise DatabaseError(f"this is no factdb database ({error}); it was left as it is", where=str(path), next_step="Name another one with --db.") from error
    return names, row[0] if row else None


def _look(url: str) -> tuple[set[str], str | None]:
    """The tables and the revision of a database on a server."""
    from sqlalchemy import inspect
    from sqlalchemy.exc import OperationalError

    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            names = set(inspect(connection).get_table_names())
            row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in names else None
    except OperationalError as error:
        raise DatabaseError(f"the server does not answer ({error.orig})", where=shown(url), next_step="Check the address, name and password.") from error
    finally:
        engine.dispose()
    return names, row[0] if row else None


def _known() -> set[str]:
    """The revisions that this factdb knows, from the names of their files ("0003_search.py"): alembic takes a quarter of a second to import."""
    return {path.name.partition("_")[0] for path in (data_path("alembic") / "versions").glob("[0-9]*.py")}


def shown(url: str) -> str:
    """The URL without its password."""
    from sqlalchemy.engine import make_url

    return make_url(url).render_as_string(hide_password=True).removeprefix("sqlite:///")
