"""`factdb claim add`."""

import click

from factdb.claims.schema import KINDS
from factdb.cli.deciding import by, deciding_options, opened, pairs, tell_decision


@click.group()
def command() -> None:
    """Add a claim that the rules missed.

    \b
    Example:
      factdb claim add 3f9a "some 40 trawlers"
    """


@command.command()
@click.argument("article")
@click.argument("quote")
@click.argument("words", metavar="[FIELD=VALUE]...", nargs=-1)
@click.option("--nth", type=click.IntRange(min=1), help="Which place, from 1, where the words stand there more than once.")
@click.option("--kind", type=click.Choice(tuple(KINDS)), help="The kind of claim, where it is another than read.")
@deciding_options
def add(article: str, quote: str, words: tuple[str, ...], nth: int | None, kind: str | None, db: str | None, **why: str | None) -> None:
    """Add a claim from the words of an ARTICLE that hold its number or date.

    The words are read as the extractor would read them; FIELD=VALUE sets what it read otherwise. The claim counts as verified.

    \b
    Example:
      factdb claim add 3f9a "some 40 trawlers" --kind count item=trawler
    """
    from factdb.review import add as add_claim
    from factdb.storage.database import writing

    changes = pairs(words) | ({"kind": kind} if kind else {})
    with writing(opened(db)) as session:
        told = add_claim(session, article, (quote, nth), changes, by(why["curator"], why["reason"], why["note"]))
    tell_decision(told)
