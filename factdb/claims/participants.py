"""Who took part in a meeting: the names around its word, and whom "he", "the two ministers" and "the talks" point back to."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.claim import Claim
from factdb.claims.context import Context
from factdb.claims.names import Name, named
from factdb.claims.parties import is_party
from factdb.claims.places import sort_of
from factdb.claims.wording import phrase_text, subject_phrase, tail
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import noun_phrase_after
from factdb.text.tags import tags
from factdb.text.tokens import Tokens

_REACH = 30
_LONGEST_GROUP = 3
_ASIDE = 12
_FAR_BACK = 500  # tokens on which "the two ministers" still are those of the meeting told of before
_SELF = frozenset(("he", "she", "i", "we", "they", "his", "her", "their", "our"))
_ONE, _MANY = frozenset(("he", "she")), frozenset(("they", "both"))
_POINTING = frozenset(("the", "two", "both", "three", "all", "our"))
_LEADING = parts.ADVERB | parts.GERUND | parts.PREPOSITION | parts.CONJUNCTION
_PLACING = frozenset(("in", "at", "near", "to", "of"))
_WITH = frozenset(("with", "between", "and", "by", "met", "meet", "meets", "meeting", "joined", "joining", "including", "hosted", "received", "welcomed"))
_APOSTROPHES = frozenset("'\u2019")

_words = partial(lexicon.word_set, "meetings.toml")


class Meeting(NamedTuple):
    """The word that tells of a meeting, the tokens (half-open) of its own name, and whether it is a visit."""

    at: int
    first: int
    last: int
    travels: bool


def participants(context: Context, t: Timex, meeting: Meeting) -> tuple[str, ...]:
    """The subject and those named with it, each once, in full; places and the meeting's own name are none."""
    found = tuple(dict.fromkeys(_named(context, t, meeting)))
    again = _pointed_at(context, t, meeting, found)
    return tuple(dict.fromkeys((*again, *found))) or _group_that_meets(context, t, meeting) or _whose(context, meeting)


def last_meeting(context: Context, at: int) -> Claim | None:
    """The meeting told of last, where it is not too far back."""
    before = context.latest.get("meeting_date")
    near = before is not None and before.source is not None and at - before.source.first <= _FAR_BACK
    return before if near else None


def _named(context: Context, t: Timex, meeting: Meeting) -> Iterator[str]:
    tokens = context.tokens
    begin, stop = tokens.sentence_of(meeting.at)
    teller = None if not _SELF.isdisjoint(tokens.lows[begin:stop]) else context.speakers.of(t)
    dropped = -1  # where a name begins that a comma or "and" joins to one that was none: "visited Japan and the Republic of Korea"
    last = min(_before_purpose(tokens, meeting.last), _end_of_aside(tokens, meeting.at), meeting.at + _REACH)
    for name in named(tokens, max(begin, meeting.at - _REACH), last):
        if meeting.first <= name.first < meeting.last or t.first <= name.first < t.last or _stands_aside(tokens, name.first, meeting.at):
            continue
        text = None if name.first == dropped else _called(context, name, begin)
        if text and meeting.travels and name.first > meeting.at and not _is_host(context, name):
            text = None
        if text is None:
            dropped = _next_joined(tokens, name.last)
        elif not (teller and text == teller.name):
            yield text


def _next_joined(tokens: Tokens, at: int) -> int:
    """The token behind a comma or "and" and an article; -1 where neither stands at a token."""
    joint = tokens.lows[at : at + 2]
    return -1 if joint[:1] not in ([","], ["and"]) else at + 1 + (joint[1:] == ["the"])


def _is_host(context: Context, name: Name) -> bool:
    """Whether somebody named behind a visit takes part in it: "with Moe", "at the invitation of President Moe"."""
    return context.lows[name.first - 1] in _WITH or _is_person(context, name)


def _before_purpose(tokens: Tokens, at: int) -> int:
    """The token at which the sentence turns to what a meeting is for: "met Moe | to discuss the Baltic"."""
    first, letters = tags(tokens, at - 1)
    here = letters.find("TB", at - first)
    while here >= 0 and tokens.lows[first + here + 1] in _words("meet") | _words("visit"):
        here = letters.find("TB", here + 1)
    return first + here if here >= 0 else first + len(letters)


def _end_of_aside(tokens: Tokens, at: int) -> int:
    """The comma that ends the aside in which a meeting is told: "Moe, who visited Oslo on Monday, told the Courier"; else the end of the sentence."""
    first, last = tokens.sentence_of(at)
    lows = tokens.lows[first:at]
    begun = max((here for here, low in enumerate(lows) if low in ("who", "which")), default=0)
    if not begun or lows[begun - 1] != "," or "," in lows[begun:]:
        return last
    return next((here for here in range(at, last) if tokens.lows[here] == ","), last)


def _stands_aside(tokens: Tokens, at: int, meeting: int) -> bool:
    """Whether a name stands in an aside about somebody, and the meeting does not: "Moe, who chairs the Norte board, met Prado"."""
    lows = tokens.lows
    for here in range(at - 1, max(tokens.sentence_of(at)[0], at - _ASIDE) - 1, -1):
        if lows[here] == ",":
            return False
        if lows[here] in ("who", "which") and lows[here - 1] == ",":
            return not here < meeting or "," in lows[here:meeting]
    return False


def _called(context: Context, name: Name, begin: int) -> str | None:
    """How one who took part is called; None for a place, an abbreviation in brackets and what a name or a capital only tells of."""
    words = context.tokens.words
    if name.first == begin and parts.readings(words[begin].low) & _LEADING:
        if name.last - begin == 1:
            return None
        name = name._replace(first=begin + 1, text=context.tokens.quote(begin + 1, name.last))  # "Following Moe's visit"
    before = words[name.first - 1].low if name.first > begin else ""
    if before == "the" and name.first - 1 > begin:
        before = words[name.first - 2].low
    if before == "(" or words[name.first].classes & lexicon.CARDINAL:
        return None
    behind = _behind_name(context.tokens, name)
    if behind or words[name.last - 1].low in _words("noun"):
        return _group(context.tokens, name, behind) if behind else None
    if is_party(name.text.lower()):
        return name.text if sort_of(name.text) and (before in _WITH or name.first == begin) else None
    if sort_of(name.text.partition(" for ")[0]) or (before in _PLACING and not _is_person(context, name)):
        return None
    return context.names.fullest(name.text)


def _behind_name(tokens: Tokens, name: Name) -> int:
    """The token behind the noun that a name only stands before ("Peruvian ministers", "Norte's leaders"); 0 where the name is its own."""
    words = tokens.words
    if name.last + 2 < len(words) and words[name.last].text in _APOSTROPHES and words[name.last + 1].low == "s":
        owned = noun_phrase_after(tokens, name.last + 2)
        people = owned is not None and owned.last - name.last <= _LONGEST_GROUP + 2 and _are_people(words[owned.head].low)
        return owned.last if owned and people else 0
    found = noun_phrase_after(tokens, name.first)
    return found.last if found and found.last > name.last and not words[found.head].capital else 0


def _are_people(low: str) -> bool:
    return low in _words("people") or low in _words("side")


def _group(tokens: Tokens, name: Name, last: int) -> str | None:
    """The people of whom a name only tells: "Peruvian ministers", "the Peruvian government", "union leaders" behind the union's name."""
    behind = [word for word in tokens.words[name.last : last] if word.text not in _APOSTROPHES and word.low != "s"]
    if len(behind) > _LONGEST_GROUP or any(word.capital or word.low in _words("noun") for word in behind):
        return None
    people = parts.readings(behind[-1].low) & parts.PLURAL or behind[-1].low in _words("side")
    return phrase_text(tokens, name.first, last) if people else None


def _is_person(context: Context, name: Name) -> bool:
    return " " in context.names.fullest(name.text) and name.titled


def _pointed_at(context: Context, t: Timex, meeting: Meeting, found: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the meeting before to whom the subject points: "he", "they", "the two ministers"."""
    before = last_meeting(context, meeting.at)
    if before is None:
        return ()
    known = tuple(before.fields["participants"] or ())
    first, _ = context.tokens.sentence_of(meeting.at)
    at = next((at for at in range(meeting.at - 1, first - 1, -1) if context.lows[at] in _ONE or context.lows[at] in _MANY), None)
    if at is not None and (not found or not context.tokens.capitals_in(at + 1, meeting.at)):
        return known[:1] if context.lows[at] in _ONE else () if found else known
    phrase = subject_phrase(context, meeting.at, t, passive=False) if not found else None
    if phrase is None or not phrase.text[0].islower() or _POINTING.isdisjoint(context.lows[max(first, phrase.head - 2) : phrase.head]):
        return ()
    return known


def _group_that_meets(context: Context, t: Timex, meeting: Meeting) -> tuple[str, ...]:
    """The subject itself, where it is a group without a name: "trade ministers", "a joint commission"."""
    subject = subject_phrase(context, meeting.at, t, passive=False)
    if subject is None or subject.head >= meeting.at:
        return ()
    low = context.lows[subject.head]
    return (subject.text,) if parts.readings(low) & parts.PLURAL or low in _words("side") else ()


def _whose(context: Context, meeting: Meeting) -> tuple[str, ...]:
    """The body whose meeting it is, where nobody else is named: "the congress of the Harbour League"."""
    tokens = context.tokens
    end = tail(tokens, meeting.last, links=("of",))
    of = next((at for at in range(meeting.at, end) if tokens.lows[at] == "of"), end)
    return tuple(name.text for name in named(tokens, of, end) if not sort_of(name.text))[:1]
