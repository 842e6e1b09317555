"""`factdb verify`."""

import click

from factdb.cli.deciding import by, decide_all, deciding_options


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@deciding_options
def command(ids: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Verify claims: the reading is right.

    Each claim keeps the reading that you verified, whatever later rules say. All IDs of one command are one batch for undo.

    \b
    Example:
      factdb verify 3f9a 77c0 --note "matches the ministry's table"
    """
    decide_all("verify", ids, db, by(curator, reason, note, batch=len(ids) > 1))
