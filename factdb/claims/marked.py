"""A claim at words that a curator marked and the rules passed over, read as far as the rules can read them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from factdb.claims import periods
from factdb.claims.build import date_claim, number_claim
from factdb.claims.claim import Claim
from factdb.claims.context import Context
from factdb.claims.extract import extract
from factdb.claims.rule import KindRule, Reading
from factdb.claims.schema import KINDS
from factdb.errors import FactdbError
from factdb.mentions.find import find
from factdb.mentions.mention import Number, Quantity, Timex
from factdb.mentions.scan import Scan
from factdb.spans import Span

# The kind that a quantity most often makes; what is not here is counted.
_KINDS = {"money": "money_amount", "percent": "share", "fraction": "share", "multiple": "change", "physical": "measurement"}
_KINDS |= {"duration": "duration", "age": "duration", "ordinal": "rank"}
_SAYS = "A curator marked these words, which no rule took for a claim; the kind is what such a number or date mostly is."


def place(text: str, quote: str, nth: int | None = None) -> Span:
    """Where the words stand in the text, white space aside; `nth`, from 1, when they stand there more than once.

    FactdbError when they are not there, or when it is not said which of several is meant.
    """
    words = quote.split()
    if not words:
        raise FactdbError("no words", next_step="Give the words that hold the number or date.")
    found = [Span(*match.span()) for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    if not found:
        raise FactdbError("these words are not in the article", where=quote, next_step="Copy them from its text: factdb article ID.")
    if nth is None and len(found) > 1:
        raise FactdbError(f"these words stand {len(found)} times in the article", where=quote, next_step="Say which with --nth, from 1.")
    if not 1 <= (nth or 1) <= len(found):
        raise FactdbError(f"these words stand {len(found)} times in the article, not {nth}", where=quote, next_step="Give a smaller --nth.")
    return found[(nth or 1) - 1]


def read(text: str, published_on: date | datetime | None, title: str | None, marked: Span, publisher: str | None = None) -> Claim:
    """The claim whose number or date stands in the marked words: the extractor's where it has one, else one of the usual kind.

    The claim's span is the marked one. FactdbError when the words hold no number and no date, or only a part of one.
    """
    scan = find(text, published_on, title, publisher)
    mention = _most(scan, marked)
    core = _core(scan, mention)
    if not marked.contains(core):
        raise FactdbError("these words hold only a part of the number or date", where=marked.quote(text), next_step=f"Mark all of {core.quote(text)!r}.")
    known = next((claim for claim in extract(text, published_on, title, publisher).claims if claim.core == core), None)
    context = Context(scan)
    claim = known or _usual(context, mention)
    return replace(claim, start=marked.start, end=marked.end, quote=marked.quote(text))


def _most(scan: Scan, marked: Span) -> Quantity | Timex | Number:
    """What shares most with the marked words: a quantity, then a date, then a bare number."""
    groups: Sequence[Sequence[Quantity | Timex | Number]] = (scan.quantities, scan.timexes, tuple(scan.numbers.values()))
    found = [mention for group in groups for mention in group if _core(scan, mention).overlap(marked)]
    if not found:
        raise FactdbError("there is no number and no date in these words", where=marked.quote(scan.tokens.text), next_step="Mark the words that hold it.")
    return max(found, key=lambda mention: Span(mention.start, mention.end).overlap(marked))


def _core(scan: Scan, mention: Quantity | Timex | Number) -> Span:
    first, last = (mention.first, mention.last) if isinstance(mention, Number) else mention.core
    return Span(*scan.tokens.span(first, last))


def _usual(context: Context, mention: Quantity | Timex | Number) -> Claim:
    context.enter(mention)
    if isinstance(mention, Timex):
        place = context.whereabouts.near(mention.first, mention.last)
        return date_claim(context, mention, _rule("event_date"), Reading({"event": None, "place": place.name if place else None}, None))
    q = _counted(mention) if isinstance(mention, Number) else mention
    kind = _KINDS.get(q.dimension, "count")
    known = {"role": q.of, "of": q.unit_phrase if q.dimension == "ordinal" else q.of, "item": q.unit_phrase, "direction": q.direction}
    fields = {field.name: known.get(field.name) for field in KINDS[kind].fields}
    return number_claim(context, q, _rule(kind), Reading(fields, q.of or q.unit_phrase, periods.of_figure(context, q)))


def _rule(kind: str) -> KindRule[Any]:
    return KindRule("marked.usual_kind", kind, _SAYS, 0.0, read=lambda _context, _mention: None, takes=(), refuses=())


def _counted(n: Number) -> Quantity:
    value: Decimal = n.value
    return Quantity(n.first, n.last, n.start, n.end, n.rule, (n,), (n.first, n.last), "bare", value, value, value, number=n.written)
