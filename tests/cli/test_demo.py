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


def test_running_it_again_changes_nothing(tmp_path):
    first, again = (CliRunner().invoke(main, ["demo", str(tmp_path)]) for _ in range(2))
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert "13 known already" in again.stderr


def test_every_command_that_it_names_can_be_run_as_it_stands(tmp_path):
    done = CliRunner().invoke(main, ["demo", str(tmp_path / "demo")])
    named = [line.split()[1:] for line in done.stderr.splitlines() if line.startswith("  factdb ")]
    assert named
    for words in named:
        tried = CliRunner().invoke(main, words)
        assert tried.exit_code == 0, (words, tried.output)
