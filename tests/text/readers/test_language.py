"""Text that is not English is told from text that is."""

import pytest

from factdb.text.readers.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour at Ostvik handled 3.5 million tonnes last year, more than a year earlier.", "en"),
        ("Der Hafen hat im vergangenen Jahr 3,5 Millionen Tonnen umgeschlagen, und das ist mehr als je zuvor.", "de"),
        ("Le port a traité 3,5 millions de tonnes, ce qui est plus que dans les années passées pour la ville.", "fr"),
        ("El puerto movió 3,5 millones de toneladas en el año, más que en los años anteriores, según la ciudad.", "es"),
        ("港口去年处理了三百五十万吨货物", "zh"),
        ("Порт обработал 3,5 миллиона тонн грузов в прошлом году", "ru"),
        ("Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor", "und"),
        ("Trade rose 5 percent", None),
        ("", None),
    ],
)
def test_language(text, code):
    assert language_of(text) == code
