"""Phrases for fields, cut from the text: a noun with what hangs on it, the subject and the object of a verb, names in full."""

import re
from typing import NamedTuple

from factdb import lexicon
from factdb.claims.context import Context, phrase_text
from factdb.mentions.mention import Timex
from factdb.text import parts
from factdb.text.phrases import NounPhrase, noun_phrase_after, noun_phrase_before, subject_before, subject_of
from factdb.text.tags import tag_of, tags, tags_between
from factdb.text.tokens import Tokens

__all__ = ["DATED", "Phrase", "name_of", "object_of", "outermost", "phrase_text", "subject_phrase", "tail"]

DATED = lexicon.MONTH | lexicon.WEEKDAY | lexicon.TIME_UNIT | lexicon.DEICTIC
LINKS = ("of", "for", "in", "on", "to", "with", "between", "from", "against", "into", "by", "at", "as")
_APOSTROPHES = frozenset("'\u2019")
_EDGES = frozenset(("early", "late", "mid", "last"))
_RELATIVES = frozenset(("who", "which", "that"))
_TELLING = frozenset(("who", "which", "whose", "where"))
_SHARING = frozenset(("after", "before", "since", "while"))
_ONE = frozenset(("it", "he", "she"))
_SHARED_BY = frozenset(("when", "after", "before"))
_VERBAL = frozenset("VZXK")
_NOUNS = frozenset("NSP")
_INSIDE = "NSPAF-'.Y"  # of a noun phrase up to its head
_LOADED = frozenset(("loaded", "laden", "packed", "filled", "crammed", "armed"))
_CARRYING = frozenset(("carrying", "transporting", "ferrying", "hauling", "bringing", "taking"))  # what no compound ends in
_JOINTS = frozenset("C,'")
_RUNNERS = re.compile("D?[NS]''?(?=F)")  # "the women's" before "800 metres"
_LISTED = "NSPAFDC-"  # of what an -ing form takes
_CLOSE = ("of", "with", "between", "against")
_MOST_LINKS = 3
_LONGEST = 12


class Phrase(NamedTuple):
    """The words and the token of the head noun."""

    text: str
    head: int


def tail(tokens: Tokens, at: int, *, stop: int | None = None, links: tuple[str, ...] = LINKS) -> int:
    """The token behind what hangs on the noun phrase that ends before `at`: "of ...", "for ..."; `at` itself where nothing does."""
    words = tokens.words
    stop = min(stop or len(words), tokens.sentence_of(at - 1)[1])
    for _ in range(_MOST_LINKS):
        if at + 1 >= stop or words[at].low not in links:
            break
        aim = at + 2 < stop and words[at].low == "to" and tag_of(tokens, at + 1) == "B"  # "a plan to sell its stake"
        more = owned_after(tokens, at + 1 + aim)
        if more is None or words[more.first].classes & DATED:
            break
        dated = next((here for here in range(more.first, more.last) if words[here].classes & DATED), more.last)
        dated -= dated > more.first and words[dated - 1].low in _EDGES  # "with | last year's trade"
        if dated < more.last or more.last > stop:
            return min(dated, stop) if words[at].low == "with" and min(dated, stop) > more.first else at  # "a pact with Peru | last May"
        both = owned_after(tokens, more.last + 1) if words[at].low == "between" and more.last + 1 < stop and words[more.last].low == "and" else None
        at = both.last if both and both.last <= stop else more.last
    return min(at, stop)


def owned_after(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun phrase that begins at a token, over an owner in front of it: "Peru's largest mine"; `first` is where the owner begins."""
    found = noun_phrase_after(tokens, at)
    words = tokens.words
    while found and found.last + 1 < len(words) and words[found.last].text in _APOSTROPHES:
        at = found.last + 1 + (words[found.last + 1].low == "s")
        more = noun_phrase_after(tokens, at) or _behind_adjectives(tokens, at)
        if more is None:
            break
        found = NounPhrase(found.first, more.last, more.head)
    return found


def _behind_adjectives(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun behind two adjectives: "oldest and most modern harbour"."""
    words = tokens.words
    stop = min(at + 4, tokens.sentence_of(at)[1] if at < len(words) else 0)
    joint = next((here for here in range(at, stop) if words[here].low == "and"), None)
    return noun_phrase_after(tokens, joint + 1) if joint is not None and joint + 1 < len(words) else None


def possessive(name: str) -> str:
    """ "Peru's", "Norte Mines'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def with_owner(tokens: Tokens, found: NounPhrase, at: int) -> str:
    """A noun phrase with the owner that stands before token `at`: of "Peru's aging fleet" the whole."""
    words = tokens.words
    text = phrase_text(tokens, found.first, found.last) or ""
    if at > 1 and words[at - 1].low == "s" and words[at - 2].text in _APOSTROPHES:
        owner = noun_phrase_before(tokens, at - 2)
        return f"{phrase_text(tokens, owner.first, owner.last)}'s {text}" if owner else text
    return text


def name_of(context: Context, first: int, last: int) -> str | None:
    """The words of a phrase without article, a person without titles, a lone surname in full."""
    tokens = context.tokens
    if first < last and tokens.words[first].low == "s":
        first += 1
    text = phrase_text(tokens, context.names.person_from(first, last), min(last, first + _LONGEST))
    return context.names.fullest(text) if text and text[0].isupper() else text


def subject_phrase(context: Context, verb: int, t: Timex | None, *, passive: bool) -> Phrase | None:
    """The subject of a verb, the date in between passed over; with both of two that "and" joins."""
    tokens = context.tokens
    words = tokens.words
    end = _before_aside(tokens, _subject_end(tokens, verb, t), verb)
    if end and end == verb and words[end - 1].text == "," and tag_of(tokens, verb) == "A":
        found = _before_relative(tokens, end - 1)
    elif end and words[end - 1].text == "," and passive:
        aside = "Z" in tags_between(tokens, end, verb)  # "Norte, listed in Oslo, was fined"
        found = subject_of(tokens, verb + 1) if aside else noun_phrase_before(tokens, end - 1)
    elif end and words[end - 1].low in _RELATIVES:
        named = _before_aside(tokens, end - 1 - (words[end - 2].text == ","), verb)
        named -= 2 * (named > 2 and words[named - 2].text == "," and bool(words[named - 1].classes & lexicon.DIGITS))  # "Moe, 48, who"
        found = outermost(tokens, named, links=("of",))
    else:
        found = _whole(tokens, verb, _right_before(tokens, end)) or _shared(tokens, end)
    if found is None or found.first >= verb:
        return None
    first, text = _joined(tokens, found.first), name_of(context, found.first, min(before_date(tokens, found), verb))
    if text and first < found.first:
        text = f"{' '.join(tokens.quote(first, found.first).split())} {text}"  # "Kari Moe and | Ines Prado"
    return Phrase(text, min(found.head, verb - 1)) if text else None


def _before_aside(tokens: Tokens, end: int, verb: int) -> int:
    """The end of a subject before brackets, or before what two commas enclose: "the Fund (HF) signed", "Moe, 54, was arrested"."""
    words = tokens.words
    opened, closed = ("(", ")") if end and words[end - 1].text == ")" else (",", ",")
    if end < 2 or words[end - 1].text != closed or (closed == "," and end == verb):
        return end
    begin = max(tokens.sentence_of(end - 1)[0], end - _LONGEST)
    at = next((at for at in range(end - 2, begin, -1) if words[at].text == opened), end)
    return at if at < end and not _VERBAL.intersection(tags_between(tokens, at, end - 1)) else end


def _before_relative(tokens: Tokens, end: int) -> NounPhrase | None:
    """The noun that a clause between commas tells of: "the mill, whose owner was jailed in May,"."""
    lows, begin = tokens.lows, tokens.sentence_of(end)[0]
    comma = next((at for at in range(end - 1, begin, -1) if lows[at] == "," and lows[at + 1] in _TELLING), None)
    return outermost(tokens, comma, links=("of",)) if comma else noun_phrase_before(tokens, end)


def _whole(tokens: Tokens, verb: int, near: NounPhrase | None) -> NounPhrase | None:
    """The subject whose last noun is the one found before the verb, without what only hangs on it: of "workers at the mine" the workers."""
    whole = subject_of(tokens, min(verb + 1, len(tokens.words) - 1))
    if whole and near and whole.last > near.last and tokens.words[verb - 1].classes & DATED:
        whole = subject_before(tokens, near.last)  # without the date in "a court in Lima on Friday freed"
    if whole and tag_of(tokens, whole.head) == "H":
        whole = None  # "before she"
    carrier = _over_carried(tokens, near)
    if whole is None or carrier is not near or (near and (whole.first > near.first or whole.last != near.last)):
        return carrier or whole
    return _alone(tokens, whole, near)


def _alone(tokens: Tokens, whole: NounPhrase, near: NounPhrase | None) -> NounPhrase:
    """A subject cut behind its own noun and what hangs closely on that: "talks with Peru"; the noun phrase at its end where no noun stands first."""
    first, letters = tags(tokens, whole.first)
    head = whole.first
    while head + 1 < whole.last and letters[head + 1 - first] in _INSIDE and not _carries(tokens, head + 1):
        head += 1
    behind = letters[head + 1 - first : head + 2 - first]
    while head > whole.first and letters[head - first] not in _NOUNS:
        head -= 1
    if letters[head - first] in _NOUNS and behind not in _JOINTS:
        return NounPhrase(whole.first, min(tail(tokens, head + 1, links=_CLOSE), whole.last), head)
    if near is None:
        return whole
    return near if behind != "C" or tokens.words[near.head].capital else whole._replace(head=near.head)


def _carries(tokens: Tokens, at: int) -> bool:
    """Whether a word is an -ing form that takes what stands behind it: "a storm lashing northern Peru", not "oil producing nations"."""
    if not parts.readings(tokens.lows[at]) & parts.GERUND or tag_of(tokens, at - 1) not in _NOUNS:
        return False
    first, letters = tags(tokens, at)
    return tokens.lows[at] in _CARRYING or letters[at + 1 - first] in "DAP" or letters[at + 2 - first : at + 3 - first] == "P"


def _over_carried(tokens: Tokens, found: NounPhrase | None) -> NounPhrase | None:
    """The noun whose participle takes the one found: of "a ferry carrying 120 people and their cars" the ferry, "a van loaded with ore" the van."""
    if found is None:
        return None
    first, letters = tags(tokens, found.first)
    rest = letters[: found.first - first].rstrip(_LISTED)
    verb = first + len(rest) - 1
    if rest == "GI":
        return NounPhrase(first, first + 1, first)  # "Fighting between the army and rebels"
    if rest.endswith("I"):
        verb -= 1
        link, participle = tokens.lows[verb + 1], tokens.lows[verb]
        done = link == "by" and len(rest) > 2 and rest[-2] in "VE" and rest[-3] in _NOUNS and "C" not in letters[len(rest) : found.first - first]
        carried = done or (link == "with" and participle in _LOADED)
    elif rest.endswith("V"):
        rest = rest[:-1].rstrip("XZKR")
        verb = first + len(rest) - 1
        carried = rest.endswith(("NW", "SW", "NQ", "SQ", "PQ")) and tokens.lows[verb] in _RELATIVES  # "the firm that runs the port"
    else:
        carried = rest.endswith("G")
    return (noun_phrase_before(tokens, verb) or found) if carried else found


def _shared(tokens: Tokens, end: int) -> NounPhrase | None:
    """The subject of the main clause, which "after being convicted" shares, and for which "it" stands in "when it fell"."""
    if end < 2:
        return None
    if tokens.lows[end - 1] in _ONE and tokens.lows[end - 2] in _SHARED_BY:
        named = subject_of(tokens, end - 2)
        fits = named and tag_of(tokens, named.head) == ("N" if tokens.lows[end - 1] == "it" else "P")
        return named if fits else None
    if tokens.lows[end - 1] not in _SHARING:
        return None
    first, letters = tags(tokens, end - 1)
    main = next((at for at, letter in enumerate(letters[: end - first]) if letter in _VERBAL), None)
    return subject_of(tokens, first + main + 1) if main else None


def before_date(tokens: Tokens, found: NounPhrase) -> int:
    """The end of a noun phrase without a date that hangs on it: "the firm on Monday"."""
    words = tokens.words
    end = next((at for at in range(found.first + 1, found.last) if words[at].classes & (lexicon.WEEKDAY | lexicon.MONTH)), found.last)
    return end - (end < found.last and bool(parts.readings(words[end - 1].low) & parts.PREPOSITION))


def _subject_end(tokens: Tokens, verb: int, t: Timex | None) -> int:
    """The token behind the subject of a verb: before its auxiliaries and a date with its preposition."""
    words = tokens.words
    end = verb
    while end:
        if t and t.first <= end - 1 < t.last:
            end = t.first
            while end and (words[end - 1].low in _EDGES or words[end - 1].classes & lexicon.ORDINAL):
                end -= 1
            if end and parts.readings(words[end - 1].low) & parts.PREPOSITION:
                end -= 1
        elif (words[end - 1].classes & lexicon.ORDINAL and end == verb) or parts.readings(words[end - 1].low) & (parts.AUXILIARY | parts.ADVERB):
            end -= 1
        else:
            break
    return end


def _right_before(tokens: Tokens, end: int) -> NounPhrase | None:
    """The noun phrase that ends before a token, with the noun that its "of" hangs on."""
    found = outermost(tokens, end, links=("of",))
    if found is None and end and parts.readings(tokens.words[end - 1].low) & parts.GERUND:
        return NounPhrase(end - 1, end, end - 1)
    return found


def outermost(tokens: Tokens, end: int, links: tuple[str, ...] = LINKS) -> NounPhrase | None:
    """The noun phrase that ends before a token together with the nouns that it hangs on: of "exports of copper to Peru" the whole."""
    found = noun_phrase_before(tokens, end)
    for _ in range(_MOST_LINKS):
        if found is None:
            break
        link = found.first - 1
        if link > 0 and parts.readings(tokens.words[link].low) & parts.DETERMINER:
            link -= 1
        outer = noun_phrase_before(tokens, link) if link > 0 and tokens.words[link].low in links else None
        if outer is None or outer.first < tokens.sentence_of(end - 1)[0]:
            break
        found = NounPhrase(outer.first, found.last, outer.head)
    return found


def _joined(tokens: Tokens, first: int) -> int:
    """Where a list of names that a phrase ends begins: "Peru, Chile and Bolivia"."""
    words = tokens.words
    begin = tokens.sentence_of(first)[0]
    at = first
    while at - 2 >= begin and words[at].capital:
        before = at - 1
        if words[before].low == "the":
            before -= 1
        if before - 1 < begin or words[before].low not in ("and", ",") or (words[before].text == "," and at == first):
            break
        other = noun_phrase_before(tokens, before)
        if other is None or other.first < begin or not words[other.head].capital:
            break
        at = other.first
    return at


def behind_figure(tokens: Tokens, at: int) -> int:
    """The token behind an article and a figure: of "a 53-percent stake" that of "stake"; the token itself where no figure stands."""
    first, letters = tags(tokens, at)
    here = at - first + (letters[at - first : at - first + 1] == "D")
    end = here
    while letters[end : end + 1] in ("F", "-"):
        end += 1
    return first + end if end > here else at


def _behind_runners(tokens: Tokens, at: int) -> int | None:
    """The token of a figure behind an owner: that of "800" in "the women's 800 metres"."""
    first, letters = tags(tokens, at)
    owned = _RUNNERS.match(letters, at - first)
    return first + owned.end() if owned else None


def _name_end(tokens: Tokens, found: NounPhrase, stop: int) -> int | None:
    """The end of a name with small or doubtful words inside: "the Save Our Seas Alliance"; None for what is no name or ends with its phrase."""
    words, end = tokens.words, found.last
    while end < stop and words[found.head].capital and words[end].capital and not words[end].classes & DATED:
        end += 1
    return end if end > found.last else None


def object_of(context: Context, verb: int, t: Timex) -> Phrase | None:
    """What a verb takes, with what hangs on it, up to the date."""
    tokens = context.tokens
    words = tokens.words
    at, last = verb + 1, tokens.sentence_of(verb)[1]
    while at < last and parts.readings(words[at].low) & parts.ADVERB:
        at += 1
    if t.first <= at < t.last:
        at = t.last
    if at >= last or parts.readings(words[at].low) & (parts.PREPOSITION | parts.CONJUNCTION | parts.AUXILIARY):
        return None
    at = behind_figure(tokens, at)
    race = _behind_runners(tokens, at)
    at = behind_figure(tokens, race) if race else at
    stop = t.first if t.first >= at else last
    found = owned_after(tokens, at)
    if found is None or found.first >= stop:
        return None
    owner = noun_phrase_after(tokens, at)
    first = race or (owner.last + 2 if owner and owner.last < found.last and words[owner.last + 1].low == "s" else found.first)
    end = min(_name_end(tokens, found, stop) or tail(tokens, found.last, stop=stop), stop)
    while end > first and parts.readings(words[end - 1].low) & parts.PREPOSITION:
        end -= 1
    text = phrase_text(tokens, first, end)
    return Phrase(text, min(found.head, end - 1)) if text else None
