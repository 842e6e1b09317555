"""Correcting fields in place: checked while they are typed, choices by key, the kind with its own fields."""

import pytest
from storage_samples import TEXT, claims_of

from factdb.claims.schema import KINDS
from factdb.review.form import Form, choices, field_names, typed
from factdb.storage.readings import reading_of

TRADE, TOLL, MEETING, SHARE = (reading_of(claim) for claim in claims_of(TEXT).claims)
CORE = claims_of(TEXT).claims[1].core


def pressed(form, *keys):
    for key in keys:
        form = form.press(key, TEXT, CORE)
    return form


def test_what_is_typed_becomes_a_change():
    form = pressed(Form.of(TOLL), "backspace", "7")
    assert form.changes() == {"value": "17"}
    assert form.wrong == ""
    assert pressed(form, "backspace", "4").changes() == {}


def test_what_is_wrong_is_told_while_typing_and_goes_again():
    form = pressed(Form.of(TOLL), "x")
    assert "value=14x is no number" in form.wrong
    assert pressed(form, "backspace").wrong == ""


def test_a_choice_turns_with_the_arrows_and_letters():
    form = Form.of(TOLL, "outcome")
    assert pressed(form, "right").changes() == {"outcome": "injured"}
    assert pressed(form, "left", "d").changes() == {"outcome": "displaced"}
    assert pressed(form, "backspace").changes() == {"outcome": ""}
    assert pressed(form, "#").changes() == {}


def test_another_kind_brings_its_own_fields():
    form = pressed(Form.of(TOLL, "kind"), "right")
    assert form.kind == "count"
    assert "item" in form.names
    assert "outcome" not in form.names
    assert form.changes() == {"kind": "count"}


def test_the_cursor_goes_round():
    form = Form.of(MEETING, "date_start")
    assert pressed(form, *["tab"] * len(form.names)).name == "date_start"
    assert pressed(form, "up").name == "kind"
    assert pressed(form, "up", "shift+tab").name == form.names[-1]


def test_several_fields_are_filled_at_once():
    form = Form.of(TOLL).fill({"kind": "count", "item": "tunnel miner"}, TEXT, CORE)
    assert form.changes() == {"kind": "count", "item": "tunnel miner"}
    assert "no field 'colour'" in Form.of(TOLL).fill({"colour": "red"}, TEXT, CORE).wrong


@pytest.mark.parametrize("reading", [TRADE, TOLL, MEETING, SHARE])
def test_nothing_changed_is_no_change(reading):
    assert Form.of(reading).changes() == {}


def test_lists_and_periods_are_shown_as_they_are_typed():
    assert typed({"participants": ["Norway", "Chile"]}, "participants") == "Norway; Chile"
    assert (typed(TRADE, "period_start"), typed(TOLL, "period_start")) == ("2024-01-01", "")


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_of_a_kind_can_be_reached(kind):
    own = {field.name for field in KINDS[kind].fields}
    assert own < set(field_names(kind))
    assert all(choices(kind, field.name) for field in KINDS[kind].fields if field.type == "choice")
