"""Numbers with the noun that they count: "24 coal-fired power plants", "a 15-member panel", "30 guards, 11 of them new"."""

from functools import partial

from factdb import lexicon
from factdb.mentions import understood
from factdb.mentions.labels import is_label, names_again
from factdb.mentions.mention import Number, Quantity
from factdb.mentions.quantity import fresh
from factdb.mentions.rule import Dispatch, Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import NounPhrase, noun_phrase_after
from factdb.text.tags import tag_of
from factdb.text.tokens import Word

_HYPHENS = frozenset("-\u2010\u2011")
_HANGING = frozenset((",", "and", "or", "to"))
_JOINED = frozenset(("and", "or", "&"))
_FORMS = frozenset(("digits", "words", "vague"))
_ANY = lexicon.DIGITS | lexicon.CARDINAL | lexicon.VAGUE
_MOST_HANGING = 4
_OLDEST = 115
_STRONGEST = 10
_BE_OLD = frozenset(("is", "was", "be", "turned", "turns", "turn", "s"))
_PERSONS = frozenset(("he", "she", "who", "i"))
_ABOUT_PERSON = frozenset(("of", "from", "who", "whose"))
_OR_SO = frozenset(("more", "fewer", "so"))
_BETWEEN = frozenset(("will", "now", "only", "just", "still", "would", "to", "about"))
_MEASURED = frozenset(("physical", "duration", "age"))


_words = partial(lexicon.word_set, "nouns.toml")


def read(scan: Scan) -> None:
    """Add the counts of the text; what counts nothing stays free."""
    words, before = scan.tokens.words, len(scan.quantities)
    for number in scan.free():
        if number.form not in _FORMS:
            continue
        labelled = is_label(scan, number) or names_again(scan, number)
        behind = words[number.last].low if number.last < len(words) else ""
        for rule in (MAGNITUDE,) if labelled else _DISPATCH.woken(_ANY, behind):
            found = rule.match(scan, number.first)
            if found is not None:
                scan.add_quantity(number, found)
                break
        else:
            if labelled:
                scan.labelled.add(number.first)
    if len(scan.quantities) > before:
        scan.sort()


def number_and_noun(scan: Scan, at: int) -> Quantity | None:
    """ "24 coal-fired power plants", "40 more women", "dozens of men"; none for a verb or a stand-in."""
    number = scan.numbers[at]
    phrase = _counted(scan, number)
    if phrase is None:
        return None
    if _describes(scan, number, phrase):
        return _of_noun(scan, number, NounPhrase(phrase.first, phrase.first + 1, phrase.first), "counts.compound")
    return _of_noun(scan, number, phrase, "counts.number_and_noun")


def _describes(scan: Scan, number: Number, phrase: NounPhrase) -> bool:
    """Whether several of the first noun describe one of the second, as with a hyphen: "a 12 page report", "its 3 bedroom house"."""
    tokens = scan.tokens
    if number.value <= 1 or phrase.head == phrase.first or number.form == "vague" or tokens.words[phrase.first].capital or phrase.first != number.last:
        return False
    if not number.first or tokens.words[number.first - 1].low not in ("a", "an"):
        return False
    return tag_of(tokens, phrase.first) == tag_of(tokens, phrase.head) == "N" and _is_counted_noun(tokens.words[phrase.first].low)


def _counted(scan: Scan, number: Number) -> NounPhrase | None:
    words, at = scan.tokens.words, number.last
    if number.form == "vague" and at < len(words) and words[at].low == "of":
        at += 1
    elif at + 1 < len(words) and words[at].low == "or" and words[at + 1].low in _OR_SO:
        at += 2
    elif number.first > 1 and words[number.first - 1].low == "of" and words[number.first - 2].low in _people() and _may_act(words, at):
        return None  # "a population of 40,000 uses the ferry"
    elif at < len(words) and (words[at].text in _HYPHENS or parts.readings(words[at].low) & parts.DETERMINER):
        return None
    phrase = noun_phrase_after(scan.tokens, at)
    if phrase is None:
        return None
    phrase = _coordinated(scan, number, phrase)
    head = words[phrase.head].low
    if number.form == "vague" and phrase.first > at and not parts.readings(head) & parts.PLURAL:
        return None  # "dozens of the crowd"
    timed = words[phrase.head].classes & lexicon.TIME_UNIT and words[phrase.head - 1].low in ("next", "last")  # "30 more next year"
    named = len(head) > 1 and not parts.readings(head) & parts.CLOSED  # no "x" of "10 x 15"
    return None if timed or not named or head in _words("stand_in") else phrase


def _may_act(words: list[Word], at: int) -> bool:
    return at < len(words) and bool(parts.readings(words[at].low) & (parts.THIRD | parts.PAST))


_persons = partial(lexicon.word_set, "counts.toml", "persons")
_people = partial(lexicon.word_set, "counts.toml", "people")


def magnitude(scan: Scan, at: int) -> Quantity | None:
    """How strong a quake was: "a magnitude 6.1 quake", "magnitude-6.1"."""
    words = scan.tokens.words
    before = at - 1 - (at > 1 and words[at - 1].text in _HYPHENS)
    if before < 0 or words[before].low not in ("magnitude", "magnitudes") or scan.numbers[at].value > _STRONGEST:
        return None
    quantity = fresh(scan, scan.numbers[at], "bare", "counts.magnitude")
    quantity.unit = quantity.unit_phrase = "magnitude"
    return quantity


def _coordinated(scan: Scan, number: Number, phrase: NounPhrase) -> NounPhrase:
    """The phrase of many things on to its plural, which the tags may end too early: "40 hip and knee operations"."""
    words, at = scan.tokens.words, phrase.head + 1
    if number.value <= 1 or at + 1 >= len(words) or tag_of(scan.tokens, phrase.head) != "N":
        return phrase
    if tag_of(scan.tokens, at) == "V" and parts.readings(words[at].low) & parts.PLURAL:
        return NounPhrase(phrase.first, at + 1, at)  # "40 page views a day"
    if words[at].low not in _JOINED:
        return phrase
    other = noun_phrase_after(scan.tokens, at + 1)
    plural = other is not None and other.first == at + 1 and other.head > other.first and tag_of(scan.tokens, other.head) == "S"
    return NounPhrase(phrase.first, other.last, other.head) if other is not None and plural else phrase


def compound(scan: Scan, at: int) -> Quantity | None:
    """ "a 15-member panel", "three-storey"; "four- and six-cylinder" shares its noun."""
    number = scan.numbers[at]
    noun = _compound_noun(scan, number.last) if number.value > 1 and number.form != "vague" else 0
    return _of_noun(scan, number, NounPhrase(noun, noun + 1, noun), "counts.compound", last=number.last) if noun else None


def _compound_noun(scan: Scan, at: int) -> int:
    """The token of the noun behind the hyphen at a token; 0 if there is none."""
    words = scan.tokens.words
    for _ in range(_MOST_HANGING):
        if at + 1 >= len(words) or words[at].text not in _HYPHENS or not scan.tokens.glued(at):
            return 0
        if not words[at].space and words[at + 1].low not in _HANGING:
            return at + 1 if _is_counted_noun(words[at + 1].low) else 0
        at += 1
        while at < len(words) and words[at].low in _HANGING:
            at += 1
        following = scan.numbers.get(at)
        if following is None:
            return 0
        at = following.last
    return 0


def _is_counted_noun(low: str) -> bool:
    bits = parts.readings(low)
    return bool(bits & parts.NOUN) and not bits & (parts.CLOSED | parts.PLURAL) and low not in _words("uncounted")


def things_measured(scan: Scan, at: int) -> Quantity | None:
    """ "2,000 9 litre casks": things counted that have a measure of their own."""
    number = scan.numbers[at]
    measure = scan.taken.get(number.last)
    if measure is None or measure.dimension not in _MEASURED or measure.first != number.last:
        return None
    phrase = noun_phrase_after(scan.tokens, measure.last)
    if phrase is None or not parts.readings(scan.tokens.words[phrase.head].low) & parts.PLURAL:
        return None
    return _of_noun(scan, number, NounPhrase(number.last, phrase.last, phrase.head), "counts.things_measured")


def age(scan: Scan, at: int) -> Quantity | None:
    """ "she is 35 now", "Ann Lee, 35, said": the age of a person."""
    number = scan.numbers[at]
    if number.form == "vague" or not 1 < number.value <= _OLDEST or number.value % 1:
        return None
    words = scan.tokens.words
    behind = tag_of(scan.tokens, number.last) if number.last < scan.tokens.sentence_of(at)[1] else "."
    if not (_is_apposition(scan, at, behind) or (behind in ".,;WIC" and _says_age(scan, at))):
        return None
    if number.last < len(words) and words[number.last].text in ("%", "/", ":"):
        return None
    quantity = fresh(scan, number, "age", "counts.age")
    quantity.unit, quantity.unit_phrase = "year", "year"
    return quantity


def _is_apposition(scan: Scan, at: int, behind: str) -> bool:
    """Whether a number stands between commas behind a first and a last name, or behind one name that a clause then speaks of."""
    if behind == "," and at >= 2 and scan.tokens.words[at - 1].text == "," and _one_name(scan, at):
        return True
    named = at >= 3 and all(tag_of(scan.tokens, here) == "P" and scan.tokens.words[here].text.istitle() for here in (at - 3, at - 2))
    return named and scan.tokens.words[at - 1].text == "," and behind in ",." and at - 3 >= scan.tokens.sentence_of(at)[0]


def _one_name(scan: Scan, at: int) -> bool:
    """ "Ortega, 61, said", "Ortega, 61, of Leeds", "the mayor, 61, left"; not "in Leeds, 61, ..."."""
    tokens, begin = scan.tokens, scan.tokens.sentence_of(at)[0]
    behind = scan.numbers[at].last + 1
    if at - 2 < begin or behind >= len(tokens) or not (tag_of(tokens, behind) in "VXZK" or tokens.words[behind].low in _ABOUT_PERSON):
        return False
    before = tag_of(tokens, at - 3) if at - 2 > begin else ""
    if tag_of(tokens, at - 2) == "N":
        return before == "D"
    return tokens.words[at - 2].text.istitle() and tag_of(tokens, at - 2) == "P" and before not in tuple("IOPF")


def _says_age(scan: Scan, at: int) -> bool:
    words = scan.tokens.words
    here, begin = at - 1, max(scan.tokens.sentence_of(at)[0], at - 5)
    while here > begin and words[here].low in _BETWEEN:
        here -= 1
    if words[here].low in ("than", "of"):
        return words[here - 1].low in ("older", "younger", "age")
    if words[here].low in ("over", "under"):
        return words[here - 1].low in _persons()
    if here <= begin or words[here].low not in _BE_OLD:
        return False
    here -= 1
    while here > begin and words[here].low in _BETWEEN | {"'", "\u2019"}:
        here -= 1
    return words[here].low in _PERSONS


def _of_noun(scan: Scan, number: Number, phrase: NounPhrase, rule: str, last: int = -1) -> Quantity:
    quantity = fresh(scan, number, "count", rule, last=phrase.last if last < 0 else _compound_end(phrase, last))
    quantity.unit = _singular(scan.tokens.words[phrase.head])
    quantity.unit_phrase = _unit_phrase(scan, number, phrase, quantity.unit)
    quantity.unit_text = scan.tokens.quote(phrase.first, phrase.last)
    return quantity


def _singular(word: Word) -> str:
    """The singular of a noun, also of one in capitals ("MPs")."""
    return word.low[:-1] if word.size > 2 and word.text[-1] == "s" and word.text[:-1].isupper() else parts.singular(word.low)


def _compound_end(phrase: NounPhrase, last: int) -> int:
    """The end of a compound; a hanging one ends at its own hyphen."""
    return phrase.last if phrase.head == last + 1 else last


def _unit_phrase(scan: Scan, number: Number, phrase: NounPhrase, head: str) -> str:
    """The noun in the singular with its modifiers as written, those before the number too; fillers such as "more" left out."""
    tokens = scan.tokens
    first = phrase.first
    while first < phrase.head and _says_nothing(parts.readings(tokens.words[first].low)):
        sized = first + 1 < phrase.head and parts.readings(tokens.words[first + 1].low) & parts.PARTICIPLE
        first += 2 if sized and tokens.words[first].low.endswith("ly") else 1  # "neatly built"
    modifiers = ("" if phrase.first > number.last else _before_number(scan, number.first)) + tokens.text[tokens.starts[first] : tokens.starts[phrase.head]]
    return " ".join((modifiers + head).split())


def _before_number(scan: Scan, at: int) -> str:
    """A modifier between determiner and number: "the top three teams", "a record 40 goals"."""
    if at < 2 or tag_of(scan.tokens, at - 1) not in "AN" or tag_of(scan.tokens, at - 2) != "D" or scan.tokens.sentence_of(at)[0] > at - 2:
        return ""
    word = scan.tokens.words[at - 1]
    return "" if word.low in _words("loose") or parts.readings(word.low) & (parts.CLOSED | parts.ADVERB | parts.FILLER) else word.text + " "


def _says_nothing(bits: int) -> bool:
    """Fillers ("more") and mere adverbs; "straight" in "six straight wins" is an adjective too."""
    return bool(bits & parts.FILLER or (bits & parts.ADVERB and not bits & parts.ADJECTIVE))


MAGNITUDE: Rule[Quantity] = Rule(
    "counts.magnitude",
    "The number says how strong a quake was.",
    _ANY,
    magnitude,
    (("a magnitude 6.1 quake", "6.1 magnitude"), ("a magnitude-6.1 quake", "6.1 magnitude")),
    ("a quake of 6.1", "an order of magnitude 600 times over"),
)
RULES: tuple[Rule[Quantity], ...] = (
    MAGNITUDE,
    Rule(
        "counts.things_measured",
        "A number counts things that have a measure of their own.",
        _ANY,
        things_measured,
        (),
        (),
    ),
    Rule(
        "counts.compound",
        "A hyphen ties the number to the noun that it counts.",
        _ANY,
        compound,
        (("a 15-member panel", "15 member"), ("a three-storey hut", "3 storey")),
        ("a 15-odd crowd",),
        _HYPHENS,
    ),
    Rule(
        "counts.number_and_noun",
        "The noun behind the number is what it counts.",
        _ANY,
        number_and_noun,
        (("24 coal-fired power plants", "24 plant"), ("40 more women", "40 woman")),
        ("40 were hurt",),
    ),
    Rule(
        "counts.age",
        "The number says how old a person is.",
        _ANY,
        age,
        (
            ("She is 35.", "35 year"),
            ("Ann Lee, 35, left.", "35 year"),
            ("The mayor, 35, has left.", "35 year"),
            ("Ortega, 35, of Leeds, left.", "35 year"),
            ("They are older than 65.", "65 year"),
        ),
        ("It is 35.", "She has 35.", "In Leeds, 35, he said, left."),
    ),
    *understood.RULES,
)
_DISPATCH = Dispatch(RULES)
