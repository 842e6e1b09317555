"""What things counted or weighed do, or what is done to them, as words behind their noun.

"signing the pact" and "that signed the pact" where they are the subject, "hired by the firm" where they are the object, "to be hired
by the firm" where that is still to come, and "of the firm" behind a verb that only says who has them.
"""

import re
from functools import partial

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.things import detail_behind, restricted
from factdb.claims.topics import named_subject
from factdb.claims.wording import behind_figure, owned_after, tail, with_owner
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import noun_phrase_after, noun_phrase_before
from factdb.text.tags import tag_of, tags
from factdb.text.tokens import Tokens
from factdb.text.verbs import base, gerund, participle

_LONGEST = 9
_SUBJECT = 6
_FAR = 40
_ASIDE = re.compile("[,(]?[I(][-IDNSPAYFC,'&]{,14}[,)]?(?=[RXZKV])")
_CLAUSE = re.compile("[,;WQ(]")
_VERB = frozenset("VXZKB")
_LOOSE = frozenset(("in", "to", "for", "with", "on", "from", "around", "against", "under"))
_OPENING = frozenset(("including", "among"))
_COMING = frozenset(("will", "shall"))
_LINKS = ("of", "in", "to", "for", "between", "under", "with", "on", "among", "from", "around", "against", "through", "into")
_words = partial(lexicon.word_set, "doings.toml")


def own_doing(tokens: Tokens, at: int) -> str:
    """What those do whose noun ends before a token: "working in the pit", "that signed the pact"; empty where they do nothing."""
    first, letters = tags(tokens, at - 1)
    begin = _behind_aside(tokens, first, letters, at - first)
    verb = begin
    while letters[verb : verb + 1] in ("X", "Z", "K", "R"):
        verb += 1
    letter, group = letters[verb : verb + 1], letters[begin:verb]
    if not letter or letter not in "VGE" or ("Z" not in group and letters[verb + 1 : verb + 2] == "F"):
        return ""
    if letter == "V" and not group and _only_hangs(tokens, first, letters, verb):
        letter = "E"
    opening = _opening(tokens, first + begin, group, letter, first + verb)
    return opening and f"{opening}{_rest(tokens, first + verb + 1)}"


def _only_hangs(tokens: Tokens, first: int, letters: str, verb: int) -> bool:
    """Whether what looks like a past tense hangs on a noun that is no subject: "with 40 acres of land cleared of mines"."""
    clause = _CLAUSE.split(letters[max(0, verb - _FAR) : verb])[-1]
    passive = parts.readings(tokens.lows[first + verb]) & parts.PARTICIPLE and letters[verb + 1 : verb + 2] in tuple("IO.,")
    return bool(passive) and (clause.startswith("I") or not _VERB.isdisjoint(clause))


def _behind_aside(tokens: Tokens, first: int, letters: str, at: int) -> int:
    """The place behind "including Peru" or ", among them Peru,", where a verb follows."""
    here = at + (letters[at : at + 1] in (",", "("))
    if here >= len(letters) or tokens.words[first + here].low not in _OPENING:
        return at
    found = _ASIDE.match(letters, at)
    return found.end() if found else at


def _opening(tokens: Tokens, begin: int, group: str, letter: str, verb: int) -> str:
    """The verb as it stands behind a noun: "signing", "that signed", "to sign", "hired"."""
    low = tokens.words[verb].low
    plain = base(low)
    if letter in "GE" or "Z" in group:
        return low
    if plain is None or plain in _words("empty"):
        return ""
    if "X" in group:
        modal = tokens.words[begin].low
        return f"to {plain}" if modal in _COMING else ""
    return f"that {low}" if "K" in group else gerund(plain)


def _rest(tokens: Tokens, at: int) -> str:
    """What a verb takes, behind a blank."""
    stop = tokens.sentence_of(at - 1)[1]
    if at >= stop:
        return ""
    first, letters = tags(tokens, at)
    if letters.startswith("TB", at - first):
        return f" to {tokens.lows[at + 1]}{_rest(tokens, at + 2)}"
    found = owned_after(tokens, behind_figure(tokens, at))
    again = owned_after(tokens, found.last) if found and found.last < stop and tag_of(tokens, found.last) in "DANSP" else None
    end = tail(tokens, (again or found).last if found else at + (tag_of(tokens, at) == "R"), links=_LINKS)
    text = restricted(tokens, at, min(end, at + _LONGEST))
    return f" {text}" if text else ""


def suffered(context: Context, q: Quantity) -> tuple[str, str]:
    """What is done to those whom a figure counts, and by whom: ("hired", " by Norte"), ("to be hired", " by Norte"), ("", " of Norte")."""
    tokens = context.tokens
    first, letters = tags(tokens, q.first)
    at = figure_start(context, q) - first
    if tokens.lows[max(0, q.first - 2) : q.first] == ["home", "to"]:
        subject = named_subject(context, q.first - 3)
        return "", f" of {subject}" if subject else ""
    letter, verb = letters[at - 1 : at] if at else "", first + at - 1
    low = tokens.lows[verb]
    plain = base(low) if letter and letter in "VBGKE" else None
    if plain is None or plain in _words("empty"):
        return "", ""
    subject = named_subject(context, verb)
    if subject and len(subject.split()) > _SUBJECT:
        subject = None
    if plain in _words("having"):
        return "", f" of {subject}" if subject else ""
    if plain in _words("seeing"):
        return "", f" in {subject}" if subject else ""
    coming = letter == "B" and letters[at - 2 : at - 1] == "T"
    done = low if low.endswith("ed") else participle(plain)
    return f"{'to be ' if coming else ''}{done}", f" by {subject}" if subject else ""


def figure_start(context: Context, q: Quantity) -> int:
    """Where a figure begins with the list that it goes on, and with what leads to it: "sent | about another 600 soldiers"."""
    first, letters = tags(context.tokens, q.first)
    at = _list_start(context, q)
    while at > first and letters[at - 1 - first] in "DRA":
        at -= 1
    return at


def _list_start(context: Context, q: Quantity) -> int:
    """Where the list begins that a figure goes on: "sent 600 soldiers and four helicopters"."""
    before = context.before
    if before is None or before.source is None or before.source.last not in (q.first - 1, q.first - 2) or before.source.first < context.here.first:
        return q.first
    joined = context.lows[before.source.last : q.first]
    return before.source.first if joined in (["and"], [","], [",", "and"]) else q.first


def made_of(context: Context, q: Quantity) -> str:
    """What a figure of people or things makes up: "in survey" of "a survey of 40 farmers", "of council" of "the 12-member council"."""
    tokens = context.tokens
    if q.rule == "counts.compound":
        found = noun_phrase_after(tokens, q.last)
        return f"of {with_owner(tokens, found, q.first)}" if found else ""
    at = q.first - 1
    if at < 1 or tokens.lows[at] != "of":
        return ""
    while at and tokens.lows[at - 1] in _words("made_of"):
        at -= 1
    made = at < q.first - 1
    found = noun_phrase_before(tokens, at - (made and at > 0 and tokens.lows[at - 1] == ","))
    if found is None or not (made or tokens.lows[found.head] in _words("set")):
        return ""
    return f"in {with_owner(tokens, found, found.first)}"


def restriction(context: Context, q: Quantity, at: int) -> str:
    """What restricts things counted whose noun ends before a token: what hangs on it, what they do, what is done to them and by whom."""
    of_set = made_of(context, q)
    if of_set:
        return of_set
    detail = detail_behind(context, at)
    if detail and detail.partition(" ")[0] not in _LOOSE:
        return detail
    doing = "" if detail else own_doing(context.tokens, at)
    if doing:
        return doing
    done, by = suffered(context, q)
    return " ".join(f"{done}{by} {detail}".split()) if done or not detail else detail
