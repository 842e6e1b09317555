"""`factdb list`: claims, filtered."""

from typing import Any

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.filters import chosen, filter_options
from factdb.cli.output import output_options, write_rows

# What fits a screen; the other formats give every column.
_SHOWN = ("id", "kind", "status", "quote", "value", "unit", "date_start", "date_end", "subject", "article_name")


@click.command()
@filter_options
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N claims.")
@database_option
@output_options
def command(limit: int | None, db: str | None, form: str | None, headers: bool, **given: Any) -> None:
    """List claims.

    \b
    Example:
      factdb list --kind share --least 50 --csv
    """
    from factdb.storage.queries import CLAIM_COLUMNS, claims

    with reading_from(db) as session:
        columns = _SHOWN if form in (None, "table") else CLAIM_COLUMNS
        write_rows(claims(session, chosen(session, given), limit), columns, form, headers)
