"""`factdb reference import`."""

from pathlib import Path

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import opened
from factdb.cli.output import counted, say


@click.group()
def command() -> None:
    """Look after the reference figures that claims are checked against.

    \b
    Example:
      factdb reference import population.csv
    """


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", help="Whose figures they are, where the table does not say; by default the file's name.")
@database_option
def import_(file: Path, source: str | None, db: str | None) -> None:
    """Import a table of figures, which `check` holds claims against.

    A CSV with the columns subject, measure, unit, period, value and source, or a download of the World Bank (indicators), UN Comtrade or in
    SDMX-CSV. Subject and measure are the words that a passage must name. A figure that is there already takes the new value.

    \b
    Example:
      factdb reference import population.csv --source "World Bank"
    """
    from sqlmodel import delete

    from factdb.checks.reference_files import read_references
    from factdb.storage.database import writing
    from factdb.storage.tables import ReferenceRow

    found = list(read_references(file, source))
    with writing(opened(db)) as session:
        for one in found:
            known = {"subject": one.subject, "measure": one.measure, "unit": one.unit, "period": one.period, "source": one.source}
            session.exec(delete(ReferenceRow).filter_by(**known))
            session.add(ReferenceRow.model_validate({**known, "value": format(one.value, "f")}))
            session.flush()
    say(f"{counted(len(found), 'reference figure')} imported.")
