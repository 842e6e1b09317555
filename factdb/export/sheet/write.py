"""Write claims as a sheet for review: CSV, or XLSX whose cells are all text, so that nothing in them is rewritten."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from factdb.export.files import whole
from factdb.export.sheet.columns import COLUMNS, escaped, row_of
from factdb.storage.decisions import IN_TIME
from factdb.storage.portions import portions
from factdb.storage.queries import Filters, ordered
from factdb.storage.tables import ArticleRow, ClaimRow, DecisionRow

_WIDTHS = {"passage": 60, "quote": 24, "comment": 24, "subject": 24}
_VERDICTS = '"verify,reject,unsure,correct"'
Cells = Mapping[str, str]


def sheet_rows(session: Session, filters: Filters) -> Iterator[Cells]:
    """The claims that the filters let through as rows of cells, article by article."""
    for some in portions(list(ordered(session, filters))):
        yield from _rows(session, some)


def write_sheet(rows: Iterable[Cells], path: Path) -> int:
    """Write rows to a file, CSV or XLSX by its name; how many there were. The file takes its name when it is whole."""
    return _xlsx(rows, path) if path.suffix.lower() == ".xlsx" else _csv(rows, path)


def _rows(session: Session, ids: Iterable[str]) -> Iterator[Cells]:
    held = {row.id: row for row in session.exec(select(ClaimRow).where(col(ClaimRow.id).in_(ids)))}
    logs: dict[str, list[DecisionRow]] = {claim_id: [] for claim_id in held}
    for decision in session.exec(select(DecisionRow).where(col(DecisionRow.claim_id).in_(held)).order_by(*IN_TIME)):
        logs[decision.claim_id].append(decision)
    wanted = {row.article_id for row in held.values()}
    articles = {row.id: row.model_dump() for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(wanted)))}
    for claim_id in ids:
        yield row_of(held[claim_id], logs[claim_id], articles[held[claim_id].article_id])


def _csv(rows: Iterable[Cells], path: Path) -> int:
    count = 0
    with whole(path, bom=True) as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for count, row in enumerate(rows, 1):  # noqa: B007
            writer.writerow([escaped(row[name]) for name in COLUMNS])
    return count


def _xlsx(rows: Iterable[Cells], path: Path) -> int:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "review"
    sheet.append(COLUMNS)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    count = sum(1 for row in rows if _append(sheet, row))
    sheet.freeze_panes = "C2"
    choice = DataValidation(type="list", formula1=_VERDICTS, allow_blank=True)
    choice.add(f"B2:B{max(2, count + 1)}")
    sheet.add_data_validation(choice)
    for at, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, 14)
    part = path.with_name(path.name + ".part")
    try:
        book.save(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _append(sheet: Any, row: Cells) -> bool:
    """One row, every cell as text: a formula in it stays the characters that it is made of."""
    from openpyxl.cell import WriteOnlyCell

    cells = []
    for name in COLUMNS:
        cell: Any = WriteOnlyCell(sheet, row[name])
        cell.data_type, cell.number_format = "s", "@"
        cells.append(cell)
    sheet.append(cells)
    return True
