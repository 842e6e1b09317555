"""What `check` and `facts` share: what they tell, from files or from the database."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factdb.cli.database import database_option
from factdb.cli.parallel import spread
from factdb.cli.reading import read_options, reading_options, tell
from factdb.errors import NotFoundError, ReadError
from factdb.text.article import Article
from factdb.text.readers import read_unit, units

if TYPE_CHECKING:
    from sqlmodel import Session

    from factdb.checks.facts import Fact
    from factdb.checks.finding import Finding
    from factdb.checks.statement import Statement

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


@dataclass
class Told(Generic[T]):
    """Findings or facts, the names of stored articles, and whether a file could not be read."""

    found: list[T]
    names: Mapping[str, str] = field(default_factory=dict)
    failed: bool = False

    def name(self, article: str) -> str:
        """The name that the source gave an article."""
        return self.names.get(article, article)

    def named(self, wanted: str) -> set[str]:
        """The articles of this name, or whose id begins so; NotFoundError where there is none."""
        found = {article for article, name in self.names.items() if name == wanted or article.startswith(wanted)}
        if not found:
            raise NotFoundError("no article has this id or name", where=wanted, next_step="`factdb articles` shows those that are stored.")
        return found


def checking_options(command: F) -> F:
    """Give a command PATHs that may be left out, the options of reading, and `--db`."""
    return database_option(reading_options(command, required=False))


def findings_in(paths: tuple[str, ...], db: str | None, given: dict[str, Any], holding: bool) -> "Told[Finding]":
    """The findings over the articles under the paths; without paths over those of the database, as curators left them."""
    if paths:
        from factdb.checks.check import check

        articles, claims, failed = _read_files(paths, given)
        return Told(check(claims, articles, holding=holding), {article.id: article.id for article in articles}, failed)
    from factdb.checks.kept import kept_findings
    from factdb.checks.stored import names_of

    with renewed(db) as session:
        found = kept_findings(session, holding=holding)
        told = None if given.get("article") else {place.article for finding in found for place in finding.places}
        return Told(found, names_of(session, told))


def facts_in(paths: tuple[str, ...], db: str | None, given: dict[str, Any]) -> "Told[Fact]":
    """The facts over the articles under the paths; without paths over those of the database, as curators left them."""
    if paths:
        from factdb.checks.facts import facts

        articles, claims, failed = _read_files(paths, given)
        return Told(facts(claims, articles), {}, failed)
    from factdb.checks.kept import kept_facts
    from factdb.checks.stored import names_of

    with renewed(db) as session:
        found = kept_facts(session)
        return Told(found, names_of(session, {read.claim.article for fact in found for read in fact.reads}))


@contextmanager
def renewed(db: str | None) -> "Iterator[Session]":
    """A session on the database that is there, after what changed since the last check was worked out."""
    from factdb.checks.renewal import renew
    from factdb.storage.database import database_url, open_database, reading

    engine = open_database(database_url(db, os.environ))
    renew(engine, spread)
    with reading(engine) as session:
        yield session


def _read_files(paths: tuple[str, ...], given: dict[str, Any]) -> "tuple[list[Article], list[Statement], bool]":
    """Every article under the paths with their claims, and whether one could not be read, which is told on stderr."""
    from factdb.checks.statement import from_dict
    from factdb.claims.extract import extract

    options = read_options(given)
    articles, claims, failed = [], [], False
    for unit in units(paths, options, sys.stdin.buffer):
        for found in [unit] if isinstance(unit, ReadError) else read_unit(unit, options):
            if isinstance(found, ReadError):
                failed = True
                tell(found)
            else:
                articles.append(found)
                told = extract(found.text, found.published_on, found.title, found.publisher).as_dict()["claims"]
                claims += [from_dict(found.id, {**claim, "publisher": found.publisher}) for claim in told]
    return articles, claims, failed
