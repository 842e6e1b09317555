"""`factdb extract`: articles in, one JSON line each out, no database."""

import sys
from functools import partial
from typing import Any

import click

from factdb.cli.main import ERROR, FINE
from factdb.cli.parallel import spread
from factdb.cli.reading import read_options, reading_options, tell
from factdb.errors import ReadError
from factdb.export.cells import json_line
from factdb.text.article import Article
from factdb.text.readers import ReadOptions, Unit, read_unit, units


@click.command()
@reading_options
def command(paths: tuple[str, ...], **given: Any) -> None:
    """Write the numbers, dates and claims of articles as JSON.

    One line an article, with its id, title and published_on, then claims, numbers, quantities and timexes. Nothing is
    stored. PATH is a file (.txt, .md, .html, .jsonl) or a folder; - reads JSON Lines or one text from stdin.

    \b
    Example:
      echo "Trade rose 5 percent in May." | factdb extract --published-on 2025-06-09 -
    """
    options = read_options(given)
    failed = False
    for found in spread(partial(_lines, options=options), units(paths, options, sys.stdin.buffer)):
        for line in found:
            if isinstance(line, ReadError):
                failed = True
                tell(line)
            else:
                click.echo(line)
    click.get_current_context().exit(ERROR if failed else FINE)


def _lines(unit: Unit | ReadError, options: ReadOptions) -> list[str | ReadError]:
    if isinstance(unit, ReadError):
        return [unit]
    return [_line(found) if isinstance(found, Article) else found for found in read_unit(unit, options)]


def _line(article: Article) -> str:
    from factdb.claims.extract import extract

    day = article.published_on
    head = {"id": article.id, "title": article.title, "published_on": None if day is None else day.isoformat()}
    return json_line(head | extract(article.text, day, article.title, article.publisher).as_dict())
