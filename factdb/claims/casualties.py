"""Casualties: numbers of people killed, injured, missing, displaced, detained or otherwise harmed.

A number is one when a word of harm stands with it in its clause: as the counted noun ("12 deaths"), behind it ("12 people were
killed"), before it ("killed 12 people", "claimed 12 lives", "the deaths of 12 people"), or in the subject ("the toll rose to 12").
"""

from functools import cache
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.places import named_before, place_of
from factdb.lexicon import Phrases
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import clause_of
from factdb.text.tokens import Tokens

OUTCOMES = ("killed", "injured", "missing", "displaced", "detained", "affected")
_DIMENSIONS = frozenset(("count", "bare"))
_BEHIND = 12
_BEFORE = 6
_PHRASE = 3
_SKIPPED = parts.AUXILIARY | parts.ADVERB | parts.DETERMINER
_SKIPPED_WORDS = frozenset(
    (
        "people",
        "persons",
        "others",
        "more",
        "reported",
        "reportedly",
        "confirmed",
        "feared",
        "left",
        "believed",
        "either",
        "known",
        "remained",
        "remain",
        "known",
        "found",
        "thought",
    )
)
_QUOTED = frozenset('"\u201c\u201d')


class Casualty(NamedTuple):
    """Outcome, victims in the plural as written, place, and the rule that saw the harm."""

    outcome: str
    victims: str | None
    place: str | None
    rule: str


def read(scan: Scan, quantity: Quantity) -> Casualty | None:
    """The casualty that a quantity counts, None where no word of harm goes with it."""
    if quantity.dimension not in _DIMENSIONS or quantity.unit in _words("thing"):
        return None
    for rule, look in _LOOKS:
        outcome = look(scan.tokens, quantity)
        if outcome is not None:
            place = place_of(scan, quantity.first, quantity.last) or named_before(scan, quantity.first)
            return Casualty(outcome, _victims(quantity), place, f"casualties.{rule}")
    return None


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon.groups("harm.toml")["other"][group])


@cache
def _phrases(*groups: str) -> Phrases[str]:
    """Words of harm with their outcome."""
    lists = [lexicon.groups("harm.toml")[group] for group in groups]
    return Phrases.of((phrase, outcome) for group in lists for outcome in OUTCOMES for phrase in group.get(outcome, ()))


def _low(tokens: Tokens, first: int, last: int) -> list[str]:
    return [word.low for word in tokens.words[first:last]]


def _harm_noun(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "12 deaths", "2,254 cholera cases"."""
    unit = quantity.unit
    if unit is None:
        return None
    if unit == "case":
        phrase = (quantity.unit_phrase or "").lower().split()
        behind = _low(tokens, quantity.last, quantity.last + 3)
        return "affected" if _words("disease") & {*phrase, *behind} else None
    found = _phrases("noun").longest([unit], 0)
    return found[1] if found else None


def _harm_behind(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "12 people were killed", "12 dead", "12 miners who died": nothing but auxiliaries, adverbs and place names between."""
    stop = min(tokens.sentence_of(quantity.first)[1], quantity.last + _BEHIND)
    low = _low(tokens, quantity.last, stop)
    found = [phrases.longest(low, at) for at in _steps(low) for phrases in (_phrases("state"), _phrases("verb"))]
    first = next(filter(None, found), None)
    if first is None or _takes_object(low, first[0]):
        return None
    joined = low[first[0] : first[0] + 2]
    return "affected" if joined[:1] == ["or"] and _phrases("verb").longest([*joined, ""], 1) else first[1]


def _steps(low: list[str]) -> list[int]:
    """Where a word of harm may stand behind a number: behind words that do not end its clause."""
    steps = []
    phrase = 0  # words that a phrase of place or kind may still take: "dozens of nurses in Lima were hurt"
    for at, word in enumerate(low):
        steps.append(at)
        bits = parts.readings(word)
        if word in ("of", "in", "at", "from", "across", "near"):
            phrase = _PHRASE
        elif not (bits & _SKIPPED or word in _SKIPPED_WORDS or word in ("who", "have", "been", "to")):
            if not phrase or not bits & (parts.NOUN | parts.PLURAL | parts.ADJECTIVE):
                break
            phrase -= 1
    return steps


def _takes_object(low: list[str], at: int) -> bool:
    """Whether the harm goes on to somebody else: "five gunmen killed two guards"."""
    verb, passive = low[at - 1], any(parts.readings(word) & parts.AUXILIARY for word in low[: at - 1])
    if passive or at >= len(low) or verb not in _transitive():
        return False
    behind = parts.readings(low[at])
    return low[at][:1].isdigit() or bool(behind & (parts.DETERMINER | parts.PRONOUN)) or bool(lexicon.word_classes().get(low[at], 0) & lexicon.CARDINAL)


@cache
def _transitive() -> frozenset[str]:
    verbs = lexicon.groups("harm.toml")["verb"]
    return frozenset(verb for outcome in OUTCOMES for verb in verbs.get(outcome, ()))


def _harm_before(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "killed 12 people", "claiming 12 lives", "the murder of 12 men"."""
    begin = max(tokens.sentence_of(quantity.first)[0], quantity.first - _BEFORE)
    low = _low(tokens, begin, quantity.first)
    if quantity.unit == "life":
        return "killed" if _words("claim") & set(low) else None
    at = len(low)
    while at and (parts.readings(low[at - 1]) & _SKIPPED or low[at - 1] in _SKIPPED_WORDS):
        at -= 1
    if at >= 2 and low[at - 1] == "of":
        found = _phrases("of").longest([low[at - 2]], 0)
        return found[1] if found else ("killed" if low[at - 3 : at - 1] == ["lives"] or low[at - 2] == "lives" else None)
    for first in range(max(0, at - 3), at):
        found = _phrases("verb").longest(low, first)
        if found and found[0] == at:
            return "affected" if low[first - 1 : first] == ["or"] and first >= 2 else found[1]
    return None


def _toll(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "the death toll rose to 54": a bare number, or people, behind the verb of a toll."""
    begin, _ = clause_of(tokens, quantity.first)
    low = _low(tokens, begin, quantity.first)
    if (quantity.dimension == "count" and quantity.unit not in ("person", "people")) or low[-1:] not in (
        ["to"],
        ["at"],
        ["is"],
        ["was"],
        ["of"],
        ["reached"],
        ["from"],
    ):
        return None
    if _words("toll") & set(low):
        return "injured" if "injury" in low or "injured" in low else "killed"
    number = next((at for at, word in enumerate(low) if word in ("number", "total")), None)
    if number is None:
        return None
    found = [_phrases("verb", "state", "noun").longest(low, at) for at in range(number + 1, len(low))]
    return next((entry[1] for entry in found if entry), None)


def _victims(quantity: Quantity) -> str | None:
    """Who they are: the noun as written, people where none is said."""
    unit = quantity.unit
    if quantity.dimension == "bare" or unit is None or unit == "life" or (unit != "hostage" and _phrases("noun").longest([unit], 0)):
        return "people"
    written = quantity.unit_text or quantity.unit_phrase
    return "people" if written in (None, "others") else written


# Looked at in this order: what stands closest to the number decides.
_LOOKS = (
    ("harm_noun", _harm_noun),
    ("harm_before", _harm_before),
    ("harm_behind", _harm_behind),
    ("toll", _toll),
)
