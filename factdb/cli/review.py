"""`factdb review`: one claim after the other, one key for each decision."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from factdb.cli.database import database_option, reading_from
from factdb.cli.deciding import by, curator_name, curator_option, opened, pairs
from factdb.cli.filters import chosen, filter_options
from factdb.cli.output import say, visible
from factdb.cli.show import passage
from factdb.errors import FactdbError
from factdb.export.cells import cell

DECISIONS = {"v": "verify", "r": "reject", "u": "unsure", "f": "flag"}
HELP = "v verify · r reject · c correct · u unsure · f flag · n note · s skip · z undo · ? help · q quit"
# What the screen shows of a claim beside its words; what is empty is left out.
SHOWN = ("kind", "value", "low", "high", "modifier", "unit", "period_start", "period_end", "subject", "attribution", "confidence", "status")


@click.command()
@filter_options
@curator_option
@database_option
def command(curator: str | None, db: str | None, **given: Any) -> None:
    """Review claims one by one; without --status those that nobody has decided yet.

    Each decision is on disk before the next claim shows. Through a pipe, each line is one key; `c` and `n` take the next line.

    \b
    Example:
      factdb review --kind casualty_count
    """
    given["statuses"] = given["statuses"] or ("new",)
    Review(db, curator_name(curator), _queue(db, given)).run()


def _queue(db: str | None, given: dict[str, Any]) -> list[str]:
    from factdb.storage.queries import claims

    with reading_from(db) as session:
        return [row["id"] for row in claims(session, chosen(session, given))]


class Review:
    """The queue of claims and the place in it; everything else is in the database."""

    def __init__(self, db: str | None, curator: str, queue: list[str]) -> None:
        self._db = db
        self._curator = curator
        self._queue = queue
        self._at = 0
        self._keys = _keys()

    def run(self) -> None:
        """Show claim after claim until the queue or the keys end."""
        while self._at < len(self._queue):
            self._show()
            if not self._act():
                break
        say(f"{self._at} of {len(self._queue)} gone through." if self._queue else "No claim to review. Other filters may find some.")

    def _show(self) -> None:
        from factdb.storage.queries import one_claim

        with reading_from(self._db) as session:
            row, text = one_claim(session, self._queue[self._at])
        click.echo(f"\n{self._at + 1}/{len(self._queue)}  {row['id']}")
        click.echo(passage(text, row["start"], row["end"]))
        for name in SHOWN:
            if row.get(name) not in (None, ""):
                click.echo(f"{name.replace('_', ' '):>13}  {visible(cell(row[name]))}")

    def _act(self) -> bool:
        """Do what one key asks for; False to leave. An error keeps the claim on screen."""
        click.echo(f"[{HELP}] ", nl=False)
        key = next(self._keys, "q")
        click.echo(visible(key))
        if key == "q":
            return False
        try:
            self._do(key)
        except FactdbError as error:
            say(str(error))
        return True

    def _do(self, key: str) -> None:
        if key in DECISIONS:
            self._decide(DECISIONS[key])
        elif key == "c":
            self._correct()
        elif key == "n":
            self._decide("note", _line("note: "))
        elif key == "z":
            self._undo()
        elif key == "s":
            self._at += 1
        else:
            click.echo(HELP)

    def _decide(self, what: str, note: str | None = None) -> None:
        from factdb.review import decide
        from factdb.storage.database import writing

        with writing(opened(self._db)) as session:
            told = decide(session, what, self._queue[self._at], by(self._curator, note=note))
        self._told(told.claim_id, told.status, what)

    def _correct(self) -> None:
        from factdb.review import correct
        from factdb.storage.database import writing

        changes = pairs(_line("field=value …: ").split())
        with writing(opened(self._db)) as session:
            told = correct(session, self._queue[self._at], changes, by(self._curator))
        self._told(told.claim_id, told.status, "correct")

    def _told(self, claim: str, status: str, what: str) -> None:
        """Said only once the decision is on disk; a flag or a note leaves the claim to be decided."""
        click.echo(f"{claim} {status}" + (f" ({what})" if what in ("flag", "note") else ""))
        if what not in ("flag", "note"):
            self._at += 1

    def _undo(self) -> None:
        from factdb.review import undo
        from factdb.storage.database import writing

        with writing(opened(self._db)) as session:
            told = undo(session, by(self._curator))
        for one in told:
            click.echo(f"{one.claim_id} {one.status} (undo)")
            if one.claim_id in self._queue:
                self._at = self._queue.index(one.claim_id)


def _keys() -> Iterator[str]:
    """One key at a time from a terminal, one line at a time from a pipe."""
    if sys.stdin.isatty():
        while True:
            yield click.getchar()
    while line := sys.stdin.readline():
        yield line.strip()[:1] or "?"


def _line(prompt: str) -> str:
    click.echo(prompt, nl=False)
    return sys.stdin.readline().strip()
