"""`factdb article`: one article, with its text."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, visible, write_rows
from factdb.export.cells import cell


@click.command()
@click.argument("article_id", metavar="ID")
@database_option
@output_options
def command(article_id: str, db: str | None, form: str | None, headers: bool) -> None:
    """Show an article with its text.

    \b
    Example:
      factdb article 3f9a
    """
    from factdb.storage.queries import ARTICLE_COLUMNS, one_article

    with reading_from(db) as session:
        row = one_article(session, article_id)
    if form is not None:
        write_rows([row], (*ARTICLE_COLUMNS, "text"), form, headers)
        return
    for name in ARTICLE_COLUMNS:
        if row[name] is not None:
            click.echo(f"{name.replace('_', ' '):>12}  {visible(cell(row[name]))}")
    click.echo()
    click.echo(visible(row["text"], keep="\n"))
