"""`factdb show`: one claim with its fields and its passage."""

import os
import re

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, visible, write_rows
from factdb.export.cells import cell

_AROUND = 240
_LINE_END = re.compile(r"[\r\n]+")


@click.command()
@click.argument("claim_id", metavar="ID")
@database_option
@output_options
def command(claim_id: str, db: str | None, form: str | None, headers: bool) -> None:
    """Show a claim: its fields, and the passage with its words lit.

    \b
    Example:
      factdb show 3f9a
    """
    from factdb.storage.queries import CLAIM_COLUMNS, one_claim

    with reading_from(db) as session:
        row, text = one_claim(session, claim_id)
    if form is not None:
        write_rows([row], CLAIM_COLUMNS, form, headers)
        return
    for name in CLAIM_COLUMNS:
        if row[name] not in (None, ""):
            click.echo(f"{name.replace('_', ' '):>13}  {visible(cell(row[name]))}")
    click.echo()
    click.echo(passage(text, row["start"], row["end"]))


def passage(text: str, start: int, end: int) -> str:
    """The words of a claim in what stands around them: between » and «, and in bold where the screen shows it."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    cut = before.rfind("\n\n")
    before = before[cut + 2 :] if cut >= 0 else before
    after = re.split(r"\r?\n\r?\n", after, maxsplit=1)[0]
    lead = "" if len(before) == start or cut >= 0 else "…"
    tail = "" if end + len(after) == len(text) or len(after) < _AROUND else "…"
    words = f"»{_calm(text[start:end])}«"
    lit = words if os.environ.get("NO_COLOR") else click.style(words, bold=True)
    return f"{lead}{_calm(before)}{lit}{_calm(after)}{tail}"


def _calm(text: str) -> str:
    return visible(_LINE_END.sub(" ", text))
