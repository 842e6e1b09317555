"""The frame of the command line: help, version, statuses, and no traceback for what a person can cause."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

import factdb
from factdb.cli.main import COMMANDS, main

FACTDB = [sys.executable, "-c", "from factdb.cli.main import run; run()"]


def factdb_run(*words, given=b"", **more):
    return subprocess.run([*FACTDB, *words], input=given, capture_output=True, timeout=60, check=False, **more)


def test_version_is_the_packages():
    assert CliRunner().invoke(main, ["--version"]).output == f"factdb {factdb.__version__}\n"


@pytest.mark.parametrize(("name", "line"), COMMANDS)
def test_the_list_of_commands_says_what_each_commands_help_says(name, line):
    help_text = CliRunner().invoke(main, [name, "--help"])
    assert help_text.exit_code == 0
    assert line in " ".join(help_text.output.split())
    assert "Example:" in help_text.output, "help has an example that can be pasted"


def test_help_and_version_import_no_command_and_nothing_slow():
    code = "import sys; from factdb.cli.main import main; main(['--help'], standalone_mode=False); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for slow in ("sqlmodel", "sqlalchemy", "rich", "trafilatura", "factdb.cli.extract", "factdb.claims.extract", "factdb.lexicon"):
        assert f"'{slow}'" not in loaded


def test_an_unknown_command_is_an_error_with_a_hint():
    done = factdb_run("frobnicate")
    assert done.returncode == 2
    assert b"frobnicate" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_missing_file_is_named_without_a_traceback():
    done = factdb_run("extract", "nowhere.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"nowhere.txt: no such file or folder" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_stops_early_is_no_error(tmp_path):
    rows = tmp_path / "many.jsonl"
    rows.write_text('{"text": "Trade rose 5 percent to $3 billion."}\n' * 3000)
    first = [*FACTDB, "extract", str(rows)]
    with subprocess.Popen(first, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b'{"id": "many"')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0
