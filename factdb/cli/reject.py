"""`factdb reject`."""

import click

from factdb.cli.deciding import by, decide_all, deciding_options


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@deciding_options
def command(ids: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Reject claims: this is none, or a wrong one.

    A rejected claim stays in the database and is left out of exports.

    \b
    Example:
      factdb reject 3f9a --reason not_a_claim
    """
    decide_all("reject", ids, db, by(curator, reason, note, batch=len(ids) > 1))
