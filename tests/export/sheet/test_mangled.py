"""What spreadsheet programs do to cells is told apart from what people do."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.export.cells import harmless
from factdb.export.sheet.columns import escaped, unescaped
from factdb.export.sheet.mangled import look


@pytest.mark.parametrize(
    ("raw", "exported", "form", "what", "text"),
    [
        ("14", "14", "number", "same", "14"),
        (14, "14", "number", "same", "14"),
        (62.0, "62.0", "number", "same", "62.0"),
        ("3,200,000,000", "3200000000", "number", "same", "3200000000"),
        ("3200000000.00", "3200000000", "number", "same", "3200000000"),
        ("62%", "62.0", "number", "same", "62.0"),
        ("3,5", "3.5", "number", "same", "3.5"),
        ("17", "14", "number", "edited", "17"),
        (17.5, "14", "number", "edited", "17.5"),
        ("1 250,5", "14", "number", "edited", "1250.5"),
        ("", "14", "number", "edited", ""),
        (None, "14", "number", "edited", ""),
        ("many", "14", "number", "edited", "many"),
        ("3.2E+09", "3200000000", "number", "restored", "3200000000"),
        ("3,23E+09", "3234567890", "number", "restored", "3234567890"),
        ("3.3E+09", "3200000000", "number", "refused", "3.3E+09"),
        (1.2345678901234568e16, "12345678901234567", "number", "restored", "12345678901234567"),
        ("12345678901234500", "12345678901234512", "number", "restored", "12345678901234512"),
        (datetime(2025, 5, 14), "14", "number", "refused", "2025-05-14"),
        ("14-May", "14.5", "number", "refused", "14-May"),
        ("2025-06-03", "2025-06-03", "date", "same", "2025-06-03"),
        (datetime(2025, 6, 3), "2025-06-03", "date", "same", "2025-06-03"),
        (datetime(2025, 6, 4), "2025-06-03", "date", "edited", "2025-06-04"),
        ("6/3/2025", "2025-06-03", "date", "restored", "2025-06-03"),
        ("03.06.25", "2025-06-03", "date", "restored", "2025-06-03"),
        (45811, "2025-06-03", "date", "restored", "2025-06-03"),
        ("6/4/2025", "2025-06-03", "date", "refused", "6/4/2025"),
        ("next Monday", "2025-06-03", "date", "edited", "next Monday"),
        ("Arica, Chile", "Arica", "text", "edited", "Arica, Chile"),
        ("tunnel  miners ", "tunnel miners", "text", "same", "tunnel miners"),
        (datetime(2025, 1, 2), "1-2", "text", "restored", "1-2"),
        (datetime(1955, 4, 1), "April 1955", "text", "restored", "April 1955"),
        (datetime(1955, 5, 1), "April 1955", "text", "refused", "1955-05-01"),
        ("06/03/26", "June 3", "text", "restored", "June 3"),
        ("06/04/26", "June 3", "text", "refused", "06/04/26"),
        ("3-4-2025 tonnes", "3 tonnes", "text", "edited", "3-4-2025 tonnes"),
        ("02-Jan", "1-2", "text", "refused", "02-Jan"),
        (7, "007", "text", "restored", "007"),
        (True, "true", "text", "refused", "True"),
        ("#NAME?", "-x", "text", "refused", "#NAME?"),
        ("########", "2025-06-03", "date", "refused", "########"),
        ("CÃ´te d’Ivoire".replace("’", "â€™"), "Côte d’Ivoire", "text", "restored", "Côte d’Ivoire"),
        ("C\ufffdte", "Côte", "text", "refused", "C\ufffdte"),
        ("C?te", "Côte", "text", "restored", "Côte"),
    ],
)
def test_a_cell(raw, exported, form, what, text):
    found = look(raw, exported, form)
    assert (found.what, found.text) == (what, text), found.why
    assert bool(found.why) == (what in ("restored", "refused"))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_number_that_a_person_typed_is_taken_as_typed(number):
    written = format(number, "f")
    found = look(written, "777777.777777", "number")
    assert found.what == "edited"
    assert Decimal(found.text) == number


@given(st.text())
def test_escaping_of_formulas_is_reversed(text):
    assert unescaped(escaped(text)) == text or text.startswith("'")
    assert escaped(text) == harmless(text)
