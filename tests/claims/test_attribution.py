"""Who says so, over the sentences of a speech."""

from datetime import date

import pytest

from factdb import extract


def said(text: str) -> list[tuple[str, str | None]]:
    return [(claim.quote, claim.attribution) for claim in extract(text, date(2024, 3, 5)).claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('President Ines Prado laid a wreath. "The port handled 40 ships," she said.', "Ines Prado"),
        ("Suhair al-Rashid ran the port. Rashid said it handled 40 ships.", "Suhair al-Rashid"),
        ("The port handled 40 ships, harbour master Ines Prado said.", "Ines Prado"),
        ("Deputy Finance Minister Ines Prado said the port handled 40 ships.", "Ines Prado"),
        ('"The port handled 40 ships," said Ines Prado, who runs it.', "Ines Prado"),
        ("According to the Lakeside Courier newspaper, the port handled 40 ships.", "Lakeside Courier"),
        ("The port handled 40 ships, the state-run Baltia news agency reported.", "Baltia"),
        ("Figures from the Harbour Office show that the port handled 40 ships.", "Harbour Office"),
        ("The port handled 40 ships, a police spokesman told reporters.", "police spokesman"),
        ("The port handled 40 ships, officials of the harbour ministry said.", "officials of the harbour ministry"),
        ("Ines Prado, head of the port, said that it handled 40 ships.", "Ines Prado"),
        ("Ines Prado was quoted as saying that the port handled 40 ships.", "Ines Prado"),
        ("The port on Monday said it handled 40 ships.", "port"),
        ("Witnesses and officials said the port handled 40 ships.", "Witnesses and officials"),
        ("The port handled 40 ships.", None),
        ("The storm claimed 40 lives.", None),
        ("An office accused of fraud hired 40 clerks.", None),
    ],
)
def test_the_source_of_a_sentence_is_named_without_title_or_calling(text: str, name: str | None) -> None:
    assert {found for quote, found in said(text) if "40" in quote} == {name}


def test_a_surname_a_pronoun_and_a_mere_noun_go_back_to_the_name() -> None:
    text = (
        "The Bank of Peru cut its rate. Its governor Ines Prado said 40 mills closed. Prado said 50 shops opened. "
        "She added that 60 shops may follow. The bank said 70 shops will."
    )
    assert [name for _, name in said(text)] == ["Ines Prado", "Ines Prado", "Ines Prado", "Bank of Peru"]


def test_a_statement_is_its_makers_word_and_figures_keep_their_name() -> None:
    text = "The Harbour Fund said 40 mills closed. A fund statement said 50 shops opened. According to government figures, 60 shops closed."
    assert [name for _, name in said(text)] == ["Harbour Fund", "Harbour Fund", "government figures"]


def test_a_quotation_belongs_to_one_speaker_until_it_closes() -> None:
    text = 'Juan Roca said 10 mills closed.\n\n"We built 40 mills. They need 50 workers," Ines Prado said.\n\nThe 60 mills stand.'
    assert said(text) == [("10 mills", "Juan Roca"), ("40 mills", "Ines Prado"), ("50 workers", "Ines Prado"), ("60 mills", None)]


def test_each_paragraph_of_a_long_quotation_opens_it_again() -> None:
    text = "Ines Prado said: \u201cWe built 40 mills.\n\n\u201cThey need 50 workers.\n\n\u201cWe hired 60 clerks.\u201d\n\nThe 70 mills stand."
    assert [name for _, name in said(text)] == ["Ines Prado", "Ines Prado", "Ines Prado", None]


def test_what_stands_behind_a_colon_in_paragraphs_with_bullets_is_said() -> None:
    text = "Ines Prado said:\n\n\u2022 We built 40 mills.\n\n\u2022 We hired 50 clerks.\n\nThe 60 mills stand."
    assert [name for _, name in said(text)] == ["Ines Prado", "Ines Prado", None]


def test_the_day_of_the_saying_and_what_describes_the_speaker_are_not_said() -> None:
    text = "Ines Prado, who led the port for 12 years, said on Monday that it handled 40 ships."
    assert said(text) == [("12 years", None), ("Monday", None), ("40 ships", "Ines Prado")]


def test_what_the_article_adds_behind_a_speech_is_its_own() -> None:
    assert said("The port handled 40 ships, Prado said at the fair, which drew 50 firms.") == [("40 ships", "Prado"), ("50 firms", None)]


def test_the_reason_for_the_attribution_is_kept() -> None:
    claim = extract("According to Ines Prado, the port handled 40 ships.").claims[0]
    assert "attribution.according_to" in [feature.name for feature in claim.features]
