"""A correction is checked field by field, and the error says what would be right."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdb.claims.correction import corrected
from factdb.claims.schema import KINDS
from factdb.errors import FactdbError

TEXT = "Some 40 boats, about 12 percent of them new, left Vardø."
STATE = {
    "kind": "share",
    "start": 15,
    "end": 31,
    "quote": "about 12 percent",
    "value": "12",
    "low": "12",
    "high": "12",
    "modifier": "about",
    "unit": "percent",
    "period": None,
    "attribution": None,
    "subject": None,
    "stance": "asserted",
    "rule": "r",
    "confidence": 0.5,
    "part": "new boats",
    "whole": "boats",
}
CORE = (21, 23)


def correct(**changes):
    return corrected(STATE, changes, TEXT, CORE)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"value": "13.50"}, {"value": "13.50", "low": "13.50", "high": "13.50"}),
        ({"value": "1,300"}, {"value": "1300"}),
        ({"modifier": "over"}, {"low": "12", "high": None}),
        ({"modifier": "nearly", "value": "14"}, {"low": None, "high": "14"}),
        ({"value": "", "low": "10", "high": "14", "modifier": "between"}, {"value": None, "low": "10", "high": "14"}),
        ({"part": "", "subject": "new boats"}, {"part": None, "subject": "new boats"}),
        ({"period_end": "2025-06-01"}, {"period": {"start": None, "end": "2025-06-01"}}),
        ({"kind": "meeting_date", "participants": "Norway; Chile"}, {"kind": "meeting_date", "participants": ["Norway", "Chile"], "place": None}),
        ({"quote": "12 percent of them"}, {"start": 21, "end": 39, "quote": "12 percent of them"}),
    ],
)
def test_corrections(changes, expected):
    found = correct(**changes)
    assert {name: found[name] for name in expected} == expected
    assert set(found) >= {field.name for field in KINDS[found["kind"]].fields}


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, "field=value"),
        ({"value": "a dozen"}, "3200000000 or 62.5"),
        ({"value": "NaN"}, "is no number"),
        ({"value": "1e999999"}, "is no number"),
        ({"kind": "sum"}, "money_amount"),
        ({"modifier": "roughly"}, "at_least"),
        ({"flow": "export"}, "It has kind, quote, value"),
        ({"period_start": "June"}, "2025-06-03"),
        ({"low": "14", "high": "10"}, "low first"),
        ({"quote": "40 boats"}, "Copy it from the article"),
        ({"kind": "event_date", "date_start": "2025-02-30"}, "no day"),
        ({"kind": "change", "direction": "sideways"}, "up, down"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(changes, right):
    with pytest.raises(FactdbError, match=right):
        correct(**changes)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(st.dictionaries(st.sampled_from([*STATE, "flow", "date_start", "period_end", "kind"]), st.text(max_size=12) | st.sampled_from(list(KINDS)), max_size=4))
def test_any_input_is_taken_or_refused_in_words(changes):
    try:
        found = corrected(STATE, changes, TEXT, CORE)
    except FactdbError as refusal:
        error = refusal
    else:
        error = FactdbError("taken", next_step="nothing")
        assert TEXT[found["start"] : found["end"]] == found["quote"]
    assert error.next_step
