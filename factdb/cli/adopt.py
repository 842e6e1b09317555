"""`factdb adopt`."""

import click

from factdb.cli.deciding import by, deciding_options, opened, tell_decision


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--deprecate", is_flag=True, help="Mark the claims as ones that no longer count, instead.")
@deciding_options
def command(ids: tuple[str, ...], deprecate: bool, curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Adopt a claim's value as its fact's verified figure.

    `fact` marks it, and `export --facts` gives it as the value of the fact.

    \b
    Example:
      factdb adopt 3f9a --note "the ministry's final count"
    """
    from factdb.review.judging import adopt
    from factdb.storage.database import writing

    who = by(curator, reason, note, batch=len(ids) > 1)
    with writing(opened(db)) as session:
        told = [adopt(session, prefix, who, deprecate) for prefix in ids]
    for one in told:
        tell_decision(one)
