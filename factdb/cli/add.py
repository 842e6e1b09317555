"""`factdb add`: articles in, claims stored, one transaction an article."""

import sys
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from factdb.cli.database import database_option, made
from factdb.cli.main import ERROR, FINE
from factdb.cli.output import say
from factdb.cli.parallel import spread
from factdb.cli.reading import read_options, reading_options, tell
from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers import ReadOptions, Unit, read_unit, units

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from factdb.claims.extraction import Extraction

Found = tuple[Article, "Extraction"] | ReadError


@click.command()
@reading_options
@database_option
def command(paths: tuple[str, ...], db: str | None, **given: Any) -> None:
    """Read articles, extract their claims and store them.

    An article that is reported as added is on disk. Adding the same again adds only what is not there yet. PATH is a file
    (.txt, .md, .html, .jsonl) or a folder; - reads JSON Lines or one text from stdin.

    \b
    Example:
      factdb add --published-on 2025-06-09 article.txt
    """
    counts = add(made(db), paths, read_options(given))
    say(summary(counts))
    click.get_current_context().exit(ERROR if counts["unread"] else FINE)


def add(engine: "Engine", paths: tuple[str, ...], options: ReadOptions) -> Counter[str]:
    """Add everything at these paths; how many articles were added, known, without a date, not English or not read."""
    from factdb.storage.database import writing
    from factdb.storage.store import start_run

    counts: Counter[str] = Counter()
    run = None
    for found in spread(partial(_extracted, options=options), units(paths, options, sys.stdin.buffer)):
        for one in found:
            if isinstance(one, ReadError):
                counts["unread"] += 1
                tell(one)
                continue
            if run is None:
                with writing(engine) as session:
                    run = start_run(session, datetime.now(UTC))
            _store(engine, run, one, counts)
    return counts


def _extracted(unit: Unit | ReadError, options: ReadOptions) -> "list[Found]":
    from factdb.claims.extract import extract

    if isinstance(unit, ReadError):
        return [unit]
    return [one if isinstance(one, ReadError) else (one, extract(one.text, one.published_on, one.title, one.publisher)) for one in read_unit(unit, options)]


def _store(engine: "Engine", run: int, found: "tuple[Article, Extraction]", counts: Counter[str]) -> None:
    """Store one article in a transaction of its own, and only then say so."""
    from factdb.storage.database import writing
    from factdb.storage.store import add_article
    from factdb.storage.versions import renew

    article, extraction = found
    try:
        with writing(engine) as session:
            added = add_article(session, article, extraction, run, datetime.now(UTC))
            renewed = renew(session, added.article_id, datetime.now(UTC)) if added.what == "added" and article.url else None
    except ReadError as error:
        counts["unread"] += 1
        tell(error)
        return
    counts[added.what] += 1
    counts["claims"] += added.claims
    if added.what == "added":
        say(f"Added {added.article_id} {article.id}: {added.claims} claims")
        _warn(article, added.article_id, counts)
    if renewed is not None:
        counts["renewed"] += 1
        kept = f"{len(renewed.carried)} decided claims carried over, {len(renewed.orphaned)} orphaned"
        say(f"  a new version of {renewed.before}: {kept}. `factdb diff {added.article_id}` shows what changed.")


def _warn(article: Article, article_id: str, counts: Counter[str]) -> None:
    if article.published_on is None:
        counts["undated"] += 1
        say(f"  no date of publication, so relative dates stay open. Give it one: factdb article {article_id} --set published_on=YYYY-MM-DD")
    if article.language not in (None, "en"):
        counts["foreign"] += 1
        say(f"  not English ({article.language}): stored, but factdb reads English only")


def summary(counts: Counter[str]) -> str:
    parts = [f"{counts['added']} articles added with {counts['claims']} claims"]
    words = {"known": "known already", "published": "known, now also from another place", "removed": "removed before and left out"}
    words |= {"renewed": "new versions"}
    words |= {"undated": "without a date", "foreign": "not in English", "unread": "not read"}
    return ", ".join(parts + [f"{counts[name]} {says}" for name, says in words.items() if counts[name]]) + "."
