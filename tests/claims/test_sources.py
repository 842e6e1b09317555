"""What a source is called."""

import pytest

from factdb.claims.names import Names
from factdb.claims.sources import Sources
from factdb.claims.speech import told
from factdb.text.tokens import Tokens


def names(text: str) -> list[str | None]:
    tokens = Tokens(text)
    sources = Sources(tokens, Names(tokens))
    return [sources.name(found) for first, last in tokens.sentences if (found := told(tokens, first, last))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norwegian Prime Minister Kari Moe said so.", "Kari Moe"),
        ("Harbour union economist Kari Moe said so.", "Kari Moe"),
        ("The General Administration of Ports said so.", "General Administration of Ports"),
        ("Norway's Harbour Office said so.", "Harbour Office"),
        ("Norwegian officials said so.", "Norwegian officials"),
        ("The Harbour Office's latest report shows so.", "Harbour Office"),
        ("A report published last week by the Harbour Fund said so.", "Harbour Fund"),
        ("The National Port Survey said so.", "National Port Survey"),
        ("Harbour Office data indicates so.", "Harbour Office"),
        ("Recently released port figures show so.", "port figures"),
    ],
)
def test_a_source_is_called_by_its_name(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_paper_stands_for_the_medium_named_before() -> None:
    assert names("The Lakeside Courier said so. The newspaper added more. The paper said all.") == ["Lakeside Courier"] * 3


def test_a_body_named_outside_of_speech_explains_a_mere_noun_too() -> None:
    assert names("The Bank of Norway lent more. The bank said so.") == ["Bank of Norway"]
    assert names("Rates rose. The bank said so.") == ["bank"]
