"""What happened at a date, as a phrase: the noun that the date belongs to, or a noun for the verb of its clause.

"the June 3 earthquake" is an "earthquake", "parliament approved the pact on Monday" the "approval of the pact by parliament", "the
mill, founded in 1951" the "founding of the mill". A verb without a noun of its own stands in the present: "Norte buys a mine"; in a
subject, which is a noun phrase, it stands as "Norte buying a mine".
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.wording import DATED, Phrase, object_of, outermost, phrase_text, subject_phrase, tail
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import clause_of, noun_phrase_after, noun_phrase_before
from factdb.text.tags import tag_of, tags
from factdb.text.tokens import Tokens, Word
from factdb.text.verbs import base, gerund, third_person

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_OWNERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "this", "that", "s", "'", "\u2019"))
_APOSTROPHES = frozenset("'\u2019")
_REACH = 25
_FAR = 6  # tokens from "found" to "guilty"
_MEASURES = frozenset(("physical", "money", "percent"))
_HEDGED = 3  # tokens from a verb to a figure behind "up to"
_WHEN = [",", "when"]
_VERBS = frozenset("VBE")  # of a clause, behind "to", a participle behind its noun
_FINITE = frozenset("VXZK")
_NOUNS = "NSP"


class Happening(NamedTuple):
    """The phrase, the token of its main word, whether it is a saying or a deal, which need no place, and the phrase as a noun where it is none.

    An empty phrase says that the date is that of no event.
    """

    text: str
    at: int
    deal: bool = False
    said: bool = False
    noun: str | None = None


def happening(context: Context, t: Timex) -> Happening | None:
    """What the words around a date say happened then."""
    teller = context.speakers.teller_on(t)
    if teller is not None:
        plain = base(context.tokens.words[teller.verb].low) or ""
        return Happening(f"{_nouns('say').get(plain, 'statement')} by {teller.name}", teller.verb, said=True)
    tokens = context.tokens
    return _dated_noun(tokens, t) or _noun_before(tokens, t) or _noun_of_phrase(tokens, t) or _clause(context, t)


_nouns = partial(lexicon.meanings, "happenings.toml")
_words = partial(lexicon.word_set, "happenings.toml")


@cache
def _event_nouns() -> frozenset[str]:
    """The nouns of events, and those of what verbs tell."""
    return _words("noun", "incident") | _words("noun", "other") | {*_nouns("transitive").values(), *_nouns("intransitive").values()}


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
    """The noun of an event that a date follows at once or behind an "of": "the strikes of May 2", "a mass Saturday", "the murder last May of a judge"."""
    words = tokens.words
    at = _before_due(words, t.first)
    if at and words[at - 1].low in ("of", "late", "early"):
        at -= 1
    if _event_nouns().isdisjoint(tokens.lows[max(0, at - 2) : at]):
        return None  # the head of a phrase is its last word, or the last but a number
    found = noun_phrase_before(tokens, at)
    if found is None or words[found.head].low not in _event_nouns():
        return None
    event = _of_noun(tokens, found.first, found.last, found.head)
    behind = phrase_text(tokens, t.last, tail(tokens, t.last, links=("of",))) if at == t.first and t.last < len(words) else None
    return event._replace(text=f"{event.text} of {behind}") if event and behind else event


def _before_due(words: list[Word], at: int) -> int:
    """The token at which "due on" or "scheduled for" before a date begins; that of the date where neither stands."""
    due = at > 1 and words[at - 1].low in ("on", "for", "in", "to") and words[at - 2].low in ("due", "scheduled", "set", "planned", "slated")
    return at - 2 - (at > 2 and due and words[at - 3].text == ",") if due else at


def _noun_of_phrase(tokens: Tokens, t: Timex) -> Happening | None:
    """The noun of an event behind a preposition, which the date places in time: "since the start of the strike in May", "after a fire in 2003"."""
    words = tokens.words
    at = t.first - 1
    if at < 1 or words[at].low not in ("in", "on"):
        return None
    found = outermost(tokens, at, links=("of",))
    if found is None or words[found.head].low not in _event_nouns():
        return None
    before = found.first - 1
    before -= before > 0 and bool(parts.readings(words[before].low) & parts.DETERMINER)
    if before < 0 or tag_of(tokens, before) not in "IO":
        return None
    return _of_noun(tokens, found.first, found.last, found.head)


def _clause(context: Context, t: Timex) -> Happening | None:
    """The verb that governs a date, with what it has for subject and object."""
    tokens = context.tokens
    verb = _verb(tokens, t)
    if verb is None:
        return _nearest_noun(tokens, t)
    plain = _verdict(tokens, verb) or _plain(tokens.words[verb].low) or ""
    passive = _is_passive(tokens, verb, t)
    subject = subject_phrase(context, verb, t, passive=passive)
    if plain in _words("empty", "levels") and _is_measured(context, verb, subject):
        return Happening("", verb)
    if plain in _words("harm", "verbs"):
        own = subject is not None and not passive and tokens.words[subject.head].low in _words("noun", "incident")
        incident = Happening(subject.text, subject.head) if subject and own else incident_near(tokens, verb)
        if incident:
            return incident
    if subject and not passive and plain in _words("harm", "forecasts"):
        return Happening(f"{_nouns('say')[plain]} by {subject.text}", verb, said=True)
    if subject and plain in _words("happen", "verbs") and (passive or plain != "hold") and _only_happens(tokens, verb, plain):
        return Happening(subject.text, verb, deal=tokens.words[subject.head].low in _words("deal", "nouns"))
    if subject and plain in _words("place", "verbs") and tokens.words[min(verb + 1, len(tokens) - 1)].classes & lexicon.ORDINAL:
        return Happening(f"{tokens.lows[verb + 1]} place of {subject.text}", verb)
    if subject and plain == "come" and tokens.lows[subject.head] in _event_nouns():
        return Happening(subject.text, verb)
    thing = object_of(context, verb, t)
    if subject and thing and plain == "put" and tokens.lows[thing.head] in _words("place", "figures"):
        return Happening(f"estimate by {subject.text}", verb, said=True)
    if thing and not passive and plain in _words("light", "verbs"):
        return Happening(thing.text, verb, deal=tokens.words[thing.head].low in _words("deal", "nouns"))
    if subject is None and thing is None and (plain in _words("empty", "verbs") or plain in _nouns("say")):
        return Happening("", verb)
    text = _worded(plain, subject.text if subject else None, thing.text if thing else None, suffered=passive)
    deal = plain in _words("deal", "verbs")
    return Happening(text, verb, deal) if text else _told(tokens, (subject, verb, thing), deal=deal, passive=passive)


def _verdict(tokens: Tokens, verb: int) -> str | None:
    """What a court does by finding somebody guilty or not; None for other verbs."""
    if tokens.lows[verb] not in ("found", "find", "finds"):
        return None
    behind = tokens.lows[verb + 1 : verb + _FAR]
    return ("acquit" if "not" in behind else "convict") if "guilty" in behind else None


def _plain(low: str) -> str | None:
    """The plain form of a verb, too where only the lists of this file know it: "capsized", "jolted"."""
    return base(low) or next((low[:-n] for n in (1, 2) if low.endswith("ed") and low[:-n] in _own_verbs()), None)


@cache
def _own_verbs() -> frozenset[str]:
    return _words("harm", "verbs") | {*_nouns("transitive"), *_nouns("intransitive")}


def _is_measured(context: Context, verb: int, subject: Phrase | None) -> bool:
    """Whether a measure stands right behind a verb, or the figure of a number: "winds reached 90 km an hour", "the toll reached 12"."""
    n = bisect_left(context.quantity_firsts, verb + 1)
    figure = context.scan.quantities[n] if n < len(context.quantity_firsts) else None
    if figure is None or figure.first - verb > _HEDGED:
        return False
    return figure.dimension in _MEASURES or (subject is not None and context.lows[subject.head] in _words("place", "figures"))


def _told(tokens: Tokens, clause: tuple[Phrase | None, int, Phrase | None], *, deal: bool, passive: bool) -> Happening:
    """What subject, verb and object tell, where the verb has no noun: in the present, and as a noun phrase with its -ing form."""
    subject, verb, thing = clause
    plain = _plain(tokens.words[verb].low)
    if passive or plain is None:
        told = noun = tokens.words[verb].low
    else:
        many = subject is not None and (" and " in subject.text or parts.readings(tokens.words[subject.head].low) & parts.PLURAL)
        told, noun = plain if many else third_person(plain), gerund(plain)
    particle = next((f" {low}" for low in tokens.lows[verb + 1 : verb + 2] if low in _words("particle", "words")), "")
    before, behind = f"{subject.text} " if subject else "", f"{particle} {thing.text}" if thing else particle
    return Happening(f"{before}{told}{behind}", verb, deal, noun=f"{before}{noun}{behind}")


def incident_near(tokens: Tokens, at: int) -> Happening | None:
    """What did harm: the noun of an incident nearest to a verb or a figure in its clause."""
    return _nearest_incident(tokens, at, *clause_of(tokens, at))


def incident_of_sentence(tokens: Tokens, at: int) -> str | None:
    """What did harm to those whom a figure counts: an incident of its clause, else of its sentence, else what a verb tells: "sinks" is "sinking"."""
    first, last = tokens.sentence_of(at)
    found = incident_near(tokens, at) or _nearest_incident(tokens, at, first, last)
    if found:
        return found.text
    verbs = tokens.among(_incident_verbs().keys(), first, last)
    return next((_incident_verbs()[tokens.lows[verb]] for verb in verbs if tag_of(tokens, verb) not in _NOUNS), None)


@cache
def _incident_verbs() -> Mapping[str, str]:
    """Each form of the verbs that tell of an incident by themselves to the noun for it."""
    nouns = {verb: _nouns("intransitive")[verb] for verb in _words("harm", "incidents")}
    return nouns | {form: nouns[verb] for form, _, verb in lexicon.inflected_verbs() if verb in nouns}


def _nearest_incident(tokens: Tokens, at: int, first: int, last: int) -> Happening | None:
    nouns = [here for here in tokens.among(_words("noun", "incident"), first, last) if not _describes(tokens, here, last)]
    nearest = min(nouns, key=lambda here: abs(here - at), default=None)
    found = noun_phrase_before(tokens, nearest + 1) if nearest is not None else None
    return _of_noun(tokens, found.first, found.last, found.head) if found else None


def _describes(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a noun of an incident only describes another noun: "fire department", "war ministry"."""
    return at + 1 < last and tag_of(tokens, at + 1) in "NS" and tokens.words[at].space and not tokens.words[at + 1].classes & DATED


def _worded(plain: str, subject: str | None, thing: str | None, *, suffered: bool) -> str:
    """The noun for a verb in its plain form with who does it and what is done; empty where it has none. `suffered`: by its subject."""
    if suffered:
        noun = _nouns("transitive").get(plain, "")
        return f"{noun} of {subject}" if subject and noun else noun
    if thing and plain in _nouns("transitive"):
        return f"{_nouns('transitive')[plain]} of {thing}" + (f" by {subject}" if subject else "")
    if not thing and plain in _nouns("intransitive"):
        return _nouns("intransitive")[plain] + (f" of {subject}" if subject else "")
    return ""


def _verb(tokens: Tokens, t: Timex) -> int | None:
    """The content verb nearest before a date in its clause, else the first one behind it, or the nearest before where a comma parts that one."""
    words = tokens.words
    first, last = clause_of(tokens, t.first)
    sentence, letters = tags(tokens, t.first)
    every = [at for at, letter in enumerate(letters, sentence) if (letter in _VERBS and not words[at].capital) or (letter == "A" and _acts(tokens, at))]
    if tokens.lows[t.last : t.last + 2] == _WHEN and tokens.lows[t.first - 1] == "since":
        return next((at for at in every if at > t.last), None)
    spare = None
    for at in (at for at in reversed(every) if max(first, t.first - _REACH) <= at < t.first):
        if not _hangs_on_noun(tokens, at):
            return spare if spare and base(words[at].low) == "be" else at
        spare = spare or at
    behind = next((at for at in every if t.last <= at < min(last, t.last + _REACH) and words[at - 1].text != ","), spare)
    parted = behind is None or (behind >= t.last and "," in letters[t.last - sentence : behind - sentence])
    if not parted or "Z" in letters[first - sentence : t.first - sentence]:
        return behind
    return next((at for at in reversed(every) if t.first - 2 * _REACH <= at < t.first and not _hangs_on_noun(tokens, at)), behind)


def _acts(tokens: Tokens, at: int) -> bool:
    """Whether what could be an adjective must be a verb: behind "which" or between a comma and an article, ", closed a mill"."""
    first, letters = tags(tokens, at)
    around = letters[at - first - 1 : at - first] + letters[at - first + 1 : at - first + 2]
    return (around == ",D" or around.startswith("Q")) and bool(parts.readings(tokens.lows[at]) & parts.PAST)


def _hangs_on_noun(tokens: Tokens, at: int) -> bool:
    """Whether an infinitive only explains a noun: "a plan to sell"; not "for Norte to sell" nor "Norte plans to sell"."""
    words = tokens.words
    if at < 2 or words[at - 1].low != "to":
        return False
    noun = words[at - 2]
    return bool(parts.readings(noun.low) & (parts.NOUN | parts.PLURAL)) and not noun.capital and tag_of(tokens, at - 2) != "V"


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
    return at == verb - 1 and bare and (_plain(words[verb].low) or "") in _nouns("transitive") and not _is_only_verb(tokens, verb)


def _is_only_verb(tokens: Tokens, verb: int) -> bool:
    """Whether no other verb of its sentence could be what the subject does: "the Reds won on Saturday"."""
    first, letters = tags(tokens, verb)
    return letters[verb - first - 1] != "," and _FINITE.isdisjoint(letters[: verb - first] + letters[verb - first + 1 :])


def _only_happens(tokens: Tokens, verb: int, plain: str) -> bool:
    return plain not in ("take", "set", "fall") or (verb + 1 < len(tokens) and tokens.words[verb + 1].low in ("place", "effect", "for", "on"))


def _nearest_noun(tokens: Tokens, t: Timex) -> Happening | None:
    """Without any verb, the noun before the date: "Opening hours for visitors: June 3"."""
    at = t.first
    while at and (parts.readings(tokens.words[at - 1].low) & parts.PREPOSITION or tokens.words[at - 1].text == ","):
        at -= 1
    found = outermost(tokens, at)
    return _of_noun(tokens, found.first, found.last, found.head) if found else None
