"""The day of an event that a length of time is counted from: "ten days before the murder", where the text tells when that was."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from factdb import lexicon
from factdb.mentions.date_words import low_at
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan
from factdb.text import parts, verbs

_BACK = 40  # so many dates before this place are looked at
_REACH = 20  # so many tokens on either side of a date tell what happened then
_ANOTHER = frozenset(("of", "on", "in"))
_PHRASE = 4  # "the disputed presidential vote"


def event_day(scan: Scan, at: int) -> date | None:
    """The day of the event that is named at token `at` ("the murder", "his arrest"), by the date that the text gave it."""
    told = _named(scan, at)
    if not told:
        return None
    for near in reversed(scan.timexes[-_BACK:]):
        if near.precision == "day" and near.begin and near.begin == near.until and near.type in {"DATE", "TIME"} and _tells(scan, near, told, at):
            return date.fromisoformat(near.begin)
    return None


def _named(scan: Scan, at: int) -> str:
    """The event that a noun phrase names whose determiner stands at a token; empty where it names none, or one of its own ("the murder of", "the vote on")."""
    words = scan.tokens.words
    if not parts.readings(low_at(words, at)) & parts.DETERMINER or low_at(words, at) in {"each", "every", "any"}:
        return ""
    for noun in range(at + 1, min(at + 1 + _PHRASE, len(words))):
        if not words[noun].text[0].isalpha():
            return ""
        told = _event(words[noun].low)
        if told and low_at(words, noun + 1) not in _ANOTHER and not parts.readings(low_at(words, noun + 1)) & (parts.NOUN | parts.PLURAL):
            return told
    return ""


def _tells(scan: Scan, near: Timex, told: str, before: int) -> bool:
    """Whether the words around a date tell of an event, up to the token that names it again."""
    begin, end = scan.tokens.sentence_of(near.first)
    words = scan.tokens.words[max(begin, near.first - _REACH) : min(end, near.last + _REACH, before)]
    return any(_event(word.low) == told for word in words)


@cache
def _events() -> Mapping[str, str]:
    """Each word of an event to the one that stands for it: nouns to themselves, plain verbs to their nouns, words of one sort to its name."""
    calendar, nouns = lexicon.groups("calendar.toml"), lexicon.words("happenings.toml", "noun", "incident")
    told = dict(chain.from_iterable(lexicon.meanings("happenings.toml", group).items() for group in ("transitive", "intransitive")))
    told |= {noun: noun for noun in (*told.values(), *calendar["event_noun"]["words"], *nouns)}
    return told | {word: name for name, words in calendar["same_event"].items() for word in words}


@lru_cache(maxsize=10_000)
def _event(low: str) -> str:
    """The event that a word tells of, whatever its form; empty where it tells of none."""
    known = _events()
    found = known.get(low) or known.get(low.removesuffix("s")) or known.get(verbs.base(low) or "", "")
    return known.get(found, found)
