"""Meetings: dates of visits, talks, summits, conferences and calls, with who met, and where.

A date is one when the word that it hangs on is of that sort: the noun beside it ("Thursday's talks", "the summit in Oslo on
3 May"), the verb of its clause ("Cao met Lee on Monday"), or the subject of a verb that only says when ("the talks ended on Friday").
"""

from collections.abc import Callable
from functools import cache, partial

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.encounters import encounter
from factdb.claims.rule import KindRule, Reading
from factdb.claims.wording import outermost
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import subject_of
from factdb.text.tags import tags
from factdb.text.tokens import Tokens

_REACH = 16
_BEHIND = 10
_FAR = 40
_OPENING = 8
_CUTS = frozenset(';:"\u201c\u201d')
_VERBS = parts.FINITE | parts.VERB | parts.PARTICIPLE | parts.GERUND
_HANGS_ON = frozenset(("of", "on", "between", "with", "to", "for"))
_SIGNS = frozenset("-\u2010\u2011'\u2019s")


def _read(look: Callable[[Tokens, Timex], tuple[str, int] | None], context: Context, timex: Timex) -> Reading | None:
    """The meeting that a date is the time of, by one way of seeing it; None where the date hangs on something else."""
    tokens = context.tokens
    found = look(tokens, timex)
    if found is None:
        return None
    sort, at = found
    met = encounter(context, timex, sort, at)
    event, place = met.event, met.place
    subject = f"{event}{place.within}" if place and place.name not in event else event
    fields = {"event": event, "participants": met.participants, "place": place.name if place else None}
    return Reading(fields, subject, reasons=(place.feature,) if place else ())


_words = partial(lexicon.word_set, "meetings.toml")


_happenings = partial(lexicon.word_set, "events.toml", "noun")


@cache
def _triggers() -> frozenset[str]:
    """Words without one of which a sentence tells of no meeting."""
    return _words("noun") | _words("meet") | _words("visit")


def _noun_behind(tokens: Tokens, timex: Timex) -> tuple[str, int] | None:
    """ "Thursday's talks", "the 1994 summit"."""
    nouns = _words("noun")
    stop = min(tokens.sentence_of(timex.first)[1], timex.last + _BEHIND)
    for at in range(timex.last, stop):
        word = tokens.words[at]
        bits = parts.readings(word.low)
        if word.low in nouns:
            return "noun", at
        if word.text not in _SIGNS and not word.classes & lexicon.CARDINAL and (bits & parts.CLOSED or not bits):
            return None
    return None


def _trigger_before(tokens: Tokens, timex: Timex) -> tuple[str, int] | None:
    """The meeting word before the date, no other verb and no other clause standing between."""
    words = tokens.words
    first, letters = tags(tokens, timex.first)
    triggers, held = _triggers(), _words("held")
    behind = words[timex.last].low if timex.last < len(words) else ""
    if behind in _happenings():
        return None  # "the 1951 earthquake"
    depth = 0
    for at in range(timex.first - 1, max(first, timex.first - _FAR) - 1, -1):
        low, letter = words[at].low, letters[at - first]
        depth += (letter == ")") - (letter == "(")
        if depth:
            continue  # "(ASEAN)"
        if words[at].text in _CUTS or letter == "W":
            return None
        found = _trigger(tokens, at) if low in triggers else None
        if found:
            return None if low in _words("body") and _is_verb(behind) and behind not in held else found
        if low in held and (parts.readings(low) & (_VERBS | parts.AUXILIARY) or low == "due"):
            return _subject(tokens, at)
        if letter == "V":
            return None
    return None


def _trigger(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The word of a meeting at a token, unless it stands for something else there: "call for", "press conference", "received a report"."""
    words = tokens.words
    low, behind = words[at].low, words[at + 1] if at + 1 < len(words) else None
    if low in _words("host") and not (behind and behind.capital):
        return None
    if low in _words("meet") and low != "meeting":
        return "meet", at
    if low in _words("visit") and low not in _words("noun"):
        subject = subject_of(tokens, at + 1) if behind else None
        cargo = subject is not None and words[subject.head].low in _words("cargo")
        return None if cargo else ("visit", at)
    if low not in _words("noun") or (low == "call" and behind and behind.low in _HANGS_ON) or (at and words[at - 1].low in _words("other")):
        return None
    return "noun", at


def _subject(tokens: Tokens, verb: int) -> tuple[str, int] | None:
    """The meeting noun nearest before a verb that only says when."""
    begin = max(tokens.sentence_of(verb)[0], verb - _REACH)
    at = next((at for at in range(verb - 1, begin - 1, -1) if tokens.words[at].low in _words("noun")), None)
    if at is None:
        return None
    whole = outermost(tokens, at + 1, links=("of",))  # "the summit of the Harbour Forum"
    return "noun", whole.head if whole and tokens.words[whole.head].low in _words("noun") else at


def _trigger_behind(tokens: Tokens, timex: Timex) -> tuple[str, int] | None:
    """A date that opens its clause belongs to the first verb behind it: "On Monday Cao met Lee", "Later, in May, the summit took place"."""
    if not _opens(tokens, timex):
        return None
    nouns, triggers, held, light = _words("noun"), _triggers(), _words("held"), _words("light")
    first, letters = tags(tokens, timex.first)
    noun = None
    for at in range(timex.last, min(first + len(letters), timex.last + _FAR)):
        low = tokens.words[at].low
        if low in nouns:
            noun = noun or ("noun", at)
        elif low in triggers:
            found = _trigger(tokens, at)
            if found:
                return found
        elif low in held:
            found = _subject(tokens, at) or noun
            if found or low not in light:
                return found
        elif letters[at - first] == "V" and low not in light:
            return None
    return noun


def _is_verb(low: str) -> bool:
    bits = parts.readings(low)
    return bool(bits & parts.FINITE) and not bits & (parts.NOUN | parts.PLURAL)


def _opens(tokens: Tokens, timex: Timex) -> bool:
    """Whether a date stands at the head of its sentence ("On the morning of 9 May"), or in commas behind a few words that do."""
    first, letters = tags(tokens, timex.first)
    before = letters[: timex.first - first]
    heads = all(letter in "IDO" or tokens.words[at].classes & lexicon.DAYTIME for at, letter in enumerate(before, first))
    return heads or len(before) <= 1 or (len(before) <= _OPENING and "," in before[-2:])


RULES: tuple[KindRule[Timex], ...] = (
    KindRule(
        name="meetings.noun_behind",
        kind="meeting_date",
        says="The date stands before a word of meeting.",
        weight=0.35,
        near=_triggers,
        read=partial(_read, _noun_behind),
        takes=(
            ("Monday's talks with Chad failed.", "Monday"),
            ("The June 3 summit brought no result.", "June 3"),
        ),
        refuses=("Monday's strike closed the port.",),
    ),
    KindRule(
        name="meetings.word_before",
        kind="meeting_date",
        says="A word of meeting stands before the date, with no other verb between.",
        weight=0.3,
        near=_triggers,
        read=partial(_read, _trigger_before),
        takes=(
            ("Ana Ruiz met Kofi Boateng in Accra on June 3.", "June 3"),
            ("Ana Ruiz met the head of the Andean League (AL) on June 3.", "June 3"),
            ("The talks between Norway and Chad ended on June 3.", "June 3"),
        ),
        refuses=("A bomb exploded in Lima on June 3.", "The strike began on June 3.", "The aid ship arrived in Lima on June 3."),
    ),
    KindRule(
        name="meetings.word_of_clause",
        kind="meeting_date",
        says="The date opens a clause that tells of a meeting.",
        weight=0.3,
        near=_triggers,
        read=partial(_read, _trigger_behind),
        takes=(
            ("On June 3 Ana Ruiz visited Chile.", "June 3"),
            ("On the morning of June 3 Ana Ruiz visited Chile.", "June 3"),
            ("On May 5 Kofi Boateng took part in talks with Chile.", "May 5"),
        ),
        refuses=("On June 3 parliament passed the law.",),
    ),
)
