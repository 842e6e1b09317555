"""What `check` and `facts` share: the claims and articles that they work on, from files or from the database."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from factdb.checks.given import NOTHING_GIVEN, Given
from factdb.cli.database import database_option, reading_from
from factdb.cli.reading import read_options, reading_options, tell
from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers import read_unit, units

if TYPE_CHECKING:
    from factdb.checks.statement import Statement

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class ReadIn:
    """Articles, their claims, the names of stored articles, and whether a file could not be read."""

    articles: list[Article] = field(default_factory=list)
    claims: "list[Statement]" = field(default_factory=list)
    names: Mapping[str, str] = field(default_factory=dict)
    given: Given = NOTHING_GIVEN
    failed: bool = False

    def name(self, article: str) -> str:
        """The name that the source gave an article."""
        return self.names.get(article, article)


def checking_options(command: F) -> F:
    """Give a command PATHs that may be left out, the options of reading, and `--db`."""
    return database_option(reading_options(command, required=False))


def read_in(paths: tuple[str, ...], db: str | None, given: dict[str, Any]) -> ReadIn:
    """The articles under the paths, read and extracted but not stored; without paths those of the database, as curators left them."""
    if paths:
        return _read_files(paths, given)
    from factdb.checks.stored import stored

    with reading_from(db) as session:
        held = stored(session)
    return ReadIn(held.articles, held.claims, held.names, held.given)


def _read_files(paths: tuple[str, ...], given: dict[str, Any]) -> ReadIn:
    """Every article under the paths; what cannot be read is told on stderr."""
    from factdb.checks.statement import from_dict
    from factdb.claims.extract import extract

    options = read_options(given)
    read = ReadIn()
    for unit in units(paths, options, sys.stdin.buffer):
        for found in [unit] if isinstance(unit, ReadError) else read_unit(unit, options):
            if isinstance(found, ReadError):
                read.failed = True
                tell(found)
            else:
                read.articles.append(found)
                claims = extract(found.text, found.published_on, found.title, found.publisher).as_dict()["claims"]
                read.claims += [from_dict(found.id, {**claim, "publisher": found.publisher}) for claim in claims]
    return read
