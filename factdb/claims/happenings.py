"""What happened at a date, as a phrase: the noun that the date belongs to, or a noun for the verb of its clause.

"the June 3 earthquake" is an "earthquake", "parliament approved the pact on Monday" the "approval of the pact by parliament", "the
mill, founded in 1951" the "founding of the mill". A verb without a noun of its own stands in the present: "Norte buys a mine".
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.wording import DATED, object_of, outermost, phrase_text, subject_phrase, tail
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import clause_of, noun_phrase_after, noun_phrase_before
from factdb.text.tokens import Tokens
from factdb.text.verbs import base, third_person

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_WILL = frozenset(("to", "will", "would", "can", "could", "should", "must", "may", "might", "shall"))
_OWNERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "this", "that", "s", "'", "\u2019"))
_APOSTROPHES = frozenset("'\u2019")
_REACH = 25


class Happening(NamedTuple):
    """The phrase, the token of its main word, and whether it is a saying or a deal, which need no place."""

    text: str
    at: int
    deal: bool = False
    said: bool = False


def happening(context: Context, t: Timex) -> Happening | None:
    """What the words around a date say happened then."""
    teller = context.speakers.teller_on(t)
    if teller is not None:
        plain = base(context.tokens.words[teller.verb].low) or ""
        return Happening(f"{_nouns('say').get(plain, 'statement')} by {teller.name}", teller.verb, said=True)
    return _dated_noun(context.tokens, t) or _noun_before(context.tokens, t) or _clause(context, t)


@cache
def _nouns(group: str) -> Mapping[str, str]:
    return {str(verb): str(noun) for verb, noun in lexicon.groups("happenings.toml")[group].items()}


@cache
def _words(group: str, name: str) -> frozenset[str]:
    return frozenset(lexicon.groups("happenings.toml")[group][name])


@cache
def _event_nouns() -> frozenset[str]:
    return _words("noun", "incident") | _words("noun", "other")


def _of_noun(tokens: Tokens, first: int, last: int, head: int) -> Happening | None:
    text = phrase_text(tokens, first, last)
    return Happening(text, head, deal=tokens.words[head].low in _words("deal", "nouns")) if text else None


def _dated_noun(tokens: Tokens, t: Timex) -> Happening | None:
    """The noun right behind a date that stands like an adjective: "the June 3 earthquake", "Monday's blast at the mill"."""
    words = tokens.words
    at = t.last
    if at + 1 < len(words) and words[at].text in _APOSTROPHES and words[at + 1].low == "s":
        at += 2
    elif words[at - 1].low != "s" and (not t.first or words[t.first - 1].low not in _OWNERS):
        return None
    within = at < tokens.sentence_of(t.first)[1]
    found = noun_phrase_after(tokens, at) if within and words[at].low not in _OWNERS else None
    if found is None or words[found.head].classes & DATED:
        return None
    return _of_noun(tokens, found.first, tail(tokens, found.last, links=("of",)), found.head)


def _noun_before(tokens: Tokens, t: Timex) -> Happening | None:
    """The noun of an event that a date follows at once or behind an "of": "the strikes of May 2", "a mass Saturday"."""
    words = tokens.words
    at = t.first
    if at and words[at - 1].low in ("of", "late", "early"):
        at -= 1
    found = noun_phrase_before(tokens, at)
    if found is None or words[found.head].low not in _event_nouns():
        return None
    return _of_noun(tokens, found.first, found.last, found.head)


def _clause(context: Context, t: Timex) -> Happening | None:
    """The verb that governs a date, with what it has for subject and object."""
    tokens = context.tokens
    verb = _verb(tokens, t)
    if verb is None:
        return _nearest_noun(tokens, t)
    plain = base(tokens.words[verb].low) or ""
    passive = _is_passive(tokens, verb, t)
    subject = subject_phrase(context, verb, t, passive=passive)
    thing = object_of(context, verb, t)
    if plain in _words("harm", "verbs"):
        incident = incident_near(tokens, verb)
        if incident:
            return incident
    if subject and not passive and plain in _words("harm", "forecasts"):
        return Happening(f"{_nouns('say')[plain]} by {subject.text}", verb, said=True)
    if subject and plain in _words("happen", "verbs") and (passive or plain != "hold") and _only_happens(tokens, verb, plain):
        return Happening(subject.text, verb, deal=tokens.words[subject.head].low in _words("deal", "nouns"))
    if thing and not passive and plain in _words("light", "verbs"):
        return Happening(thing.text, verb, deal=tokens.words[thing.head].low in _words("deal", "nouns"))
    told = tokens.words[verb].low if passive else ""
    text = _worded(plain, subject.text if subject else None, thing.text if thing else None, suffered=told)
    return Happening(text, verb, deal=plain in _words("deal", "verbs")) if text else None


def incident_near(tokens: Tokens, verb: int) -> Happening | None:
    """What did harm: the noun of an incident nearest to a verb or a figure in its clause."""
    first, last = clause_of(tokens, verb)
    incidents = _words("noun", "incident")
    nouns = [at for at, low in enumerate(tokens.lows[first:last], first) if low in incidents]
    at = min(nouns, key=lambda at: abs(at - verb), default=None)
    found = noun_phrase_before(tokens, at + 1) if at is not None else None
    return _of_noun(tokens, found.first, found.last, found.head) if found else None


def _worded(plain: str, subject: str | None, thing: str | None, *, suffered: str) -> str:
    """The phrase for a verb in its plain form; `suffered` is the participle as written where the subject suffers it."""
    if suffered:
        noun = _nouns("transitive").get(plain)
        if noun:
            return f"{noun} of {subject}" if subject else noun
        return " ".join(filter(None, (subject, suffered, thing)))
    if thing and plain in _nouns("transitive"):
        return f"{_nouns('transitive')[plain]} of {thing}" + (f" by {subject}" if subject else "")
    if subject and not thing and plain in _nouns("intransitive"):
        return f"{_nouns('intransitive')[plain]} of {subject}"
    return " ".join(filter(None, (subject, third_person(plain) if plain else "", thing)))


def _verb(tokens: Tokens, t: Timex) -> int | None:
    """The content verb nearest before a date in its clause, else the first one behind it."""
    first, last = clause_of(tokens, t.first)
    spare = None
    for at in range(t.first - 1, max(first, t.first - _REACH) - 1, -1):
        if not _is_verb(tokens, at):
            continue
        if not _hangs_on_noun(tokens, at):
            return spare if spare and base(tokens.words[at].low) == "be" else at
        spare = spare or at
    for at in range(t.last, min(last, t.last + _REACH)):
        if _is_verb(tokens, at) and tokens.words[at - 1].text != ",":
            return at
    return spare


def _hangs_on_noun(tokens: Tokens, at: int) -> bool:
    """Whether an infinitive only explains a noun: "a plan to sell"; not "for Norte to sell"."""
    words = tokens.words
    if at < 2 or words[at - 1].low != "to":
        return False
    noun = words[at - 2]
    return bool(parts.readings(noun.low) & (parts.NOUN | parts.PLURAL)) and not noun.capital


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether the word at a token is a finite verb, a participle behind its noun, or the plain form behind "will" or "to"."""
    words = tokens.words
    bits = parts.readings(words[at].low)
    before = words[at - 1] if at else None
    if bits & parts.CLOSED or not bits & (parts.PAST | parts.PARTICIPLE | parts.THIRD | parts.VERB) or words[at].capital or before is None:
        return False
    behind = parts.readings(words[at + 1].low) if at + 1 < len(words) else 0
    bits_before = parts.readings(before.low)
    if bits & (parts.PAST | parts.PARTICIPLE):
        noun = bits & parts.NOUN and bits_before & (parts.PARTICIPLE | parts.ADJECTIVE | parts.DETERMINER)
        if noun or (bits & parts.NOUN and not behind & (parts.DETERMINER | parts.PREPOSITION | parts.PRONOUN)):
            return False
        modifies = bits_before & (parts.DETERMINER | parts.ADJECTIVE) and not bits_before & (parts.NOUN | parts.PRONOUN)
        return not modifies and not (bits_before & parts.PREPOSITION and behind & (parts.NOUN | parts.PLURAL)) and before.text not in "-"
    if bits & parts.THIRD and not bits & parts.PLURAL:
        return True
    if bits & parts.THIRD:
        noun = bits_before & (parts.NOUN | parts.PRONOUN) and not bits_before & parts.ADJECTIVE
        return bool(noun) and bool(behind & (parts.DETERMINER | parts.PREPOSITION))
    return before.low in _WILL or (at > 1 and bool(bits_before & parts.ADVERB) and words[at - 2].low in _WILL)


def _is_passive(tokens: Tokens, verb: int, t: Timex) -> bool:
    """Whether the subject suffers the verb: behind a form of "be", or a participle right behind its noun that takes no object."""
    words = tokens.words
    if not parts.readings(words[verb].low) & parts.PARTICIPLE:
        return False
    at = verb - 1
    while at > 0 and parts.readings(words[at].low) & (parts.AUXILIARY | parts.ADVERB):
        if words[at].low in _BE:
            return True
        at -= 1
    behind = words[verb + 1] if verb + 1 < len(words) else None
    bare = behind is None or verb + 1 == t.first or not behind.text[0].isalnum() or bool(parts.readings(behind.low) & parts.PREPOSITION)
    return at == verb - 1 and bare and (base(words[verb].low) or "") in _nouns("transitive")


def _only_happens(tokens: Tokens, verb: int, plain: str) -> bool:
    return plain not in ("take", "set", "fall") or (verb + 1 < len(tokens) and tokens.words[verb + 1].low in ("place", "effect", "for", "on"))


def _nearest_noun(tokens: Tokens, t: Timex) -> Happening | None:
    """Without any verb, the noun before the date: "Opening hours for visitors: June 3"."""
    at = t.first
    while at and (parts.readings(tokens.words[at - 1].low) & parts.PREPOSITION or tokens.words[at - 1].text == ","):
        at -= 1
    found = outermost(tokens, at)
    return _of_noun(tokens, found.first, found.last, found.head) if found else None
