"""What `check` and `facts` share: the claims and articles that they work on."""

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factdb.cli.reading import read_options, tell
from factdb.errors import ReadError
from factdb.text.article import Article
from factdb.text.readers import read_unit, units

if TYPE_CHECKING:
    from factdb.checks.statement import Statement


@dataclass
class ReadIn:
    """Articles, their claims, and whether a file could not be read."""

    articles: list[Article] = field(default_factory=list)
    claims: "list[Statement]" = field(default_factory=list)
    failed: bool = False


def read_all(paths: tuple[str, ...], given: dict[str, Any]) -> ReadIn:
    """Read and extract every article under the paths; what cannot be read is told on stderr."""
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
                claims = extract(found.text, found.published_on, found.title).as_dict()["claims"]
                read.claims += [from_dict(found.id, claim) for claim in claims]
    return read
