"""From files to a database and out again, through the commands."""

import csv
import io
import json
import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner

from factdb.cli.main import main

TEXT = "The harbour at Ostvik handled 3.5 million tonnes in 2024. Some 54 percent of the ships came from Norway."
FACTDB = [sys.executable, "-c", "from factdb.cli.main import run; run()"]


@pytest.fixture
def db(tmp_path):
    return str(tmp_path / "facts.db")


def factdb(*words, given=None):
    return CliRunner().invoke(main, words, input=given)


@pytest.fixture
def filled(db):
    done = factdb("add", "--db", db, "--published-on", "2025-06-09", "--publisher", "Ostvik Post", "-", given=TEXT)
    assert done.exit_code == 0, done.output
    return db


def listed(db, *words):
    return json.loads(factdb("list", "--db", db, "--json", *words).stdout)


def test_what_was_added_is_listed_with_its_words(filled):
    (share,) = listed(filled, "--kind", "share")
    assert TEXT[share["start"] : share["end"]] == share["quote"]
    assert (share["value"], share["unit"], share["publisher"], share["published_on"]) == ("54", "percent", "Ostvik Post", "2025-06-09")


def test_adding_again_adds_nothing_twice(filled):
    before = listed(filled)
    done = factdb("add", "--db", filled, "--published-on", "2025-06-09", "--publisher", "Ostvik Post", "-", given=TEXT)
    assert "1 known already" in done.stderr
    assert listed(filled) == before


def test_an_article_without_a_date_and_one_in_another_language_are_told(db):
    german = "Der Hafen hat im vergangenen Jahr 3,5 Millionen Tonnen umgeschlagen, und das ist mehr als je zuvor."
    done = factdb("add", "--db", db, "-", given=json.dumps({"text": german}))
    assert done.exit_code == 0
    assert "no date of publication" in done.stderr
    assert "not English (de)" in done.stderr
    assert json.loads(factdb("articles", "--db", db, "--json").stdout)[0]["language"] == "de"


def test_what_cannot_be_read_is_told_and_the_others_go_in(db, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"\0\1\2" * 100)
    done = factdb("add", "--db", db, str(folder))
    assert done.exit_code == 2
    assert "b.txt: binary" in done.stderr
    assert [row["name"] for row in json.loads(factdb("articles", "--db", db, "--json").stdout)] == ["a"]


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        (["--text", "OSTVIK"], {"3.5 million tonnes"}),
        (["--least", "1,000,000"], {"3.5 million tonnes"}),
        (["--most", "100", "--least", "50"], {"54 percent"}),
        (["--status", "verified"], set()),
        (["--kind", "share", "--kind", "rank"], {"54 percent"}),
        (["--since", "2025-01-01"], set()),
        (["--confidence", "1"], set()),
    ],
)
def test_filters(filled, words, quotes):
    found = {row["quote"].removeprefix("Some ") for row in listed(filled, *words)}
    assert found == quotes or (words[0] == "--text" and found <= {"3.5 million tonnes", "54 percent"} and found)


@pytest.mark.parametrize("words", [["--least", "many"], ["--since", "June"], ["--kind", "gossip"], ["--article", "ffff"]])
def test_filters_that_make_no_sense_are_refused(filled, words):
    done = subprocess.run([*FACTDB, "list", "--db", filled, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_show_lights_the_words_and_why_tells_the_steps(filled):
    claim = listed(filled, "--kind", "share")[0]
    shown = factdb("show", "--db", filled, claim["id"][:6]).stdout
    assert f"»{claim['quote']}«" in shown
    told = factdb("why", "--db", filled, claim["id"]).stdout
    assert claim["rule"] in told
    assert '"54"' in told
    assert "stance asserted, confidence" in told


@pytest.mark.parametrize(("environ", "bold"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_heeded_on_a_terminal(filled, environ, bold):
    claim = listed(filled, "--kind", "share")[0]
    done = CliRunner().invoke(main, ["show", "--db", filled, claim["id"]], color=True, env=environ)
    assert ("\x1b[1m" in done.stdout) is bold


def test_article_shows_its_text(filled):
    article = json.loads(factdb("articles", "--db", filled, "--json").stdout)[0]
    assert TEXT in factdb("article", "--db", filled, article["id"][:5]).stdout


def test_stats_add_up(filled):
    rows = json.loads(factdb("stats", "--db", filled, "--json").stdout)
    assert rows[-1]["kind"] == "all"
    assert rows[-1]["claims"] == sum(row["claims"] for row in rows[:-1]) == len(listed(filled))


def test_export_leaves_out_what_nobody_verified(filled, tmp_path):
    done = factdb("export", "--db", filled)
    assert len(done.stdout.splitlines()) == 1
    assert "--all" in done.stderr
    target = tmp_path / "claims.csv"
    assert factdb("export", "--db", filled, "--all", str(target)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    assert [TEXT[int(row["start"]) : int(row["end"])] for row in rows] == [row["quote"] for row in rows]
    assert len(rows) == len(listed(filled))


def test_export_splits_by_kind_with_the_kinds_own_columns(filled, tmp_path):
    factdb("export", "--db", filled, "--all", "--split", str(tmp_path / "out"))
    header = (tmp_path / "out" / "share.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert {"part", "whole", "quote", "url"} <= set(header)
    assert "flow" not in header


def test_no_database_is_told_without_a_traceback(tmp_path):
    done = subprocess.run([*FACTDB, "list", "--db", str(tmp_path / "none.db")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no database" in done.stderr
    assert "Traceback" not in done.stderr


def kill_while_adding(db, rows, after):
    """Start adding, kill -9 after so many articles were reported, and give the ids that were reported."""
    reported = []
    with subprocess.Popen([*FACTDB, "add", "--db", db, rows], stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if line.startswith("Added "):
                reported.append(line.split()[1])
            if len(reported) == after:
                os.kill(process.pid, signal.SIGKILL)
                break
        process.stderr.read()
    return reported


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_what_was_reported_survives_kill_9_and_the_rest_follows(db, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": f"r{n}", "text": f"{TEXT} {n} boats came."}) + "\n" for n in range(40)))
    for after in (3, 9):
        reported = kill_while_adding(db, str(rows), after)
        there = {row["id"] for row in json.loads(factdb("articles", "--db", db, "--json").stdout)}
        assert set(reported) <= there
    assert factdb("add", "--db", db, str(rows)).exit_code == 0
    names = [row["name"] for row in json.loads(factdb("articles", "--db", db, "--json").stdout)]
    assert sorted(names) == sorted(f"r{n}" for n in range(40))


def test_a_date_given_later_resolves_the_dates_anew(db):
    factdb("add", "--db", db, "-", given="The council voted on Monday to close the harbour at Ostvik.")
    assert "2025-06-09" not in {row["date_start"] for row in listed(db)}
    done = factdb("article", "--db", db, "stdin", "--set", "published_on=2025-06-11")
    assert done.exit_code == 0, done.output
    assert "2025-06-09" in {row["date_start"] for row in listed(db)}


@pytest.mark.parametrize("change", ["published_on=June", "text=other", "published_on"])
def test_what_cannot_be_set_is_refused(filled, change):
    done = subprocess.run([*FACTDB, "article", "--db", filled, "stdin", "--set", change], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_another_text_under_a_known_address_is_a_new_version(tmp_path):
    from click.testing import CliRunner

    from factdb.cli.main import main as factdb

    def run(*args):
        return CliRunner().invoke(factdb, [*args, "--db", str(tmp_path / "facts.db")]).output

    story = tmp_path / "fire.txt"
    for toll in (12, 17):
        story.write_text(f"A fire in Oslo killed {toll} people on Tuesday. Some 300 guests fled.", encoding="utf-8")
        said = run("add", "--url", "https://example.org/fire", "--published-on", "2025-06-10", str(story))
    assert "a new version of" in said
    assert "1 new versions" in said
    article = said.split("`factdb diff ")[1].split("`")[0]
    (change,) = json.loads(run("diff", article, "--json"))
    assert (change["what"], change["before"], change["after"]) == ("changed", "12 people", "17 people")
