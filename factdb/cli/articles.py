"""`factdb articles`: the articles that are stored."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, write_rows


@click.command()
@database_option
@output_options
def command(db: str | None, form: str | None, headers: bool) -> None:
    """List the stored articles.

    \b
    Example:
      factdb articles --csv
    """
    from factdb.storage.queries import ARTICLE_COLUMNS, articles

    with reading_from(db) as session:
        write_rows(articles(session), ARTICLE_COLUMNS, form, headers)
