"""`factdb check` and `factdb facts` over files."""

import json
from pathlib import Path

from click.testing import CliRunner

from factdb.cli.main import main
from factdb.errors import NotFoundError


def test_a_wrong_weekday_is_told_with_its_words_and_ends_with_status_1(tmp_path: Path) -> None:
    note = tmp_path / "harbour.txt"
    note.write_text("The harbour board met on Wednesday 5 June 2025 to vote.")
    result = CliRunner().invoke(main, ["check", str(note)])
    assert result.exit_code == 1
    assert '"Wednesday 5 June 2025"' in result.output
    assert "5 June 2025 is a Thursday" in result.output


def test_nothing_to_tell_is_status_0_and_all_lists_what_holds(tmp_path: Path) -> None:
    note = tmp_path / "harbour.txt"
    note.write_text("The harbour board met on Thursday 5 June 2025 to vote.")
    assert CliRunner().invoke(main, ["check", str(note)]).exit_code == 0
    held = json.loads(CliRunner().invoke(main, ["check", "--json", "--all", str(note)]).output)["findings"]
    assert [(one["check"], one["verdict"]) for one in held] == [("weekday", "holds")]


def test_facts_of_unrelated_articles_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour board met on Thursday 5 June 2025 to vote.")
    (tmp_path / "b.txt").write_text("Rain fell for six hours in Porto.")
    result = CliRunner().invoke(main, ["facts", "--json", str(tmp_path)])
    assert result.exit_code == 0
    assert json.loads(result.output) == {"facts": []}


def test_the_demo_corpus_gives_its_weekday_and_its_three_conflicts_and_nothing_else() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    result = CliRunner().invoke(main, ["check", "--json", str(seeds)])
    told = {frozenset(side["quote"] for side in one["claims"]) for one in json.loads(result.stdout)["findings"]}
    expected = json.loads((Path(__file__).parents[1] / "seeds" / "expected_findings.json").read_text(encoding="utf-8"))
    conflicts = {frozenset((pair["a"]["quote"], pair["b"]["quote"])) for pair in expected["pairs"] if pair["verdict"] == "conflicts"}
    weekday = frozenset(("Monday, 3 June",))
    assert len(conflicts) == 3
    assert told == conflicts | {weekday}


def test_without_files_the_database_is_checked_as_curators_left_it(tmp_path: Path) -> None:
    note = tmp_path / "harbour.txt"
    note.write_text("The harbour board met on Wednesday 5 June 2025 to vote.")
    env = {"FACTDB_DATABASE_URL": f"sqlite:///{tmp_path / 'facts.db'}"}
    assert CliRunner().invoke(main, ["add", str(note)], env=env).exit_code == 0
    result = CliRunner().invoke(main, ["check", "--json"], env=env)
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["claims"][0]["article"] == "harbour"
    assert finding["claims"][0]["claim"]
    assert CliRunner().invoke(main, ["check", "--kind", "share"], env=env).exit_code == 0
    assert CliRunner().invoke(main, ["check", "--kind", "meeting_date", "--article", "harbour"], env=env).exit_code == 1


def test_without_a_database_it_says_how_to_make_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--db", str(tmp_path / "none.db")])
    assert "factdb init" in str(result.exception)


def test_an_article_that_is_not_there_is_told_and_no_clean_bill(tmp_path: Path) -> None:
    note = tmp_path / "harbour.txt"
    note.write_text("The harbour board met on Thursday 5 June 2025 to vote.")
    env = {"FACTDB_DATABASE_URL": f"sqlite:///{tmp_path / 'facts.db'}"}
    assert CliRunner().invoke(main, ["add", str(note)], env=env).exit_code == 0
    for over in ([], [str(note)]):
        result = CliRunner().invoke(main, ["check", "--article", "elsewhere", *over], env=env)
        assert isinstance(result.exception, NotFoundError)
        assert str(result.exception) == "elsewhere: no article has this id or name. `factdb articles` shows those that are stored."
        assert CliRunner().invoke(main, ["check", "--article", "harbour", *over], env=env).exit_code == 0
