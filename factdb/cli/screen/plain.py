"""The review for pipes and terminals that cannot draw: the same state, told line by line."""

import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace

import click

from factdb.claims.marked import place
from factdb.cli.deciding import pairs
from factdb.cli.keyboard import key_pressed
from factdb.cli.output import say, visible
from factdb.cli.show import passage
from factdb.errors import FactdbError
from factdb.review.desk import Desk
from factdb.review.effects import Correct, Effect, Read, Simple
from factdb.review.form import field_names, typed
from factdb.review.line import Line
from factdb.review.state import KEYS, REASONS, Pressed, State, arrived, point, press
from factdb.review.view import Shown

_FEW = "vrcusz?q"
_HELP = " · ".join(f"{key} {name}" for key, name, _ in KEYS if key in _FEW)  # the rest stands behind ?
_TYPED = {"note": "note: ", "search": "search for: ", "jump": "go to claim: "}
_NAMED = {"\r": "enter", "\n": "enter", "": "enter", "\x1b": "escape"}
_HIDDEN = {"stance": "asserted", "modifier": "exact"}


class Plain:
    """Shows claim after claim and reads a key for each decision; what is typed takes the next line."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._state = State()
        self._keys = _keys()

    def run(self) -> None:
        """Go on until the queue or the keys end."""
        self._carry_out(Simple("next"))
        if self._state.doing:
            say(self._state.doing)
        while self._state.shown is not None:
            _tell_claim(self._state, self._state.shown)
            key = self._key(_HELP)
            if key in ("q", None):
                break
            self._press(key)
        left = f", {self._state.left:,} to go" if self._state.left else ""
        say(f"{self._state.done} decided{left}." if self._state.done or left else "No claim to review. Other filters may find some.")

    def _press(self, key: str) -> None:
        """Do what a key asks for, asking for more until the claim is back on screen."""
        self._take(press(self._state, key))
        while self._state.mode != "claim":
            mode = self._state.mode
            _ASKED[mode](self)
            if self._state.mode == mode:  # refused: what is wrong was said, and the claim is shown again
                self._state, _ = press(self._state, "escape")

    def _reason(self) -> None:
        key = self._key("  ".join(f"{at} {reason}" for at, reason in enumerate(REASONS, 1)) + "  Enter: none")
        self._take(press(self._state, key or "escape"))

    def _typing(self) -> None:
        self._state = replace(self._state, line=Line.of(_line(_TYPED[self._state.mode])))
        self._take(press(self._state, "enter"))

    def _form(self) -> None:
        form, shown, missed = self._state.form, self._state.shown, self._state.missed
        if form is None or shown is None:
            return
        if missed is not None:
            click.echo("  ".join(f"{name}={visible(typed(missed.reading, name))}" for name in form.names if typed(missed.reading, name)))
        try:
            changes = pairs(shlex.split(_line("field=value …: ")))
            filled = form.fill(changes, shown.text, shown.core if missed is None else missed.core)
        except (FactdbError, ValueError) as error:
            say(str(error))
            return
        self._state = replace(self._state, form=filled)
        self._take(press(self._state, "enter"))

    def _edges(self) -> None:
        self._carry_out(Correct({"quote": _line("the words, as in the article: ")}))

    def _words(self) -> None:
        shown = self._state.shown
        if shown is None:
            return
        try:
            span = place(shown.text, _line("the words, as in the article: "))
        except FactdbError as error:
            say(str(error))
            return
        self._carry_out(Read(span.start, span.end))

    def _hits(self) -> None:
        for at, hit in enumerate(self._state.hits, 1):
            click.echo(visible(f"{at:>3}  {hit.claim_id}  {hit.status:<9}  {hit.quote}  {hit.kind}  {hit.article}"))
        chosen = _line("number: ")
        if chosen.isdecimal():
            self._take(point(self._state, {"hit": int(chosen) - 1}))

    def _help(self) -> None:
        for key, name, says in KEYS:
            click.echo(f"{key:>3}  {name:<13}{says}")
        self._take(press(self._state, "escape"))

    def _take(self, pressed: Pressed) -> None:
        self._state, effect = pressed
        if effect is not None:
            self._carry_out(effect)
        elif self._state.said:
            say(self._state.said)

    def _carry_out(self, effect: Effect) -> None:
        """Do it, and tell what came of it only then."""
        self._state = arrived(self._state, self._desk.do(effect))
        if self._state.said and self._state.bad:
            say(self._state.said)
        elif self._state.said:
            click.echo(visible(self._state.said))

    def _key(self, prompt: str) -> str | None:
        click.echo(_wrapped(f"[{prompt}]") + " ", nl=False)
        key = next(self._keys, None)
        click.echo(visible(key or ""))
        return None if key is None else _NAMED.get(key, key)


_ASKED = {
    "reason": Plain._reason,
    "form": Plain._form,
    "edges": Plain._edges,
    "words": Plain._words,
    "hits": Plain._hits,
    "help": Plain._help,
    **dict.fromkeys(_TYPED, Plain._typing),
}


def _tell_claim(state: State, shown: Shown) -> None:
    home, reading = shown.home, shown.reading
    source = " · ".join(part for part in (home.title or home.name, home.publisher, home.published_on) if part)
    click.echo("\n" + _wrapped(f"{state.done + 1} ({state.left:,} to go)  {shown.claim_id}  {visible(source)}"))
    click.echo(_wrapped(passage(shown.text, reading["start"], reading["end"])))
    for name in field_names(reading["kind"]):
        value = typed(reading, name)
        if value and _HIDDEN.get(name) != value:
            click.echo(f"{name.replace('_', ' '):>13}  {visible(value)}")
    click.echo(f"{'status':>13}  {reading['status']}{', flagged' if reading.get('flagged') else ''}")
    for decided in shown.decided:
        click.echo(visible(f"{decided.curator:>13}  {decided.what} {decided.at[:16]} {decided.reason or ''} {decided.comment or ''}".rstrip()))
    for other in shown.others:
        click.echo(visible(f"{other.verdict:>13}  {other.quote}  ({other.article}, {other.published_on or 'no date'}: {other.cause})"))


def _wrapped(text: str) -> str:
    """Lines broken at words for a terminal; through a pipe one line."""
    if not sys.stdout.isatty():
        return text
    return textwrap.fill(text, shutil.get_terminal_size().columns - 1, break_long_words=False, break_on_hyphens=False)


def _keys() -> Iterator[str]:
    """One key at a time from a terminal, one line at a time from a pipe."""
    if sys.stdin.isatty():
        while True:
            yield key_pressed()
    while line := sys.stdin.readline():
        yield line.strip()[:1]


def _line(prompt: str) -> str:
    """A line as it is typed; through a pipe it is told, since nothing else shows it."""
    click.echo(prompt, nl=False)
    typed_in = sys.stdin.readline().strip()
    if not sys.stdin.isatty():
        click.echo(visible(typed_in))
    return typed_in
