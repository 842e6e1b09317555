"""`factdb stats`: how many claims of each kind and status."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, write_rows


@click.command()
@database_option
@output_options
def command(db: str | None, form: str | None, headers: bool) -> None:
    """Count the claims by kind and status.

    \b
    Example:
      factdb stats
    """
    from factdb.storage.queries import STATS_COLUMNS, stats

    with reading_from(db) as session:
        write_rows(stats(session), STATS_COLUMNS, form, headers)
