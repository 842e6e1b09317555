"""`factdb demo`: the whole way on a small corpus, from files to claims, decisions, conflicts and verified figures."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factdb.cli.output import say, write_rows

if TYPE_CHECKING:
    from sqlalchemy import Engine


Row = dict[str, Any]
_COLUMNS = ("id", "quote", "value", "unit", "date_start", "date_end", "subject", "article_name")
_EACH = 5
_VERIFIED = 4


@click.command()
@click.argument("folder", metavar="[DIR]", default="factdb-demo", type=click.Path(file_okay=False))
def command(folder: str) -> None:
    """Make a database of sample articles and show their claims.

    Some claims are verified and the conflicts between the articles shown. The database and two CSV files, of all claims and of
    the verified ones, go into DIR, by default factdb-demo.

    \b
    Example:
      factdb demo
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    engine = _filled(place / "factdb.db")
    _show_claims(_claims(engine))
    disputed = _show_findings(place / "factdb.db")
    _verify(engine, disputed)
    _write(engine, place)
    say("Go on with, for instance:")
    first = _claims(engine)[0]["id"]
    for words in ("list --kind casualty_count", f"show {first}", f"why {first}", "stats", "search veto", "log"):
        say(f"  factdb {words} --db {place / 'factdb.db'}")
    say(f"  factdb review --db {place / 'factdb.db'}   (one key for each decision; q leaves)")


def _filled(database: Path) -> "Engine":
    """The database with the sample articles, which are added if they are not there yet."""
    from factdb.cli.add import add, summary
    from factdb.cli.database import made
    from factdb.storage.data_path import data_path
    from factdb.text.readers import ReadOptions

    engine = made(str(database))
    say(summary(add(engine, (str(data_path("seeds")),), ReadOptions())))
    return engine


def _claims(engine: "Engine", *statuses: str) -> list[Row]:
    from factdb.storage.database import reading
    from factdb.storage.queries import Filters, claims, decided

    with reading(engine) as session:
        return list(decided(session, claims(session, Filters(statuses=statuses))))


def _show_claims(found: Sequence[Row]) -> None:
    for kind, rows in groupby(sorted(found, key=itemgetter("kind")), key=itemgetter("kind")):
        some = list(rows)
        click.echo(f"{kind}: {len(some)}" + (f", of them the first {_EACH}" if len(some) > _EACH else ""))
        write_rows(some[:_EACH], _COLUMNS)


def _show_findings(database: Path) -> set[str | None]:
    """Show where the articles disagree; the claims that are part of it."""
    from factdb.cli.check import show
    from factdb.cli.checking import findings_in

    told = findings_in((), str(database), {}, holding=False)
    click.echo(f"Where the articles disagree, with each other or with the calendar: {len(told.found)}")
    for finding in told.found:
        show(finding, told)
    return {place.claim for finding in told.found for place in finding.places}


def _verify(engine: "Engine", disputed: set[str | None]) -> None:
    """Verify the surest claim of some kinds, but none that another article disputes; not when somebody has decided already."""
    from factdb.review import By, decide
    from factdb.storage.database import writing

    rows = _claims(engine)
    if all(row["status"] == "new" for row in rows):
        best = {row["kind"]: row for row in sorted(rows, key=itemgetter("confidence")) if row["id"] not in disputed}
        by = By("demo", datetime.now(UTC), note="verified by the demo, to show how it looks", batch="demo")
        with writing(engine) as session:
            for row in list(best.values())[-_VERIFIED:]:
                decide(session, "verify", row["id"], by)
    verified = _claims(engine, "verified", "corrected")
    click.echo(f"\nVerified: {len(verified)}")
    write_rows(verified, (*_COLUMNS[:4], "subject", "curator"))


def _write(engine: "Engine", place: Path) -> None:
    from factdb.export.files import write_file
    from factdb.storage.queries import CLAIM_COLUMNS, DECIDED_COLUMNS

    for name, rows in (("claims.csv", _claims(engine)), ("verified.csv", _claims(engine, "verified", "corrected"))):
        write_file(rows, (*CLAIM_COLUMNS, *DECIDED_COLUMNS), "csv", place / name)
        say(f"{len(rows)} claims of {len({row['article'] for row in rows})} articles are in {place / name}.")
