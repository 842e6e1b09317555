"""`factdb doctor`."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.main import FINDINGS
from factdb.cli.output import say, visible


@click.command()
@database_option
@click.pass_context
def command(ctx: click.Context, db: str | None) -> None:
    """Re-read every claim's words, keys, typed row and log; status 1 when something does not fit.

    \b
    Example:
      factdb doctor
    """
    from factdb.storage.doctor import examine

    faults = 0
    with reading_from(db) as session:
        for fault in examine(session):
            click.echo(visible(fault))
            faults += 1
    say(f"{faults} faults." if faults else "No faults.")
    ctx.exit(FINDINGS if faults else 0)
