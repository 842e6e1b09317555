"""`factdb db upgrade | current | check`."""

import os

import click

from factdb.cli.database import database_option, made
from factdb.cli.main import FINDINGS
from factdb.cli.output import say


@click.group()
def command() -> None:
    """Look after the schema of the database.

    \b
    Example:
      factdb db current
    """


@command.command()
@database_option
def upgrade(db: str | None) -> None:
    """Bring the schema up to date.

    \b
    Example:
      factdb db upgrade
    """
    from factdb.storage.database import latest

    made(db)
    say(f"The schema is {latest()}.")


@command.command()
@database_option
def current(db: str | None) -> None:
    """Print the schema's revision.

    \b
    Example:
      factdb db current
    """
    from factdb.storage.database import current, database_url

    click.echo(current(database_url(db, os.environ)) or "none")


@command.command()
@database_option
@click.pass_context
def check(ctx: click.Context, db: str | None) -> None:
    """Compare the schema with what this factdb expects; status 1 when they differ.

    \b
    Example:
      factdb db check
    """
    from factdb.storage.database import check, database_url

    found = check(database_url(db, os.environ))
    for difference in found:
        click.echo(difference)
    say("The schema differs." if found else "The schema is as expected.")
    ctx.exit(FINDINGS if found else 0)
