"""Who states which value of a fact: copies of one agency's text count once, and so does an outlet that repeats itself."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from factdb.checks.comparing import COPY
from factdb.checks.facts import Fact
from factdb.checks.features import Read


class Stated(NamedTuple):
    """A value of a fact as text, how many independent outlets state it, and the claims that do, in the order of the fact."""

    value: str
    outlets: int
    claims: tuple[Read, ...]


def stated(fact: Fact) -> list[Stated]:
    """The values of a fact, the one that most outlets state first."""
    values: dict[str, list[Read]] = defaultdict(list)
    for read in fact.reads:
        values[value_of(read)].append(read)
    found = [Stated(value, independent(reads), tuple(reads)) for value, reads in values.items()]
    return sorted(found, key=lambda one: (-one.outlets, one.value))


def independent(reads: Iterable[Read]) -> int:
    """How many of the claims are neither of one outlet nor of one agency, nor copies of one sentence."""
    homes: list[set[object]] = []
    for read in reads:
        marks = _marks(read)
        joined = [home for home in homes if home & marks]
        homes = [home for home in homes if not home & marks] + [marks.union(*joined)]
    return len(homes)


def _marks(read: Read) -> set[object]:
    """What makes two claims one voice: the outlet, the agency whose text it is, or the very words of a sentence of some length."""
    fields, words = read.claim.fields, read.context.sentence.words
    outlet = fields.get("syndicated_from") or fields.get("publisher") or read.claim.article
    return {outlet, words} if len(words) >= COPY else {outlet}


def value_of(read: Read) -> str:
    """The value as it was read: the days of a date, else the bounds with their unit."""
    claim = read.claim
    if claim.dated:
        same = claim.date_end in (None, claim.date_start)
        return str(claim.date_start) if same else f"{claim.date_start}/{claim.date_end}"
    low, high = (None if bound is None else format(bound, ",f") for bound in (claim.low, claim.high))
    number = low if low == high else f"{low or ''}…{high or ''}"
    if low is None and high is None:
        number = "" if claim.value is None else format(claim.value, ",f")
    return f"{number} {claim.unit or ''}".strip()
