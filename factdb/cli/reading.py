"""What `extract` and `add` share: the options of reading, and how a file that could not be read is told."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from factdb.cli.output import say
from factdb.errors import ReadError
from factdb.text.readers.unit import MAX_BYTES, ReadOptions

F = TypeVar("F", bound=Callable[..., Any])


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> object:
    """A day, or a day and time, in ISO 8601."""
    from factdb.text.readers.metadata import published

    try:
        return published(value)
    except ReadError as error:
        raise click.BadParameter(f"{error.what}. {error.next_step}.", ctx, param) from None


def reading_options(command: F, required: bool = True) -> F:
    """Give a command PATH…, `--split`, `--max-bytes`, `--published-on`, `--publisher` and `--url`."""
    for add in (
        click.option("--url", help="Where the article was published, for files that do not say."),
        click.option("--publisher", help="Who published it, for files that do not say."),
        click.option("--published-on", metavar="DATE", callback=_day, help="The day of publication, for files that do not say, as 2025-06-09."),
        click.option("--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, help="Refuse an article of more bytes."),
        click.option("--split", type=click.Choice(["digest"]), help="Read a text file as a page of many articles."),
        click.argument("paths", metavar="PATH...|-", nargs=-1, required=required),
    ):
        command = add(command)
    return command


def read_options(given: dict[str, Any]) -> ReadOptions:
    return ReadOptions(given["split"], given["max_bytes"], given["published_on"], given["publisher"], given["url"])


def tell(error: ReadError) -> None:
    say(f"Not read: {str(error).rstrip('.')}.")
