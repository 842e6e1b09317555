"""`factdb agree`: how far curators agree."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, say, write_rows


@click.command()
@database_option
@output_options
def command(db: str | None, form: str | None, headers: bool) -> None:
    """Show how far curators agree: percent, Cohen's kappa and Gwet's AC1, by kind and field.

    Claims count that two curators have read, as with `review --second`.

    \b
    Example:
      factdb agree --csv
    """
    from factdb.review.agreement import COLUMNS, agreement

    with reading_from(db) as session:
        rows = agreement(session)
    write_rows(rows, COLUMNS, form, headers)
    if not rows:
        say("No claim was read by two curators yet. `factdb review --second 20` reads a fifth of them again, blindly.")
