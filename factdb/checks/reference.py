"""Claims against reference figures that a curator imported: another source, of higher rank."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factdb.checks import words
from factdb.checks.bags import Bag, bag
from factdb.checks.bounds import in_common_unit
from factdb.checks.features import Read
from factdb.checks.finding import FAILS, HOLDS, Finding, Place
from factdb.checks.statement import Statement
from factdb.checks.verdict import agree

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Reference:
    """What `measure` was for `subject` in `period`: a year, month or day in ISO 8601."""

    subject: str
    measure: str
    unit: str
    period: str
    value: Decimal
    source: str

    @property
    def words(self) -> Bag:
        """What a passage must name to be about it."""
        return bag(words.base(word) for word in f"{self.subject} {self.measure}".lower().replace("-", " ").split())

    def __str__(self) -> str:
        return f"{self.subject}, {self.measure}, {self.period}: {self.value:f} {self.unit}"


def stored_references(session: "Session") -> list[Reference]:
    """The reference figures of the database."""
    from sqlmodel import col, select

    from factdb.storage.tables import ReferenceRow

    rows = session.exec(select(ReferenceRow).order_by(col(ReferenceRow.id))).all()
    return [Reference(row.subject, row.measure, row.unit, row.period, Decimal(row.value), row.source) for row in rows]


def against(reads: Iterable[Read], references: Iterable[Reference]) -> Iterator[Finding]:
    """Each claim with each reference figure of its unit and period whose subject and measure its passage names in full."""
    rarest: dict[str, list[tuple[Reference, Bag]]] = defaultdict(list)
    for reference in references:
        named = reference.words
        if named.words:
            rarest[max(sorted(named.words), key=words.weight)].append((reference, named))
    for read in reads if rarest else ():
        context = read.context
        passage = context.sentence.words | context.names.words | context.about.words
        for word in sorted(passage & rarest.keys()):
            yield from (finding for reference, named in rarest[word] if named.words <= passage for finding in _compared(read, reference))


def _compared(read: Read, reference: Reference) -> Iterator[Finding]:
    claim = read.claim
    if claim.dated or claim.kind == "change" or not _of_period(read, reference.period):
        return
    figure = Statement(reference.source, 0, 0, "", claim.kind, reference.value, reference.value, reference.value, "exact", reference.unit)
    pair = in_common_unit(claim, figure)
    if pair is None:
        return
    holds = agree(*pair)
    day = read.context.setting.published_on
    told = Place(claim.article, day.isoformat() if day else None, claim.start, claim.end, claim.quote)
    source = Place(reference.source, None, 0, len(str(reference)), str(reference))
    cause = "the reference figure allows it" if holds else "contradiction: the reference figure lies outside, even with rounding"
    yield Finding("reference", HOLDS if holds else FAILS, "error", cause, (told, source))


def _of_period(read: Read, period: str) -> bool:
    """Whether a claim is about the period of a reference figure: by its own period, else by the one year that its passage names."""
    first, last = read.claim.period
    if first or last:
        return all(bound is None or bound.startswith(period) for bound in (first, last))
    return len(period) == 4 and read.context.setting.years == {period}
