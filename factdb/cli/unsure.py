"""`factdb unsure`."""

import click

from factdb.cli.deciding import by, decide_all, deciding_options


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@deciding_options
def command(ids: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Mark claims as unsure, for another look.

    An unsure claim is left out of exports until somebody decides.

    \b
    Example:
      factdb unsure 3f9a --note "which ministry?"
    """
    decide_all("unsure", ids, db, by(curator, reason, note, batch=len(ids) > 1))
