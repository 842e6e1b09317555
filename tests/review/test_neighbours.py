"""What other articles say about the fact of a claim, and which claims are disputed."""

from datetime import date

from sqlmodel import select
from storage_samples import NOW

from factdb.claims.extract import extract
from factdb.review.neighbours import Neighbours
from factdb.storage.database import reading, writing
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ClaimRow
from factdb.text.article import Article

ONE = "The ferry Hilda carried 140 passengers when it left Ostvik on Monday."
TWO = "When the ferry Hilda left Ostvik on Monday it carried 410 passengers."


def test_each_side_of_a_dispute_sees_the_other(engine):
    with writing(engine) as session:
        run = start_run(session, NOW)
        for name, text in (("one", ONE), ("two", TWO)):
            day = date(2025, 6, 10)
            add_article(session, Article(name, text, "Ferry Hilda leaves Ostvik", day), extract(text, day), run, NOW)
    neighbours = Neighbours(engine)
    neighbours.wait()
    with reading(engine) as session:
        ids = {row.quote: row.id for row in session.exec(select(ClaimRow))}
        both = {ids["140 passengers"], ids["410 passengers"]}
        (said,) = neighbours.of(ids["140 passengers"])
        assert (said.quote, said.article, said.verdict) == ("410 passengers", "two", "conflicts")
        assert both <= set(neighbours.disputed)
    assert neighbours.of("nothing") == ()
    assert neighbours.doing == ""
