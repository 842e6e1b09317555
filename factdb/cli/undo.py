"""`factdb undo`."""

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import by, curator_option, opened, tell_decision


@click.command()
@curator_option
@database_option
def command(curator: str | None, db: str | None) -> None:
    """Take back your own latest decision, or the whole batch it was made in.

    Nothing is erased: the undo is one more line of the log. It is refused when another curator has decided since.

    \b
    Example:
      factdb undo --curator ann
    """
    from factdb.review import undo
    from factdb.storage.database import writing

    with writing(opened(db)) as session:
        told = undo(session, by(curator))
    for one in told:
        tell_decision(one)
