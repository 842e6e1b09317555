"""`factdb init`."""

import os

import click

from factdb.cli.database import database_option, made
from factdb.cli.output import say


@click.command()
@database_option
def command(db: str | None) -> None:
    """Make a database, or bring one up to date; `add` does this by itself.

    \b
    Example:
      factdb init --db facts.db
    """
    from factdb.storage.database import database_url, shown

    made(db)
    say(f"Ready: {shown(database_url(db, os.environ))}")
