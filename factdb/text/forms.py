"""What a word tells by itself, wherever it stands: its readings as bits, and its letter where that is always the same.

The bits are those of `factdb.text.parts` and more, told by form and word class; the letters are those of `factdb.text.tags`.
"""

from factdb import lexicon
from factdb.text import parts
from factdb.text.tokens import Word

_EXTRA = (1 << n for n in range(20, 39))
NAME, FIGURE, TIME, COMMA, CUT, OPENING, CLOSING, HYPHEN, APOSTROPHE, END, OF, TO, BE, HAVE, THAT, JOINING, OLD, SAYS, RELATIVE = _EXTRA


NOMINAL = parts.NOUN | parts.PLURAL
VERBAL = parts.VERB | parts.PAST | parts.THIRD
CLOSED = parts.CLOSED | parts.OPENER | parts.FILLER
OPEN = NOMINAL | VERBAL | parts.PARTICIPLE | parts.GERUND | parts.ADJECTIVE | parts.ADVERB

_SIGNS = {",": COMMA, "(": OPENING, "[": OPENING, ")": CLOSING, "]": CLOSING, "'": APOSTROPHE, "\u2019": APOSTROPHE}
_SIGNS |= dict.fromkeys(';:\u2013\u2014"\u201c\u201d', CUT)
_SIGNS |= dict.fromkeys("-\u2010\u2011&/", HYPHEN)
_SIGNS |= dict.fromkeys(".!?\u2026", END)
_LETTERS = ((FIGURE, "F"), (TIME, "Y"), (COMMA, ","), (CUT, ";"), (OPENING, "("), (CLOSING, ")"), (HYPHEN, "-"), (APOSTROPHE, "'"), (END, "."))
_NOUN_LETTERS = {parts.NOUN: "N", parts.PLURAL: "S", NOMINAL: "S"}
_WORDS = {"of": OF, "to": TO, "that": THAT, "old": OLD, "said": SAYS, "told": SAYS, "say": SAYS, "says": SAYS}
_WORDS |= dict.fromkeys(("is", "are", "was", "were", "be", "been", "being", "am", "s", "re"), BE)
_WORDS |= dict.fromkeys(("has", "have", "had", "having", "ve"), HAVE)
_WORDS |= dict.fromkeys(("and", "or", "nor"), JOINING)
_WORDS |= dict.fromkeys(("who", "which"), RELATIVE)
_FIGURES = lexicon.DIGITS | lexicon.CARDINAL | lexicon.SCALE | lexicon.PERCENT
_SUFFIXES = frozenset("kmb")  # behind a figure: "3m homes"
_GUESSED = parts.GERUND | parts.PAST | parts.ADJECTIVE
_TIMES = lexicon.MONTH | lexicon.WEEKDAY | lexicon.TIME_UNIT


def learn(word: Word) -> str:
    """The letter that a word has by itself, kept with it together with its readings: words are met again and again."""
    word.form = _form(word)
    word.letter = _letter(word, word.form)
    return word.letter


def _letter(word: Word, form: int) -> str:
    """The letter of a word where it is the same in every place, else "?"."""
    for bit, letter in _LETTERS:
        if form & bit:
            return letter
    if form & (TO | THAT) or word.text == "s":
        return "?"
    if form & CLOSED:
        return _closed(form)
    if form & NAME:
        return "P"
    open_bits = form & OPEN
    return "R" if open_bits == parts.ADVERB else "A" if form == parts.ADJECTIVE else _NOUN_LETTERS.get(open_bits, "?")


def _form(word: Word) -> int:
    sign = _SIGNS.get(word.text)
    if sign is not None:
        return sign
    low, classes = word.low, word.classes
    if classes & _FIGURES or not low[0].isalpha() or word.text in _SUFFIXES:
        return FIGURE
    if classes & lexicon.ORDINAL:
        return parts.ADJECTIVE
    if (classes & lexicon.TIME_UNIT and word.size > 2) or (word.capital and classes & _TIMES):
        return TIME
    bits = parts.readings(low) | _WORDS.get(word.text if word.size == 1 else low, 0)
    if bits & parts.CLOSED:
        return NAME | parts.NOUN if bits & parts.PRONOUN and word.size > 1 and word.text.isupper() else bits  # "US"
    if word.size > 2 and word.text[-1] == "s" and word.text[:-1].isupper():
        return parts.PLURAL  # "MPs"
    if not word.capital:
        return bits
    return parts.NOUN | NAME if bits & _GUESSED and not parts.known(low) else bits | NAME  # "Beijing" is no verb


def _closed(form: int) -> str:
    """The letter of a word of a closed class."""
    if form & (BE | HAVE):
        return "Z" if form & BE else "K"
    for bits, letter in (
        (JOINING, "C"),
        (RELATIVE, "Q"),
        (OF, "O"),
        (parts.AUXILIARY, "X"),
        (parts.DETERMINER, "D"),
        (parts.PREPOSITION, "I"),
        (parts.ADVERB, "R"),
        (parts.CONJUNCTION | parts.OPENER, "W"),
        (parts.PRONOUN, "H"),
    ):
        if form & bits:
            return letter
    return "A"  # "more", "other"
