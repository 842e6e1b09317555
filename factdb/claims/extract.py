"""The one door of extraction: a text and its date in, numbers, quantities, dates and typed claims out.

A pure function: no network, no clock, no state; the same input gives the same output in any process.
"""

from datetime import date, datetime
from operator import attrgetter

from factdb.claims import casualties, kinds
from factdb.claims.claim import Claim
from factdb.claims.context import Context
from factdb.claims.extraction import Extraction
from factdb.mentions.find import find
from factdb.mentions.mention import Quantity, Timex
from factdb.mentions.scan import Scan


def extract(text: str, published_on: date | datetime | None = None, title: str | None = None, publisher: str | None = None) -> Extraction:
    """Read every claim of a text.

    `published_on` is the day from which relative dates count; without it they stay unresolved. `title` is context: no claim
    comes from it. `publisher` is a paper's or agency's name, by whose country 3/4/2025 is read where the article's own dates do
    not tell. Offsets are Unicode code points into `text`. No string raises an error.
    """
    scan = find(text, published_on, title, publisher)
    return Extraction(text, tuple(_claims(scan)), tuple(scan.numbers.values()), tuple(scan.quantities), tuple(scan.timexes))


def _claims(scan: Scan) -> list[Claim]:
    """The claims in the order of the text, in which the mentions are read, each with who says so."""
    if not scan.quantities and not scan.timexes:
        return []
    context = Context(scan)
    mentions: list[Quantity | Timex] = sorted([*scan.quantities, *casualties.singles(scan), *scan.timexes], key=attrgetter("first", "last"))
    return [claim for mention in mentions if (claim := kinds.claim_of(context, mention))]
