"""A claim that the rules missed is added from its words, once, and taken back like any decision."""

import json

import pytest
from sqlmodel import select
from storage_samples import NOW, TEXT

from factdb.errors import FactdbError
from factdb.review import By, add, decide, undo
from factdb.spans import Span
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.decisions import dump, load, log_rows
from factdb.storage.doctor import examine
from factdb.storage.readings import state_of
from factdb.storage.reextract import reextract
from factdb.storage.store import add_article, find_article, start_run
from factdb.storage.tables import ClaimRow

ANN = By("ann", NOW)


@pytest.fixture
def year(stored):
    """The id of an added claim: a year that no rule takes for one."""
    with writing(stored) as session:
        return add(session, "fish", ("in  2024", None), {}, ANN).claim_id


@pytest.fixture
def elsewhere(stored, tmp_path, article, extraction):
    """Loads the log, as it stands when called, into another database of the same article."""
    other = create_or_upgrade(f"sqlite:///{tmp_path / 'other.db'}")

    def loaded():
        with reading(stored) as session:
            lines = [json.loads(json.dumps(line)) for line in dump(session)]
        with writing(other) as session:
            add_article(session, article, extraction, start_run(session, NOW), NOW)
            load(session, lines)
        return other

    yield loaded
    other.dispose()


def faults(engine):
    with reading(engine) as session:
        return list(examine(session))


def test_it_is_read_as_the_extractor_would_and_counts_as_verified(stored, year):
    with reading(stored) as session:
        row = session.get_one(ClaimRow, year)
        state = state_of(session, row)
        assert (state["kind"], state["date_start"], state["date_end"], state["precision"]) == ("event_date", "2024-01-01", "2024-12-31", "year")
        assert (row.quote, row.status, row.origin) == ("in 2024", "verified", "curator")
        assert TEXT[row.core_start : row.core_end] == "2024"
        assert "kind: None → event_date" in log_rows(session, year)[0]["changed"]
        assert json.loads(row.derivation)["source"]["quote"] == "2024"
    assert faults(stored) == []


def test_a_curator_may_say_what_it_is(stored):
    start = TEXT.index("2024")
    with writing(stored) as session:
        added = add(session, "fish", Span(start, start + 4), {"kind": "count", "value": "2024", "item": "boat"}, ANN)
    with reading(stored) as session:
        state = state_of(session, session.get_one(ClaimRow, added.claim_id))
        assert (state["kind"], state["value"], state["low"], state["item"]) == ("count", "2024", "2024", "boat")
    assert faults(stored) == []


@pytest.mark.parametrize(
    ("quote", "nth", "word"),
    [
        ("14 miners", None, "there"),  # a claim already
        ("fish worth", None, "no number"),
        ("no such words", None, "not in the article"),
        ("3", None, "times"),
        ("the", 9, "not 9"),
        ("", None, "no words"),
        ("202", None, "only a part"),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_reason(stored, quote, nth, word):
    with pytest.raises(FactdbError, match=word), writing(stored) as session:
        add(session, "fish", (quote, nth), {}, ANN)


def test_it_is_added_once(stored, year):
    with pytest.raises(FactdbError, match=year), writing(stored) as session:
        add(session, "fish", ("2024", None), {}, By("ben", NOW))


def test_undo_takes_it_away_and_leaves_the_log(stored, year):
    with writing(stored) as session:
        assert undo(session, ANN)[0].status == "removed"
    with reading(stored) as session:
        assert session.get(ClaimRow, year) is None
        assert [row["what"] for row in log_rows(session, year)] == ["add", "undo"]
    assert faults(stored) == []
    with writing(stored) as session:
        assert add(session, "fish", ("2024", None), {}, ANN).claim_id == year
    assert faults(stored) == []


def test_reading_again_leaves_it_alone(stored, year):
    with writing(stored) as session:
        lines = reextract(session, find_article(session, "fish"), start_run(session, NOW), NOW)
    assert {line.claim_id: line.what for line in lines}[year] == "kept"
    assert faults(stored) == []


def test_it_travels_with_the_log(stored, year, elsewhere):
    with writing(stored) as session:
        decide(session, "flag", year, By("ben", NOW))
    with reading(stored) as session:
        kept = session.get_one(ClaimRow, year).model_dump()
    other = elsewhere()
    with reading(other) as session:
        assert session.get_one(ClaimRow, year).model_dump() == kept
        assert len(session.exec(select(ClaimRow)).all()) == 5
    assert faults(other) == []


def test_added_again_with_other_words_it_travels_as_it_was_added_last(stored, year, elsewhere):
    with writing(stored) as session:
        undo(session, ANN)
    with writing(stored) as session:
        assert add(session, "fish", ("dollars in  2024.", None), {}, ANN).claim_id == year
    with reading(stored) as session:
        kept = session.get_one(ClaimRow, year).model_dump()
    other = elsewhere()
    with reading(other) as session:
        assert session.get_one(ClaimRow, year).model_dump() == kept
    assert faults(other) == []
