"""`factdb rates import`."""

from pathlib import Path

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import opened
from factdb.cli.output import say


@click.group()
def command() -> None:
    """Look after the rates of exchange at which money is compared.

    \b
    Example:
      factdb rates import rates.csv
    """


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_option
def import_(file: Path, db: str | None) -> None:
    """Import dated rates: a CSV with the columns currency (ISO 4217), day, dollars (what one unit is worth), source.

    Sums of two currencies are compared where each has a rate at most a month older than its article; else they are not. A rate of the same
    currency and day takes the place of the old one.

    \b
    Example:
      factdb rates import rates.csv
    """
    from factdb.checks.rates import read_rates
    from factdb.storage.database import writing
    from factdb.storage.tables import RateRow

    rates = list(read_rates(file))
    with writing(opened(db)) as session:
        for rate in rates:
            session.merge(RateRow(currency=rate.currency, day=rate.day, dollars=format(rate.dollars, "f"), source=rate.source or file.name))
    say(f"{len(rates)} rates imported.")
