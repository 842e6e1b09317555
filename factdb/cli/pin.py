"""`factdb pin same | different`."""

import click

from factdb.cli.deciding import by, deciding_options, opened, tell_decision


@click.command()
@click.argument("what", metavar="same|different", type=click.Choice(["same", "different"]))
@click.argument("ids", metavar="ID ID...", nargs=-1, required=True)
@deciding_options
def command(what: str, ids: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Pin claims as one fact or as different ones, for good.

    `facts` and `check` keep to it whatever the words say, until it is undone or pinned otherwise.

    \b
    Example:
      factdb pin different 3f9a 77c0 --note "two ferries"
    """
    from factdb.review.judging import pin
    from factdb.storage.database import writing

    with writing(opened(db)) as session:
        told = pin(session, what, ids, by(curator, reason, note, batch=len(ids) > 2))
    for one in told:
        tell_decision(one)
