"""`factdb adjudicate`: settle claims on which curators differ."""

import sys
from typing import TYPE_CHECKING, Any

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.deciding import by, curator_option, opened, tell_decision
from factdb.cli.keyboard import key_pressed
from factdb.cli.output import output_options, say, visible, write_rows
from factdb.cli.show import passage

if TYPE_CHECKING:
    from factdb.review.adjudicating import Split
    from factdb.review.stances import Stance

_COLUMNS = ("claim_id", "kind", "quote", "curator", "status", "says", "decided_at", "comment")


@click.command()
@click.argument("claim_id", metavar="[ID]", required=False)
@click.option("--take", metavar="CURATOR", help="Whose reading of the claim holds.")
@click.option("--note", metavar="TEXT", help="Why, in your own words.")
@click.option("--list", "listed", is_flag=True, help="List the claims on which curators differ, and settle none.")
@curator_option
@database_option
@output_options
def command(claim_id: str | None, take: str | None, note: str | None, listed: bool, **given: Any) -> None:
    """Settle claims on which curators differ, one by one: a number takes that reading, s skips, q leaves.

    \b
    Example:
      factdb adjudicate 3f9a --take ann --note "the ministry agrees"
    """
    from factdb.review.adjudicating import splits

    if (claim_id is None) != (take is None):
        raise click.UsageError("Give an ID and --take CURATOR together, or neither.")
    if claim_id is not None and take is not None:
        _settle(claim_id, take, note, given)
        return
    with reading_from(given["db"]) as session:
        found = splits(session)
    if listed or given["form"] is not None:
        write_rows([_row(split, stance) for split in found for stance in split.stances], _COLUMNS, given["form"], given["headers"])
    else:
        _one_by_one(found, note, given)


def _one_by_one(found: "list[Split]", note: str | None, given: dict[str, Any]) -> None:
    settled = 0
    for at, split in enumerate(found, 1):
        click.echo(f"\n{at}/{len(found)}  {split.claim.id}  {split.claim.kind}")
        click.echo(passage(split.text, split.claim.start, split.claim.end))
        for number, stance in enumerate(split.stances, 1):
            click.echo(visible(f"  {number}  {stance.curator}: {stance.status}  {_says(stance)}"))
        key = _key("[number · s skip · q quit] ")
        if key == "q":
            break
        if key.isdecimal() and 0 < int(key) <= len(split.stances):
            _settle(split.claim.id, split.stances[int(key) - 1].curator, note, given)
            settled += 1
    say(f"{settled} of {len(found)} settled." if found else "Nobody differs from anybody.")


def _key(prompt: str) -> str:
    click.echo(prompt, nl=False)
    if sys.stdin.isatty():
        key = key_pressed()
        click.echo(visible(key))
        return key
    line = sys.stdin.readline()
    return line.strip()[:1] if line else "q"


def _settle(claim_id: str, take: str, note: str | None, given: dict[str, Any]) -> None:
    from factdb.review.adjudicating import adjudicate
    from factdb.storage.database import writing

    with writing(opened(given["db"])) as session:
        told = adjudicate(session, claim_id, take, by(given["curator"], note=note))
    tell_decision(told)


def _row(split: "Split", stance: "Stance") -> dict[str, Any]:
    claim = split.claim
    about = {"claim_id": claim.id, "kind": claim.kind, "quote": claim.quote, "curator": stance.curator, "status": stance.status}
    return {**about, "says": _says(stance), "decided_at": stance.at, "comment": stance.comment}


def _says(stance: "Stance") -> str:
    """What a reading comes to, in short."""
    if stance.status not in ("verified", "corrected"):
        return stance.comment or ""
    names = ("kind", "value", "modifier", "unit", "date_start", "date_end", "subject")
    return ", ".join(f"{name} {stance.state[name]}" for name in names if stance.state.get(name) not in (None, "", "exact"))
