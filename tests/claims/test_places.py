"""How places are cut from the text."""

import pytest

from factdb.claims.places import place_behind
from factdb.text.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("in Peru.", "Peru", "country"),
        ("in southern Peru.", "southern Peru", "country"),
        ("in Peru's northern Puno province.", "Puno province", "town"),
        ("in the northern town of Ayaviri.", "Ayaviri", "other"),
        ("in the southern Peruvian city of Arequipa.", "Arequipa", "town"),
        ("in the Altiplano town of Ayaviri.", "Altiplano town of Ayaviri", "town"),
        ("in the capital Lima.", "Lima", "town"),
        ("in Lima, Peru.", "Lima", "town"),
        ("at the Norte coal mine in Puno province, Peru.", "Norte coal mine in Puno province", "site"),
        ("at Arequipa's San Pedro Hospital.", "San Pedro Hospital, Arequipa", "site"),
        ("in the centre of Oslo.", "Oslo", "town"),
        ("in Peru's worst year.", "Peru", "country"),
        ("across flood-hit Peru.", "Peru", "country"),
        ("in Ya'an City.", "Ya'an City", "town"),
        ("in Rio de Janeiro.", "Rio de Janeiro", "town"),
        ("in Port-au-Prince.", "Port-au-Prince", "town"),
        ("in the West African nation of Ghana.", "Ghana", "country"),
        ("at a crowded fish market in Oslo.", "fish market in Oslo", "site"),
        ("at the port of Ayaviri.", "port of Ayaviri", "site"),
        ("in the Puno region of southern Peru.", "Puno region of southern Peru", "town"),
        ("near al-Harra, west of Amman.", "al-Harra", "other"),
        ("in the United Arab Emirates.", "United Arab Emirates", "country"),
    ],
)
def test_the_name_of_a_place(text: str, name: str, sort: str) -> None:
    tokens = Tokens(text)
    found = place_behind(tokens, 1, len(tokens))
    assert found is not None
    assert (found.name, found.sort) == (name, sort)


@pytest.mark.parametrize(
    "text",
    [
        "in May.",
        "on Monday.",
        "in US dollars.",
        "in Lutheran districts.",
        "in other words.",
        "in The end.",
        "in Nature Medicine.",
        "at the London Olympics.",
        "in the East African country.",
    ],
)
def test_no_place(text: str) -> None:
    tokens = Tokens(text)
    assert place_behind(tokens, 1, len(tokens)) is None
