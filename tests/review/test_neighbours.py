"""What other articles say about the fact of a claim, and which claims are disputed."""

from datetime import date

from sqlmodel import select
from storage_samples import NOW

from factdb.claims.extract import extract
from factdb.review import By, decide, neighbours
from factdb.review.neighbours import Neighbours
from factdb.storage.database import reading, writing
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ClaimRow
from factdb.text.article import Article

ONE = "The ferry Hilda carried 140 passengers when it left Ostvik on Monday."
TWO = "When the ferry Hilda left Ostvik on Monday it carried 410 passengers."


def add_both(engine):
    with writing(engine) as session:
        run = start_run(session, NOW)
        for name, text in (("one", ONE), ("two", TWO)):
            day = date(2025, 6, 10)
            add_article(session, Article(name, text, "Ferry Hilda leaves Ostvik", day), extract(text, day), run, NOW)


def test_each_side_of_a_dispute_sees_the_other(engine):
    add_both(engine)
    known = Neighbours(engine)
    known.wait()
    with reading(engine) as session:
        ids = {row.quote: row.id for row in session.exec(select(ClaimRow))}
        both = {ids["140 passengers"], ids["410 passengers"]}
        (said,) = known.of(ids["140 passengers"])
        assert (said.quote, said.article, said.verdict) == ("410 passengers", "two", "conflicts")
        assert both <= set(known.disputed())
    assert known.of("nothing") == ()
    assert known.doing == ""


def test_what_was_rejected_since_is_said_no_more_and_a_large_change_is_left_to_the_check(engine, monkeypatch):
    add_both(engine)
    first = Neighbours(engine)
    first.wait()
    with writing(engine) as session:
        ids = {row.quote: row.id for row in session.exec(select(ClaimRow))}
        decide(session, "reject", ids["410 passengers"], By("ann", NOW))
    assert first.of(ids["140 passengers"]) == ()
    monkeypatch.setattr(neighbours, "LARGEST", 0)
    later = Neighbours(engine)
    later.wait()
    assert "factdb check" in later.doing
