"""Sums that a verb takes: who spends, gives, owes or needs them, and what for."""

from functools import partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.doings import figure_start
from factdb.claims.things import detail_behind, owned
from factdb.claims.topics import named_subject
from factdb.claims.wording import behind_figure, owned_after, phrase_text
from factdb.mentions.mention import Quantity
from factdb.text.phrases import noun_phrase_before, verb_before
from factdb.text.tags import tags
from factdb.text.verbs import base, participle

_GIVEN = frozenset(("grant", "give", "lend", "offer", "pay", "cost", "owe", "award", "fine", "save", "charge", "loan", "promise", "send"))
_GROUP = 4
_LONGEST = 6
_BRACKET = 12


class Outlay(NamedTuple):
    """What the sum is ("spending", "money raised"), whose it is, and what it is for or to whom it goes ("on schools")."""

    noun: str
    owner: str | None
    detail: str

    @property
    def text(self) -> str:
        """ "Peru's spending on schools", "spending of the three sailors on schools", "money raised by Peru for schools"."""
        done = self.owner and self.noun.startswith("money ")
        whose = f"{self.noun} by {self.owner}" if done else owned(self.noun, self.owner)
        return f"{whose} {self.detail}".strip()


_nouns = partial(lexicon.meanings, "outlays.toml")
_words = partial(lexicon.word_set, "outlays.toml", "other")


def outlay(context: Context, q: Quantity) -> Outlay | None:
    """What a verb tells of the sum that is its object ("the firm spent 40 million on roads") or its subject ("40 million were spent")."""
    tokens = context.tokens
    first, letters = tags(tokens, q.first)
    at = figure_start(context, q) - first
    if " per " in (q.unit_phrase or ""):
        return None  # a price
    if at and letters[at - 1] in "VBG":
        return _of_verb(context, q, first + at - 1, "")
    if at and tokens.lows[first + at - 1] == "for":
        return _asked_for(context, q)
    given = _given(context, q, first + at)
    if given:
        return given
    end = q.last - first
    passive = letters[end : end + 1] == "Z" or letters.startswith("KZ", end)
    verb = end + 1 + (letters[end : end + 1] == "K")
    if not passive or letters[verb : verb + 1] != "V":
        return None
    plain = base(tokens.lows[first + verb])
    noun = _noun(plain)
    return Outlay(noun, None, detail_behind(context, first + verb + 1)) if noun else None


def _asked_for(context: Context, q: Quantity) -> Outlay | None:
    """ "asked the city for 40 million"."""
    verb = verb_before(context.tokens, q.first)
    if verb is None:
        return None
    plain = (base(low) or "" for low in context.lows[verb : min(verb + _GROUP, q.first)])
    noun = next(filter(None, map(_nouns("asked").get, plain)), None)
    found = noun_phrase_before(context.tokens, q.first - 1)
    goal = f"to {phrase_text(context.tokens, found.first, found.last)}" if found else ""
    return Outlay(noun, named_subject(context, verb), f"{goal} {detail_behind(context, q.last)}".strip()) if noun else None


def _given(context: Context, q: Quantity, end: int) -> Outlay | None:
    """ "granted the country 40 million", "cost banks 40 million": one that the sum goes to stands between."""
    tokens = context.tokens
    found = noun_phrase_before(tokens, end)
    if found is None or found.first <= context.here.first:
        return None
    first, letters = tags(tokens, end)
    at = found.first - 1 - (letters[found.first - 1 - first] == "D")
    if at < first or letters[at - first] not in "VBG" or base(tokens.lows[at]) not in _GIVEN:
        return None
    return _of_verb(context, q, at, f"to {phrase_text(tokens, found.first, found.last)}")


def _of_verb(context: Context, q: Quantity, verb: int, goal: str) -> Outlay | None:
    noun = _noun(base(context.lows[verb]))
    if noun is None:
        return None
    owner = named_subject(context, verb)
    if owner and len(owner.split()) > _LONGEST:
        owner = None
    return Outlay(noun, owner, " ".join(f"{goal} {_detail(context, q)}".split()))


def _noun(plain: str | None) -> str | None:
    """What a sum is called by the plain form of its verb; None where the verb only says how large something is."""
    if plain is None or plain in _words("level"):
        return None
    return _nouns("noun").get(plain) or f"money {participle(plain)}"


def _detail(context: Context, q: Quantity) -> str:
    """What a sum is for; the same sum in other money in brackets is passed over."""
    tokens = context.tokens
    at = q.last
    if tokens.lows[at : at + 1] == ["("]:
        at = next((here + 1 for here in range(at, min(at + _BRACKET, context.here.last)) if tokens.lows[here] == ")"), at)
    if at >= context.here.last or tokens.lows[at] in ("from", "of", "at", "under", "around", "among"):
        return ""
    if tokens.lows[at] != "in":
        return detail_behind(context, at)
    found = owned_after(tokens, behind_figure(tokens, at + 1))
    return f"in {phrase_text(tokens, found.first, found.last)}" if found and not tokens.words[found.head].classes & lexicon.MONTH else ""
