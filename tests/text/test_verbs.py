"""Forms of verbs."""

import pytest

from factdb.text.verbs import base, gerund, third_person


@pytest.mark.parametrize(("low", "plain"), [("took", "take"), ("signed", "sign"), ("found", "find"), ("carries", "carry"), ("go", "go"), ("table-cloth", None)])
def test_the_plain_form(low: str, plain: str | None) -> None:
    assert base(low) == plain


@pytest.mark.parametrize(("plain", "third"), [("take", "takes"), ("carry", "carries"), ("play", "plays"), ("reach", "reaches"), ("be", "is"), ("go", "goes")])
def test_the_third_person(plain: str, third: str) -> None:
    assert third_person(plain) == third


def test_an_unlisted_verb_drops_its_e_before_ing() -> None:
    assert [gerund(plain) for plain in ("paralyse", "fine")] == ["paralysing", "fining"]
