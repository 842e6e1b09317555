"""`factdb facts`: claims about the same thing, brought together over articles."""

from typing import Any

import click

from factdb.cli.checking import checking_options, facts_in
from factdb.cli.main import ERROR, FINE
from factdb.cli.output import counted, visible
from factdb.export.cells import json_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object that holds all facts.")
@checking_options
def command(paths: tuple[str, ...], as_json: bool, db: str | None, **given: Any) -> None:
    """Bring claims about the same thing together, most disputed first.

    Over the articles of the database; or, where PATHs are given, over those files and folders (- reads stdin), of which nothing is stored.

    \b
    Example:
      factdb facts --json articles.jsonl
    """
    from factdb.checks.sources import independent

    told = facts_in(paths, db, given)
    if as_json:
        click.echo(json_line({"facts": [fact.as_dict(told.names) for fact in told.found]}))
    else:
        for fact in told.found:
            outlets = counted(independent(fact.reads), "independent outlet")
            click.echo(f"{fact.id}  {counted(len(fact.reads), 'claim')}, {outlets}, {counted(fact.conflicts, 'conflict')}")
            for claim in (one.claim for one in fact.reads):
                click.echo(visible(f"    {claim.id or ''}  {claim.quote}  ({told.name(claim.article)})"))
    click.get_current_context().exit(ERROR if told.failed else FINE)
