"""`factdb unsure`."""

from typing import Any

import click

from factdb.cli.bulk import bulk_options, decide_many


@click.command()
@bulk_options
def command(ids: tuple[str, ...], **given: Any) -> None:
    """Mark claims as unsure, for another look.

    An unsure claim is left out of exports until somebody decides.

    \b
    Example:
      factdb unsure 3f9a --note "which ministry?"
    """
    decide_many("unsure", ids, given)
