"""`factdb check`: where articles disagree, with each other or with themselves."""

from typing import Any

import click

from factdb.checks.finding import HOLDS, Finding
from factdb.cli.checking import read_all
from factdb.cli.main import ERROR, FINDINGS, FINE
from factdb.cli.output import visible
from factdb.cli.reading import reading_options
from factdb.export.cells import json_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object that holds all findings.")
@click.option("--all", "holding", is_flag=True, help="List the checks that hold, too.")
@reading_options
def command(paths: tuple[str, ...], as_json: bool, holding: bool, **given: Any) -> None:
    """Find where articles disagree, with each other or with themselves.

    PATH is a file (.txt, .md, .html, .jsonl) or a folder; - reads stdin. Nothing is stored. The exit status is 1 when there are findings.

    \b
    Example:
      factdb check articles.jsonl
    """
    from factdb.checks.check import check

    read = read_all(paths, given)
    found = check(read.claims, read.articles, holding=holding)
    if as_json:
        click.echo(json_line({"findings": [finding.as_dict() for finding in found]}))
    else:
        for finding in found:
            _show(finding)
    wrong = any(finding.verdict != HOLDS for finding in found)
    click.get_current_context().exit(ERROR if read.failed else FINDINGS if wrong else FINE)


def _show(finding: Finding) -> None:
    from factdb.checks.features import SAYS

    click.echo(f"{finding.id}  {finding.check} {finding.verdict}: {visible(finding.cause)}")
    for place in finding.places:
        click.echo(visible(f'    "{place.quote}"  {place.article}, {place.published_on or "no date"}'))
    for name in sorted(finding.features, key=lambda name: -finding.features[name])[:3]:
        click.echo(f"    - {SAYS[name]}")
