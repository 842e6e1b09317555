"""Where something happened, and how the place was come by."""

import pytest

from factdb.claims.parties import Parties
from factdb.claims.whereabouts import Found, Whereabouts
from factdb.text.tokens import Tokens


def where(text: str, word: str, title: str | None = None) -> Found | None:
    tokens = Tokens(text)
    at = next(n for n, token in enumerate(tokens.words) if token.text == word)
    return Whereabouts(tokens, title, Parties(tokens)).of_incident(at, at + 1)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("A bus crash in Puno killed 12 people.", "Puno", "clause"),
        ("In Puno, where buses are old, a crash killed 12 people.", "Puno", "sentence"),
        ("Floods hit Arequipa in May. The city said 12 people died.", "Arequipa", "named"),
        ("The Peruvian parliament saw 12 people faint.", "Peru", "body"),
        ("Peru counted 12 deaths.", "Peru", "country"),
        ("A bus fell into a gorge near Puno. Rescuers found 12 bodies.", "Puno", "before"),
        ("LIMA, June 3 (Agency) -- A fire killed 12 people.", "Lima", "dateline"),
        ("KUALA LUMPUR, June 3 (Agency) - A fire killed 12 people.", "Kuala Lumpur", "dateline"),
        ("A storm lashed Peru on Monday and killed 12 people.", "Peru", "clause"),
    ],
)
def test_the_nearest_place(text: str, name: str, reason: str) -> None:
    assert where(text, "12") == Found(name, reason)


def test_the_headline_names_the_place_that_the_text_leaves_out() -> None:
    assert where("A fire killed 12 people.", "12", "Fire kills 12 in Puno") == Found("Puno", "headline")


def test_a_stake_in_something_is_no_place() -> None:
    assert where("The fund sold its stake in Norte.", "sold") is None


def test_who_went_somewhere_was_there() -> None:
    tokens = Tokens("The choir travelled by bus from Lima to Puno.")
    assert Whereabouts(tokens, None, Parties(tokens)).goal(2) == Found("Puno", "goal")


def test_the_place_beside_a_date_goes_first() -> None:
    tokens = Tokens("Two guards died in Lima on Monday, the army in Chile said.")
    assert Whereabouts(tokens, None, Parties(tokens)).beside(6, 7) == Found("Lima", "clause")
