"""The kill loops of `benchmarks/`, small: what was reported or confirmed before kill -9 is on disk, whole, and there once."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
@pytest.mark.parametrize(
    "words",
    [
        ["kill_add", "--articles", "200", "--kills", "4"],
        ["kill_review", "--kills", "6"],
        ["kill_review", "--screen", "--kills", "6"],
        ["kill_review", "--kills", "4", "--postgresql"],
    ],
    ids=" ".join,
)
def test_what_was_told_survives(words):
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{words[0]}", *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
