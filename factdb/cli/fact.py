"""`factdb fact`: the timeline of one figure."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.output import output_options, visible, write_rows
from factdb.errors import NotFoundError

if TYPE_CHECKING:
    from factdb.checks.facts import Fact
    from factdb.checks.features import Read
    from factdb.checks.stored import Stored

_COLUMNS = ("published_on", "outlet", "quote", "value", "verdict", "rank", "claim", "article")
_WIDTH = 40


@click.command()
@click.argument("wanted", metavar="ID")
@output_options
@database_option
def command(wanted: str, db: str | None, form: str | None, headers: bool) -> None:
    """Show a fact: its claims in the order of time, with their verdicts and a small plot.

    ID is that of a fact, as `facts` shows it, or of one of its claims. Each verdict is against the claim before.

    \b
    Example:
      factdb fact 3f9a
    """
    from factdb.checks.sources import stated
    from factdb.checks.stored import stored

    with reading_from(db) as session:
        held = stored(session)
    fact = _found(held.facts(), wanted.lower())
    write_rows(_rows(fact, held), _COLUMNS, form, headers)
    if form in (None, "table"):
        for line in plot(fact.reads):
            click.echo(line)
        for one in stated(fact):
            click.echo(visible(f"{one.value}: {one.outlets} independent outlet{'s' * (one.outlets != 1)}"))


def _found(facts: "Sequence[Fact]", wanted: str) -> "Fact":
    named = [fact for fact in facts if fact.id.startswith(wanted)]
    holding = [fact for fact in facts if any((read.claim.id or "").startswith(wanted) for read in fact.reads)]
    if len(named or holding) != 1:
        what = "more than one fact" if named or holding else "no fact of two claims or more"
        raise NotFoundError(what, where=wanted, next_step="`factdb facts` shows them with their ids")
    return (named or holding)[0]


def _rows(fact: "Fact", held: "Stored") -> list[dict[str, Any]]:
    from factdb.checks.sources import value_of

    verdicts = {pair.b: f"{pair.verdict.what}: {pair.verdict.cause}" for pair in fact.pairs if pair.b == pair.a + 1}
    return [
        {
            "published_on": read.context.setting.published_on,
            "outlet": read.claim.fields.get("publisher"),
            "quote": read.claim.quote,
            "value": value_of(read),
            "verdict": verdicts.get(at),
            "rank": held.given.judged.ranks.get(read.claim.id or ""),
            "claim": read.claim.id,
            "article": held.names.get(read.claim.article, read.claim.article),
        }
        for at, read in enumerate(fact.reads)
    ]


def plot(reads: "Sequence[Read]") -> list[str]:
    """A line for each number: its day, and a bar whose length is its share of the greatest; nothing for dates."""
    numbers = [(read, float(number)) for read in reads if (number := read.claim.value or read.claim.low or read.claim.high) is not None]
    most = max((abs(number) for _, number in numbers if math.isfinite(number)), default=0.0)
    if not most:
        return []
    lines = []
    for read, amount in numbers:
        day = read.context.setting.published_on
        bar = "█" * max(1, round(_WIDTH * abs(amount) / most))
        lines.append(f"{day.isoformat() if day else 'no date':10}  {bar} {amount:,.15g}")
    return lines
