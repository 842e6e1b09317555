"""`factdb review`: claims one after the other, on the full screen or line by line."""

import os
import secrets
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import curator_name, curator_option, opened
from factdb.cli.filters import chosen, filter_options

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from factdb.review.desk import Desk
    from factdb.review.queue import Plan

_ORDERS = ("article", "uncertain", "conflict", "date", "value", "random")


@click.command()
@filter_options
@click.option("--order", type=click.Choice(_ORDERS), default="article", show_default=True, help="Which claims come first.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Only N claims, drawn at random.")
@click.option("--second", type=click.FloatRange(0, 100), metavar="PERCENT", help="Read this share of the claims that others decided again, blindly.")
@click.option("--plain", is_flag=True, help="Line by line, as through a pipe, instead of the full screen.")
@curator_option
@database_option
def command(order: str, sample: int | None, second: float | None, plain: bool, curator: str | None, db: str | None, **given: Any) -> None:
    """Review claims one by one; without --status those that nobody has decided yet.

    Each decision is on disk before the next claim shows. Two curators on one database never get the same claim. Through a pipe or
    with --plain each line is one key, and what is typed takes the next line; on the screen ? shows the keys.

    \b
    Example:
      factdb review --order uncertain --kind casualty_count
    """
    from factdb.review.desk import Desk

    engine = opened(db)
    name = curator_name(curator)
    plan = _plan(engine, {"order": "random" if sample else order, "sample": sample, "second": second}, given)
    desk = Desk(engine, plan, name, lambda: datetime.now(UTC))
    try:
        _run(desk, name, plain or not _drawable())
    finally:
        desk.close()


def _plan(engine: "Engine", how: dict[str, Any], given: dict[str, Any]) -> "Plan":
    from factdb.review.queue import Plan
    from factdb.storage.database import reading

    share = how["second"]
    given["statuses"] = given["statuses"] or (("verified", "corrected", "rejected", "unsure") if share is not None else ("new",))
    with reading(engine) as session:
        filters = chosen(session, given)
    return Plan(filters, how["order"], how["sample"], secrets.token_hex(6), None if share is None else share / 100)


def _drawable() -> bool:
    """Whether a full screen can be drawn here."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) and os.environ.get("TERM", "dumb") not in ("dumb", "unknown", "")


def _run(desk: "Desk", curator: str, plain: bool) -> None:
    if plain:
        from factdb.cli.screen.plain import Plain

        Plain(desk).run()
    else:
        from factdb.cli.screen.app import Screen

        Screen(desk, curator).run()
