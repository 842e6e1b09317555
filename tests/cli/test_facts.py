"""Facts on the command line: listed, shown, pinned, adopted, exported."""

import json
from pathlib import Path

import pytest
from check_samples import EVENING, MORNING
from click.testing import CliRunner

from factdb.cli.main import main


class Desk:
    """A curator at a database with two papers on one ferry."""

    def __init__(self, folder: Path) -> None:
        self.env = {"FACTDB_DATABASE_URL": f"sqlite:///{folder / 'facts.db'}", "FACTDB_CURATOR": "ana"}
        for article in (MORNING, EVENING):
            line = {"id": article.id, "text": article.text, "title": article.title, "published_on": str(article.published_on), "publisher": article.publisher}
            (folder / f"{article.id}.jsonl").write_text(json.dumps(line))
        assert self.run("add", *map(str, folder.glob("*.jsonl")))[0] == 0

    def run(self, *args: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, list(args), env=self.env)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.stdout

    def claim(self, quote: str) -> str:
        found: str = next(claim["id"] for claim in json.loads(self.run("list", "--json")[1]) if claim["quote"] == quote)
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_fact_is_shown_in_the_order_of_time_with_its_outlets_and_a_plot(desk: Desk) -> None:
    status, told = desk.run("fact", desk.claim("43 passengers"))
    assert status == 0
    assert told.index("Praia Post") < told.index("Mindelo Mail")
    assert "conflicts: contradiction" in told
    assert "2025-06-03  ████████████████████████████████████████ 47" in told
    assert "43 person: 1 independent outlet" in told


def test_claims_of_one_pinned_fact_that_are_not_compared_say_why(desk: Desk, tmp_path: Path) -> None:
    note = tmp_path / "night.jsonl"
    note.write_text(json.dumps({"id": "night", "text": "The ferry Aurelia sank off Tarrafal, injuring 12 passengers.", "published_on": "2025-06-05"}))
    assert desk.run("add", str(note))[0] == 0
    assert desk.run("pin", "same", desk.claim("43 passengers"), desk.claim("12 passengers"))[0] == 0
    assert "not compared: other outcome" in desk.run("fact", desk.claim("12 passengers"))[1]


def test_a_pin_and_a_finding_set_aside_change_what_check_says(desk: Desk) -> None:
    assert desk.run("check")[0] == 1
    finding = json.loads(desk.run("check", "--json")[1])["findings"][0]["id"]
    assert desk.run("set-aside", finding, "--note", "the first was a guess")[0] == 0
    assert desk.run("check")[0] == 0
    assert desk.run("undo")[0] == 0
    assert desk.run("check")[0] == 1
    assert desk.run("pin", "different", desk.claim("43 passengers"), desk.claim("47 passengers"))[0] == 0
    assert desk.run("check")[0] == 0


def test_an_adopted_value_is_the_one_that_the_export_gives(desk: Desk) -> None:
    assert desk.run("adopt", desk.claim("43 passengers"))[0] == 0
    rows = [json.loads(line) for line in desk.run("export", "--facts", "--format", "jsonl")[1].splitlines()]
    (row,) = [row for row in rows if row["kind"] == "casualty_count"]
    assert (row["value"], row["verified"], row["outlets"], row["conflicts"]) == ("43", "adopted", 2, 1)
    assert row["values"] == ["43 person", "47 person"]


def test_figures_and_rates_are_imported_and_used(desk: Desk, tmp_path: Path) -> None:
    figures, rates = tmp_path / "figures.csv", tmp_path / "rates.csv"
    figures.write_text("subject,measure,unit,period,value,source\nTarrafal,ferry killing,person,2025,51,Coast Guard\n")
    rates.write_text("currency,day,dollars\nEUR,2025-06-02,1.14\n")
    assert desk.run("reference", "import", str(figures))[0] == 0
    assert desk.run("reference", "import", str(figures))[0] == 0
    assert desk.run("rates", "import", str(rates))[0] == 0
    assert desk.run("rates", "import", str(rates))[0] == 0
