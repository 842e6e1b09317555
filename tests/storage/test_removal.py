"""An article goes with all that hangs on it; decisions are not lost."""

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.errors import FactdbError
from factdb.review import By, decide, undo
from factdb.storage.database import reading, writing
from factdb.storage.decisions import dump
from factdb.storage.doctor import examine
from factdb.storage.removal import remove
from factdb.storage.search import search
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import TYPED, ArticleRow, ClaimRow, DecisionRow, PublicationRow

ANN = By("ann", NOW)


def left(engine):
    with reading(engine) as session:
        assert list(examine(session)) == []
        assert search(session, ["miners"], 5) == ([], False)
        tables = (ArticleRow, PublicationRow, ClaimRow, *TYPED.values(), DecisionRow)
        return {table.__tablename__: found for table in tables if (found := len(session.exec(select(table)).all()))}


def add(engine, article, extraction):
    with writing(engine) as session:
        return add_article(session, article, extraction, start_run(session, NOW), NOW).what


@pytest.fixture
def decided(stored):
    with writing(stored) as session:
        decide(session, "verify", session.exec(select(ClaimRow.id)).first(), ANN)
    return stored


def test_an_article_that_nobody_decided_on_goes_whole_and_may_come_again(stored, article, extraction):
    with writing(stored) as session:
        removed = remove(session, "fish", False, NOW)
    assert (removed.name, removed.claims, removed.decisions) == ("fish", 4, 0)
    assert left(stored) == {}
    assert add(stored, article, extraction) == "added"


def test_one_with_decisions_is_refused(decided):
    with pytest.raises(FactdbError, match="decisions: 1"), writing(decided) as session:
        remove(session, "fish", False, NOW)


def test_force_leaves_a_tombstone_and_the_log(decided, article, extraction):
    with writing(decided) as session:
        assert remove(session, "fish", True, NOW).decisions == 1
    assert left(decided) == {"article": 1, "publication": 1, "decision": 1}
    assert add(decided, article, extraction) == "removed"
    with reading(decided) as session:
        assert [line["what"] for line in dump(session)] == ["verify"]
        (row,) = session.exec(select(ArticleRow)).all()
        assert (row.text, row.title, row.removed_at) == ("", None, NOW.isoformat())
        again = row.id
    with pytest.raises(FactdbError, match="before"), writing(decided) as session:
        remove(session, again, True, NOW)


def test_undo_passes_over_decisions_on_removed_articles(decided):
    with writing(decided) as session:
        remove(session, "fish", True, NOW)
    with pytest.raises(FactdbError, match="no decision to undo"), writing(decided) as session:
        undo(session, ANN)
