"""The filters of claims, the same on every command that takes many of them."""

import shlex
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factdb.claims.schema import KINDS
from factdb.errors import FactdbError

if TYPE_CHECKING:
    from sqlmodel import Session

    from factdb.storage.queries import Filters

F = TypeVar("F", bound=Callable[..., Any])
STATUSES = ("new", "verified", "corrected", "rejected", "unsure")


def _number(ctx: click.Context, param: click.Parameter, value: str | None) -> Decimal | None:
    try:
        number = None if value is None else Decimal(value.replace(",", "").replace("_", ""))
    except InvalidOperation:
        raise click.BadParameter(f"{value!r} is no number.", ctx, param) from None
    if number is not None and not number.is_finite():
        raise click.BadParameter(f"{value!r} is no number.", ctx, param)
    return number


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date. Write it as 2025-06-09.", ctx, param) from None


def filter_options(command: F) -> F:
    """Give a command the filters of claims; `chosen` makes them a Filters."""
    for add in (
        click.option("--confidence", type=click.FloatRange(0, 1), help="Only claims at least this sure, from 0 to 1."),
        click.option("--until", metavar="DATE", callback=day, help="Only dates and periods that begin on this day or earlier."),
        click.option("--since", metavar="DATE", callback=day, help="Only dates and periods that end on this day or later."),
        click.option("--most", metavar="NUMBER", callback=_number, help="Only numbers that may be this or less."),
        click.option("--least", metavar="NUMBER", callback=_number, help="Only numbers that may be this or more."),
        click.option("--text", help="Only claims with this in their quote, subject or attribution."),
        click.option("--article", metavar="ID", help="Only claims of this article."),
        click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only claims of this status; may be repeated."),
        click.option("--kind", "kinds", multiple=True, type=click.Choice(tuple(KINDS)), help="Only claims of this kind; may be repeated."),
    ):
        command = add(command)
    return command


def chosen(session: "Session", given: dict[str, Any]) -> "Filters":
    """The filters of a command line; an article may be given by any unique prefix."""
    from factdb.storage.queries import Filters
    from factdb.storage.store import find_article

    article = given["article"] and find_article(session, given["article"]).id
    return Filters(**{**given, "article": article})


@click.command(name="--where")
@filter_options
def _where(**_given: Any) -> None:
    """The filters alone, for `parsed`."""


def parsed(words: str) -> dict[str, Any]:
    """Filters written as `name=value` words, with the names of the options of `list`; several values of one name with commas."""
    try:
        split = [word.partition("=") for word in shlex.split(words)]
    except ValueError as error:
        raise FactdbError(f"{words!r} cannot be read ({error})", where="--where", next_step="Put quotes around values with spaces.") from None
    args = [part for name, _, value in split for one in _values(name, value) for part in (f"--{name}", one)]
    try:
        return _where.make_context("--where", args).params
    except click.UsageError as error:
        names = ", ".join(option.opts[0].removeprefix("--") for option in _where.params)
        raise FactdbError(error.format_message().rstrip("."), where="--where", next_step=f"Write name=value with one of {names}.") from None


def _values(name: str, value: str) -> list[str]:
    return value.split(",") if name in ("kind", "status") else [value]
