"""`factdb remove`."""

from datetime import UTC, datetime

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import opened
from factdb.cli.output import say


@click.command()
@click.argument("article")
@click.option("--force", is_flag=True, help="Also when curators decided on its claims; their decisions stay in the log.")
@database_option
def command(article: str, force: bool, db: str | None) -> None:
    """Remove an ARTICLE with its claims.

    Refused when curators decided on its claims. With --force their decisions stay in the log, and the same text is not added again.

    \b
    Example:
      factdb remove 3f9a
    """
    from factdb.storage.database import writing
    from factdb.storage.removal import remove

    with writing(opened(db)) as session:
        removed = remove(session, article, force, datetime.now(UTC))
    kept = f" {removed.decisions} decisions stay in the log." if removed.decisions else ""
    say(f"Article {removed.article_id} {removed.name} removed with {removed.claims} claims.{kept}")
