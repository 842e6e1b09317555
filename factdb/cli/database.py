"""The `--db` option, and the database that it, the environment or the current directory names."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

F = TypeVar("F", bound=Callable[..., Any])


def database_option(command: F) -> F:
    """Give a command `--db`, as `db`."""
    return click.option("--db", metavar="FILE|URL", help="The database; by default FACTDB_DATABASE_URL, else factdb.db here.")(command)


@contextmanager
def reading_from(db: str | None) -> "Iterator[Session]":
    """A session on the database that is there, for reading."""
    from factdb.storage.database import database_url, open_database, reading

    with reading(open_database(database_url(db, os.environ))) as session:
        yield session


def made(db: str | None) -> "Engine":
    """The engine of the database, which is made or brought up to date where that is needed."""
    from factdb.storage.database import create_or_upgrade, database_url

    return create_or_upgrade(database_url(db, os.environ))
