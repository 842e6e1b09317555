"""The filters of claims, the same on every command that takes many of them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factdb.claims.schema import KINDS

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
