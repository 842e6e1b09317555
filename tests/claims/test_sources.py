"""What a source is called."""

import pytest

from factdb.claims.names import Names
from factdb.claims.sources import Sources
from factdb.text.tokens import Tokens


def names(text: str) -> list[str]:
    tokens = Tokens(text)
    sources = Sources(tokens, Names(tokens))
    return [heard.name for n in range(len(tokens.sentences)) if (heard := sources.in_sentence(n))]


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


def test_a_source_is_the_same_whichever_sentence_is_asked_about_first() -> None:
    tokens = Tokens("Ines Prado said so. She said more. A report said less. The fund said this. She said all.")
    asked_backwards, asked_in_order = Sources(tokens, Names(tokens)), Sources(tokens, Names(tokens))
    order = range(len(tokens.sentences))
    assert [asked_backwards.in_sentence(n) for n in reversed(order)][::-1] == [asked_in_order.in_sentence(n) for n in order]
    assert asked_backwards.speaker_before(3) == asked_in_order.speaker_before(3) == "Ines Prado"
