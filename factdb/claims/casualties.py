"""Casualties: numbers of people killed, injured, missing, displaced, detained or otherwise harmed.

A number is one when a word of harm stands with it in its clause: as the counted noun ("12 deaths"), behind it ("12 people were
killed"), before it ("killed 12 people", "claimed 12 lives", "the deaths of 12 people"), or in the subject ("the toll rose to 12").
"""

from collections.abc import Callable
from functools import cache, partial

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.places import named_before, place_of
from factdb.claims.rule import KindRule, Reading
from factdb.lexicon import Phrases
from factdb.mentions.mention import Quantity
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


def _read(look: Callable[[Tokens, Quantity], str | None], context: Context, q: Quantity) -> Reading | None:
    """The reading by one way of seeing the harm."""
    outcome = None if q.unit in _words("thing") else look(context.tokens, q)
    if outcome is None:
        return None
    place = place_of(context.scan, q.first, q.last) or named_before(context.scan, q.first)
    victims = _victims(q)
    subject = f"{victims or 'people'} {outcome}" + (f" in {place}" if place else "")
    return Reading({"outcome": outcome, "victims": victims, "place": place}, subject, context.day(q))


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


# Asked in this order: what stands closest to the number decides.
RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="casualties.harm_noun",
        kind="casualty_count",
        says="The noun that the number counts is a harm.",
        weight=0.35,
        on=_DIMENSIONS,
        read=partial(_read, _harm_noun),
        takes=(
            ("The district counted 12 deaths.", "12 deaths"),
            ("The city counted 61 cholera cases in May.", "61 cholera cases"),
        ),
        refuses=("The judge heard 61 cases.",),
    ),
    KindRule(
        name="casualties.harm_before",
        kind="casualty_count",
        says="The verb or noun of harm stands before the number.",
        weight=0.35,
        on=_DIMENSIONS,
        read=partial(_read, _harm_before),
        takes=(
            ("A ferry sank off Batu, killing 14 passengers.", "14 passengers"),
            ("The flood claimed at least 40 lives.", "at least 40 lives"),
            ("The murder of five students shocked Oslo.", "five students"),
        ),
        refuses=("The cold killed 900 sheep.", "The bill was killed in 12 days."),
    ),
    KindRule(
        name="casualties.harm_behind",
        kind="casualty_count",
        says="The verb or word of harm stands behind the number.",
        weight=0.35,
        on=_DIMENSIONS,
        read=partial(_read, _harm_behind),
        takes=(
            ("Twelve villagers were injured when the roof fell.", "Twelve villagers"),
            ("The quake made 20,000 people homeless.", "20,000 people"),
        ),
        refuses=("Two gunmen killed a guard.", "The storm destroyed 30 houses."),
    ),
    KindRule(
        name="casualties.toll",
        kind="casualty_count",
        says="The number stands behind the verb of a toll.",
        weight=0.35,
        on=_DIMENSIONS,
        read=partial(_read, _toll),
        takes=(
            ("The death toll rose to 212.", "212"),
            ("The number of people killed by the fever climbed to 75.", "75"),
        ),
        refuses=("The price rose to 212.",),
    ),
)
