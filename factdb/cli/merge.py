"""`factdb merge`: a colleague's database into this one."""

import os
from datetime import UTC, datetime

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import opened
from factdb.cli.output import say


@click.command()
@click.argument("other", metavar="FILE|URL")
@database_option
def command(other: str, db: str | None) -> None:
    """Bring a colleague's database into this one: articles, claims, and both logs of decisions in time order.

    The other database is only read, and merging it again brings nothing twice. Where the two of you differ, the later
    decision holds until `factdb adjudicate` settles it. Two texts of one article under one address become its versions.

    \b
    Example:
      factdb merge colleague.db
    """
    from factdb.review.adjudicating import splits
    from factdb.storage.database import database_url, open_database, reading, writing
    from factdb.storage.merging import merge

    with reading(open_database(database_url(other, os.environ))) as there, writing(opened(db)) as here:
        merged = merge(here, there, datetime.now(UTC))
        differ = len(splits(here))
    left = f", {merged.left_out} left out, whose articles were removed here" if merged.left_out else ""
    say(f"{merged.articles} articles, {merged.claims} claims and {merged.decisions} decisions came in{left}.")
    if merged.carried:
        say(f"{merged.carried} decided claims carried over to a later version of their article.")
    say(f"Curators differ on {differ} claims: factdb adjudicate" if differ else "Curators differ on no claim.")
