"""`factdb facts`: claims about the same thing, brought together over articles."""

from typing import Any

import click

from factdb.cli.checking import read_all
from factdb.cli.main import ERROR, FINE
from factdb.cli.output import visible
from factdb.cli.reading import reading_options
from factdb.export.cells import json_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object that holds all facts.")
@reading_options
def command(paths: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Bring claims about the same thing together, most disputed first.

    PATH is a file (.txt, .md, .html, .jsonl) or a folder; - reads stdin. Nothing is stored.

    \b
    Example:
      factdb facts --json articles.jsonl
    """
    from factdb.checks.facts import facts

    read = read_all(paths, given)
    found = facts(read.claims, read.articles)
    if as_json:
        click.echo(json_line({"facts": [fact.as_dict() for fact in found]}))
    else:
        for fact in found:
            click.echo(f"{fact.id}  {len(fact.reads)} claims, {fact.conflicts} conflicts")
            for claim in (read.claim for read in fact.reads):
                click.echo(visible(f"    {claim.quote}  ({claim.article})"))
    click.get_current_context().exit(ERROR if read.failed else FINE)
