"""`factdb fact`: the timeline of one figure."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from factdb.cli.checking import renewed
from factdb.cli.database import database_option
from factdb.cli.output import counted, output_options, visible, write_rows
from factdb.errors import NotFoundError

if TYPE_CHECKING:
    from factdb.checks.facts import Fact
    from factdb.checks.features import Read

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
    from factdb.checks.judged import judged
    from factdb.checks.kept import facts_named
    from factdb.checks.sources import stated
    from factdb.checks.stored import names_of

    with renewed(db) as session:
        fact = _one(facts_named(session, wanted.lower()), wanted)
        names, ranks = names_of(session), judged(session).ranks
    write_rows(_rows(fact, names, ranks), _COLUMNS, form, headers)
    if form in (None, "table"):
        for line in plot(fact.reads):
            click.echo(line)
        for one in stated(fact):
            click.echo(visible(f"{one.value}: {counted(one.outlets, 'independent outlet')}"))


def _one(found: "Sequence[Fact]", wanted: str) -> "Fact":
    if len(found) != 1:
        what = "more than one fact" if found else "no fact of two claims or more"
        raise NotFoundError(what, where=wanted, next_step="`factdb facts` shows them with their ids")
    return found[0]


def _rows(fact: "Fact", names: Mapping[str, str], ranks: Mapping[str, str]) -> list[dict[str, Any]]:
    from factdb.checks.apart import uncompared
    from factdb.checks.sources import value_of

    verdicts = {pair.b: f"{pair.verdict.what}: {pair.verdict.cause}" for pair in fact.pairs if pair.b == pair.a + 1}
    return [
        {
            "published_on": read.context.setting.published_on,
            "outlet": read.claim.fields.get("publisher"),
            "quote": read.claim.quote,
            "value": value_of(read),
            "verdict": verdicts.get(at) or (f"not compared: {uncompared(fact.reads[at - 1], read)}" if at else None),
            "rank": ranks.get(read.claim.id or ""),
            "claim": read.claim.id,
            "article": names.get(read.claim.article, read.claim.article),
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
