"""Words are found in articles and claims, and the index follows every change."""

import dataclasses

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.review import By, correct, undo
from factdb.storage.database import _config, create_or_upgrade, migrating, reading, writing
from factdb.storage.search import search
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ArticleRow, ClaimRow

ANN = By("ann", NOW)


def found(engine, *words):
    with reading(engine) as session:
        return sorted((row["what"], row["kind"] if row["what"] == "claim" else row["article_name"]) for row in search(session, words, 20)[0])


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (["landslides"], [("article", "fish")]),
        (["MINER"], [("article", "fish"), ("claim", "casualty_count")]),
        (["Norway", "Arica"], [("article", "fish")]),
        (["at least 14"], [("article", "fish"), ("claim", "casualty_count")]),
        (["14 least"], []),
        (["3.20"], [("article", "fish"), ("claim", "trade_figure")]),
        (["Peru"], []),
        (["Fish"], [("article", "fish")]),
        (["quote:x", "AND"], []),
        (['"', "*", "'"], []),
        (["%", "—"], []),
    ],
)
def test_words_are_found(stored, words, hits):
    assert found(stored, *words) == hits


def test_the_passage_stands_around_the_word(stored):
    with reading(stored) as session:
        rows, more = search(session, ["landslides"], 20)
    assert "A landslide killed" in rows[0]["passage"]
    assert not more


def test_more_than_asked_for_is_told(stored, article, extraction):
    with writing(stored) as session:
        add_article(session, dataclasses.replace(article, id="two", published_on=None), extraction, start_run(session, NOW), NOW)
    with reading(stored) as session:
        rows, more = search(session, ["miners"], 1)
        assert ([row["what"] for row in rows], more) == (["article", "claim"], True)


def test_the_index_follows_corrections_and_undos_and_deletions(stored):
    with reading(stored) as session:
        share = session.exec(select(ClaimRow.id).where(ClaimRow.kind == "share")).one()
    with writing(stored) as session:
        correct(session, share, {"subject": "bonds of Ostvik"}, ANN)
    assert found(stored, "Ostvik bond") == []
    assert found(stored, "Ostvik", "bond") == [("claim", "share")]
    with writing(stored) as session:
        undo(session, ANN)
    assert found(stored, "Ostvik") == []
    with writing(stored) as session:
        article = session.exec(select(ArticleRow)).one()
        article.title = "Ostvik"
        session.add(article)
    assert found(stored, "Ostvik") == [("article", "fish")]


def test_a_long_hostile_text_goes_in(engine, article, extraction):
    text = article.text + " ".join(chr(0x20000 + n) + "-" + chr(0x20001 + n) for n in range(40_000))
    with writing(engine) as session:
        add_article(session, dataclasses.replace(article, text=text), extraction, start_run(session, NOW), NOW)
    assert found(engine, "landslide") == [("article", "fish")]


def test_a_database_of_an_older_schema_is_searched_after_its_upgrade(stored, url):
    from alembic import command

    with migrating(stored) as connection:
        command.downgrade(_config(connection), "0002")
    with writing(stored) as session:
        session.connection().exec_driver_sql("UPDATE claim SET subject = 'bonds' WHERE kind = 'share'")
    engine = create_or_upgrade(url)
    assert found(engine, "bond") == [("claim", "share")]
    with writing(engine) as session:
        session.connection().exec_driver_sql("UPDATE claim SET subject = 'loans' WHERE kind = 'share'")
    assert (found(engine, "bond"), found(engine, "loan")) == ([], [("claim", "share")])
    engine.dispose()
