"""How a figure or date is meant: asserted, denied, planned, forecast, or hypothetical.

What decides is the verb nearest before it in its clause, with its auxiliaries and what leads to it ("is hoped to touch"); for a
figure in the subject the verb behind it. A condition that opens the clause goes first, then a modal, a negation, a word of
forecast, a plan. A verb before the clause can deny it all, and a date to come is planned where nothing else is said.
"""

from functools import cache
from typing import NamedTuple

from factdb.claims.claim import Feature
from factdb.claims.context import Context, Sentence
from factdb.lexicon import verb_forms, word_set
from factdb.mentions.mention import Mention, Timex
from factdb.text.tags import tags

_FILE = "stance.toml"
_FARTHEST = 25
_BEHIND = 10
_FINITE = "VXZK"
_GROUP = "VXZKRETB"
_NO_VERB = "DANSPFYRHTBGEOICQ-',()."  # every letter but those of finite verbs and of what opens a clause
_AFTER = 1
_WEIGHT = -0.05
_TOLD = ("denied", "forecast", "planned")
_TO_COME = ("planned", "forecast")
_SAYS = {
    "denied": "The sentence denies it",
    "planned": "It is told as a plan",
    "forecast": "It is told as a forecast",
    "hypothetical": "It holds only perhaps or on a condition",
}


class Stance(NamedTuple):
    """The stance and the word that shows it."""

    name: str
    word: str

    @property
    def feature(self) -> Feature:
        return Feature(f"stance.{self.name}", f"{_SAYS[self.name]}: \u201c{self.word}\u201d.", _WEIGHT)


class _Scope(NamedTuple):
    """The words that govern a mention, their letters, the word that opens the clause, and the token where the scope begins."""

    words: list[str]
    letters: str
    opener: str
    first: int


def stance_of(context: Context, mention: Mention) -> Stance | None:
    """The stance of what a number or date tells, None where it is asserted."""
    sentence = context.here
    if _has_cue(context, sentence):
        scope = _scope(context, mention)
        found = _decide(scope, sentence.low) or _denied_outside(context, sentence.first, scope.first)
        if found and not (found.name in _TO_COME and _is_past(context, mention)):
            return found
    if isinstance(mention, Timex) and context.today and mention.begin and mention.begin > context.today:
        return Stance("planned", context.tokens.text[mention.start : mention.end])
    return None


def _has_cue(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence has a word of stance, or "is to"; asked once for each sentence."""
    if sentence.stance is None:
        sentence.stance = not _cues().isdisjoint(sentence.low) or "ZT" in tags(context.tokens, sentence.first)[1]
    return sentence.stance


def _is_past(context: Context, mention: Mention) -> bool:
    """Whether a date is over: what was planned for it has come, or the article would say otherwise."""
    return isinstance(mention, Timex) and mention.until is not None and mention.until < context.today


@cache
def _cues() -> frozenset[str]:
    """Every word that can show a stance."""
    groups = ("condition", "possible", "negation", "to_come", "denied_word", "planned_word", "forecast_word")
    verbs = (verb_forms(_FILE, name) for name in ("denied", "planned", "forecast", "planned_to"))
    return frozenset().union(*(word_set(_FILE, name) for name in groups), *verbs)


def _scope(context: Context, mention: Mention) -> _Scope:
    """From the finite verb before a mention to a word behind it; where it stands in the subject, through the verb behind it."""
    first, letters = tags(context.tokens, mention.first)
    here, behind = mention.first - first, mention.last - first
    before = letters[max(here - _FARTHEST, 0) : here]
    to_verb = before.rstrip(_NO_VERB.replace("C", "") if _starts_clause(letters, behind) else _NO_VERB)
    outside = to_verb.rstrip(_GROUP)
    begin = here - len(before) + len(outside)
    end = behind + _AFTER if len(outside) < len(to_verb) else _behind(letters, behind)
    lows = context.lows[first + begin : first + min(end, len(letters))]
    opener = context.lows[first + begin - 1] if outside.endswith("W") else ""
    return _Scope(lows, letters[begin:end], opener, first + begin)


def _starts_clause(letters: str, at: int) -> bool:
    """Whether a verb follows what a mention heads, so that "and" before it joins two clauses: "..., and 40 men were hurt"."""
    while at < len(letters) and letters[at] in "NSPA-'":
        at += 1
    return at < len(letters) and letters[at] in _FINITE


def _behind(letters: str, at: int) -> int:
    """Where the first group of verbs behind a subject ends: "40 ships will be built"."""
    near = letters[at : at + _BEHIND]
    return at + len(near) - len(near.lstrip(_NO_VERB.replace(",", "")).lstrip(_GROUP))


def _decide(scope: _Scope, sentence: list[str]) -> Stance | None:
    """Condition, modal and negation go before what is told, and that before a plan that only "to" shows."""
    if scope.opener in word_set(_FILE, "condition"):
        return Stance("hypothetical", scope.opener)
    cues = _cues()
    shown = [(at, low) for at, low in enumerate(scope.words) if low in cues]
    found = _perhaps(scope, shown, sentence) or _negated(scope, shown) or _told(scope, shown) if shown else None
    return found or _led(scope)


def _perhaps(scope: _Scope, shown: list[tuple[int, str]], sentence: list[str]) -> Stance | None:
    possible = word_set(_FILE, "possible")
    for at, low in shown:
        if low in possible and scope.letters[at] == "X":
            return Stance("hypothetical", low)
    conditional = "would" in scope.words and not word_set(_FILE, "condition").isdisjoint(sentence)
    return Stance("hypothetical", "would") if conditional else None


def _negated(scope: _Scope, shown: list[tuple[int, str]]) -> Stance | None:
    negations = word_set(_FILE, "negation")
    return next((Stance("denied", low) for at, low in shown if low in negations and _negates(scope, at)), None)


def _negates(scope: _Scope, at: int) -> bool:
    """Whether a negation denies the verb: it stands by an auxiliary ("has not", "never paid"), and no "until" takes it back."""
    if scope.words[at + 1 : at + 2] and scope.words[at + 1] in word_set(_FILE, "restored"):
        return False
    beside = scope.letters[max(at - 2, 0) : at] + scope.letters[at + 1 : at + 2].replace("X", "")
    return scope.words[at] == "cannot" or any(letter in _FINITE for letter in beside)


def _told(scope: _Scope, shown: list[tuple[int, str]]) -> Stance | None:
    """Denial, forecast or plan by the words of the scope; "will" foretells a level and plans an act."""
    found: dict[str, str] = {}
    telling = _telling()
    for at, low in shown:
        for name, as_verb in telling.get(low, ()):
            if not as_verb or scope.letters[at] in "VEGB":
                found.setdefault(name, low)
    told = next((name for name in _TOLD if name in found), None)
    if told:
        return Stance(told, found[told])
    to_come = word_set(_FILE, "to_come")
    will = next((low for _, low in shown if low in to_come), None)
    if will:
        level = not _levels().isdisjoint(scope.words) or ("be" in scope.words and "V" not in scope.letters)
        return Stance("forecast" if level else "planned", will)
    return None


def _led(scope: _Scope) -> Stance | None:
    """A plan that follows a verb and "to": "agreed to build", "is to build"."""
    if "T" not in scope.letters:
        return None
    verbs = verb_forms(_FILE, "planned_to")
    for low, letter, behind in zip(scope.words, scope.letters, scope.letters[1:], strict=False):
        if behind == "T" and (letter == "Z" or low in verbs):
            return Stance("planned", low)
    return None


@cache
def _telling() -> dict[str, list[tuple[str, bool]]]:
    """Words of denial, forecast and plan to what they tell, and whether only as a verb."""
    table: dict[str, list[tuple[str, bool]]] = {}
    for name in _TOLD:
        others = word_set(_FILE, f"{name}_word")
        for low in others | verb_forms(_FILE, name):
            table.setdefault(low, []).append((name, low not in others))
    return table


@cache
def _levels() -> frozenset[str]:
    """Verbs of movement and of levels: what is foretold and not planned."""
    return word_set(_FILE, "level") | verb_forms("directions.toml", "up") | verb_forms("directions.toml", "down")


def _denied_outside(context: Context, first: int, at: int) -> Stance | None:
    """ "The ministry denied that 40 people died": a verb of denial before the clause."""
    denied = verb_forms(_FILE, "denied")
    for low in reversed(context.lows[max(first, at - _BEHIND) : at]):
        if low in ",;":
            return None
        if low in denied:
            return Stance("denied", low)
    return None
