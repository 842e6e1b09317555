"""Whom a pronoun or "the firm" stands for."""

import pytest

from factdb import extract


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Norte Steel is growing. It hired 40 welders.", "welders hired by Norte Steel"),
        ("Norte Steel is growing. Rents rose too. The company hired 40 welders.", "welders hired by Norte Steel"),
        ("Sales are growing. The company hired 40 welders.", "welders hired by company"),
        ("Kari Moe resigned. They hired 40 welders.", "welders hired"),
        ("Kari Moe and Ines Prado resigned. They hired 40 welders.", "welders hired by Kari Moe and Ines Prado"),
    ],
)
def test_the_name_is_that_of_the_subject_of_a_sentence_before(text: str, phrase: str) -> None:
    assert next(claim.subject for claim in extract(text).claims if claim.kind == "count") == phrase
