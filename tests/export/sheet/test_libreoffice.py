"""A sheet that goes through LibreOffice, as a colleague's would: converted to XLSX and back, the decisions in it arrive and mangled cells are named."""

import csv
import shutil
import subprocess

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.export.sheet.columns import COLUMNS
from factdb.export.sheet.decide import decide_all
from factdb.export.sheet.merge import plan
from factdb.export.sheet.read import read_sheet
from factdb.export.sheet.write import sheet_rows, write_sheet
from factdb.review import By, correct
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.queries import Filters
from factdb.storage.tables import ClaimRow

pytestmark = pytest.mark.slow

# How LibreOffice is told to read: comma, quotes, UTF-8 or Windows-1252, all from the first line on.
UTF8, WINDOWS = "CSV:44,34,76,1", "CSV:44,34,ANSI,1"


@pytest.fixture
def url(fresh_file, tmp_path):
    """One engine is enough here."""
    shutil.copy(fresh_file, tmp_path / "facts.db")
    return f"sqlite:///{tmp_path / 'facts.db'}"


def office(path, form, infilter=None):
    """The file that LibreOffice makes of another."""
    assert shutil.which("soffice"), "the slow tests need LibreOffice"
    home = path.parent / "office"
    given = [f"--infilter={infilter}"] if infilter else []
    words = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", *given, "--convert-to", form, "--outdir", str(path.parent / form), str(path)]
    subprocess.run(words, capture_output=True, check=True, timeout=180)
    return path.parent / form / f"{path.stem}.{form}"


def export(engine, path):
    with reading(engine) as session:
        write_sheet(sheet_rows(session, Filters()), path)
    return path


def fill(path, kind, /, **cells):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    next(row for row in rows if row["kind"] == kind).update(cells)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def planned(engine, path):
    with reading(engine) as session:
        return plan(session, read_sheet(path))


def claim(engine, kind):
    with reading(engine) as session:
        return session.exec(select(ClaimRow).where(ClaimRow.kind == kind)).one()


def test_decisions_survive_the_way_through_xlsx_and_back(stored, tmp_path):
    with writing(stored) as session:
        correct(session, claim(stored, "trade_figure").id, {"value": "12345678901234567", "reporter": "Côte d’Ivoire", "subject": "=1+1"}, By("ann", NOW))
    sheet = export(stored, tmp_path / "review.csv")
    fill(sheet, "share", verdict="verify", comment="as in the report’s table")
    fill(sheet, "casualty_count", value="17")
    fill(sheet, "meeting_date", verdict="reject", reason="wrong date")
    there = office(sheet, "xlsx", UTF8)
    back = office(there, "csv")
    for path in (there, back):
        found = planned(stored, path)
        assert found.faults == []
        asked = {(step.what, tuple(step.changes.items()), step.reason, step.comment) for step in found.steps}
        assert asked == {
            ("verify", (), None, "as in the report’s table"),
            ("correct", (("value", "17"),), None, None),
            ("reject", (), "wrong_date", None),
        }, path
        assert any("lost" in note for note in found.notes), "the long number"
    with writing(stored) as session:
        decide_all(session, planned(stored, back).steps, By("ben", NOW, batch="b"))
    assert [claim(stored, kind).status for kind in ("share", "casualty_count", "meeting_date")] == ["verified", "corrected", "rejected"]
    assert claim(stored, "trade_figure").value == "12345678901234567"
    with reading(stored) as session:
        assert list(examine(session)) == []


def test_a_sheet_read_in_the_wrong_encoding_asks_for_nothing(stored, tmp_path):
    with writing(stored) as session:
        correct(session, claim(stored, "trade_figure").id, {"reporter": "Côte d’Ivoire"}, By("ann", NOW))
    found = planned(stored, office(export(stored, tmp_path / "review.csv"), "xlsx", WINDOWS))
    assert (found.steps, found.faults) == ([], [])
    assert any("UTF-8 read as" in note for note in found.notes)


def test_our_own_xlsx_comes_back_as_it_went(stored, tmp_path):
    (tmp_path / "there").mkdir()
    found = planned(stored, office(export(stored, tmp_path / "there" / "review.xlsx"), "xlsx"))
    assert (found.steps, found.faults, found.notes) == ([], [], [])
