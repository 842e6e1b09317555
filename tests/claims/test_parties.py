"""Countries, blocs and regions as parties."""

from factdb.claims.parties import parties
from factdb.text.tokens import Tokens


def named(text: str) -> list[str]:
    tokens = Tokens(text)
    return [party.name for party in parties(tokens, 0, len(tokens.words))]


def test_countries_blocs_and_regions_are_parties_once_each() -> None:
    assert named("South Korea and ASEAN met Africa and South Korea") == ["South Korea", "ASEAN", "Africa"]


def test_a_demonym_stands_for_its_country() -> None:
    assert named("Kenyan traders") == ["Kenya"]


def test_the_us_before_dollars_names_the_money() -> None:
    assert named("It cost 4 US dollars in the U.S. last year") == ["U.S."]
