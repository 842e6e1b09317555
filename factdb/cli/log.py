"""`factdb log`."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, write_rows

_COLUMNS = ("decided_at", "curator", "claim_id", "what", "changed", "reason", "comment", "uid", "undoes", "batch")
_SHOWN = _COLUMNS[:7]


@click.command()
@click.argument("claim_id", metavar="[ID]", required=False)
@database_option
@output_options
def command(claim_id: str | None, db: str | None, form: str | None, headers: bool) -> None:
    """Show who decided what and when, the oldest first: on one claim, or on all.

    \b
    Example:
      factdb log 3f9a
    """
    from factdb.storage.decisions import log_rows

    with reading_from(db) as session:
        write_rows(log_rows(session, claim_id), _SHOWN if form in (None, "table") else _COLUMNS, form or "table", headers)
