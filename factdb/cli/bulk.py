"""What `verify`, `reject` and `unsure` share: claims named by id, or all that a filter lets through, shown before they are decided."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factdb.cli.database import reading_from
from factdb.cli.deciding import by, decide_all, deciding_options, opened
from factdb.cli.filters import chosen, parsed
from factdb.cli.output import say, visible

if TYPE_CHECKING:
    from factdb.review.bulk import Preview

F = TypeVar("F", bound=Callable[..., Any])


def bulk_options(command: F) -> F:
    """Give a command ID…, `--where`, `--yes`, and what every deciding command has."""
    command = click.option("--yes", is_flag=True, help="With --where: decide without asking.")(command)
    where = "All claims that these filters of `list` let through, such as 'kind=share confidence=0.9'; shown before they are decided."
    command = click.option("--where", metavar="FILTER", help=where)(command)
    return click.argument("ids", metavar="[ID]...", nargs=-1)(deciding_options(command))


def decide_many(what: str, ids: Sequence[str], given: dict[str, Any]) -> None:
    """Decide on the claims that were named, or on those of a filter once the curator has seen how many."""
    if bool(ids) == bool(given["where"]):
        raise click.UsageError("Name claims by their IDs, or give --where FILTER.")
    who = (given["curator"], given["reason"], given["note"])
    if ids:
        decide_all(what, ids, given["db"], by(*who, batch=len(ids) > 1))
        return
    from factdb.review.bulk import decide_where, preview
    from factdb.storage.database import writing

    with reading_from(given["db"]) as session:
        filters = chosen(session, parsed(given["where"]))
        seen = preview(session, filters)
    _show(seen)
    if not seen.ids or not _agreed(what, len(seen.ids), given["yes"]):
        return
    with writing(opened(given["db"])) as session:
        told = decide_where(session, what, filters, seen.ids, by(*who, batch=True))
    click.echo(f"{len(told)} claims: {what}. `factdb undo` takes all of it back, as long as nobody decides on one of them.")


def _show(seen: "Preview") -> None:
    say(f"{len(seen.ids)} claims: " + (", ".join(f"{count} {kind} {status}" for (kind, status), count in sorted(seen.counts.items())) or "none"))
    for quote in seen.quotes:
        say(f"  {visible(quote)}")
    if len(seen.ids) > len(seen.quotes):
        say("  …")


def _agreed(what: str, count: int, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        say("Nothing was decided; --yes decides.")
        return False
    return click.confirm(f"{what} {count} claims?", err=True)
