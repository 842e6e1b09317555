"""Casualties: numbers of people killed, injured, missing, displaced, detained or otherwise harmed.

A number is one when a word of harm stands with it in its clause: as the counted noun ("12 deaths"), behind it ("12 people were
killed"), before it ("killed 12 people", "claimed 12 lives", "the deaths of 12 people"), or in the subject ("the toll rose to 12").
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, partial

from factdb import lexicon
from factdb.claims import tolls
from factdb.claims.context import Context
from factdb.claims.happenings import incident_of_sentence
from factdb.claims.rule import KindRule, Reading
from factdb.lexicon import Phrases
from factdb.mentions.mention import Quantity
from factdb.mentions.quantity import fresh
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import clause_of, noun_phrase_after
from factdb.text.tokens import Tokens

OUTCOMES = ("killed", "injured", "missing", "displaced", "detained", "affected")
_DIMENSIONS = frozenset(("count", "bare", "one"))
_BEHIND = 20
_BEFORE = 6
_FIGURES_BACK = 3
_NAMES = 12
_OF_MANY_SORTS = frozenset(("detained", "displaced", "affected"))
_PHRASE = 3
_LISTED = 8
_SKIPPED = parts.AUXILIARY | parts.ADVERB | parts.DETERMINER
_NOUNS = parts.NOUN | parts.PLURAL | parts.ADJECTIVE
_TOTALS = frozenset(("number", "total"))
_HURT = frozenset(("injured", "wounded", "hurt"))
_QUOTES = frozenset('"\u201c\u201d')


def _read(look: Callable[[Tokens, Quantity], str | None], context: Context, q: Quantity) -> Reading | None:
    """The reading by one way of seeing the harm."""
    outcome = look(context.tokens, q)
    return None if outcome is None or q.unit in _words("thing") or _is_whole(context, q) else _reading(context, q, outcome)


def _own_word(tokens: Tokens, q: Quantity, outcome: str) -> str:
    """The word of the text for a harm of many sorts: "trapped" of those detained, "homeless" of those displaced."""
    if outcome not in _OF_MANY_SORTS:
        return outcome
    first, stop = tokens.sentence_of(q.first)
    low = _low(tokens, max(first, q.first - _BEFORE), min(stop, q.last + _BEHIND))
    for at in range(len(low)):
        found = _phrases("state", "verb", "adjective").longest(low, at)
        if found and found[1] == outcome and found[0] == at + 1 and parts.readings(low[at]) & (parts.PARTICIPLE | parts.ADJECTIVE):
            return low[at]
    return outcome


def _is_whole(context: Context, q: Quantity) -> bool:
    """ "Two of the 18 sailors died": what the harmed are a part of."""
    if q.first < 3 or context.tokens.words[q.first - 2].low != "of":
        return False
    low = _low(context.tokens, max(q.first - 3, 0), q.first)
    return len(low) == 3 and low[1] == "of" and low[2] in ("the", "those", "these") and _is_number(low[0])


def _reading(context: Context, q: Quantity, outcome: str) -> Reading:
    place = context.whereabouts.of_incident(q.first, q.last)
    victims = _victims(context, q)
    incident = incident_of_sentence(context.tokens, q.first)
    cause = f" in {incident}" if incident else ""
    within = place.within if place and (not incident or place.reason == "clause") else ""
    subject = f"{victims or 'people'} {_own_word(context.tokens, q, outcome)}{cause}{within}"
    fields = {"outcome": outcome, "victims": victims, "place": place.name if place else None}
    return Reading(fields, subject, tolls.of_harm(context, q), reasons=(place.feature,) if place else ())


_words = partial(lexicon.word_set, "harm.toml", "other")


@cache
def _phrases(*groups: str) -> Phrases[str]:
    """Words of harm with their outcome."""
    lists = [lexicon.groups("harm.toml")[group] for group in groups]
    return Phrases.of((phrase, outcome) for group in lists for outcome in OUTCOMES for phrase in group.get(outcome, ()))


def _low(tokens: Tokens, first: int, last: int) -> list[str]:
    return tokens.lows[first:last]


def _harm_noun(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "12 deaths", "2,254 cholera cases", "six missing climbers"."""
    unit = quantity.unit
    if unit is None:
        return None
    phrase = (quantity.unit_phrase or "").lower().split()
    if unit in ("case", "patient"):
        behind = _low(tokens, quantity.last, quantity.last + 3)
        return "affected" if _words("disease") & {*phrase, *behind} else None
    freed = not _words("freed").isdisjoint(_low(tokens, max(quantity.first - _PHRASE, 0), quantity.first))
    if unit in _words("held") and (freed or _harm_before(tokens, quantity) or _harm_behind(tokens, quantity)):
        return None  # "killed one hostage", "freed 40 hostages"
    found = _phrases("noun").longest([unit], 0)
    if found:
        return found[1]
    state = next(filter(None, (_phrases("adjective").longest([word], 0) for word in phrase[:-1])), None)
    return state[1] if state and _harm_behind(tokens, quantity) != "killed" else None  # "two wounded sailors died"


def _harm_behind(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "12 people were killed", "12 dead", "12 miners who died": nothing but auxiliaries, adverbs and place names between."""
    stop = min(tokens.sentence_of(quantity.first)[1], quantity.last + _BEHIND)
    low = [word for word in _low(tokens, quantity.last, stop) if word not in _QUOTES]
    harm, held = _phrases("state", "verb"), _words("held")
    first = next(filter(None, (harm.longest(low, at) for at in _steps(low) if low[at] not in held or not _is_counted(low, at))), None)
    if first is None or _takes_object(low, first[0]):
        return None
    joined = low[first[0] : first[0] + 2]
    return "affected" if joined[:1] == ["or"] and _phrases("verb").longest([*joined, ""], 1) else first[1]


def _is_counted(low: list[str], at: int) -> bool:
    """Whether a noun is one more of a list or part of another ("two guards, one hostage and six hostage-takers died") and says nothing of who stands before."""
    return low[at + 1 : at + 2] == ["-"] or (at > 0 and (_is_number(low[at - 1]) or bool(parts.readings(low[at - 1]) & parts.DETERMINER)))


def _steps(low: list[str]) -> Iterator[int]:
    """Where a word of harm may stand behind a number: behind words that do not end its clause."""
    left = at = 0  # words that a phrase may still take: "dozens of nurses in Lima were hurt", "two boys and a girl died"
    while at < len(low):
        word = low[at]
        yield at
        if word in (",", "and"):
            aside = _behind_aside(low, at)
            at, left = (aside, left) if aside else (at, _LISTED if _lists(low, at) else -1)
        elif word in _words("phrase"):
            left = _PHRASE
        elif not (parts.readings(word) & _SKIPPED or word in _words("between")):
            left -= 1
            if left < 0 or not (parts.readings(word) & _NOUNS or _is_number(word) or word == "-"):
                break
        if left < 0:
            break
        at += 1


def _behind_aside(low: list[str], at: int) -> int:
    """The comma that closes an aside about some of them: ", including 40 children,"; 0 where none does."""
    if low[at] != "," or at + 1 >= len(low) or low[at + 1] not in _words("aside"):
        return 0
    return next((here for here in range(at + 2, len(low)) if low[here] == ","), 0)


def _lists(low: list[str], at: int) -> bool:
    """Whether a comma or "and" is followed by another number or somebody: "two guards, a driver and all nine raiders"."""
    behind = low[at + 1 : at + 2] if low[at + 1 : at + 2] != ["and"] else low[at + 2 : at + 3]
    return bool(behind) and (_is_number(behind[0]) or bool(parts.readings(behind[0]) & parts.DETERMINER))


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or bool(lexicon.word_classes().get(word, 0) & (lexicon.CARDINAL | lexicon.VAGUE))


def _takes_object(low: list[str], at: int) -> bool:
    """Whether the harm goes on to somebody else: "five gunmen killed two guards"."""
    verb, passive = low[at - 1], any(parts.readings(word) & parts.AUXILIARY for word in low[: at - 1])
    if passive or at >= len(low) or verb not in _transitive():
        return False
    behind = parts.readings(low[at])
    return _is_number(low[at]) or bool(behind & (parts.DETERMINER | parts.PRONOUN))


@cache
def _transitive() -> frozenset[str]:
    verbs = lexicon.groups("harm.toml")["verb"]
    return frozenset(verb for outcome in OUTCOMES for verb in verbs.get(outcome, ()))


def _harm_before(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "killed 12 people", "claiming 12 lives", "the murder of 12 men"."""
    begin = max(tokens.sentence_of(quantity.first)[0], quantity.first - _BEFORE)
    low = [word for word in _low(tokens, begin, quantity.first) if word not in _QUOTES]
    if quantity.unit == "life":
        return None if _words("claim").isdisjoint(low) else "killed"
    at = len(low)
    while at and (parts.readings(low[at - 1]) & _SKIPPED or low[at - 1] in _words("between")):
        at -= 1
    if at >= 2 and low[at - 1] == "of":
        found = _phrases("of").longest([low[at - 2]], 0)
        return found[1] if found else None if low[at - 2] != "lives" else "affected" if "or" in low else "killed"
    for first in range(max(0, at - 3), at):
        found = _phrases("verb").longest(low, first)
        if found and found[0] == at:
            return "affected" if low[first - 1 : first] == ["or"] and first >= 2 else found[1]
    return None


def _harm_over_names(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "killing the governor Ana Ruiz and 12 others": the verb stands before somebody else who came to the same harm."""
    if not quantity.first or tokens.words[quantity.first - 1].low not in ("and", "with", "as"):
        return None
    begin = max(tokens.sentence_of(quantity.first)[0], quantity.first - _NAMES)
    low = _low(tokens, begin, quantity.first)
    for at in range(len(low) - 2, -1, -1):
        found = _phrases("verb").longest(low, at) or (_phrases("of").longest(low, at) if low[at + 1 : at + 2] == ["of"] else None)
        if found:
            return found[1]
        bits = parts.readings(low[at])
        if (bits & (parts.CLOSED & ~parts.DETERMINER) and low[at] not in ("and", "of", "as")) or (
            bits & parts.FINITE and not bits & (_NOUNS | parts.PARTICIPLE)
        ):
            return None
    return None


def _listed(context: Context, q: Quantity) -> Reading | None:
    """One more of a list of the harmed: "killed 14 miners, two guards and a nurse", "killed 90 people, including 40 children"."""
    before = context.before
    if before is None or before.kind != "casualty_count" or before.source is None or before.source.first < context.here.first:
        return None
    between = _low(context.tokens, before.source.last, q.first)
    again = not q.unit_text and context.lows[q.last : q.last + 1] == ["in"]  # "29 died in Lima and 17 in Puno"
    if not between or len(between) > _LISTED or between[-1] not in _words("joint") or (not again and any(_ends_list(word) for word in between)):
        return None
    return _reading(context, q, str(before.fields["outcome"])) if q.unit not in _words("thing") else None


def _ends_list(word: str) -> bool:
    bits = parts.readings(word)
    return bool(bits & parts.AUXILIARY) or (bool(bits & parts.FINITE) and not bits & (_NOUNS | parts.PARTICIPLE)) or word in (";", ":")


def _toll(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "the toll climbed to 54": a bare number, or people, behind the verb of a toll."""
    begin, _ = clause_of(tokens, quantity.first)
    low = _low(tokens, begin, quantity.first)
    before = low[-1:] + tokens.lows[quantity.core[0] - 1 : quantity.core[0]]  # "climbed to 54", "climb above 40"
    if (quantity.dimension == "count" and quantity.unit not in ("person", "people")) or not low or _words("toll_verb").isdisjoint(before):
        return None
    if "or" in low and not _HURT.isdisjoint(low):
        return "affected"  # "the dead or injured in all"
    if not _words("toll").isdisjoint(low):
        return "injured" if "injury" in low or "injured" in low else "killed"
    number = next((at for at, word in enumerate(low) if word in _TOTALS), None)
    if number is None:
        return None
    found = next(filter(None, (_phrases("verb", "state", "noun").longest(low, at) for at in range(number + 1, len(low)))), None)
    return None if found is None else "affected" if low[found[0] : found[0] + 1] == ["or"] else found[1]


def _victims(context: Context, q: Quantity) -> str | None:
    """Who they are: the noun as written, in the plural; of a bare number that of the figure before it in the sentence, else people."""
    if q.dimension == "bare" or q.unit is None or (q.unit_text or "") in ("others", "other"):
        return _named_before(context, q) or "people"
    if q.unit == "life" or (q.unit != "hostage" and _phrases("noun").longest([q.unit], 0)):
        return "people"
    return _plural(q, q.unit_text or q.unit_phrase or "people")


def _plural(q: Quantity, noun: str) -> str:
    """A noun that stands in the singular for several, since the number was left without it ("15 of the 18 miners")."""
    head, *_ = reversed(noun.split())
    one = q.value == 1 or parts.readings(head.lower()) & parts.PLURAL or not parts.readings(head.lower()) & parts.NOUN or head[0].isupper()
    return noun if one else noun[: len(noun) - len(head)] + parts.plural(head)


def _named_before(context: Context, q: Quantity) -> str | None:
    """The people that the nearest figure before in the sentence counts: "killed 12 miners and injured 30"."""
    first = context.here.first
    at = bisect_left(context.quantity_firsts, q.first)
    for other in reversed(context.scan.quantities[max(at - _FIGURES_BACK, 0) : at]):
        if other.first < first:
            break
        if other.dimension == "count" and other.unit and other.unit not in _words("thing") and not _phrases("noun").longest([other.unit], 0):
            return _plural(q, other.unit_text or other.unit)
    return None


def singles(scan: Scan) -> list[Quantity]:
    """ "one" before a singular noun, which counts only where harm came to that one: "killing one soldier"."""
    ones = (scan.numbers[first] for first in scan.labelled if scan.tokens.words[first].low == "one" and first in scan.numbers)
    found = []
    for number in sorted(ones, key=lambda number: number.first):
        phrase = noun_phrase_after(scan.tokens, number.last)
        if phrase is not None and not parts.readings(scan.tokens.words[phrase.head].low) & parts.PLURAL:
            q = fresh(scan, number, "one", "casualties.single", last=phrase.last)
            q.unit, q.unit_text = scan.tokens.words[phrase.head].low, scan.tokens.quote(number.last, phrase.last)
            found.append(q)
    return found


@cache
def _signs(*groups: str) -> frozenset[str]:
    """Words without one of which a sentence tells of no harm by these groups: the longest of every phrase, in both numbers."""
    lists = (lexicon.groups("harm.toml")[group] for group in groups)
    longest = frozenset(max(reversed(phrase.split()), key=len) for group in lists for phrases in group.values() for phrase in phrases)
    return longest | {f"{low}s" for low in longest} | _words("plural")


# Asked in this order: what stands closest to the number decides.
RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="casualties.harm_noun",
        kind="casualty_count",
        says="The noun that the number counts is a harm.",
        weight=0.42,
        on=_DIMENSIONS,
        near=lambda: _signs("noun", "adjective") | _words("disease"),
        read=partial(_read, _harm_noun),
        takes=(
            ("The district counted 12 deaths.", "12 deaths"),
            ("The city counted 61 cholera cases in May.", "61 cholera cases"),
            ("Rescuers look for six missing climbers.", "six missing climbers"),
        ),
        refuses=("The judge heard 61 cases.",),
    ),
    KindRule(
        name="casualties.harm_before",
        kind="casualty_count",
        says="The verb or noun of harm stands before the number.",
        weight=0.45,
        on=_DIMENSIONS,
        near=partial(_signs, "verb", "of"),
        read=partial(_read, _harm_before),
        takes=(
            ("A ferry sank off Batu, killing 14 passengers.", "14 passengers"),
            ("The flood claimed at least 40 lives.", "at least 40 lives"),
            ("The murder of five students shocked Oslo.", "five students"),
        ),
        refuses=("The cold killed 900 sheep.", "The bill was killed in 12 days."),
    ),
    KindRule(
        name="casualties.harm_behind",
        kind="casualty_count",
        says="The verb or word of harm stands behind the number.",
        weight=0.45,
        on=_DIMENSIONS,
        near=partial(_signs, "state", "verb"),
        read=partial(_read, _harm_behind),
        takes=(
            ("Twelve villagers were injured when the roof fell.", "Twelve villagers"),
            ("The quake made 20,000 people homeless.", "20,000 people"),
            ("Two guards, a nurse and all nine raiders were killed.", "nine raiders"),
            ("Two guards, a nurse and all nine raiders were killed.", "Two guards"),
            ("Some 400 people, including many children, have died.", "Some 400 people"),
        ),
        refuses=("Two gunmen killed a guard.", "The storm destroyed 30 houses.", "The firm hired 40 men who sell guns."),
    ),
    KindRule(
        name="casualties.listed",
        kind="casualty_count",
        says="The number stands in one list with the harmed before it.",
        weight=0.4,
        on=_DIMENSIONS,
        near=partial(_signs, "verb", "state", "noun", "of", "adjective"),
        read=_listed,
        takes=(
            ("The blast killed 14 miners, two guards and three nurses.", "three nurses"),
            ("The flood killed 90 people, including 40 children.", "40 children"),
        ),
        refuses=("The flood killed 90 people and destroyed 40 houses.", "The flood killed 90 people and brought 40 doctors to Lima."),
    ),
    KindRule(
        name="casualties.harm_over_names",
        kind="casualty_count",
        says="The verb of harm stands before somebody else who came to the same harm.",
        weight=0.35,
        on=_DIMENSIONS,
        near=partial(_signs, "verb", "of"),
        read=partial(_read, _harm_over_names),
        takes=(
            ("A bomb exploded, killing the former governor Ana Ruiz and 12 others.", "12"),
            ("The raid killed a guard and four farmers.", "four farmers"),
        ),
        refuses=("The police shot a thief and met with 12 officials.",),
    ),
    KindRule(
        name="casualties.toll",
        kind="casualty_count",
        says="The number stands behind the verb of a toll.",
        weight=0.42,
        on=_DIMENSIONS,
        near=lambda: _words("toll") | _TOTALS | _HURT,
        read=partial(_read, _toll),
        takes=(
            ("The toll of the fire climbed to 212.", "212"),
            ("The toll may pass above 40, he said.", "above 40"),
            ("The number of villagers whom the fever killed climbed to 75.", "75"),
            ("The number of wounded or dead rose to 90.", "90"),
        ),
        refuses=("The price rose to 212.",),
    ),
)
