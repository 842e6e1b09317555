"""`factdb facts`: claims about the same thing, brought together over articles."""

from typing import Any

import click

from factdb.cli.checking import checking_options, read_in
from factdb.cli.main import ERROR, FINE
from factdb.cli.output import visible
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
    from factdb.checks.facts import facts
    from factdb.checks.sources import independent

    read = read_in(paths, db, given)
    found = facts(read.claims, read.articles, read.given)
    if as_json:
        click.echo(json_line({"facts": [fact.as_dict(read.names) for fact in found]}))
    else:
        for fact in found:
            click.echo(f"{fact.id}  {len(fact.reads)} claims, {independent(fact.reads)} independent outlets, {fact.conflicts} conflicts")
            for claim in (one.claim for one in fact.reads):
                click.echo(visible(f"    {claim.id or ''}  {claim.quote}  ({read.name(claim.article)})"))
    click.get_current_context().exit(ERROR if read.failed else FINE)
