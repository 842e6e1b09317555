"""Near-copies of an article are marked with the one that was stored first."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import col, func, select
from storage_samples import NOW

from factdb import extract
from factdb.storage import copies
from factdb.storage.database import reading, writing
from factdb.storage.queries import articles, one_article, publications
from factdb.storage.removal import remove
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ArticleRow, ShingleRow
from factdb.text.article import Article

_WIRE = " ".join(f"The harbour of Puno handled {n} ships and {n + 7} boats in its {n}th week, the port office said." for n in range(30))
_OTHER = " ".join(f"Farmers near Arequipa sowed {n} fields of maize with {n + 3} tractors before the rains came." for n in range(30))


def _article(name: str, text: str, url: str | None = None, publisher: str | None = None) -> Article:
    return Article(id=name, text=text, url=url, publisher=publisher, published_on=date(2024, 3, 5))


def _add(engine, *texts: Article) -> list[str]:
    with writing(engine) as session:
        run = start_run(session, NOW)
        return [add_article(session, article, extract(article.text, article.published_on, article.title), run, NOW).article_id for article in texts]


def test_a_copy_that_is_cut_and_edited_is_marked_with_the_first_one(engine):
    first, second, third = _add(engine, _article("a", _WIRE), _article("b", "By our staff. " + _WIRE[:2000] + " (ends)"), _article("c", _OTHER))
    with reading(engine) as session:
        assert {row["id"]: row["syndicated_from"] for row in articles(session)} == {first: None, second: first, third: None}
        assert one_article(session, second)["syndicated_from"] == first


def test_a_copy_of_a_copy_has_the_same_source(engine):
    first, _, third = _add(engine, _article("a", _WIRE), _article("b", "Puno. " + _WIRE), _article("c", "Lima. " + _WIRE))
    with reading(engine) as session:
        assert one_article(session, third)["syndicated_from"] == first


def test_the_same_text_by_two_outlets_is_one_article_with_two_publications(engine):
    here = _article("a", _WIRE, "https://one.example/1", "One")
    first, second = _add(engine, here, replace(here, url="https://two.example/2", publisher="Two"))
    with reading(engine) as session:
        assert first == second
        assert [row.publisher for row in publications(session, first)] == ["One", "Two"]
        assert one_article(session, first)["syndicated_from"] is None


def test_another_text_under_a_known_address_is_a_version_and_no_copy(engine):
    url = "https://one.example/1"
    _, second = _add(engine, _article("a", _WIRE, url), _article("a", _WIRE + " It was a record.", url))
    with reading(engine) as session:
        assert one_article(session, second)["syndicated_from"] is None


def test_taking_the_source_out_takes_its_sketch_and_the_mark(engine):
    first, second = _add(engine, _article("a", _WIRE), _article("b", "Puno. " + _WIRE))
    with writing(engine) as session:
        remove(session, first, False, NOW)
    with reading(engine) as session:
        assert session.get_one(ArticleRow, second).syndicated_from is None
        assert session.exec(select(func.count()).where(col(ShingleRow.article_id) == first)).one() == 0


@pytest.mark.parametrize("text", ["", "Too few words to tell.", "? " * 500])
def test_a_text_of_few_words_has_no_sketch(text):
    assert copies.sketch(text) == ()
    assert copies.copied(text, _WIRE) == 0


def test_case_and_signs_do_not_count():
    assert copies.copied(_WIRE, _WIRE.upper().replace(",", " --")) == 1
    assert copies.copied(_WIRE, _OTHER) < 0.1
