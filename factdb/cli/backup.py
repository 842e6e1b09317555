"""`factdb backup`."""

import os
from pathlib import Path

import click

from factdb.cli.database import database_option
from factdb.cli.output import say


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@database_option
def command(file: Path, db: str | None) -> None:
    """Copy the database to FILE, also while others work in it.

    FILE must not be there yet. A database on a PostgreSQL server is copied by pg_dump; the command says how.

    \b
    Example:
      factdb backup facts-2025-06-09.db
    """
    from factdb.storage.backup import backup
    from factdb.storage.database import database_url

    size = backup(database_url(db, os.environ), file)
    say(f"{size:,} bytes copied to {file}.")
