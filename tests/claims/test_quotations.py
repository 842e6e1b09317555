"""Which sentences stand in a quotation."""

from factdb.claims.names import Names
from factdb.claims.quotations import Quoted, quoted
from factdb.claims.sources import Sources
from factdb.text.tokens import Tokens


def found(text: str) -> dict[int, Quoted]:
    tokens = Tokens(text)
    return quoted(tokens, Sources(tokens, Names(tokens)))


def test_marks_that_stay_open_take_in_the_sentences_up_to_the_closing_one() -> None:
    assert found('The port grew. "We built quays. They are full," she said. It rained.') == {
        1: Quoted(inside=True, goes_on=True),
        2: Quoted(inside=True, goes_on=False),
    }


def test_a_quotation_that_opens_inside_a_sentence_goes_on_behind_it() -> None:
    assert found("She said \u201cwe built quays. They are full.\u201d It rained.") == {
        0: Quoted(inside=False, goes_on=True),
        1: Quoted(inside=True, goes_on=False),
    }


def test_a_colon_behind_a_source_opens_the_bullets_of_the_next_paragraphs() -> None:
    text = "Ines Prado said the following:\n\n* We built quays.\n\n* They are full.\n\nIt rained."
    assert [n for n, quotation in found(text).items() if quotation.inside] == [1, 2]
    assert not found(text.replace("said", "built"))


def test_nothing_is_quoted_without_marks() -> None:
    assert not found("The port grew. Ines Prado said: it rained.")
