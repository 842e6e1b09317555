"""What grew or fell."""

import pytest

from factdb import extract


def changed(text: str) -> list[object]:
    return [claim.fields["of"] for claim in extract(text).claims if claim.kind == "change"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Peru's surplus with Norway rose 4 percent, with exports up 9 percent and imports up 2 percent.", "Peru's exports to Norway"),
        ("Trade between Peru and Norway hit 3 billion dollars. Bilateral trade rose 9 percent.", "Peru-Norway trade"),
        ("Peru's copper exports rose 9 percent.", "Peru's copper exports"),
    ],
)
def test_a_flow_alone_is_told_with_its_parties(text: str, of: str) -> None:
    assert of in changed(text)


def test_a_bare_rise_is_of_what_the_figure_before_it_is_about() -> None:
    assert changed("The yard sold 300 boats in Lima, an increase of 9 percent.") == ["boats sold by yard in Lima"]
    assert changed("Sales fell 3 percent, more than the decline of 1 percent in Oslo.") == ["sales", "sales"]


def test_a_pronoun_that_moved_is_what_the_figure_before_is_about() -> None:
    assert changed("Shares of Norte fell 3 percent. They have gained 18 percent since May.") == ["shares of Norte", "shares of Norte"]
