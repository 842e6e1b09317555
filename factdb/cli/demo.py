"""`factdb demo`: the whole way on a small corpus, from files to a table and a CSV."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import click

from factdb.cli.output import say, write_rows

_COLUMNS = ("id", "quote", "value", "unit", "date_start", "date_end", "subject", "article_name")
_EACH = 5


@click.command()
@click.argument("folder", metavar="[DIR]", default="factdb-demo", type=click.Path(file_okay=False))
def command(folder: str) -> None:
    """Make a database of sample articles and show their claims.

    The database and a CSV of its claims go into DIR, by default factdb-demo.

    \b
    Example:
      factdb demo
    """
    from factdb.export.files import write_file
    from factdb.storage.queries import CLAIM_COLUMNS

    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    found = _claims(place / "factdb.db")
    _show(found)
    write_file(found, CLAIM_COLUMNS, "csv", place / "claims.csv")
    say(f"{len(found)} claims of {len({row['article'] for row in found})} articles are in {place / 'factdb.db'} and in {place / 'claims.csv'}.")
    say("Go on with, for instance:")
    for words in ("list --kind casualty_count", f"show {found[0]['id']}", f"why {found[0]['id']}", "stats"):
        say(f"  factdb {words} --db {place / 'factdb.db'}")


def _claims(database: Path) -> list[dict[str, Any]]:
    """The claims of the sample articles, which are added to the database if they are not there yet."""
    from factdb.cli.add import add, summary
    from factdb.cli.database import made
    from factdb.storage.data_path import data_path
    from factdb.storage.database import reading
    from factdb.storage.queries import claims
    from factdb.text.readers import ReadOptions

    engine = made(str(database))
    say(summary(add(engine, (str(data_path("seeds")),), ReadOptions())))
    with reading(engine) as session:
        return list(claims(session))


def _show(found: Sequence[dict[str, Any]]) -> None:
    for kind, rows in groupby(sorted(found, key=itemgetter("kind")), key=itemgetter("kind")):
        some = list(rows)
        click.echo(f"{kind}: {len(some)}" + (f", of them the first {_EACH}" if len(some) > _EACH else ""))
        write_rows(some[:_EACH], _COLUMNS)
