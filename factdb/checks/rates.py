"""Rates of exchange that a curator imported: money of two currencies is compared at a dated rate, else not at all."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factdb.checks.csv_tables import lines
from factdb.errors import ReadError

if TYPE_CHECKING:
    from sqlmodel import Session

_LONGEST = timedelta(days=31)


class Rate(NamedTuple):
    """What one unit of a currency (ISO 4217) was worth in US dollars on a day (ISO 8601)."""

    currency: str
    day: str
    dollars: Decimal
    source: str | None = None


class Rates:
    """Rates by currency and day."""

    def __init__(self, rates: Iterable[Rate] = ()) -> None:
        self._known: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
        for rate in sorted(rates):
            self._known[rate.currency].append((rate.day, rate.dollars))

    def dollars(self, currency: str | None, day: date | None) -> Decimal | None:
        """The latest rate up to a day, at most a month old; None where there is none. A dollar is a dollar."""
        if currency == "USD":
            return Decimal(1)
        if day is None or currency not in self._known:
            return None
        rates = self._known[currency]
        at = bisect_right(rates, (day.isoformat(), Decimal("Infinity"))) - 1
        return rates[at][1] if at >= 0 and day - date.fromisoformat(rates[at][0]) <= _LONGEST else None


NO_RATES = Rates()


def stored_rates(session: "Session") -> Rates:
    """The rates of the database."""
    from sqlmodel import select

    from factdb.storage.tables import RateRow

    return Rates(Rate(row.currency, row.day, Decimal(row.dollars), row.source) for row in session.exec(select(RateRow)))


def read_rates(path: Path) -> Iterator[Rate]:
    """A CSV with the columns `currency`, `day` and `dollars` (what one unit is worth), and `source` where there is one. ReadError names the line."""
    rows = lines(path)
    _, header = next(rows)
    if not {"currency", "day", "dollars"} <= set(header):
        raise ReadError("no table of rates", where=str(path), next_step="Give it the columns currency, day, dollars")
    for number, cells in rows:
        rate = _rate(dict(zip(header, map(str.strip, cells), strict=False)))
        if rate is None:
            raise ReadError("no rate", where=f"{path}, line {number}", next_step="Write EUR,2025-06-02,1.14")
        yield rate


def _rate(row: Mapping[str, str]) -> Rate | None:
    """The rate of a row; None where a cell is missing, the day is none, or the worth is no number above zero."""
    try:
        day, dollars = date.fromisoformat(row["day"]).isoformat(), Decimal(row["dollars"])
        return Rate(row["currency"].upper(), day, dollars, row.get("source") or None) if dollars.is_finite() and dollars > 0 and row["currency"] else None
    except (KeyError, ValueError, InvalidOperation):
        return None
