"""`factdb check`: where articles disagree, with each other or with themselves."""

from collections.abc import Collection
from typing import Any

import click

from factdb.checks.finding import HOLDS, Finding
from factdb.claims.schema import KINDS
from factdb.cli.checking import Told, checking_options, findings_in
from factdb.cli.filters import day
from factdb.cli.main import ERROR, FINDINGS, FINE
from factdb.cli.output import visible
from factdb.export.cells import json_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object that holds all findings.")
@click.option("--all", "holding", is_flag=True, help="List the checks that hold, too.")
@click.option("--article", metavar="ID|NAME", help="Only findings with words of this article.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(tuple(KINDS)), help="Only findings on claims of this kind; may be repeated.")
@click.option("--since", metavar="DATE", callback=day, help="Only findings with words of an article published on this day or later.")
@checking_options
def command(paths: tuple[str, ...], db: str | None, as_json: bool, holding: bool, **given: Any) -> None:
    """Find where articles disagree, with each other or with themselves.

    Over the articles of the database; or, where PATHs are given, over those files and folders (- reads stdin), of which nothing is stored.
    The exit status is 1 when there are findings.

    \b
    Example:
      factdb check articles.jsonl
    """
    told = findings_in(paths, db, given, holding)
    articles = told.named(given["article"]) if given["article"] else None
    found = [finding for finding in told.found if _wanted(finding, articles, given["kinds"], given["since"])]
    if as_json:
        click.echo(json_line({"findings": [finding.as_dict(told.names) for finding in found]}))
    else:
        for finding in found:
            show(finding, told)
    wrong = any(finding.verdict != HOLDS for finding in found)
    click.get_current_context().exit(ERROR if told.failed else FINDINGS if wrong else FINE)


def _wanted(finding: Finding, articles: set[str] | None, kinds: Collection[str], since: str | None) -> bool:
    return (
        (articles is None or any(place.article in articles for place in finding.places))
        and (not kinds or any(place.kind in kinds for place in finding.places))
        and (not since or any((place.published_on or "") >= since for place in finding.places))
    )


def show(finding: Finding, told: Told[Finding]) -> None:
    """Print a finding with the words on both sides and the weightiest reasons."""
    from factdb.checks.features import SAYS

    click.echo(f"{finding.id}  {finding.check} {finding.verdict}: {visible(finding.cause)}")
    for place in finding.places:
        claim = f"{place.claim}  " if place.claim else ""
        click.echo(visible(f'    {claim}"{place.quote}"  {told.name(place.article)}, {place.published_on or "no date"}'))
    for name in sorted(finding.features, key=lambda name: -finding.features[name])[:3]:
        click.echo(f"    - {SAYS[name]}")
