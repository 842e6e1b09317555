"""What a quantity is about: content words of what is measured, from the phrases around it and the subject of its clause."""

from functools import cache

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.phrases import NounPhrase, clause_of, noun_phrase_after, noun_phrase_before, subject_of

_LONGEST = 12
_JOINTS = frozenset("-\u2010\u2011&/")
_VERB = parts.AUXILIARY | parts.FINITE
_SIGNS = frozenset(("+", "-", "=", ":", "\u2212"))
_TIMES = lexicon.TIME_UNIT | lexicon.MONTH | lexicon.WEEKDAY
_EMPTY = parts.CLOSED | parts.ADVERB


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon.words("nouns.toml", group))


def read(scan: Scan) -> None:
    """Give each quantity the words of what it is about, in the order of the text."""
    subjects = _Subjects(scan)
    last: NounPhrase | None = None
    for quantity in scan.quantities:
        if quantity.of is None:
            phrase = _measured(scan, quantity) or subjects.at(quantity.first) or _right_before(scan, quantity) or _earlier(scan, quantity, last)
            last = phrase or last
            quantity.of = _content(scan, phrase) if phrase else None


def _right_before(scan: Scan, quantity: Quantity) -> NounPhrase | None:
    """The noun that a figure follows at once, where no verb is: "deck width 7 m", "Tin +4%"."""
    at = quantity.first
    while at and scan.tokens.words[at - 1].text in _SIGNS:
        at -= 1
    found = noun_phrase_before(scan.tokens, at) if at > scan.tokens.sentence_of(quantity.first)[0] else None
    return None if found and parts.readings(scan.tokens.words[found.head].low) & _VERB else found


def _earlier(scan: Scan, quantity: Quantity, last: NounPhrase | None) -> NounPhrase | None:
    """What the figure before in the same sentence is about."""
    return last if last is not None and last.first >= scan.tokens.sentence_of(quantity.first)[0] else None


class _Subjects:
    """The subjects of clauses, asked for from left to right: each clause is read once, however many figures it holds."""

    def __init__(self, scan: Scan) -> None:
        self._tokens = scan.tokens
        self._asked = self._until = -1
        self._subject: NounPhrase | None = None

    def at(self, at: int) -> NounPhrase | None:
        """The subject of the clause of token `at`."""
        if at >= self._until:
            self._until = clause_of(self._tokens, at)[1]
            self._subject = subject_of(self._tokens, at)
        elif any(parts.readings(word.low) & _VERB for word in self._tokens.words[self._asked : at]):
            self._subject = subject_of(self._tokens, at)
        self._asked = at
        return self._subject


def _measured(scan: Scan, quantity: Quantity) -> NounPhrase | None:
    """The noun behind the quantity or its "of", or before an "of": "40 kg of rice", "a 7 percent pay rise", "sales of 40 cars".

    A count names its own noun.
    """
    tokens = scan.tokens
    at = quantity.last
    if quantity.first and tokens.words[quantity.first - 1].low == "of":
        found = noun_phrase_before(tokens, quantity.first - 1)
        return None if found and tokens.words[found.head].low in _words("empty") else found
    if quantity.dimension in ("count", "bare") or at >= tokens.sentence_of(quantity.first)[1]:
        return None
    if tokens.words[at].low in ("of", "in"):
        return noun_phrase_after(tokens, at + 1) if tokens.words[at].low == "of" else None
    paid = quantity.dimension == "money" and tokens.words[at].low == "for" and at + 1 < len(tokens)
    if paid and parts.readings(tokens.words[at + 1].low) & parts.DETERMINER:
        return _thing(scan, noun_phrase_after(tokens, at + 1))  # "40 euros for a new roof"
    if parts.readings(tokens.words[at].low) & parts.DETERMINER:
        return None  # "6 percent a year earlier", "5 million this time"
    return _thing(scan, noun_phrase_after(tokens, at))


def _thing(scan: Scan, phrase: NounPhrase | None) -> NounPhrase | None:
    """The noun itself, what a "rise in" or "drop of" it names, or nothing for a time ("5 percent last year")."""
    words = scan.tokens.words
    if phrase is None or words[phrase.head].classes & _TIMES:
        return None
    if words[phrase.head].low not in _words("move"):
        return phrase
    if phrase.head > phrase.first and parts.readings(words[phrase.head - 1].low) & parts.NOUN:
        return NounPhrase(phrase.first, phrase.head, phrase.head - 1)  # "a 7 percent wool price rise"
    moved = phrase.last < len(words) and words[phrase.last].low in ("in", "of", "for")
    return noun_phrase_after(scan.tokens, phrase.last + 1) if moved else None


def _content(scan: Scan, phrase: NounPhrase) -> str | None:
    """The words of a phrase without determiners, prepositions, adverbs and signs."""
    tokens = scan.tokens
    kept: list[str] = []
    for at in range(phrase.first, min(phrase.last, phrase.first + _LONGEST)):
        word = tokens.words[at]
        joint = word.text in _JOINTS and tokens.glued(at) and not word.space
        if kept and (joint or kept[-1][-1] in _JOINTS):
            kept[-1] += word.text
        elif word.text[0].isalnum() and not parts.readings(word.low) & _EMPTY:
            kept.append(word.text)
    return " ".join(kept) or None
