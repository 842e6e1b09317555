"""The state of a review without a screen: `press` says what a key does to it and what it asks of the database.

Every key that changes something leads to an effect; the claim on screen changes only when the outcome has arrived, so what
a curator sees as done is on disk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factdb.claims import schema
from factdb.review import words
from factdb.review.effects import Add, Correct, Decide, Effect, Jump, Outcome, Read, Search, Simple
from factdb.review.form import Form
from factdb.review.line import Line
from factdb.review.view import Hit, Missed, Shown
from factdb.spans import Span

REASONS = schema.REASONS[:7]
"""Those that have a key."""

KEYS = (
    ("v", "verify", "the reading is right"),
    ("r", "reject", "with a reason: 1 to 7, Enter for none"),
    ("c", "correct", "fields in place; Tab moves, Enter saves, Esc leaves"),
    ("k", "kind", "correct the kind, which moves the claim to the other table"),
    ("e", "edges", "move the edges of the words: ← → the end, Shift the start"),
    ("u", "unsure", "for another look"),
    ("f", "flag", "a mark beside the status; the claim stays"),
    ("n", "note", "a comment; the claim stays"),
    ("a", "add", "a claim that was missed: mark its words, Enter reads them"),
    ("s", "skip", "comes back at the end"),
    ("z", "undo", "your latest decision, as often as you like"),
    ("y", "redo", "what you took back"),
    ("/", "search", "in quotes, subjects and sources"),
    ("j", "jump", "to a claim by its id"),
    ("N", "next article", "the rest of this one comes back at the end"),
    ("A", "article done", "reviewed, nothing more in it"),
    ("w", "why", "unfold how the value came about"),
    ("?", "help", "this page"),
    ("q", "quit", "everything is on disk already"),
)
"""Key, its name on the screen, and what it does."""


@dataclass(frozen=True, slots=True)
class State:
    """What is on screen. `mode` is claim, reason, form, edges, words, note, search, hits, jump or help."""

    shown: Shown | None = None
    mode: str = "claim"
    why: bool = False
    line: Line = field(default_factory=Line)
    form: Form | None = None
    span: Span | None = None
    missed: Missed | None = None
    hits: tuple[Hit, ...] = ()
    at: int = 0
    said: str = ""
    bad: bool = False
    done: int = 0
    left: int = 0
    rest: float | None = None
    doing: str = ""


Pressed = tuple[State, Effect | None]


def press(state: State, key: str) -> Pressed:
    """The state after a key, and what it asks of the database, if anything. Keys are named as Textual names them; a character is itself."""
    if key == "escape":
        return _back(state), None
    return _MODES[state.mode](replace(state, said="", bad=False), key)


def point(state: State, place: Mapping[str, Any]) -> Pressed:
    """The state after a click: on a key's name (`press`), a field (`field`), a hit (`hit`) or a place of the text (`text`, a code point)."""
    if "press" in place:
        return press(state, place["press"])
    if "field" in place and state.shown is not None and state.mode == "claim":
        return _edit(place["field"])(state, state.shown)
    if "field" in place and state.form is not None and place["field"] in state.form.names:
        return replace(state, form=state.form.go(state.form.names.index(place["field"]))), None
    if "hit" in place and place["hit"] < len(state.hits):
        return press(replace(state, at=place["hit"]), "enter")
    if "text" in place and state.mode == "words" and state.shown is not None:
        return replace(state, span=words.word_at(state.shown.text, place["text"])), None
    return state, None


def arrived(state: State, outcome: Outcome) -> State:
    """The state when an effect was carried out; a refusal leaves a form or a mark open, so that nothing typed is lost."""
    state = replace(state, said=outcome.said, bad=outcome.bad, done=outcome.done, left=outcome.left, rest=outcome.rest, doing=outcome.doing)
    if outcome.hits:
        return replace(state, mode="hits", hits=outcome.hits, at=0)
    if outcome.missed is not None:
        return replace(state, mode="form", missed=outcome.missed, form=Form.of(outcome.missed.reading))
    if outcome.bad and state.mode in ("form", "edges", "words", "search", "jump"):
        return state
    same = state.shown is not None and outcome.shown is not None and state.shown.claim_id == outcome.shown.claim_id
    return replace(_back(state), shown=outcome.shown, why=state.why and same, said=outcome.said, bad=outcome.bad)


def looked(state: State, outcome: Outcome) -> State:
    """The state when what others say was looked up again: whatever the curator is at goes on."""
    if state.shown is None or outcome.shown is None or state.shown.claim_id != outcome.shown.claim_id:
        return replace(state, doing=outcome.doing)
    return replace(state, doing=outcome.doing, shown=replace(state.shown, others=outcome.shown.others))


def _back(state: State) -> State:
    return replace(state, mode="claim", line=Line(), form=None, span=None, missed=None, hits=(), at=0, said="", bad=False)


def _claim(state: State, key: str) -> Pressed:
    if key in _ANYWHERE:
        return _ANYWHERE[key](state)
    if state.shown is None:
        return replace(state, said="No claim is on screen. / searches, z takes back, q leaves."), None
    if key in _ON_CLAIM:
        return _ON_CLAIM[key](state, state.shown)
    return replace(state, said=f"{key} does nothing here. ? shows the keys."), None


def _asks(effect: Effect) -> Callable[[State, Shown], Pressed]:
    return lambda state, _: (state, effect)


def _opens(mode: str) -> Callable[[State], Pressed]:
    return lambda state: (replace(state, mode=mode, line=Line()), None)


def _edit(name: str) -> Callable[[State, Shown], Pressed]:
    return lambda state, shown: (replace(state, mode="form", form=Form.of(shown.reading, name)), None)


def _mark(state: State, shown: Shown) -> Pressed:
    return replace(state, mode="words", span=words.word_at(shown.text, shown.span.end)), None


_ANYWHERE: dict[str, Callable[[State], Pressed]] = {
    "z": lambda state: (state, Simple("undo")),
    "y": lambda state: (state, Simple("redo")),
    "/": _opens("search"),
    "j": _opens("jump"),
    "?": _opens("help"),
    "q": lambda state: (state, Simple("quit")),
}
_ON_CLAIM: dict[str, Callable[[State, Shown], Pressed]] = {
    "v": _asks(Decide("verify")),
    "u": _asks(Decide("unsure")),
    "f": _asks(Decide("flag")),
    "s": _asks(Simple("skip")),
    "N": _asks(Simple("next_article")),
    "A": _asks(Simple("reviewed")),
    "r": lambda state, _: (replace(state, mode="reason"), None),
    "n": lambda state, _: (replace(state, mode="note", line=Line()), None),
    "w": lambda state, _: (replace(state, why=not state.why), None),
    "c": lambda state, shown: _edit("date_start" if shown.dated else "value")(state, shown),
    "k": _edit("kind"),
    "e": lambda state, shown: (replace(state, mode="edges", span=shown.span), None),
    "a": _mark,
}


def _reason(state: State, key: str) -> Pressed:
    if key == "enter":
        return state, Decide("reject")
    if key.isdecimal() and 0 < int(key) <= len(REASONS):
        return state, Decide("reject", REASONS[int(key) - 1])
    return replace(state, said="1 to 7 give the reason, Enter gives none, Esc goes back."), None


def _form(state: State, key: str) -> Pressed:
    form, shown = state.form, state.shown
    assert form is not None
    assert shown is not None
    if key != "enter":
        core = shown.core if state.missed is None else state.missed.core
        return replace(state, form=form.press(key, shown.text, core)), None
    if form.wrong:
        return replace(state, said=form.wrong, bad=True), None
    if state.missed is not None:
        return state, Add(state.missed.start, state.missed.end, form.changes())
    return (state, Correct(form.changes())) if form.changes() else (_back(state), None)


def _edges(state: State, key: str) -> Pressed:
    shown = state.shown
    assert shown is not None
    if key == "enter":
        quote = (state.span or shown.span).quote(shown.text)
        return (state, Correct({"quote": quote})) if state.span != shown.span else (_back(state), None)
    moved = _moved(shown.text, state.span or shown.span, key)
    if not moved.contains(Span(*shown.core)):
        return replace(state, said="The words must hold the number or date itself."), None
    return replace(state, span=moved), None


def _words(state: State, key: str) -> Pressed:
    shown = state.shown
    assert shown is not None
    span = state.span or shown.span
    if key == "enter":
        return state, Read(span.start, span.end)
    if key in ("left", "right"):
        step = words.word_before if key == "left" else words.next_word
        return replace(state, span=step(shown.text, span) if step(shown.text, span).end > step(shown.text, span).start else span), None
    return replace(state, span=_moved(shown.text, span, _MARKING.get(key, key))), None


_MARKING = {"shift+right": "right", "shift+left": "left", "down": "right", "up": "left", " ": "right", "space": "right", "+": "right", "-": "left"}
"""While marking words the arrows move the mark and Shift makes it longer or shorter; + and - do so where Shift with an arrow is not sent."""


def _moved(text: str, span: Span, key: str) -> Span:
    if key in ("left", "right"):
        return words.move_end(text, span, 1 if key == "right" else -1)
    if key in ("shift+left", "shift+right", "<", ">"):
        return words.move_start(text, span, 1 if key in ("shift+right", ">") else -1)
    return span


def _typing(done: Callable[[str], Effect]) -> Callable[[State, str], Pressed]:
    """A mode in which a line is typed; Enter with nothing typed goes back."""

    def mode(state: State, key: str) -> Pressed:
        if key != "enter":
            return replace(state, line=state.line.press(key)), None
        text = state.line.text.strip()
        return (state, done(text)) if text else (_back(state), None)

    return mode


def _hits(state: State, key: str) -> Pressed:
    if key == "enter":
        return state, Jump(state.hits[state.at].claim_id)
    step = {"up": -1, "k": -1, "down": 1, "j": 1, "tab": 1}.get(key, 0)
    return replace(state, at=(state.at + step) % len(state.hits)), None


_MODES: dict[str, Callable[[State, str], Pressed]] = {
    "claim": _claim,
    "reason": _reason,
    "form": _form,
    "edges": _edges,
    "words": _words,
    "note": _typing(lambda text: Decide("note", note=text)),
    "search": _typing(Search),
    "jump": _typing(Jump),
    "hits": _hits,
    "help": lambda state, _: (_back(state), None),
}
