"""Claims against reference figures that a curator imported: another source, of higher rank."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
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

# What is summed over a period: a day's is not held against a year's.
_FLOWS = ("trade_figure", "money_amount", "casualty_count")


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
    """Whether a claim is about the period of a reference figure: by its own period, else by the one year that its passage names.

    A claim with both bounds must be of the whole period, so that a month is not held against its year; a count as of a day, of a period that has it.
    """
    first, last = read.claim.period
    if first is None and last is None:
        return len(period) == 4 and read.context.setting.years == {period}
    begin, end = (day.isoformat() for day in days_of(period))
    if first is None or last is None:
        return begin <= (first or last or "") <= end
    return (first, last) == (begin, end) or (first == last and begin <= first <= end and read.claim.kind not in _FLOWS)


def days_of(period: str) -> tuple[date, date]:
    """The first and last day of a year, half, quarter, month, week or day: 2024, 2024-S1, 2024-Q3, 2024-05, 2024-W07 or 2024-05-31 (SDMX time periods)."""
    year, part = int(period[:4]), period[5:]
    if part[:1] == "W":
        monday = date.fromisocalendar(year, int(part[1:]), 1)
        return monday, monday + timedelta(days=6)
    if len(part) == 5:
        return date.fromisoformat(period), date.fromisoformat(period)
    months = {"": 12, "S": 6, "Q": 3}.get(part[:1], 1)
    first = 1 if not part else (int(part.strip("SQ")) - 1) * months + 1
    last = first + months - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
