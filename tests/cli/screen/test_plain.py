"""A review by hand in a real terminal of 80 by 24 without colour: ten decisions of every sort, and what the curator sees of each."""

import re
import sys
from datetime import date

import pexpect
import pyte
import pytest
from storage_samples import NOW, TEXT, claims_of

from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import log_rows
from factdb.storage.doctor import examine
from factdb.storage.store import add_article, start_run
from factdb.text.article import Article

# What is typed, and what the screen must say when that is on disk.
SESSION = (
    ("?", "the reading is right"),
    ("n", "note: "),
    ("seen in the annual table\r", "noted."),
    ("f", "flagged."),
    ("c", "field=value …: "),
    ("value=many\r", "value=many is no number"),
    ("c", "field=value …: "),
    ("value=3300000000 modifier=about\r", "corrected."),
    ("z", "is new again."),
    ("v", "verified."),
    ("s", "Put off"),
    ("r", "1 not_a_claim"),
    ("2", "rejected."),
    ("u", "unsure."),
    ("a", "the words, as in the article: "),
    ("in 2024\r", "field=value …: "),
    ("kind=event_date\r", "added and verified."),
    ("v", "verified."),
)


class Terminal:
    """A program on a pseudo-terminal, and the screen that a person would see."""

    def __init__(self, words, rows=24, columns=80):
        self.screen = pyte.HistoryScreen(columns, rows, history=5000)
        self.raw = ""
        self._stream = pyte.Stream(self.screen)
        env = {"TERM": "vt100", "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"}
        code = "from factdb.cli.main import run; run()"
        self.program = pexpect.spawn(sys.executable, ["-c", code, *words], env=env, dimensions=(rows, columns), encoding="utf-8", timeout=60)

    def types(self, keys):
        self.program.send(keys)

    def shows(self, text):
        """Wait until the program has written this since the last key."""
        self.program.expect_exact(text)
        self._take(self.program.before + self.program.after)

    def ends(self):
        self.program.expect(pexpect.EOF)
        self._take(self.program.before)
        self.program.close()
        return self.program.exitstatus

    def transcript(self):
        """Every line that went over the screen, without the blanks at its end."""
        above = ["".join(line[at].data for at in range(self.screen.columns)).rstrip() for line in self.screen.history.top]
        return [*above, *(line.rstrip() for line in self.screen.display)]

    def _take(self, text):
        self.raw += text
        self._stream.feed(text)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_ten_decisions_at_80_by_24_without_colour(tmp_path):
    url = f"sqlite:///{tmp_path / 'facts.db'}"
    engine = create_or_upgrade(url)
    with writing(engine) as session:
        article = Article("fish", TEXT, "Fish and \x1b[31mdebt", date(2025, 6, 9), publisher="Fjord Post")
        add_article(session, article, claims_of(TEXT), start_run(session, NOW), NOW)
    terminal = Terminal(["review", "--plain", "--curator", "ann", "--db", url])
    terminal.shows("»over 3.20 billion dollars«")
    for keys, said in SESSION:
        terminal.types(keys)
        terminal.shows(said)
    terminal.shows("4 decided.")
    assert terminal.ends() == 0

    lines = terminal.transcript()
    assert all(len(line) <= 80 for line in lines)
    assert not re.search(r"\x1b\[[0-9;]*m", terminal.raw), "no colour, and none from the article either"
    assert any("\\x1b[31mdebt" in line for line in lines)
    shown = "".join(lines).replace(" ", "")  # words may fall over the end of a line
    for part in ("»at least 14 miners«", "»June 3«", "»About 62 percent«", "3200000000", "Norway", "casualty_count", "2025-06-03", "4 to go"):
        assert part.replace(" ", "") in shown, part

    with reading(engine) as session:
        assert list(examine(session)) == []
        log = [(row["what"], row["reason"], row["comment"]) for row in log_rows(session, None)]
    engine.dispose()
    whats = ["note", "flag", "correct", "undo", "verify", "reject", "unsure", "add", "verify"]
    assert [what for what, _, _ in log] == whats
    assert log[0] == ("note", None, "seen in the annual table")
    assert log[5][1] == "wrong_value"
