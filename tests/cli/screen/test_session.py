"""A session of thirty decisions on the full screen in a real terminal (tmux, 80 by 24): each key, and what the curator then sees."""

import json
import shutil
import subprocess
import sys
import time
from datetime import date

import pytest
from storage_samples import NOW

from factdb.claims.extract import extract
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

# A key or text, and what the screen must show then.
SESSION = (
    ("?", EXPLAINED),
    ("x", "Ostvik"),
    ("w", "Typed by the rule"),
    ("w", "tonnes"),
    ("v", "verified."),
    ("n", "note:"),
    ("ask the port", "ask the port"),
    ("Enter", "noted."),
    ("f", "flagged."),
    ("v", "verified."),
    ("r", "wrong subject"),
    ("6", "rejected."),
    ("u", "unsure."),
    ("z", "is new again"),
    ("y", "once more"),
    ("c", "Correct"),
    ("C-u", "day"),
    ("someday", "is no day"),
    ("Escape", "verify"),
    ("c", "Correct"),
    ("C-u", "day"),
    ("2025-06-04", "2025-06-04"),
    ("Tab", "date end"),
    ("C-u", "date"),
    ("2025-06-05", "2025-06-05"),
    ("Enter", "corrected."),
    ("s", "comes back at the end"),
    ("k", "a letter choose"),
    ("Escape", "verify"),
    ("e", "Enter save"),
    ("Left", "Enter save"),
    ("Enter", "corrected."),
    ("a", "move the mark"),
    ("Escape", "verify"),
    ("/", "search for:"),
    ("dockers", "dockers"),
    ("Enter", "casualty_count"),
    ("Enter", "dockers"),
    ("v", "verified."),
    ("N", "Karst"),
    ("A", "nothing more in it"),
    ("v", "verified."),
    ("r", "duplicate"),
    ("Enter", "rejected."),
    ("u", "unsure."),
    ("v", "verified."),
    ("z", "is new again"),
    ("z", "is new again"),
    ("y", "once more"),
    ("y", "once more"),
    *[("v", "verified.")] * 4,
    ("?", EXPLAINED),
    ("x", "to go"),
)


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
            add_article(session, Article(town, text, f"Port of {town}", day), extract(text, day), run, NOW)
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
    for at, (key, shown) in enumerate(SESSION):
        tmux.press(key)
        try:
            tmux.shows(shown)
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
        done = [row["what"] for row in log]
        assert len(done) >= 24
        assert {"verify", "reject", "unsure", "flag", "note", "correct", "undo", "reviewed"} <= set(done)
        assert {row["status"] for row in claims(session)} >= {"verified", "rejected", "unsure", "corrected"}
        assert "ask the port" in json.dumps([row["comment"] for row in log])
