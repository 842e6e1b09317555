"""A session of thirty decisions on the full screen in a real terminal (tmux, 80 by 24): each key, and what the curator then sees."""

import json
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date

import pytest
from storage_samples import NOW

from factdb.claims.extract import extract
from factdb.review.state import KEYS
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import log_rows
from factdb.storage.doctor import examine
from factdb.storage.queries import claims
from factdb.storage.store import add_article, start_run
from factdb.text.article import Article

pytestmark = pytest.mark.slow

STORY = (
    "The port of {town} handled {a} million tonnes of grain in 2024. A fire there killed {b} dockers on May 3, 2025. "
    "Some {c} ships waited outside. Ministers of Norway and Peru met in {town} on June 3, 2025. About {d} percent of the cranes stand still."
)
TOWNS = (("Ostvik", "3.2", 14, 40, 62), ("Velje", "5.5", 3, 21, 18), ("Karst", "1.1", 7, 90, 33))
EXPLAINED = "any key goes back"

# A key or text, and what the screen must show then. {ships} is the id of a claim.
SESSION = (
    ("?", EXPLAINED),
    ("x", "Ostvik", "0 done · 15 to go"),
    ("w", "Typed by the rule"),
    ("w", "tonnes"),
    ("v", "verified.", "1 done · 14 to go", "14 dockers"),
    ("n", "note:"),
    ("ask the port", "note: ask the port"),
    ("Enter", "noted.", "ana: note", "ask the port", "1 done · 14 to go"),
    ("f", "flagged.", "new, flagged"),
    ("v", "verified.", "May 3, 2025"),
    ("r", "1 not a claim", "wrong subject", "7 duplicate"),
    ("9", "1 to 7 give the reason"),
    ("6", "rejected.", "40 ships"),
    ("u", "unsure.", "June 3, 2025", "4 done"),
    ("z", "is new again", "40 ships", "3 done"),
    ("y", "once more", "4 done"),
    ("c", "Correct", "date start ▸ 2025-06-03"),
    ("C-u", "day"),
    ("someday", "is no day"),
    ("Escape", "verify"),
    ("c", "Correct"),
    ("C-u", "day"),
    ("2025-06-04", "2025-06-04"),
    ("Tab", "date end"),
    ("C-u", "date"),
    ("2025-06-05", "2025-06-05"),
    ("Enter", "corrected.", "Port of Velje", "5 done · 10 to go"),
    ("s", "comes back at the end", "3 dockers"),
    ("k", "kind ▸ casualty_count", "a letter choose"),
    ("r", "kind ▸ rank"),
    ("Enter", "corrected."),
    ("u", "unsure.", "21 ships"),
    ("e", "Enter save"),
    ("Left", "Shift+←"),
    ("Left", "must hold the number"),
    (">", "Shift+←"),
    ("Enter", "corrected.", "June 3, 2025"),
    ("a", "move the mark"),
    ("Right", "move the mark"),
    ("Enter", "no number and no date"),
    ("Right", "move the mark"),
    ("Enter", "A claim that was missed", "value ▸ 18", "percent"),
    ("Enter", "added and verified.", "5 of 6 in the article"),
    ("v", "verified.", "Port of Karst", "9 done · 6 to go"),
    ("v", "verified.", "7 dockers"),
    ("j", "go to claim:"),
    ("zzz", "go to claim: zzz"),
    ("Enter", "no claim has this id"),
    ("C-u", "go to claim:"),
    ("{ships}", "go to claim: {ships}"),
    ("Enter", "{ships}", "Some 90 ships"),
    ("v", "verified.", "7 dockers"),
    ("/", "search for:"),
    ("14 dockers", "search for: 14 dockers"),
    ("Enter", "casualty_count", "choose"),
    ("Enter", "14 dockers", "ana: verify"),
    ("v", "verified.", "7 dockers", "12 done · 4 to go"),
    ("A", "nothing more in it", "5 in the article, reviewed"),
    ("N", "5.5 million tonnes"),
    ("r", "Enter without a reason"),
    ("Enter", "rejected.", "7 dockers"),
    ("z", "is new again", "5.5 million tonnes"),
    ("z", "is not reviewed again"),
    ("y", "is reviewed once more"),
    ("y", "is rejected once more", "7 dockers"),
    ("v", "verified."),
    ("v", "verified.", "1 to go"),
    ("v", "verified.", "Nothing is left to review here.", "0 to go"),
    ("v", "No claim is on screen"),
    ("z", "is new again", "June 3, 2025", "1 to go"),
    ("z", "is new again", "2 to go"),
    ("y", "once more", "June 3, 2025", "1 to go"),
    ("y", "once more", "Nothing is left to review here."),
    ("?", EXPLAINED),
    ("x", "Nothing is left to review here."),
)
DECISIONS = """verify note flag verify reject unsure undo unsure correct correct unsure correct add verify verify
    verify verify reviewed reject undo undo reviewed reject verify verify verify undo undo verify verify"""


class Tmux:
    """A terminal of 80 by 24 in a tmux server of its own."""

    def __init__(self, socket, command):
        self._base = ["tmux", "-L", socket, "-f", "/dev/null"]
        self.run("new-session", "-d", "-s", "s", "-x", "80", "-y", "24", command)

    def run(self, *words):
        return subprocess.run([*self._base, *words], capture_output=True, text=True, check=True).stdout

    def press(self, key):
        self.run("send-keys", "-t", "s", *([key] if len(key) > 1 and key in NAMED else ["-l", key]))

    def screen(self):
        return self.run("capture-pane", "-p", "-t", "s")

    def shows(self, text, seconds=20.0):
        """Wait until the screen shows a text."""
        for _ in range(int(seconds * 10)):
            if text in self.screen():
                return self.screen()
            time.sleep(0.1)
        raise AssertionError(f"{text!r} is not on the screen:\n{self.screen()}")

    def close(self):
        subprocess.run([*self._base, "kill-server"], check=False)


NAMED = {"Enter", "Escape", "Tab", "Left", "Right", "C-u"}


@pytest.fixture
def engine(tmp_path):
    engine = create_or_upgrade(f"sqlite:///{tmp_path / 'facts.db'}")
    with writing(engine) as session:
        run = start_run(session, NOW)
        for at, (town, *numbers) in enumerate(TOWNS):
            text, day = STORY.format(town=town, **dict(zip("abcd", numbers, strict=True))), date(2025, 6, 9 + at)
            found = extract(text, day)
            missed = replace(found, claims=found.claims[:-1])
            add_article(session, Article(town, text, f"Port of {town}", day), missed, run, NOW)
    yield engine
    engine.dispose()


@pytest.fixture
def tmux(engine, tmp_path):  # noqa: ARG001 - the database must be there first
    assert shutil.which("tmux"), "the slow tests need tmux"
    code = "from factdb.cli.main import run; run()"
    command = f"env -u COLUMNS -u LINES FACTDB_CURATOR=ana {sys.executable} -c '{code}' review --db {tmp_path / 'facts.db'}; echo left with $?; cat"
    terminal = Tmux(f"factdb-{tmp_path.name}", command)
    yield terminal
    terminal.close()


def test_thirty_decisions_with_each_key(engine, tmux):
    first = tmux.shows("to go")
    assert "3.2 million tonnes" in first
    assert "Port of Ostvik" in first
    assert " v verify  r reject  c correct" in first
    with reading(engine) as session:
        ships = next(row["id"] for row in claims(session) if row["quote"] == "Some 90 ships")
    for at, (key, *wanted) in enumerate(SESSION):
        tmux.press(key.format(ships=ships))
        for shown in wanted:
            try:
                tmux.shows(shown.format(ships=ships))
            except AssertionError as error:
                raise AssertionError(f"step {at}, {key!r}: {error}") from None
        assert all(len(line) <= 80 for line in tmux.screen().splitlines())
    tmux.run("resize-window", "-t", "s", "-x", "50", "-y", "16")
    tmux.shows("to go")
    tmux.press("q")
    tmux.shows("left with 0")
    with reading(engine) as session:
        assert list(examine(session)) == []
        log = log_rows(session, None)
        assert [row["what"] for row in log] == DECISIONS.split()
        assert {row["status"] for row in claims(session)} == {"verified", "rejected", "unsure", "corrected"}
        assert "ask the port" in json.dumps([row["comment"] for row in log])


def test_every_key_of_the_help_is_played():
    assert {key for key, *_ in KEYS} <= {key for key, *_ in SESSION} | {"q"}
