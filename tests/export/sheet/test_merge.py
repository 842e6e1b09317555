"""A sheet goes out, comes back filled in, and becomes decisions; nobody's work is overwritten."""

import csv
import shutil

import pytest
from openpyxl import load_workbook
from sqlmodel import col, select
from storage_samples import NOW

from factdb.errors import ReadError
from factdb.export.sheet.columns import COLUMNS
from factdb.export.sheet.decide import decide_all
from factdb.export.sheet.merge import plan
from factdb.export.sheet.read import read_sheet
from factdb.export.sheet.write import sheet_rows, write_sheet
from factdb.review import By, correct, decide, undo
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.queries import Filters
from factdb.storage.tables import ClaimRow, DecisionRow

BEN = By("ben", NOW, batch="sheet")


@pytest.fixture
def url(fresh_file, tmp_path):
    """One engine is enough here."""
    shutil.copy(fresh_file, tmp_path / "facts.db")
    return f"sqlite:///{tmp_path / 'facts.db'}"


@pytest.fixture(params=["csv", "xlsx"])
def sheet(request, stored, tmp_path):
    """The path of a sheet of the four claims, just exported."""
    path = tmp_path / f"review.{request.param}"
    with reading(stored) as session:
        assert write_sheet(sheet_rows(session, Filters()), path) == 4
    return path


def fill(path, kind, /, **cells):
    """Type into the row of a kind, as a person would."""
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        row = next(row for row in book.active.iter_rows(min_row=2) if row[COLUMNS.index("kind")].value == kind)
        for name, value in cells.items():
            row[COLUMNS.index(name)].value = value
        book.save(path)
        return
    with path.open(encoding="utf-8-sig", newline="") as stream:
        separator = ";" if ";" in stream.readline() else ","
        stream.seek(0)
        rows = list(csv.DictReader(stream, delimiter=separator))
    next(row for row in rows if row["kind"] == kind).update(cells)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def planned(engine, path):
    with reading(engine) as session:
        return plan(session, read_sheet(path))


def taken(engine, path):
    found = planned(engine, path)
    with writing(engine) as session:
        decide_all(session, found.steps, BEN)
    with reading(engine) as session:
        assert list(examine(session)) == []
    return found


def claim(engine, kind):
    with reading(engine) as session:
        return session.exec(select(ClaimRow).where(ClaimRow.kind == kind)).one()


def test_an_untouched_sheet_asks_for_nothing(stored, sheet):
    found = planned(stored, sheet)
    assert (found.steps, found.faults, found.notes) == ([], [], [])


def test_verdicts_and_changed_fields_become_decisions_of_one_batch(stored, sheet):
    fill(sheet, "share", verdict="ok")
    fill(sheet, "meeting_date", verdict="reject", reason="wrong date", comment="a year later")
    fill(sheet, "casualty_count", value="17", modifier="about", comment="the later count")
    fill(sheet, "trade_figure", comment="ask the ministry")
    assert taken(stored, sheet).faults == []
    toll = claim(stored, "casualty_count")
    assert (toll.value, toll.low, toll.high, toll.status) == ("17", "17", "17", "corrected")
    assert [claim(stored, kind).status for kind in ("share", "meeting_date", "trade_figure")] == ["verified", "rejected", "new"]
    with reading(stored) as session:
        log = session.exec(select(DecisionRow).order_by(col(DecisionRow.id))).all()
        assert {(one.what, one.reason, one.comment, one.batch) for one in log} == {
            ("verify", None, None, "sheet"),
            ("reject", "wrong_date", "a year later", "sheet"),
            ("correct", None, "the later count", "sheet"),
            ("note", None, "ask the ministry", "sheet"),
        }
    with writing(stored) as session:
        assert len(undo(session, BEN)) == 4


def test_a_claim_changed_on_both_sides_is_refused_and_the_rest_is_taken(stored, sheet):
    with writing(stored) as session:
        correct(session, claim(stored, "share").id, {"value": "63"}, By("ann", NOW))
    fill(sheet, "share", value="64")
    fill(sheet, "casualty_count", verdict="verify")
    (fault,) = taken(stored, sheet).faults
    assert "changed in the database, too (correct by ann" in fault
    assert (claim(stored, "share").value, claim(stored, "casualty_count").status) == ("63", "verified")


def test_the_same_change_on_both_sides_is_none(stored, sheet):
    fill(sheet, "share", value="63")
    taken(stored, sheet)
    again = planned(stored, sheet)
    assert (again.steps, again.faults) == ([], [])


def test_a_claim_that_was_decided_and_taken_back_meanwhile_is_refused(stored, sheet):
    with writing(stored) as session:
        decide(session, "verify", claim(stored, "share").id, By("ann", NOW))
        undo(session, By("ann", NOW))
    fill(sheet, "share", verdict="reject")
    assert len(planned(stored, sheet).faults) == 1


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"verdict": "perhaps"}, "is no verdict"),
        ({"reason": "mood", "verdict": "reject"}, "is no reason"),
        ({"verdict": "reject", "value": "3"}, "reject and changed fields at once"),
        ({"verdict": "correct"}, "no field is changed"),
        ({"value": "lots"}, "no number"),
        ({"low": "99"}, "above"),
        ({"kind": "fruit"}, "is not known"),
        ({"claim": "c-ffffffffffff", "verdict": "verify"}, "does not hold claim"),
        ({"claim": "12", "verdict": "verify"}, "not what was exported"),
        ({"seen": "", "verdict": "verify"}, "not what was exported"),
        ({"value": "3.3E+09"}, "scientific notation"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_cell(stored, sheet, cells, says):
    fill(sheet, "share", **cells)
    found = planned(stored, sheet)
    assert found.steps == []
    assert says in found.faults[0]
    assert found.faults[0].split(":")[0].split()[0].rstrip("0123456789").isupper()


def test_a_row_that_was_copied_counts_once(stored, sheet):
    fill(sheet, "share", verdict="verify")
    rows = read_sheet(sheet)
    with reading(stored) as session:
        found = plan(session, [*rows, *rows])
    assert len(found.steps) == 1
    assert len(found.faults) == 4


def test_formulas_in_an_article_stay_characters(stored, tmp_path):
    with writing(stored) as session:
        correct(session, claim(stored, "share").id, {"subject": '=HYPERLINK("x")', "attribution": "+1"}, By("ann", NOW))
    for name in ("one.csv", "one.xlsx"):
        with reading(stored) as session:
            write_sheet(sheet_rows(session, Filters()), tmp_path / name)
        assert planned(stored, tmp_path / name).steps == []
    assert "'=HYPERLINK" in (tmp_path / "one.csv").read_text(encoding="utf-8")
    cells = [cell for row in load_workbook(tmp_path / "one.xlsx").active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"a,b\n1,2\n"), ("a.xlsx", b"no zip"), ("a.csv", b""), ("a.csv", b"claim,seen,claim\n")])
def test_other_files_are_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError):
        read_sheet(tmp_path / name)


def test_a_sheet_in_the_encodings_of_older_programs(stored, tmp_path):
    with writing(stored) as session:
        correct(session, claim(stored, "share").id, {"subject": "Côte d’Ivoire’s debt"}, By("ann", NOW))
    path = tmp_path / "one.csv"
    with reading(stored) as session:
        write_sheet(sheet_rows(session, Filters()), path)
    text = path.read_text(encoding="utf-8-sig")
    for data in (text.encode("cp1252"), text.encode("utf-16"), text.encode().decode("cp1252", errors="replace").encode()):
        path.write_bytes(data)
        found = planned(stored, path)
        assert (found.steps, found.faults) == ([], [])
