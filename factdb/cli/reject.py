"""`factdb reject`."""

from typing import Any

import click

from factdb.cli.bulk import bulk_options, decide_many


@click.command()
@bulk_options
def command(ids: tuple[str, ...], **given: Any) -> None:
    """Reject claims: this is none, or a wrong one.

    A rejected claim stays in the database and is left out of exports.

    \b
    Example:
      factdb reject 3f9a --reason not_a_claim
    """
    decide_many("reject", ids, given)
