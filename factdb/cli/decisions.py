"""`factdb decisions dump | load`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.deciding import opened
from factdb.cli.output import say
from factdb.errors import FactdbError
from factdb.export.cells import json_line


@click.group()
def command() -> None:
    """Write the log of decisions as JSON Lines, or load one.

    \b
    Example:
      factdb decisions dump decisions.jsonl
    """


@command.command()
@click.argument("file", metavar="[FILE|-]", default="-")
@database_option
def dump(file: str, db: str | None) -> None:
    """Write every decision as one JSON line, with the claims that curators added; fit for version control.

    \b
    Example:
      factdb decisions dump decisions.jsonl
    """
    from factdb.storage.decisions import dump

    with reading_from(db) as session:
        lines = [json_line(line) for line in dump(session)]
    text = "".join(f"{line}\n" for line in lines)
    if file == "-":
        click.echo(text, nl=False)
    else:
        Path(file).write_text(text, encoding="utf-8", newline="\n")
        say(f"{len(lines)} decisions written to {file}.")


@command.command()
@click.argument("file", metavar="FILE|-")
@database_option
def load(file: str, db: str | None) -> None:
    """Load a dump into a database that holds the same articles; what is there already is left alone.

    \b
    Example:
      factdb decisions load decisions.jsonl
    """
    from factdb.storage.database import writing
    from factdb.storage.decisions import load

    with click.open_file(file, encoding="utf-8") as stream:
        lines = list(_lines(stream))
    with writing(opened(db)) as session:
        new, known = load(session, lines)
    say(f"{new} decisions loaded, {known} known already.")


def _lines(stream: Any) -> Iterator[dict[str, Any]]:
    at = 0
    try:
        for at, line in enumerate(stream, 1):  # noqa: B007 - the error names it
            if line.strip():
                found = json.loads(line)
                yield found if isinstance(found, dict) else {}
    except (json.JSONDecodeError, RecursionError, UnicodeDecodeError) as error:
        raise FactdbError(f"no JSON ({error})", where=f"line {at}", next_step="Load a file that `factdb decisions dump` wrote.") from None
