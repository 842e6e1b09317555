"""`factdb flag`."""

import click

from factdb.cli.deciding import by, decide_all, deciding_options


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@deciding_options
def command(ids: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Put a mark on claims, beside their status.

    The mark says: look here. Their status stays.

    \b
    Example:
      factdb flag 3f9a --note "ask the desk"
    """
    decide_all("flag", ids, db, by(curator, reason, note, batch=len(ids) > 1))
