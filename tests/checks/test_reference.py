"""Claims against reference figures, and sums of two currencies at a dated rate."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from factdb.checks.check import check
from factdb.checks.facts import facts
from factdb.checks.given import Given
from factdb.checks.rates import Rate, Rates, read_rates
from factdb.checks.reference import Reference, days_of
from factdb.checks.reference_files import read_references
from factdb.checks.statement import Statement, from_dict
from factdb.claims.extract import extract
from factdb.errors import ReadError
from factdb.text.article import Article

FIGURE = Reference("Norway", "electricity exports", "MW.h", "2023", Decimal(23_000_000), "Grid Statistics")


def statements(*articles: Article) -> list[Statement]:
    return [from_dict(a.id, claim) for a in articles for claim in extract(a.text, a.published_on, a.title).as_dict()["claims"]]


def told(text: str, figure: Reference = FIGURE) -> list[tuple[str, str]]:
    article = Article("grid", text, published_on=date(2024, 5, 2))
    found = check(statements(article), (article,), holding=True, given=Given(references=(figure,)))
    return [(finding.check, finding.verdict) for finding in found if finding.check == "reference"]


def test_a_claim_that_a_reference_figure_contradicts_is_told() -> None:
    assert told("Norway's electricity exports were 31,000,000 MWh in 2023.") == [("reference", "fails")]


def test_a_quarter_is_held_against_the_same_quarter_only() -> None:
    quarter = replace(FIGURE, period="2024-Q1", value=Decimal(6_000_000))
    assert told("In the first quarter of 2024, Norway's electricity exports were 6,000,000 MWh.", quarter) == [("reference", "holds")]
    assert told("In the first quarter of 2024, Norway's electricity exports were 9,000,000 MWh.", quarter) == [("reference", "fails")]
    assert told("In March 2024, Norway's electricity exports were 2,000,000 MWh.", quarter) == []


def test_a_month_is_not_held_against_its_year() -> None:
    assert told("In March 2023, Norway's electricity exports were 2,000,000 MWh.") == []


@given_any(st.dates(date(1000, 1, 1), date(9998, 12, 1)))
def test_a_day_is_in_its_week_month_quarter_half_and_year(day: date) -> None:
    year, week, _ = day.isocalendar()
    quarter = f"{day.year:04}-Q{(day.month + 2) // 3}", f"{day.year:04}-S{(day.month + 5) // 6}"
    for period in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], *quarter, f"{year:04}-W{week:02}"):
        first, last = days_of(period)
        assert first <= day <= last


def test_what_it_allows_holds_and_another_year_or_country_is_no_matter() -> None:
    assert told("Norway's electricity exports were 23,000,000 MWh in 2023.") == [("reference", "holds")]
    assert told("Norway's electricity exports were 31,000,000 MWh in 2021.") == []
    assert told("Sweden's electricity exports were 31,000,000 MWh in 2023.") == []


TABLES = {
    "plain": "subject,measure,unit,period,value,source\nPeru,population,person,2020,32971000,Census\n",
    "world bank": '"Data Source","WDI"\n\n"Last Updated","2025"\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020"\n'
    '"Peru","PER","Population, total","SP.POP","","32971000"\n',
    "sdmx": "DATAFLOW,REF_AREA,Reference area,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX,PER,Peru,Population,PS,2020,32971,3\n",
}


@pytest.mark.parametrize("table", TABLES)
def test_each_table_gives_the_same_figure(table: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(TABLES[table])
    (figure,) = read_references(file)
    assert (figure.subject, figure.unit, figure.period, figure.value) == ("Peru", "person", "2020", Decimal(32971000))


def test_trade_of_two_countries_comes_from_comtrade(tmp_path: Path) -> None:
    file = tmp_path / "trade.csv"
    file.write_text("period,reporterDesc,flowDesc,partnerDesc,primaryValue\n202301,Peru,Export,Chile,1500.5\n")
    (figure,) = read_references(file, "UN Comtrade")
    assert (figure.subject, figure.measure, figure.unit, figure.period, figure.source) == ("Peru Chile", "Export", "USD", "2023-01", "UN Comtrade")


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "",
        "subject,measure,unit,period,value\nPeru,population,person,2020,many\n",
        "subject,measure,unit,period,value\nPeru,population,person,2020,NaN\n",
        "subject,measure,unit,period,value\nPeru,population,person,last year,33000000\n",
        "subject,measure,unit,period,value\nPeru,population,person,2024-13,33000000\n",
        "REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nPeru,population,2020,33,six\n",
        "REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nPeru,population,2020,33,9999999\n",
        "subject,measure,unit,period,value\n" + '"' + "x" * 200_000,
        "subject\0,measure",
    ],
)
def test_a_table_that_is_not_understood_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(text)
    with pytest.raises(ReadError):
        list(read_references(file))


BRIDGE = Article("bridge", "The Tarrafal bridge cost 100 million euros, the ministry said.", "Tarrafal bridge opens", date(2025, 6, 3))
AGAIN = Article("again", "The Tarrafal bridge cost 140 million dollars, the ministry said.", "Tarrafal bridge opens", date(2025, 6, 3))


@pytest.mark.parametrize(("dollars", "verdicts"), [("1.40", ["agrees"]), ("1.10", ["conflicts"])])
def test_two_currencies_are_compared_at_a_rate_that_was_given(dollars: str, verdicts: list[str]) -> None:
    rates = Rates([Rate("EUR", "2025-06-02", Decimal(dollars))])
    found = facts(statements(BRIDGE, AGAIN), (BRIDGE, AGAIN), Given(rates=rates))
    assert [pair.verdict.what for fact in found for pair in fact.pairs] == verdicts


def test_without_a_rate_they_are_not_compared() -> None:
    assert facts(statements(BRIDGE, AGAIN), (BRIDGE, AGAIN)) == []


def test_a_rate_grows_old_in_a_month() -> None:
    rates = Rates([Rate("EUR", "2025-06-02", Decimal("1.14"))])
    assert rates.dollars("EUR", date(2025, 6, 20)) == Decimal("1.14")
    assert rates.dollars("EUR", date(2025, 8, 1)) is None
    assert rates.dollars("EUR", date(2025, 6, 1)) is None


def test_a_short_row_of_a_table_has_empty_cells(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_bytes(b"subject,measure,unit,period,value\nC\xf4te d'Or,population,person,2020,533000\nPeru\n")
    assert [figure.subject for figure in read_references(file)] == ["C\u00f4te d'Or"]


@pytest.mark.parametrize("line", ["EUR,June,1", "EUR,2025-06-02", "EUR,2025-06-02,NaN", "EUR,2025-06-02,-1", "EUR,2025-06-02,0", ",2025-06-02,1.1"])
def test_a_line_that_is_no_rate_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text(f"currency,day,dollars\nEUR,2025-06-02,1.14\n{line}\n")
    with pytest.raises(ReadError, match="line 3"):
        list(read_rates(file))
