"""The first thing a newcomer runs."""

import csv

from click.testing import CliRunner

from factdb.claims.schema import KINDS
from factdb.cli.main import main


def test_the_demo_shows_claims_by_kind_writes_a_csv_and_says_what_next(tmp_path):
    done = CliRunner().invoke(main, ["demo", str(tmp_path / "demo")])
    assert done.exit_code == 0, done.output
    shown = {line.split(":")[0] for line in done.stdout.splitlines() if ":" in line} & set(KINDS)
    assert len(shown) >= 9
    with (tmp_path / "demo" / "claims.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len({row["article"] for row in rows}) == 13
    assert {row["kind"] for row in rows} == shown
    assert f"factdb show {rows[0]['id']} --db" in done.stderr


def test_it_verifies_some_shows_the_conflicts_and_exports_what_is_verified(tmp_path):
    done = CliRunner().invoke(main, ["demo", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "disagree, with each other or with the calendar: 4" in done.stdout
    for words in ("3 June 2025 is a Tuesday", '"19.6 percent"', '"10 to 12 June 2025"', '"Thirteen members"'):
        assert words in done.stdout
    with (tmp_path / "verified.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [(row["status"], row["curator"]) for row in rows] == [("verified", "demo")] * 4
    assert all(row["decided_at"] and row["note"] and row["quote"] for row in rows)
    assert CliRunner().invoke(main, ["doctor", "--db", str(tmp_path / "factdb.db")]).exit_code == 0


def test_running_it_again_changes_nothing(tmp_path):
    first, again = (CliRunner().invoke(main, ["demo", str(tmp_path)]) for _ in range(2))
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert "13 known already" in again.stderr


def test_every_command_that_it_names_can_be_run_as_it_stands(tmp_path):
    done = CliRunner().invoke(main, ["demo", str(tmp_path / "demo")])
    named = [line.split()[1:] for line in done.stderr.splitlines() if line.startswith("  factdb ") and "review" not in line]
    assert named
    for words in named:
        tried = CliRunner().invoke(main, words)
        assert tried.exit_code == 0, (words, tried.output)
