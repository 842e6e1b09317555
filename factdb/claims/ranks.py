"""Ordinals that say something checkable: places in an order, editions, anniversaries."""

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.claims.things import ranked, ranked_behind
from factdb.lexicon import word_set
from factdb.mentions.mention import Quantity
from factdb.text import parts

_HYPHENS = frozenset("-\u2010\u2011")
_VERBS = parts.FINITE | parts.VERB | parts.AUXILIARY | parts.PARTICIPLE
_NAMES = parts.NOUN | parts.PLURAL | parts.ADJECTIVE | parts.GERUND
_STRETCH = lexicon.CARDINAL | lexicon.DIGITS | lexicon.TIME_UNIT
_IDIOMS = frozenset(("first", "second", "third", "inaugural"))


def _ordinal(context: Context, q: Quantity) -> Reading | None:
    if _is_idle(context, q):
        return None
    of = ranked(context, q) or q.unit_phrase or ranked_behind(context, q) or q.of
    if of is None and context.tokens.words[q.first].low == "inaugural":
        return None  # "spoke at his inaugural"
    return Reading({"of": of}, of)


def _is_idle(context: Context, q: Quantity) -> bool:
    """Whether an ordinal ranks nothing: an idiom, an adverb ("he first asked"), a list ("a second is"), part of a stretch of time."""
    words = context.tokens.words
    if q.last >= len(words):
        return False
    low, behind = words[q.last - 1].low, words[q.last]
    if low in _IDIOMS:
        noun = words[q.last + 1].low if behind.text in _HYPHENS and q.last + 1 < len(words) else behind.low
        if noun in word_set("ranks.toml", f"idiom_{low}"):
            return True
    if behind.classes & _STRETCH or (behind.text == "," and q.first == context.here.first):
        return True
    bits = parts.readings(behind.low)
    before = parts.readings(words[q.first - 1].low) if q.first else 0
    if before & parts.DETERMINER:
        return bool(bits & parts.AUXILIARY)
    if before & (parts.PRONOUN | parts.AUXILIARY) and bits & _VERBS:
        return True  # "he first fell ill", "will first visit"
    return bool(bits & (_VERBS | parts.ADVERB)) and not bits & _NAMES


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="ranks.ordinal",
        kind="rank",
        says="An ordinal before a noun.",
        weight=0.4,
        on=frozenset(("ordinal",)),
        read=_ordinal,
        takes=(
            ("Oslo hosted the 46th summit of the league.", "46th"),
            ("Peru has the second-largest mine.", "second"),
            ("Norway ranked third in the list.", "third"),
            ("Peru and Chile hold an inaugural joint summit.", "inaugural"),
        ),
        refuses=(
            "The firm hired 40 engineers.",
            "She promised jobs in her inaugural address.",
            "She spoke of it at her inaugural.",
            "The museum first let guests in during 1963.",
            "The tour will first visit Lima.",
            "A second is the price of wheat.",
            "First, the price of wheat fell.",
            "They sell wheat to third countries.",
            "Sales fell in the first five months.",
        ),
    ),
)
