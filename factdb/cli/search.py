"""`factdb search`: words looked for in articles and claims."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, say, write_rows

_SHOWN = ("what", "id", "kind", "status", "passage", "article_name", "published_on")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many articles and so many claims.")
@database_option
@output_options
def command(words: tuple[str, ...], limit: int, db: str | None, form: str | None, headers: bool) -> None:
    """Find articles and claims that hold all of these words, the best first.

    Endings of English words are passed over: "ships" finds "ship". Words in quotes are looked for side by side.

    \b
    Example:
      factdb search harbour "million tonnes"
    """
    from factdb.storage.search import COLUMNS, search

    with reading_from(db) as session:
        rows, more = search(session, words, limit)
    write_rows(rows, _SHOWN if form in (None, "table") else COLUMNS, form, headers)
    if more:
        say("There are more; --limit shows them.")
    elif not rows:
        say("Nothing found.")
