"""`factdb correct`."""

import click

from factdb.cli.deciding import by, deciding_options, opened, pairs, tell_decision


@click.command()
@click.argument("words", metavar="ID... FIELD=VALUE...", nargs=-1, required=True)
@deciding_options
def command(words: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Correct fields of claims; an empty value clears a field.

    A new kind moves the claim to that kind's table. Parts of a list are separated by semicolons.

    \b
    Example:
      factdb correct 3f9a value=14 modifier=at_least --reason wrong_value
    """
    from factdb.review import correct
    from factdb.storage.database import writing

    ids = [word for word in words if "=" not in word]
    if not ids:
        raise click.UsageError("Name at least one claim by its ID.")
    who = by(curator, reason, note, batch=len(ids) > 1)
    with writing(opened(db)) as session:
        told = [correct(session, prefix, pairs([word for word in words if "=" in word]), who) for prefix in ids]
    for one in told:
        tell_decision(one)
