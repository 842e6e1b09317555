"""What a quantity is about: content words of what is measured, from the phrases around it and the subject of its clause.

The ways to find it stand in `WAYS`, tried in order; the first that finds a phrase decides.
"""

import re
from collections.abc import Callable
from functools import partial

from factdb import lexicon
from factdb.mentions.direction import verbs
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.mentions.surroundings import MEASURES, REACH, Place
from factdb.text import parts
from factdb.text.phrases import NounPhrase, is_pronoun, subject_before, subject_end, subject_of
from factdb.text.tags import tags

_LONGEST = 16
_JOINTS = frozenset("-\u2010\u2011&/")
_SIGNS = frozenset(("+", "-", "=", ":", "\u2212", "\u2248", "~", "(", "["))
_DAYS = lexicon.MONTH | lexicon.WEEKDAY
_FINITE = re.compile("[VXZK]")
_HOW_OFTEN = re.compile("[FR]*[RY]")
_NEAR = 4
_FAR = 60  # how far before a pronoun its noun is looked for
_GOES_ON = re.compile("[NSAPYOI'-]{,9}R?[VXZK]")
_LINKS = frozenset(("by", "to", "from", "at", "for"))
_JOINING = frozenset(("by", "to", "at", "up", "down"))
_THIRD_PERSON = frozenset(("it", "they", "he", "she"))
_MODIFIED = frozenset("NSPA")
_AGAINST = frozenset(("against", "versus", "vs"))
_MEASURED = MEASURES | {"fraction"}
_COUNTED = frozenset(("count", "bare"))
_DESCRIBING = frozenset(("counts.compound", "counts.magnitude"))  # of what stands behind: "a 15-member panel", "a magnitude 6 quake"


_sides = partial(lexicon.word_set, "unit_names.toml", "inches", "behind")
_words = partial(lexicon.word_set, "nouns.toml")


def read(scan: Scan) -> None:
    """Give each quantity the words of what it is about, in the order of the text."""
    last: NounPhrase | None = None
    sentence = end = -1
    said: Quantity | None = None
    for quantity in scan.quantities:
        if quantity.of is not None:
            continue
        place = Place(scan, quantity, said)
        if place.offset != sentence:
            sentence, last = place.offset, None
        again = last is not None and (_in_bracket(place, end) or _is_compared(place))
        phrase = part_of(place) or modified(place) or last if again else _first(place)
        if phrase is None and quantity.dimension != "age" and not _heads_clause(place):
            phrase = last
        last = phrase or last
        end, said = quantity.last, quantity
        quantity.of = _content(scan, phrase) if phrase else None


def _in_bracket(place: Place, end: int) -> bool:
    """Whether a figure says the one before it again: "7 miles (11 km)"."""
    return end == place.quantity.first - 1 and place.letter(place.first - 1) == "("


def _is_compared(place: Place) -> bool:
    """Whether the figure before is held against this one: "7 euros, compared with 9 euros"."""
    return place.before in _AGAINST or (place.before in ("with", "to") and place.word(place.first - 2) == "compared")


def _first(place: Place) -> NounPhrase | None:
    for way in WAYS:
        found = way(place)
        if found is not None:
            return found
    return None


def modified(place: Place) -> NounPhrase | None:
    """The noun that the figure stands before: "a 7 percent pay rise", "a 40 euro fee on cars"."""
    counted = place.quantity.dimension in _COUNTED and place.quantity.rule not in _DESCRIBING
    if counted or place.letter(place.last) not in "ANSPG-" or place.behind in _words("way"):
        return None
    found = place.noun_after(place.last)
    if found is None or _is_when(place, found) or place.word(found.last - place.offset) == "than":
        return None  # "40 kg lighter than"
    if place.quantity.dimension == "physical" and found.last == place.quantity.last + 1 and place.behind in _sides():
        return None  # "the pipe, 7 metres long,"
    return _with_tail(place, _thing(place, found))


def _is_when(place: Place, phrase: NounPhrase) -> bool:
    """ "last time", "next season"."""
    words = place.scan.tokens.words
    return words[phrase.first].low in ("last", "next") and words[phrase.head].low in _words("stretch")


def part_of(place: Place) -> NounPhrase | None:
    """The noun behind "of" or, for money, "in": "40 kg of rice", "40 euros worth of rice", "5 million euros in aid"."""
    link = place.behind
    if link == "of" and place.before != "within":
        whole = place.behind_figure(place.last + 1)
        counted = place.quantity.dimension in _COUNTED and whole > place.last + 1  # "40 of the 90 seats" are seats
        return None if counted else _with_tail(place, place.noun_after(whole), ())
    if link == "worth" and place.word(place.last + 1) == "of":
        return place.noun_after(place.last + 2)
    if link == "in" and place.quantity.dimension == "money" and place.letter(place.last + 1) in "ANS" and place.before not in _LINKS:
        return place.noun_after(place.last + 1)
    return None


def measure_of(place: Place) -> NounPhrase | None:
    """The noun before "of" or "worth": "sales of 40 cars", "a grant worth 40 euros"."""
    if place.before not in ("of", "worth"):
        return None
    found = place.noun_before(place.first - 1)
    if found is None:
        return None
    at = found.head - place.offset
    if place.word(at) in _words("empty") and (found.head == found.first or place.letter(at - 1) != "N"):
        return None  # "a rate of 7 percent", unlike "an interest rate of"
    start = found.first - place.offset
    whole = place.noun_before(start - 1) if place.word(start - 1) in ("per", "of") else None
    return NounPhrase(whole.first, found.last, whole.head) if whole else found


def paid_for(place: Place) -> NounPhrase | None:
    """What money is paid for: "40 euros for a new roof", "spent 40 euros on books"."""
    if place.quantity.dimension != "money":
        return None
    if place.behind == "on" and place.word(place.verb) in _words("spend"):
        return _with_tail(place, place.noun_after(place.last + 1), ())
    if place.behind != "for" or place.letter(place.last + 1) != "D" or place.before in ("by", "to"):
        return None
    at = place.last + 2
    while place.letter(at) == "F":
        at += 1  # "for a 40 kW pump"
    return _with_tail(place, _thing(place, place.noun_after(at)), ())


def taken_from(place: Place) -> NounPhrase | None:
    """What an amount is added to or taken from: "wiped 40 million euros off the firm's value"."""
    if place.behind not in ("to", "from", "off") or place.letter(place.last + 1) != "D":
        return None
    return _with_tail(place, place.noun_after(place.last + 1)) if place.word(place.verb) in _words("transfer") else None


def aside(place: Place) -> NounPhrase | None:
    """The noun that a figure between two commas tells more of: "The ferry, with 40 people on board, sank"."""
    at = place.first
    while place.letter(at - 1) in "DRAI" and place.first - at < _NEAR:
        at -= 1
    end = place.letters.find(",", place.last)
    if place.letter(at - 1) != "," or end < 0 or _FINITE.search(place.letters, 0, at) or not _FINITE.match(place.letters, end + 1):
        return None
    return place.noun_before(at - 1)


def joined(place: Place) -> NounPhrase | None:
    """The noun of a list whose verb is understood: "Tin fell 7 percent, zinc by 9 percent"."""
    if place.quantity.dimension in _COUNTED:
        return None
    found = place.noun_before(place.first - 1 if place.before in _JOINING else place.first)
    if found is None or place.scan.tokens.words[found.head].low in _words("stretch"):
        return None
    before = found.first - place.offset - 1
    if place.letter(before) == "D":
        before -= 1
    return found if place.letter(before) in ",C;" and before > 0 else None


def changed(place: Place) -> NounPhrase | None:
    """The object of the verb, where a figure says how far or at what level: "cut the fee by 7 percent", "sold the mill for 9 euros"."""
    at, verb = place.first, place.verb
    if verb < 0 or place.letters[verb] in "XZK" or place.quantity.dimension == "count":
        return None
    while place.letter(at - 1) in "DA":
        at -= 1  # "from the current 7 euros"
    if place.word(at - 1) in _LINKS:
        at -= 1
    elif place.letter(place.last) != "A":
        return None  # "made the boat 7 euros cheaper"
    begin = place.behind_figure(verb + 1)
    return _object(place, begin, at) if begin < at and place.letter(begin) in "DANSP" else None


def _object(place: Place, begin: int, stop: int) -> NounPhrase | None:
    found = place.noun_after(begin)
    if found is None or place.scan.tokens.words[found.head].low in _words("stretch"):
        return None
    rest = place.letters[found.last - place.offset : stop]
    if rest in ("A", "E") or _HOW_OFTEN.fullmatch(rest):
        return found  # "left the toll unchanged at 7 euros", "raised it nine times to 7 euros"
    if rest and (rest[0] not in "OI," or "(" in rest):
        return None
    return found if "," in rest or "C" in rest else NounPhrase(found.first, place.offset + stop, found.head)


def named(place: Place) -> NounPhrase | None:
    """The noun that a participle before the figure belongs to: "shares priced at 7 euros", "firms making 40 cars"."""
    here = place.first - 1
    if place.letter(here) == "I":
        here -= 1
    if place.letter(here) not in "EG":
        return None
    aside = place.letter(here - 1) == "," and not _FINITE.search(place.letters, max(0, here - REACH), here)
    return place.noun_before(here - 1 if aside else here)  # "the plan, costing 7 euros, failed"


def caused(place: Place) -> NounPhrase | None:
    """The object of a verb that makes it move: "let fees rise 7 percent", "caused levels to fall by 7 metres"."""
    verb = place.verb
    if verb < 0 or place.letters[verb] != "B" or place.word(verb) not in verbs():
        return None
    at = verb - 1 if place.letter(verb - 1) == "T" else verb
    found = place.noun_before(at)
    return found if found and place.letter(found.first - place.offset - 1) in "DVB" else None


def subject(place: Place) -> NounPhrase | None:
    """The subject of the clause; "it" or "they" stands for the first subject of the sentence."""
    if _heads_clause(place):
        return None
    tokens, at = place.scan.tokens, place.quantity.first
    core = place.quantity.core[0]
    if place.letter(core - place.offset) == "V":
        at = core + 1  # "sales more than doubled"
    end = subject_end(tokens, at)
    if end is None or not is_pronoun(tokens, end - 1):
        return None if end is None else subject_before(tokens, end)
    if tokens.words[end - 1].low not in _THIRD_PERSON:
        return None
    stop = end - 1 - place.offset
    verb = _FINITE.search(place.letters, max(1, stop - _FAR), stop)
    return subject_of(tokens, place.offset + verb.end()) if verb else None


def opened(place: Place) -> NounPhrase | None:
    """The subject of the clause that a phrase opens: "With 40 members, the club is small", "Worth 40 euros, the book sold"."""
    end = place.letters.find(",", place.last)
    if end < 0 or not (place.before in ("with", "worth") or place.letter(place.first - 1) in "AEG") or _FINITE.search(place.letters, 0, end):
        return None
    found = place.noun_after(end + 1)
    return found if found and _GOES_ON.match(place.letters, found.last - place.offset) else None


def right_before(place: Place) -> NounPhrase | None:
    """The noun that the figure follows at once, where no verb is: "deck width 7 m", "Tin +4%"."""
    at = place.first
    while at and (place.scan.tokens.words[place.offset + at - 1].text in _SIGNS or place.word(at - 1) in ("up", "down")):
        at -= 1
    found = place.noun_before(at)
    if found is None or _heads_clause(place):
        return None
    single = found.last - found.first == 1 and parts.readings(place.scan.tokens.words[found.head].low) & (parts.ADJECTIVE | parts.GERUND)
    return None if single and place.letter(at - 2) == "D" else found  # "the past 7 games"


WAYS: tuple[Callable[[Place], NounPhrase | None], ...] = (
    part_of,
    measure_of,
    modified,
    aside,
    paid_for,
    taken_from,
    joined,
    named,
    changed,
    caused,
    subject,
    opened,
    right_before,
)


def _heads_clause(place: Place) -> bool:
    """Whether a figure opens its clause as the subject itself, so that nothing before it tells what it is about: "7 ships sank"."""
    if not _GOES_ON.match(place.letters, place.last):
        return False
    at = place.first
    while at and place.letters[at - 1] in "DRA" and place.first - at < REACH:
        at -= 1
    return not at or place.letters[at - 1] in ",;WC."


def _thing(place: Place, phrase: NounPhrase | None) -> NounPhrase | None:
    """The noun itself, what a "rise in" or "drop of" it names."""
    words = place.scan.tokens.words
    if phrase is None or words[phrase.head].low not in _words("move"):
        return phrase
    if phrase.head > phrase.first and parts.readings(words[phrase.head - 1].low) & parts.NOUN:
        return NounPhrase(phrase.first, phrase.head, phrase.head - 1)  # "a 7 percent wool price rise"
    at = phrase.last - place.offset
    return place.noun_after(at + 1) if place.word(at) in ("in", "of", "for") else None


def _with_tail(place: Place, phrase: NounPhrase | None, links: tuple[str, ...] = ("on", "in", "with")) -> NounPhrase | None:
    """A phrase with what "of" or another link adds to it: "tax on imported cars", "price of a house"."""
    if phrase is None:
        return None
    at = phrase.last - place.offset
    if place.letter(at) == "O" or place.word(at) in links:
        tail = place.noun_after(at + 1)
        return NounPhrase(phrase.first, tail.last, phrase.head) if tail else phrase
    return phrase


def _content(scan: Scan, phrase: NounPhrase) -> str | None:
    """The words of a phrase without determiners, prepositions, adverbs, figures and signs."""
    words, taken = scan.tokens.words, scan.taken
    first, letters = tags(scan.tokens, phrase.first)
    kept: list[str] = []
    skipped = 0
    for at in range(phrase.first, min(phrase.last, phrase.first + _LONGEST)):
        word, letter, said = words[at], letters[at - first], taken.get(at)
        if said is not None and said.dimension in _MEASURED and letters[said.last - first : said.last - first + 1] not in _MODIFIED:
            skipped = said.last  # "the key rate by 25 basis points"
        if at < skipped:
            continue
        glued = kept and at > skipped and not words[at - 1].space and letter != "'"
        if word.classes & _DAYS:
            skipped = at + 1
        elif glued and (word.text[0].isalnum() or (word.text in _JOINTS and not word.space)):
            kept[-1] += word.text
        elif word.text[0].isalnum() and letter in "NSPAFYGE-" and word.low not in _words("no_content"):
            kept.append(word.text)
    return " ".join(kept) or None
