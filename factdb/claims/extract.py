"""The one door of extraction: a text and its date in, numbers, quantities, dates and typed claims out.

A pure function: no network, no clock, no state; the same input gives the same output in any process.
"""

from datetime import date, datetime

from factdb.claims.extraction import Extraction
from factdb.mentions.find import find


def extract(text: str, published_on: date | datetime | None = None, title: str | None = None) -> Extraction:
    """Read every claim of a text.

    `published_on` is the day from which relative dates count; without it they stay unresolved. `title` is context: no claim
    comes from it. Offsets are Unicode code points into `text`. No string raises an error.
    """
    scan = find(text, published_on, title)
    return Extraction(text, (), tuple(scan.numbers.values()), tuple(scan.quantities), tuple(scan.timexes))
