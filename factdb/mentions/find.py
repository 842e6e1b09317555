"""All passes over an article, in order, and the choice between readings that overlap."""

from collections.abc import Callable
from datetime import date, datetime

from factdb.mentions import numbers
from factdb.mentions.scan import Scan
from factdb.text.tokens import Tokens

PASSES: tuple[Callable[[Scan], None], ...] = (numbers.read,)


def find(text: str, published_on: date | datetime | None = None, title: str | None = None) -> Scan:
    """The scan of a text after every pass."""
    scan = Scan(Tokens(text), published_on, title)
    for read in PASSES:
        read(scan)
    return scan
