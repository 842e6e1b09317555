"""Reference tables as their publishers give them, read into subject, measure, unit, period, value and source.

| table | told by | subject | measure | unit | period | value |
| --- | --- | --- | --- | --- | --- | --- |
| plain | `subject` and `measure` | subject | measure | unit | period | value |
| World Bank indicators (a column a year) | `Country Name` | Country Name | Indicator Name without brackets | the brackets | the column | the cell |
| UN Comtrade | `reporterDesc` and `primaryValue` | reporterDesc with partnerDesc | flowDesc | USD | period | primaryValue |
| SDMX-CSV | `TIME_PERIOD` and `OBS_VALUE` | REF_AREA | INDICATOR or MEASURE | UNIT_MEASURE | TIME_PERIOD | OBS_VALUE, times ten to the UNIT_MULT |

Columns of labels ("Reference area") are preferred to their codes where SDMX gives both.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path

from factdb.checks.csv_tables import lines
from factdb.checks.reference import Reference, days_of
from factdb.errors import ReadError

Cells = Mapping[str, str]
_PERIOD = re.compile(r"\d{4}(?:-(?:Q[1-4]|S[12]|W\d\d|\d\d(?:-\d\d)?))?")
_LARGEST = 50  # digits before the point: more is a slip
_YEAR = re.compile(r"\d{4}")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_DOLLARS = re.compile(r"US\$|USD")


def read_references(path: Path, source: str | None = None) -> Iterator[Reference]:
    """The figures of a table; rows without a value are passed over. ReadError says which table, line or cell was not understood."""
    rows = lines(path)
    for _, header in rows:
        reader = _reader(header)
        if reader:
            for number, row in rows:
                cells = {**dict.fromkeys(header, ""), **dict(zip(header, row, strict=False))}
                yield from map(partial(_checked, f"{path}, line {number}"), reader(cells, source or path.stem))
            return
    raise ReadError("no reference table that factdb knows", where=str(path), next_step="Give it the columns subject, measure, unit, period, value, source")


def _checked(where: str, one: Reference) -> Reference:
    """The figure, if its period is one that claims have."""
    try:
        if _PERIOD.fullmatch(one.period) and days_of(one.period):
            return one
    except ValueError:
        pass  # no such month, week or day
    raise ReadError(f"{one.period!r} is no period", where=where, next_step="Write a year, quarter, month or day: 2024, 2024-Q1, 2024-05 or 2024-05-31")


def _reader(header: list[str]) -> Callable[[Cells, str], Iterator[Reference]] | None:
    """How the rows under a header are read; None for a line that is no header."""
    names = set(header)
    for needed, reader in ((_PLAIN, _plain), ({"Country Name"}, _world_bank), ({"reporterDesc", "primaryValue"}, _comtrade), (_SDMX, _sdmx)):
        if needed <= names:
            return reader
    return None


_PLAIN = {"subject", "measure", "unit", "period", "value"}
_SDMX = {"TIME_PERIOD", "OBS_VALUE"}


def _plain(row: Cells, source: str) -> Iterator[Reference]:
    if row["value"].strip():
        yield Reference(row["subject"], row["measure"], row["unit"], row["period"], _number(row["value"], row["subject"]), row.get("source") or source)


def _world_bank(row: Cells, source: str) -> Iterator[Reference]:
    indicator = row.get("Indicator Name", "")
    brackets = " ".join(_BRACKETS.findall(indicator))
    unit = "USD" if _DOLLARS.search(brackets) else "percent" if "%" in brackets else "person" if "opulation" in indicator else "item"
    for period, cell in row.items():
        if _YEAR.fullmatch(period) and cell.strip():
            yield Reference(row["Country Name"], _BRACKETS.sub("", indicator), unit, period, _number(cell, row["Country Name"]), source)


def _comtrade(row: Cells, source: str) -> Iterator[Reference]:
    if row["primaryValue"].strip():
        period = row["period"] if len(row["period"]) == 4 else f"{row['period'][:4]}-{row['period'][4:]}"
        subject = f"{row['reporterDesc']} {row.get('partnerDesc', '')}".strip()
        yield Reference(subject, row.get("flowDesc", "trade"), "USD", period, _number(row["primaryValue"], subject), source)


def _sdmx(row: Cells, source: str) -> Iterator[Reference]:
    subject = row.get("Reference area") or row.get("REF_AREA", "")
    measure = row.get("Measure") or row.get("Indicator") or row.get("MEASURE") or row.get("INDICATOR", "")
    unit = row.get("UNIT_MEASURE") or "item"
    if row["OBS_VALUE"].strip():
        value = _number(row["OBS_VALUE"], subject) * _number(f"1E{row.get('UNIT_MULT') or 0}", subject)
        yield Reference(subject, measure, _UNITS.get(unit, unit), row["TIME_PERIOD"], value, source)


_UNITS = {"PT": "percent", "PC": "percent", "PS": "person", "PER": "person"}


def _number(cell: str, where: str) -> Decimal:
    try:
        number = Decimal(cell.replace(",", "").strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and abs(number.adjusted()) < _LARGEST:
        return number
    raise ReadError(f"{cell!r} is no number", where=where, next_step="Write numbers as 1234.5, and leave a cell empty where there is none")
