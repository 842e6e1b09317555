"""`factdb stats`: how many claims of each kind and status, and who decided how much."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, write_rows


@click.command()
@click.option("--by", type=click.Choice(["kind", "curator", "day"]), default="kind", show_default=True, help="Claims by kind, or decisions by curator or day.")
@database_option
@output_options
def command(by: str, db: str | None, form: str | None, headers: bool) -> None:
    """Count the claims by kind and status, or the decisions by curator or day.

    \b
    Example:
      factdb stats --by curator
    """
    from factdb.storage.stats import columns, stats

    with reading_from(db) as session:
        write_rows(stats(session, by), columns(by), form, headers)
