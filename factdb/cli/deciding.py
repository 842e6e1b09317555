"""What the deciding commands share: who decides, on which claims, and how a decision is told."""

import getpass
import os
import secrets
import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factdb.claims.schema import REASONS
from factdb.cli.database import database_option
from factdb.cli.output import say
from factdb.errors import FactdbError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from factdb.review import By, Told

F = TypeVar("F", bound=Callable[..., Any])


def curator_option(command: F) -> F:
    """Give a command `--curator`."""
    return click.option("--curator", envvar="FACTDB_CURATOR", metavar="NAME", help="Who decides; by default FACTDB_CURATOR, else the git or system user.")(
        command
    )


def deciding_options(command: F) -> F:
    """Give a command `--note`, `--reason`, `--curator` and `--db`."""
    command = click.option("--reason", type=click.Choice(REASONS), help="Why, in one word.")(command)
    return database_option(curator_option(click.option("--note", metavar="TEXT", help="Why, in your own words.")(command)))


def by(curator: str | None, reason: str | None = None, note: str | None = None, batch: bool = False) -> "By":
    """Who decides, now."""
    from factdb.review import By

    return By(curator_name(curator), datetime.now(UTC), reason, note, secrets.token_hex(8) if batch else None)


def curator_name(given: str | None) -> str:
    """The name that was given, else git's, else the system user's."""
    return (given or "").strip() or _git_name() or _system_name()


def opened(db: str | None) -> "Engine":
    """The engine of the database that is there."""
    from factdb.storage.database import database_url, open_database

    return open_database(database_url(db, os.environ))


def decide_all(what: str, ids: Sequence[str], db: str | None, who: "By") -> None:
    """Decide the same on each claim, all or none, and tell when it is on disk."""
    from factdb.review import decide
    from factdb.storage.database import writing

    with writing(opened(db)) as session:
        told = [decide(session, what, prefix, who) for prefix in ids]
    for one in told:
        tell_decision(one)


def tell_decision(told: "Told") -> None:
    """Say what was decided, and what another curator had decided before."""
    click.echo(f"{told.claim_id} {told.status}" + ("" if told.what in ("verify", "reject", "correct", "unsure", "add") else f" ({told.what})"))
    if told.other is not None:
        said = f": {told.other.comment}" if told.other.comment else ""
        say(f"Note: {told.other.curator} decided {told.other.what} on {told.claim_id} before, {told.other.decided_at[:16]}{said}")


def pairs(words: Sequence[str]) -> dict[str, str]:
    """`field=value` words as a dictionary."""
    split = [word.partition("=") for word in words]
    for name, equals, _ in split:
        if not equals or not name:
            raise FactdbError(f"{name!r} is no field=value", next_step="Write for instance value=14 or kind=share.")
    return {name: value for name, _, value in split}


def _git_name() -> str:
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return found.stdout.strip()


def _system_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise FactdbError("nobody knows who you are", next_step="Give --curator NAME or set FACTDB_CURATOR.") from None
