"""What each key does, without a screen and without a database."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_samples import TEXT, claims_of

from factdb.review.effects import Add, Correct, Decide, Jump, Outcome, Read, Search, Simple
from factdb.review.state import KEYS, State, arrived, looked, point, press
from factdb.review.view import Hit, Home, Missed, Other, Shown
from factdb.storage.readings import FRESH, reading_of

TOLL = claims_of(TEXT).claims[1]
HOME = Home("a1", "fish", "Fish", "Fjord Post", "2025-06-09", 2, 4, False)
SHOWN = Shown("c1", TEXT, {**reading_of(TOLL), **FRESH}, tuple(TOLL.core), HOME)
START = State(SHOWN, left=4)
NEXT = replace(SHOWN, claim_id="c2")


def after(*keys, state=START):
    """The state and the last effect after some keys."""
    effect = None
    for key in keys:
        state, effect = press(state, key)
    return state, effect


@pytest.mark.parametrize(
    ("keys", "effect"),
    [
        (["v"], Decide("verify")),
        (["u"], Decide("unsure")),
        (["f"], Decide("flag")),
        (["r", "1"], Decide("reject", "not_a_claim")),
        (["r", "7"], Decide("reject", "duplicate")),
        (["r", "enter"], Decide("reject")),
        (["n", "s", "e", "e", " ", "p", "2", "enter"], Decide("note", note="see p2")),
        (["c", "backspace", "7", "enter"], Correct({"value": "17"})),
        (["k", "right", "enter"], Correct({"kind": "count"})),
        (["e", "left", "enter"], Correct({"quote": "at least 14"})),
        (["e", "shift+right", ">", "enter"], Correct({"quote": "14 miners"})),
        (["s"], Simple("skip")),
        (["z"], Simple("undo")),
        (["y"], Simple("redo")),
        (["N"], Simple("next_article")),
        (["A"], Simple("reviewed")),
        (["q"], Simple("quit")),
        (["/", "O", "s", "l", "o", "enter"], Search("Oslo")),
        (["j", "c", "2", "enter"], Jump("c2")),
    ],
)
def test_each_key_asks_for_its_effect(keys, effect):
    assert after(*keys)[1] == effect


def test_a_missed_claim_is_marked_read_and_added():
    state, effect = after("a", "right", "right", "right", "+", "enter")
    assert isinstance(effect, Read)
    assert TEXT[effect.start : effect.end] == "The ministers"
    missed = Missed(effect.start, effect.end, (0, 3), reading_of(TOLL))
    state = arrived(state, Outcome(SHOWN, missed=missed))
    assert after("backspace", "7", "enter", state=state)[1] == Add(effect.start, effect.end, {"value": "17"})


@pytest.mark.parametrize("keys", [["r"], ["c"], ["e", "left"], ["a"], ["n", "x"], ["/", "x"], ["?"]])
def test_escape_leads_back_and_asks_for_nothing(keys):
    assert after(*keys, "escape") == (START, None)


@pytest.mark.parametrize("keys", [["c"], ["e"], ["n"], ["/"], ["j"]])
def test_enter_with_nothing_changed_leads_back(keys):
    assert after(*keys, "enter") == (START, None)


def test_a_wrong_field_is_not_sent():
    state, effect = after("c", "x", "enter")
    assert effect is None
    assert state.mode == "form"
    assert "no number" in state.said


def test_the_words_keep_their_number():
    state, effect = after("e", "left", "left", "left")
    assert effect is None
    assert "hold the number" in state.said


def test_a_refusal_leaves_what_was_typed():
    state, _ = after("c", "backspace", "7", "enter")
    refused = arrived(state, Outcome(SHOWN, "Somebody was faster.", bad=True))
    assert refused.form == state.form
    assert refused.said == "Somebody was faster."


def test_what_was_unfolded_is_folded_at_the_next_claim():
    state = after("w")[0]
    assert state.why
    assert arrived(state, Outcome(SHOWN)).why
    assert not arrived(state, Outcome(NEXT)).why


def test_hits_are_chosen_and_gone_to():
    hits = (Hit("c1", "14 miners", "casualty_count", "new", "fish"), Hit("c2", "June 3", "meeting_date", "new", "fish"))
    state = arrived(START, Outcome(SHOWN, hits=hits))
    assert after("down", "enter", state=state)[1] == Jump("c2")
    assert after("up", "enter", state=state)[1] == Jump("c2")


def test_clicks_do_what_keys_do():
    assert point(START, {"press": "v"})[1] == Decide("verify")
    assert point(START, {"field": "unit"})[0].form.name == "unit"
    form = point(START, {"field": "unit"})[0]
    assert point(form, {"field": "value"})[0].form.name == "value"
    marking = after("a")[0]
    assert point(marking, {"text": TEXT.index("Oslo") + 2})[0].span.quote(TEXT) == "Oslo"
    assert point(START, {}) == (START, None)


def test_an_empty_queue_can_still_be_searched_undone_and_left():
    empty = State()
    assert press(empty, "v")[1] is None
    assert [press(empty, key)[1] for key in "zq"] == [Simple("undo"), Simple("quit")]
    assert press(empty, "/")[0].mode == "search"


def test_every_key_of_the_help_does_something():
    for key, _, _ in KEYS:
        state, effect = press(START, key)
        assert effect is not None or state != START, key


@given(
    st.lists(st.one_of(st.sampled_from(["enter", "escape", "left", "right", "up", "down", "tab", "shift+left", "shift+right", "backspace"]), st.characters()))
)
def test_no_sequence_of_keys_breaks_it(keys):
    state = START
    for key in keys:
        state, effect = press(state, key)
        if effect is not None:
            state = arrived(state, Outcome(SHOWN, "no", bad=True))
        assert state.span is None or 0 <= state.span.start <= state.span.end <= len(TEXT)


def test_what_others_say_comes_in_while_a_field_is_typed():
    typing, _ = after("c", "9", state=replace(START, doing="Comparing …"))
    said = Other("12 miners", "b", None, "conflicts", "other bounds")
    outcome = Outcome(replace(SHOWN, others=(said,)))
    seen = looked(typing, outcome)
    assert (seen.mode, seen.form, seen.shown.others, seen.doing) == ("form", typing.form, (said,), "")
    assert looked(typing, replace(outcome, shown=NEXT)).shown == SHOWN
