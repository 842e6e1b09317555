"""`factdb verify`."""

from typing import Any

import click

from factdb.cli.bulk import bulk_options, decide_many


@click.command()
@bulk_options
def command(ids: tuple[str, ...], **given: Any) -> None:
    """Verify claims: the reading is right.

    Each claim keeps the reading that you verified, whatever later rules say. All IDs of one command are one batch for undo.

    \b
    Example:
      factdb verify --where "kind=share confidence=0.9 status=new"
    """
    decide_many("verify", ids, given)
