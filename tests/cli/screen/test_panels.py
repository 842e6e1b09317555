"""What stands on the screen, drawn at fixed sizes and compared as text."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from storage_samples import TEXT, claims_of

from factdb.cli.screen.panels import draw
from factdb.review.effects import Outcome
from factdb.review.state import KEYS, State, arrived, press
from factdb.review.view import Decided, Hit, Home, Other, Shown
from factdb.spans import Span
from factdb.storage.readings import FRESH, derivation_of, reading_of

TOLL = claims_of(TEXT).claims[1]
HOME = Home("a1", "fish", "Landslide in the north", "Fjord Post", "2025-06-09", 2, 4, False)
OTHER = Other("16 miners", "arica-daily", "2025-06-10", "updates", "the toll grew")
SHOWN = Shown("3f9a77c01b2d", TEXT, {**reading_of(TOLL), **FRESH}, tuple(TOLL.core), HOME, derivation=derivation_of(TOLL, TEXT), others=(OTHER,))
START = State(SHOWN, done=12, left=1028, rest=960.0)


def screen(*keys, state=START, width=80, height=24):
    for key in keys:
        state = press(state, key)[0]
    return draw(state, width, height, "ana").plain


def lines(*keys, **how):
    return [line.rstrip() for line in screen(*keys, **how).split("\n")]


def test_a_claim_at_24_lines_of_80():
    assert lines() == [
        " factdb review · ana · 3f9a77c01b2d   12 done · 1,028 to go · about 16 min left",
        " Landslide in the north  Fjord Post · 2025-06-09 · 2 of 4 in the article",
        "",
        " Norway sold Chile fish worth over 3.20 billion dollars in 2024. A landslide",
        " killed at least 14 miners near Arica. The ministers met on June 3 in Oslo.",
        " About 62 percent of the debt is short-term.",
        "─" * 80,
        "        kind  casualty_count            │ ↑ updates 16 miners",
        "              new · 0.80 sure           │   arica-daily · 2025-06-10",
        "       value  14                        │   the toll grew",
        "    modifier  at_least",
        "        unit  person",
        "     outcome  killed",
        "     victims  miners",
        "       place  Arica",
        "     subject  a subject",
        *[""] * 7,
        " v verify  r reject  c correct  u unsure  a add  s skip  z undo  ? help  q quit",
    ]


def test_the_words_are_lit_and_other_claims_dimmed():
    beside = replace(SHOWN, around=(Span(TEXT.index("June 3"), TEXT.index("June 3") + 6),))
    drawn = draw(State(beside), 80, 24, "ana")
    for words, lit, dim in (("at least 14 miners", True, False), ("June 3", False, True), ("Norway", False, False)):
        style = drawn.get_style_at_offset(Console(), drawn.plain.index(words) + 1)
        assert (bool(style.reverse), bool(style.dim)) == (lit, dim), words


def test_long_fields_and_what_others_say_are_folded_at_words():
    longer = replace(SHOWN, reading={**SHOWN.reading, "subject": "miners whom the landslide near Arica had buried"})
    shown = lines(state=State(longer))
    at = next(at for at, line in enumerate(shown) if line.startswith("     subject"))
    assert [line[:39].rstrip() for line in shown[at : at + 3]] == [
        "     subject  miners whom the landslide",
        "              near Arica had buried",
        "",
    ]


def test_a_form_shows_every_field_and_what_is_wrong():
    shown = lines("c", "backspace", "x")
    assert "      value ▸ 1x                        │ Changed fields are slanted." in shown
    assert shown[-3:-1] == [" value=1x is no number. Write it in digits with a point for decimals, such as", " 3200000000 or 62.5."]
    assert " Tab ↓ next field   Enter save   Esc leave" in shown
    assert "        │ ← → or a letter choose:" in screen("k")


def test_the_reasons_of_a_rejection_can_be_read():
    assert all(f"{at} {reason}" in screen("r") for at, reason in ((1, "not a claim"), (5, "wrong subject"), (7, "duplicate")))


def test_the_derivation_unfolds_and_folds():
    assert "The unit says so." in screen("w")
    assert "The unit says so." not in screen("w", "w")


def test_help_names_every_key():
    shown = screen("?")
    assert all(f" {key}  {name}" in shown for key, name, _ in KEYS)


def test_decisions_of_others_and_hits_of_a_search_can_be_read():
    decided = replace(SHOWN, decided=(Decided("ben", "reject", "2025-06-10T09:30:00+00:00", "wrong_value", "see p. 2"),))
    assert "│ ben: reject, wrong value" in screen(state=State(decided))
    assert "│   2025-06-10 09:30  see p. 2" in screen(state=State(decided))
    hits = tuple(Hit(f"c{n}", f"{n} ships", "count", "new", "harbour") for n in range(50))
    found = arrived(START, Outcome(SHOWN, hits=hits))
    assert " new       0 ships  count  harbour" in lines(state=found)
    assert " new       49 ships  count  harbour" in lines("up", state=found)


def test_an_empty_queue_says_so():
    assert "Nothing is left to review here." in screen(state=State())


def test_hostile_text_is_shown_as_characters():
    text = "[red]At \x1b[31m least 14\u202e miners[/red] died."
    start = text.index("least")
    hostile = replace(SHOWN, text=text, reading={**SHOWN.reading, "start": start, "end": start + 15, "subject": "[bold]x\x1b]0;y\x07"})
    shown = screen(state=State(hostile))
    assert "[red]At \ufffd[31m least 14\ufffd miners[/red] died." in shown
    assert "[bold]x\ufffd]0;y\ufffd" in shown
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}


@pytest.mark.parametrize("keys", ["", "c", "k", "e", "a", "r", "n", "w", "?", "/"])
@pytest.mark.parametrize(("width", "height"), [(200, 60), (80, 24), (40, 10), (20, 5), (2, 2), (1, 1)])
def test_it_fits_any_size(keys, width, height):
    drawn = screen(*keys, width=width, height=height).split("\n")
    assert len(drawn) == height
    assert max(cell_len(line) for line in drawn) <= max(width, 1)


def test_a_narrow_terminal_still_says_how_to_get_help_and_leave():
    narrow = lines(width=30, height=16)[-1]
    assert "? help" in narrow
    assert "q quit" in narrow


def test_the_keys_below_are_those_that_do_something():
    assert lines(state=State())[-1].split() == ["z", "undo", "/", "search", "j", "jump", "?", "help", "q", "quit"]
