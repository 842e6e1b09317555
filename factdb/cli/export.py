"""`factdb export`: verified claims as CSV or JSON Lines."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from factdb.cli.checking import renewed
from factdb.cli.database import database_option, reading_from
from factdb.cli.filters import chosen, filter_options
from factdb.cli.output import say
from factdb.errors import FactdbError

_SETTLED = ("verified", "corrected")


@click.command()
@click.argument("target", metavar="[FILE|-]", default="-")
@click.option("--split", "folder", metavar="DIR", type=click.Path(file_okay=False), help="Write one file per kind into this folder.")
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), help="By default csv, or jsonl for a file of that name.")
@click.option("--facts", "what", flag_value="facts", default=None, help="One row for each fact: its verified figure with its support.")
@click.option("--for-review", "what", flag_value="review", help="Write a CSV or XLSX to be filled in and read back by `factdb import`.")
@click.option("--all", "everything", is_flag=True, help="Export claims of every status.")
@filter_options
@database_option
def command(target: str, folder: str | None, form: str | None, what: str | None, everything: bool, db: str | None, **given: Any) -> None:
    """Export claims as CSV or JSON Lines.

    Verified and corrected claims, unless --status or --all says otherwise, each with who decided, when and why. Text that
    a spreadsheet would run as a formula gets an apostrophe in front. With --for-review new claims, for somebody who fills in a
    spreadsheet.

    \b
    Example:
      factdb export --status new --status verified claims.csv
    """
    from factdb.storage.queries import claims, decided

    if folder and target != "-":
        raise FactdbError("a file and --split at once", where=target, next_step="Give one of them")
    if what == "review":
        _for_review(target, db, {**given, "statuses": () if everything else given["statuses"] or ("new",)})
        return
    given["statuses"] = () if everything else given["statuses"] or _SETTLED
    form = form or ("jsonl" if Path(target).suffix.lower() in (".jsonl", ".ndjson") else "csv")
    if what == "facts":
        say(f"{_write_facts(db, target, form)} facts exported.")
        return
    with reading_from(db) as session:
        count = _write(decided(session, claims(session, chosen(session, given))), target, folder, form)
    hint = "" if count or everything else " Claims that nobody has verified yet are left out; --all exports them too."
    say(f"{count} claims exported.{hint}")


def _write_facts(db: str | None, target: str, form: str) -> int:
    from factdb.checks.judged import judged
    from factdb.checks.kept import kept_facts
    from factdb.checks.stored import names_of
    from factdb.checks.verified import FACT_COLUMNS, fact_rows
    from factdb.export.files import write_file, write_stream

    with renewed(db) as session:
        rows = fact_rows(kept_facts(session), judged(session), names_of(session))
    return write_stream(rows, FACT_COLUMNS, form, sys.stdout) if target == "-" else write_file(rows, FACT_COLUMNS, form, Path(target))


def _for_review(target: str, db: str | None, given: dict[str, Any]) -> None:
    from factdb.export.sheet.write import sheet_rows, write_sheet

    if Path(target).suffix.lower() not in (".csv", ".xlsx"):
        raise FactdbError("a sheet for review is a .csv or .xlsx file", where=target, next_step="factdb export --for-review review.xlsx")
    with reading_from(db) as session:
        count = write_sheet(sheet_rows(session, chosen(session, given)), Path(target))
    say(f"{count} claims written to {target}. Fill in verdict, reason and comment, or change fields; then: factdb import {target}")


def _write(rows: Iterable[dict[str, Any]], target: str, folder: str | None, form: str) -> int:
    from factdb.export.files import write_file, write_split, write_stream
    from factdb.storage.queries import CLAIM_COLUMNS, DECIDED_COLUMNS

    columns = (*CLAIM_COLUMNS, *DECIDED_COLUMNS)
    if folder:
        return sum(write_split(rows, columns, form, Path(folder)).values())
    if target == "-":
        return write_stream(rows, columns, form, sys.stdout)
    return write_file(rows, columns, form, Path(target))
