"""Deciding from the command line: on disk at once, undone in one step, carried to another database."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factdb.cli.main import main as factdb

TEXT = "Norway's exports to Peru reached 3.2 billion dollars in 2024. The storm killed 14 sailors near Oslo."


class Desk:
    """A curator at a database with one article."""

    def __init__(self, folder: Path, name: str) -> None:
        self.db = str(folder / name)
        article = folder / "storm.txt"
        article.write_text(TEXT, encoding="utf-8")
        assert self.run("add", str(article), "--published-on", "2025-06-09")[0] == 0

    def run(self, *args: str, curator: str = "ana", stdin: str = "", stdout_only: bool = False) -> tuple[int, str]:
        env = {"FACTDB_DATABASE_URL": f"sqlite:///{self.db}", "FACTDB_CURATOR": curator}
        result = CliRunner().invoke(factdb, list(args), env=env, input=stdin)
        return (2 if result.exception and not isinstance(result.exception, SystemExit) else result.exit_code), result.stdout if stdout_only else result.output

    def claims(self) -> dict[str, dict[str, str]]:
        return {claim["quote"]: claim for claim in json.loads(self.run("list", "--json")[1])}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, "one.db")


def test_each_decision_gives_its_claim_a_status_and_undo_takes_it_back(desk: Desk) -> None:
    claim = desk.claims()["14 sailors"]["id"]
    for what, status in (("verify", "verified"), ("reject", "rejected"), ("unsure", "unsure")):
        assert desk.run(what, claim)[0] == 0
        assert desk.claims()["14 sailors"]["status"] == status
        assert desk.run("undo")[0] == 0
        assert desk.claims()["14 sailors"]["status"] == "new"
    assert desk.run("doctor")[0] == 0


def test_a_correction_is_checked_and_kept(desk: Desk) -> None:
    claim = desk.claims()["14 sailors"]["id"]
    assert desk.run("correct", claim, "value=fourteen")[0] == 2
    assert desk.run("correct", claim, "value=15", "--note", "the later count")[0] == 0
    assert desk.claims()["14 sailors"]["status"] == "corrected"
    assert "the later count" in desk.run("log", claim)[1]


def test_nobody_undoes_what_another_curator_decided_since(desk: Desk) -> None:
    claim = desk.claims()["14 sailors"]["id"]
    desk.run("verify", claim)
    desk.run("reject", claim, curator="ben")
    assert desk.run("undo", curator="ana")[0] == 2
    assert desk.claims()["14 sailors"]["status"] == "rejected"


def test_decisions_go_to_another_database_with_the_same_articles(desk: Desk, tmp_path: Path) -> None:
    desk.run("verify", desk.claims()["14 sailors"]["id"])
    dump = str(tmp_path / "decisions.jsonl")
    assert desk.run("decisions", "dump", dump)[0] == 0
    other = Desk(tmp_path, "two.db")
    assert other.run("decisions", "load", dump)[0] == 0
    assert other.run("decisions", "load", dump)[0] == 0
    assert other.claims()["14 sailors"]["status"] == "verified"
    assert other.run("doctor")[0] == 0


def test_reading_again_with_the_same_rules_keeps_every_claim(desk: Desk) -> None:
    desk.run("verify", desk.claims()["14 sailors"]["id"])
    before = desk.claims()
    assert desk.run("reextract")[0] == 0
    assert desk.claims() == before


def test_a_review_through_a_pipe_decides_claim_after_claim_and_takes_back(desk: Desk) -> None:
    status, said = desk.run("review", stdin="v\nz\nf\nr\n1\nq\n")
    claims = sorted(desk.claims().values(), key=lambda claim: int(claim["start"]))
    assert status == 0, said
    assert [claim["status"] for claim in claims] == ["rejected", "new"]
    assert f"{claims[0]['id']} verified" in said
    assert f"{claims[0]['id']} is new again" in said
    assert desk.run("log", claims[0]["id"], "--json")[1].count('"not_a_claim"') == 1


def test_a_wrong_correction_in_a_review_keeps_the_claim_on_screen(desk: Desk) -> None:
    status, said = desk.run("review", "--kind", "casualty_count", stdin="c\nvalue=many\nc\nvalue=15\n")
    assert status == 0, said
    assert desk.claims()["14 sailors"]["value"] == "15"
    assert said.count("»14 sailors«") == 2


def test_a_claim_that_was_missed_is_added_told_and_undone(desk: Desk) -> None:
    status, said = desk.run("claim", "add", "storm", "in 2024", "event=the harvest", "--kind", "event_date", "--note", "no rule saw it")
    assert status == 0, said
    claim = desk.claims()["in 2024"]
    assert (claim["status"], claim["event"], claim["date_start"]) == ("verified", "the harvest", "2024-01-01")
    assert "marked" in desk.run("why", claim["id"])[1]
    assert desk.run("claim", "add", "storm", "in 2024")[0] == 2
    assert desk.run("doctor")[0] == 0
    assert desk.run("undo")[0] == 0
    assert "in 2024" not in desk.claims()


def test_verified_figures_are_exported_with_who_decided_when_and_why(desk: Desk) -> None:
    toll, trade = (desk.claims()[quote]["id"] for quote in ("14 sailors", "3.2 billion dollars"))
    desk.run("unsure", toll, "--note", "asked the port", curator="ben")
    desk.run("correct", toll, "value=15", "--note", "=port's count", "--reason", "wrong_value")
    desk.run("reject", trade)
    (row,) = csv.DictReader(io.StringIO(desk.run("export", stdout_only=True)[1]))
    assert (row["quote"], row["value"], row["curator"], row["reason"]) == ("14 sailors", "15", "ana", "wrong_value")
    assert row["note"] == "asked the port; =port's count"
    assert row["decided_at"].startswith("20")
    assert row["article_name"] == "storm"
    for _ in range(2):
        desk.run("undo")
    assert desk.run("export", stdout_only=True)[1].count("\n") == 1


def test_stats_count_decisions_by_curator_and_day(desk: Desk) -> None:
    desk.run("verify", desk.claims()["14 sailors"]["id"])
    desk.run("verify", desk.claims()["14 sailors"]["id"], curator="ben")
    desk.run("undo", curator="ben")
    rows = json.loads(desk.run("stats", "--by", "curator", "--json")[1])
    assert [(row["curator"], row["decisions"], row["verify"], row["undo"]) for row in rows] == [("ana", 1, 1, 0), ("ben", 2, 1, 1), ("all", 3, 2, 1)]
    assert "adjudicate" not in desk.run("stats", "--by", "curator")[1], "the table leaves out what nobody did"
    (day, total) = json.loads(desk.run("stats", "--by", "day", "--json")[1])
    assert (len(day["day"]), day["decisions"], total["day"]) == (10, 3, "all")


def test_in_bulk_the_claims_are_shown_first_and_one_undo_takes_all_back(desk: Desk) -> None:
    status, said = desk.run("verify", "--where", "status=new")
    assert status == 0
    assert "2 claims: 1 casualty_count new, 1 trade_figure new" in said
    assert "--yes decides" in said
    assert {claim["status"] for claim in desk.claims().values()} == {"new"}
    assert desk.run("reject", "--where", "status=new kind=casualty_count,share", "--yes", "--reason", "duplicate")[0] == 0
    assert desk.claims()["14 sailors"]["status"] == "rejected"
    assert desk.run("verify", "--where", "least=14", "--yes")[0] == 0
    assert {claim["status"] for claim in desk.claims().values()} == {"verified"}
    assert desk.run("undo")[0] == 0
    assert sorted(claim["status"] for claim in desk.claims().values()) == ["new", "rejected"]


def test_a_bulk_decision_is_not_undone_over_a_later_one(desk: Desk) -> None:
    assert desk.run("verify", "--where", "status=new", "--yes")[0] == 0
    desk.run("flag", desk.claims()["14 sailors"]["id"], curator="ben")
    assert desk.run("undo")[0] == 2
    assert {claim["status"] for claim in desk.claims().values()} == {"verified"}


@pytest.mark.parametrize("where", ["colour=red", "kind=fruit", "least=many", "kind='share", "nonsense", ""])
def test_a_filter_that_cannot_be_read_decides_nothing(desk: Desk, where: str) -> None:
    assert desk.run("verify", "--where", where, "--yes")[0] == 2
    assert {claim["status"] for claim in desk.claims().values()} == {"new"}


def test_two_colleagues_merge_agree_and_settle(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path, "two.db")
    claim = desk.claims()["14 sailors"]["id"]
    desk.run("correct", claim, "value=15")
    other.run("reject", claim, "--reason", "duplicate", curator="ben")
    status, said = desk.run("merge", other.db)
    assert (status, "1 decisions came in" in said, "Curators differ on 1 claims" in said) == (0, True, True)
    assert json.loads(desk.run("agree", "--json")[1])[0]["percent"] == 0.0
    assert [row["curator"] for row in json.loads(desk.run("adjudicate", "--json")[1])] == ["ana", "ben"]
    status, said = desk.run("adjudicate", curator="eve", stdin="s\n")
    assert "0 of 1 settled" in said
    status, said = desk.run("adjudicate", curator="eve", stdin="1\n")
    assert "1 of 1 settled" in said
    assert (desk.claims()["14 sailors"]["value"], desk.claims()["14 sailors"]["status"]) == ("15", "corrected")
    assert desk.run("adjudicate", claim, "--take", "ben", curator="eve")[0] == 2
    assert desk.run("doctor")[0] == 0
    assert json.loads(desk.run("stats", "--precision", "rule", "--json")[1])[0]["right"] == 0.0
    assert [row["article"] for row in json.loads(desk.run("stats", "--by", "article", "--json")[1])] == ["storm", "all"]


def test_a_list_can_be_cut_short(desk: Desk) -> None:
    assert [claim["quote"] for claim in json.loads(desk.run("list", "--limit", "1", "--json")[1])] == ["3.2 billion dollars"]
