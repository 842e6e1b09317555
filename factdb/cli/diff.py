"""`factdb diff`: which figures changed from version to version of an article."""

from dataclasses import asdict

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, say, write_rows

_COLUMNS = ("old", "new", "what", "kind", "before", "after", "subject", "claim_id", "status")
_SHOWN = _COLUMNS[2:]


@click.command()
@click.argument("article_id", metavar="ARTICLE")
@database_option
@output_options
def command(article_id: str, db: str | None, form: str | None, headers: bool) -> None:
    """Show which figures changed from version to version of an article.

    Another text that is added under the same URL is a new version. Decisions go over to the same words in the same
    surroundings; the rest stays with the version it was made on.

    \b
    Example:
      factdb diff 3f9a
    """
    from factdb.review.changes import changes

    with reading_from(db) as session:
        found = [asdict(change) for change in changes(session, article_id)]
    write_rows(found, _SHOWN if form in (None, "table") else _COLUMNS, form, headers)
    if not found:
        say("No figure changed, or there is one version only.")
