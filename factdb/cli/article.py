"""`factdb article`: one article, and giving it what its file did not say."""

from datetime import UTC, datetime
from typing import Any

import click

from factdb.cli.database import database_option, made, reading_from
from factdb.cli.output import output_options, say, visible, write_rows
from factdb.errors import FactdbError
from factdb.export.cells import cell

_SETTABLE = ("published_on", "title")


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--set", "changes", metavar="NAME=VALUE", multiple=True, help="Give it a published_on or a title; its dates are resolved anew.")
@database_option
@output_options
def command(article_id: str, changes: tuple[str, ...], db: str | None, form: str | None, headers: bool) -> None:
    """Show an article with its text, or give it a date.

    \b
    Example:
      factdb article 3f9a --set published_on=2025-06-09
    """
    if changes:
        _change(article_id, dict(_pair(change) for change in changes), db)
        return
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


def _pair(change: str) -> tuple[str, Any]:
    from factdb.text.readers.metadata import published

    name, equals, value = change.partition("=")
    if not equals or name not in _SETTABLE:
        raise FactdbError(f"{name!r} cannot be set", where=f"--set {change}", next_step=f"Write NAME=VALUE with one of {', '.join(_SETTABLE)}")
    return name, published(value, f"--set {change}") if name == "published_on" else value or None


def _change(article_id: str, changes: dict[str, Any], db: str | None) -> None:
    from factdb.storage.database import writing
    from factdb.storage.reextract import change_article

    with writing(made(db)) as session:
        counts = change_article(session, article_id, changes, datetime.now(UTC))
    say(f"Article {counts.article_id} changed, {counts.claims} claims read anew.")
