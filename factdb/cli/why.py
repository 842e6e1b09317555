"""`factdb why`: how a claim came about, from its words to its value."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from factdb.claims.schema import KINDS
from factdb.cli.database import database_option, reading_from
from factdb.cli.output import visible
from factdb.export.cells import cell


@click.command()
@click.argument("claim_id", metavar="ID")
@database_option
def command(claim_id: str, db: str | None) -> None:
    """Tell each step from the words to the value of a claim.

    \b
    Example:
      factdb why 3f9a
    """
    from factdb.storage.queries import derivation

    with reading_from(db) as session:
        row, derived = derivation(session, claim_id)
    for line in (*_claim(row), *steps(derived)):
        click.echo(visible(line))


def _claim(row: Mapping[str, Any]) -> Iterator[str]:
    yield f'{row["kind"]} {row["id"]}, read from "{row["quote"]}" at {row["start"]} to {row["end"]} of {row["article_name"]}'
    number = ("value", "low", "high", "modifier", "unit", "date_start", "date_end", "precision")
    about = (
        "period_start",
        "period_end",
        *(field.name for field in KINDS[row["kind"]].fields if field.name not in number),
        "attribution",
        "stance",
        "confidence",
    )
    for names in (number, about):
        told = ", ".join(f"{name.replace('_', ' ')} {cell(row[name])}" for name in names if row.get(name) is not None)
        if told:
            yield f"  {told}"


def steps(derived: Mapping[str, Any]) -> Iterator[str]:
    """How a stored claim came about, a line each: its rule, its reasons, and the words it was made of."""
    yield from _features(derived)
    yield from _tree(derived.get("source"))


def _features(derived: Mapping[str, Any]) -> Iterator[str]:
    yield f"Typed by the rule {derived['rule']}"
    for feature in derived.get("features") or ():
        yield f"  {feature['weight']:+.2f}  {feature['says']} ({feature['name']})"


def _tree(source: Mapping[str, Any] | None, depth: int = 1) -> Iterator[str]:
    """The mention that the claim was read from and, further in, those it was made of."""
    if source is None:
        return
    if depth == 1:
        yield "Made of"
    yield f'{"  " * depth}"{source["quote"]}" at {source["start"]} to {source["end"]}, by {source["rule"]}'
    for part in source.get("parts") or ():
        yield from _tree(part, depth + 1)
