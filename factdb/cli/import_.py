"""`factdb import`: decisions from a sheet that was exported for review."""

from pathlib import Path

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.deciding import by, curator_option, opened
from factdb.cli.main import FINDINGS, FINE
from factdb.cli.output import output_options, say, write_rows

_COLUMNS = ("row", "claim_id", "what", "field", "from", "to", "reason", "comment")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be decided, and decide nothing.")
@curator_option
@database_option
@output_options
def command(file: Path, dry_run: bool, curator: str | None, db: str | None, form: str | None, headers: bool) -> None:
    """Take decisions from a CSV or XLSX file that `factdb export --for-review` wrote and a colleague filled in.

    The columns verdict (verify, reject, unsure), reason, comment and every field may be changed. A claim that was changed in
    the database meanwhile is refused; what a spreadsheet program rewrote is named. The whole file is one batch for undo. The
    exit status is 1 when a row was refused.

    \b
    Example:
      factdb import --dry-run review.xlsx
    """
    from factdb.export.sheet.decide import decide_all
    from factdb.export.sheet.merge import as_rows, plan
    from factdb.export.sheet.read import read_sheet
    from factdb.storage.database import writing

    rows = read_sheet(file)
    with reading_from(db) as session:
        found = plan(session, rows)
    if not dry_run and found.steps:
        with writing(opened(db)) as session:
            decide_all(session, found.steps, by(curator, batch=True))
    if found.steps:
        write_rows(as_rows(found.steps), _COLUMNS, form, headers)
    for note in found.notes:
        say(f"Rewritten by a spreadsheet, but clear: {note}")
    for fault in found.faults:
        say(f"Refused: {fault}")
    say(f"{len(found.steps)} decisions{' would be made' if dry_run else ''}, {len(found.faults)} refused, of {len(rows)} rows.")
    click.get_current_context().exit(FINDINGS if found.faults else FINE)
