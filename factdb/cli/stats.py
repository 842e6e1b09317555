"""`factdb stats`: how many claims of each kind and status, and who decided how much."""

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, write_rows

_BY = ("kind", "curator", "day", "article")


@click.command()
@click.option("--by", type=click.Choice(_BY), default="kind", show_default=True, help="Claims by kind or article, decisions by curator or day.")
@click.option("--precision", "rates", type=click.Choice(["rule", "kind"]), help="How often each rule or kind was right, the worst first.")
@database_option
@output_options
def command(by: str, rates: str | None, db: str | None, form: str | None, headers: bool) -> None:
    """Count the claims by kind and status, or the decisions by curator or day.

    \b
    Example:
      factdb stats --by curator
    """
    from factdb.storage.precision import COLUMNS, precision
    from factdb.storage.stats import columns, stats

    with reading_from(db) as session:
        if rates is not None:
            write_rows(precision(session, rates), (rates, *COLUMNS), form, headers)
            return
        rows = stats(session, by)
    shown = [name for at, name in enumerate(columns(by)) if at < 2 or form not in (None, "table") or rows[-1][name]]
    write_rows(rows, shown, form, headers)
