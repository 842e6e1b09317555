"""What a figure is about, as a phrase that can be read alone: the noun with what hangs on it and what it belongs to."""

import re
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.wording import DATED, behind_figure, name_of, owned_after, phrase_text, possessive, subject_phrase, tail
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import NounPhrase, noun_phrase_after, noun_phrase_before
from factdb.text.tags import tag_of, tags
from factdb.text.tokens import Tokens
from factdb.text.verbs import base

_HYPHENS = frozenset("-\u2010\u2011")
_APOSTROPHES = frozenset("'\u2019")
_DASHES = frozenset("-\u2013\u2014")
_DETAILS = ("of", "in", "to", "for", "between", "under", "with", "on", "among", "from", "around", "against")
_RELATIVE = frozenset(("that", "who", "which"))
_CUTS = frozenset(("where", "when", "while", "despite", "during", "after", "before", "because", "although", "though", "if", "until"))
_TIMES = frozenset(("time", "term", "age", "sentence", "stay", "period", "wait", "maturity", "hours", "week", "limit", "length", "duration"))
_LONGEST_DETAIL = 9
_LONGEST_NAME = 12
_SHORT = 4
_NEAR = 8
_LANDS = frozenset(("country", "nation"))
_PLACES = frozenset(("rank", "finish", "place", "come"))
_MOVES = frozenset(("move", "rise", "climb", "jump", "fall", "drop", "slip", "go"))
_UP_TO = frozenset(("up", "down", "to", "from"))
_FAR = 30
_NEXT_CLAUSE = re.compile("C[VBXZKTGH]|C[NSD]?[DRA]?F|(?<![-CI])F(?!-)")
_SECOND_VERB = re.compile("(?:[QW][RXZK]*V|[IO])[^XZKVQW]+[XZKV]")
_NAMED = frozenset(("of", "the", "on", "and", "for", "among", "-", "'", "\u2019", "s", "&"))


def ranked(context: Context, q: Quantity) -> str | None:
    """What an ordinal ranks: of "China's second-largest partner in Africa" the "partners in Africa of China"; a named edition by its name."""
    tokens = context.tokens
    words = tokens.words
    at = q.core[1]
    stop = tokens.sentence_of(q.first)[1]
    while at < stop and (words[at].text in _HYPHENS or parts.is_superlative(words[at].low) or (words[at].low == "most" and at + 1 < stop)):
        at += 1
    if at >= stop:
        return None
    found = noun_phrase_after(tokens, at)
    end = _name_end(tokens, at, stop) if words[at].capital else at
    if end > at and (found is None or found.last <= end or words[found.head].capital):
        return phrase_text(tokens, at, end)
    if found is None or words[found.head].classes & DATED:
        return None
    head = words[found.head]
    noun = f"{tokens.quote(found.first, found.head)} " if found.head > found.first else ""
    many = parts.plural(head.low) if not parts.readings(head.low) & parts.PLURAL else head.low
    detail = phrase_of(tokens, found.last, tail(tokens, found.last, links=_DETAILS))
    owner = _owner(context, q.first)
    return " ".join(f"{f'{possessive(owner)} ' if owner else ''}{noun}{many} {detail}".split())


def ranked_behind(context: Context, q: Quantity) -> str | None:
    """What an ordinal without a noun ranks: "second out of 84 harbours", "third in the league"."""
    lows = context.lows
    at = q.last + 2 if lows[q.last : q.last + 2] == ["out", "of"] else q.last + 1 if lows[q.last : q.last + 1] in (["in"], ["among"], ["of"]) else None
    found = owned_after(context.tokens, behind_figure(context.tokens, at)) if at is not None and at < context.here.last else None
    if found is None or context.tokens.words[found.head].classes & DATED:
        return None
    return phrase_text(context.tokens, found.first, tail(context.tokens, found.last, links=_DETAILS))


def is_top(context: Context, q: Quantity) -> bool:
    """Whether an ordinal counts from a superlative: "second-largest", "third most crowded"."""
    words = context.tokens.words
    at = q.core[1] + (q.core[1] < len(words) and words[q.core[1]].text in _HYPHENS)
    return at < len(words) and (words[at].low == "most" or parts.is_superlative(words[at].low))


def holder(context: Context, q: Quantity) -> str | None:
    """Who has a rank: the subject of "is the third-largest", the name before a comma, the object of "makes Peru the second-largest"."""
    tokens = context.tokens
    words = tokens.words
    at = q.first
    owner = noun_phrase_before(tokens, at - 2) if at > 2 and words[at - 1].low == "s" else None
    at = owner.first if owner else at
    if at and parts.readings(words[at - 1].low) & parts.DETERMINER:
        at -= 1
    if at < 1 or words[at - 1].text in ".;":
        return None
    found = noun_phrase_before(tokens, at - (words[at - 1].text == ","))
    if found:
        return name_of(context, found.first, found.last) if words[found.head].capital else None
    subject = subject_phrase(context, at - 1, None, passive=False) if parts.readings(words[at - 1].low) & (parts.FINITE | parts.AUXILIARY) else None
    return subject.text if subject and subject.text[0].isupper() and len(subject.text.split()) <= _SHORT else None


def placing(context: Context, q: Quantity) -> str | None:
    """The rank that a verb gives its subject: of "Peru ranked third in the league" or "rose to third" "Peru's rank in the league"."""
    at = q.first - 1
    while at > context.here.first and context.lows[at] in _UP_TO:
        at -= 1
    if at < 0 or base(context.lows[at]) not in (_PLACES if at == q.first - 1 else _PLACES | _MOVES):
        return None
    subject = subject_phrase(context, at, None, passive=False)
    return f"{possessive(subject.text)} rank {detail_behind(context, q.last)}" if subject else None


def _name_end(tokens: Tokens, first: int, stop: int) -> int:
    """The end of a name with capitals and the small words inside it: "Forum on Harbours and Ports"."""
    words = tokens.words
    last = here = first + 1
    while here < min(stop, first + _LONGEST_NAME) and (words[here].capital or words[here].low in _NAMED):
        if words[here].classes & (lexicon.MONTH | lexicon.WEEKDAY):
            break
        here += 1
        last = here if words[here - 1].capital else last
    return last


def _owner(context: Context, at: int) -> str | None:
    """Whose it is: the name before "'s" and a number."""
    tokens = context.tokens
    words = tokens.words
    if at < 3 or words[at - 1].low != "s" or words[at - 2].text not in _APOSTROPHES:
        return None
    found = noun_phrase_before(tokens, at - 2)
    if found and found.last == found.first + 1 and words[found.head].low in _LANDS:
        place = context.whereabouts.only_country(at) or context.whereabouts.here()
        return place.name if place else None
    return name_of(context, found.first, found.last) if found else None


def phrase_of(tokens: Tokens, first: int, last: int) -> str:
    """The words of a stretch, white space made single; empty where it has none."""
    return " ".join(tokens.quote(first, last).split()) if last > first else ""


class Lasting(NamedTuple):
    """What lasts, with whose it is behind "of", and the same as a reader would say it."""

    text: str
    said: str


def taking(context: Context, q: Quantity) -> Lasting | None:
    """What takes a length of time, the subject of the verb: "building it takes two years"; or whose time changes: "the term, from 2 years to 4"."""
    at = q.first - 1
    low = context.lows[at] if at > context.here.first else ""
    if base(low) == "take":
        taker = subject_phrase(context, at, None, passive=False)
        return Lasting(taker.text, taker.text) if taker else None
    if low == "to":
        begin = max(context.here.first, at - _SHORT)
        at = next((here for here in range(at - 1, begin, -1) if context.lows[here] == "from"), begin)
    if context.lows[at] != "from":
        return None
    head = next((here for here in range(at - 1, max(context.here.first, at - _LONGEST_DETAIL) - 1, -1) if context.lows[here] in _TIMES), None)
    found = noun_phrase_before(context.tokens, head + 1) if head is not None else None
    text = phrase_text(context.tokens, found.first, at) if found else None
    return Lasting(text, text) if text else None


def lasting(context: Context, q: Quantity) -> Lasting | None:
    """What takes or has a length of time: the noun behind it ("a four-day siege of Puno"), with whose it is, or its own "of"."""
    tokens = context.tokens
    words = tokens.words
    stop = tokens.sentence_of(q.first)[1]
    at = q.last
    of = at < stop and words[at].low == "of"
    found = noun_phrase_after(tokens, at + of) if at + of < stop else None
    if found is None and q.first and parts.readings(words[q.first - 1].low) & parts.DETERMINER and _is_noun(tokens, at):
        found = NounPhrase(at, at + 1, at)  # "the four-day walk", which reads like a verb
    if (
        found
        and (of or not parts.readings(words[at].low) & (parts.DETERMINER | parts.PREPOSITION | parts.CONJUNCTION))
        and not words[found.head].classes & DATED
    ):
        return _belonging(context, q, found)
    before = q.first - 1
    if before > 0 and words[before].low == "of":
        noun = noun_phrase_before(tokens, before)
        if noun:
            return _belonging(context, q, noun, end=noun.last)
    return None


def _is_noun(tokens: Tokens, at: int) -> bool:
    return at < len(tokens.words) and bool(parts.readings(tokens.words[at].low) & (parts.NOUN | parts.PLURAL))


def _belonging(context: Context, q: Quantity, found: NounPhrase, end: int | None = None) -> Lasting | None:
    """A noun with what hangs on it; the one whose it is, an owner before the number or the subject of "has a 12-year term"."""
    tokens = context.tokens
    words = tokens.words
    text = phrase_text(tokens, found.first, end or tail(tokens, found.last, links=_DETAILS))
    if text is None:
        return None
    owner = _owner(context, q.first)
    indefinite = any(at and words[at - 1].low in ("a", "an") for at in (q.first, found.first))
    if owner is None and indefinite and " of " not in text:
        verb = _verb_before(tokens, min(q.first, found.first))
        subject = subject_phrase(context, verb, None, passive=False) if verb is not None and base(words[verb].low) != "end" else None
        known = subject and len(subject.text.split()) <= _LONGEST_DETAIL and not words[subject.head].classes & DATED
        owner = subject.text if subject and known else None
    return Lasting(f"{text} of {owner}" if owner else text, owned(text, owner))


def owned(thing: str, owner: str | None) -> str:
    """A thing with whose it is: "Kari Moe's visit to Lima", "truce of the three armies"."""
    if owner is None:
        return thing
    named = owner[0].isupper() and len(owner.split()) <= _SHORT and "'" not in owner
    return f"{possessive(owner)} {thing}" if named else f"{thing} of {owner}"


def _verb_before(tokens: Tokens, at: int) -> int | None:
    """The finite verb before a token in its sentence, nothing but its object between."""
    first, letters = tags(tokens, at)
    for here in range(at - first - 1, max(0, at - first - _LONGEST_NAME), -1):
        if letters[here] in "VK":
            return first + here
        if letters[here] in ",;":
            return None
    return None


def detail_behind(context: Context, at: int) -> str:
    """What restricts a noun that ends before a token: "of the league", "that signed the pact", "put forward by the union", "to build a dam"."""
    tokens = context.tokens
    words = tokens.words
    stop = min(tokens.sentence_of(at - 1)[1], at + _LONGEST_DETAIL) if at else at
    if at >= stop:
        return ""
    opens = words[at].low in _DETAILS or words[at].low in _RELATIVE or tag_of(tokens, at) in "GE" or _is_passive(tokens, at, stop)
    return restricted(tokens, at, stop) if opens else ""


def _is_passive(tokens: Tokens, at: int, stop: int) -> bool:
    """ "put forward by the union", which is tagged as the verb of its clause."""
    return bool(parts.readings(tokens.lows[at]) & parts.PARTICIPLE) and "by" in tokens.lows[at + 1 : min(at + 3, stop)]


def restricted(tokens: Tokens, at: int, stop: int) -> str:
    """The words from a token to the end of what they restrict: a sign, a date, a figure or another clause; no small word left hanging."""
    words = tokens.words
    first, letters = tags(tokens, at)
    stop = min(stop, first + _clause_end(letters, at - first, stop - first))
    end = next((here for here in range(at + 1, stop) if _is_cut(tokens, here)), stop)
    while end > at and (parts.readings(words[end - 1].low) & parts.CLOSED or words[end - 1].text in _APOSTROPHES or words[end - 1].low == "last"):
        end -= 1
    return phrase_of(tokens, at, end)


def _clause_end(letters: str, at: int, stop: int) -> int:
    """Where a clause or list begins that is no part of the phrase from a token on: at "and" with a verb or a figure, at the verb of the main clause."""
    found = _NEXT_CLAUSE.search(letters, at + 1, stop + 2)
    again = _SECOND_VERB.match(letters, at, stop + 1)
    return min(found.start() if found else len(letters), again.end() - 1 if again else len(letters))


def _is_cut(tokens: Tokens, at: int) -> bool:
    """Whether a word cannot belong to a short phrase: a sign, a dash, a date, a word that opens another clause."""
    word = tokens.words[at]
    dash = word.text[0] in _DASHES and (len(word.text) > 1 or word.text not in _HYPHENS or tokens.words[at - 1].text in _HYPHENS)
    return word.text in ',;:()"\u201c\u201d.' or bool(word.classes & DATED) or word.low in _CUTS or dash


def doer(context: Context, q: Quantity) -> str | None:
    """The short subject of the verb before a sum: whose receipts, debts or prices they are."""
    verb = _verb_before(context.tokens, q.first)
    subject = subject_phrase(context, verb, None, passive=False) if verb is not None else None
    return subject.text if subject and len(subject.text.split()) <= _SHORT else None


def spelled_out(context: Context, q: Quantity, phrase: str) -> str:
    """A phrase as it stands before a figure, with the small words that were left out: "surplus Peru" for "surplus with Peru"."""
    wanted = phrase.split()
    words = context.tokens.words
    begin = max(context.tokens.sentence_of(q.first)[0], q.first - _FAR)
    last = next((at for at in range(q.first - 1, begin - 1, -1) if words[at].text == wanted[-1]), None)
    if last is None or len(wanted) < 2:
        return phrase
    left = len(wanted) - 1
    for at in range(last, max(begin, last - 2 * len(wanted)) - 1, -1):
        if words[at].text == wanted[left]:
            left -= 1
        if left < 0:
            return phrase_of(context.tokens, at, last + 1)
    return phrase


def phrase_end(context: Context, q: Quantity, text: str) -> int | None:
    """The token behind the last word of a phrase that stands right behind a quantity."""
    last = text.split()[-1]
    words = context.tokens.words
    return next((at + 1 for at in range(q.last, min(q.last + _NEAR, len(words))) if words[at].text == last), None)
