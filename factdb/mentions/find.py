"""All passes over an article, in order."""

from collections.abc import Callable
from datetime import date, datetime

from factdb.mentions import about, counts, crowds, dates, direction, hedges, numbers, ranges, rates, values
from factdb.mentions.scan import Scan
from factdb.text.tokens import Tokens

# Dates come right behind the numbers; counts between the values and what is left bare. Tables are left out of all but the numbers.
PASSES: tuple[Callable[[Scan], None], ...] = (
    numbers.read,
    crowds.read,
    dates.read,
    values.read,
    counts.read,
    values.bare,
    ranges.read,
    rates.read,
    hedges.read,
    direction.read,
    about.read,
)


def find(text: str, published_on: date | datetime | None = None, title: str | None = None, publisher: str | None = None) -> Scan:
    """The scan of a text after every pass."""
    scan = Scan(Tokens(text), published_on, title, publisher)
    for read in PASSES:
        read(scan)
    return scan
