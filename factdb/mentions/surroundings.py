"""Where a quantity stands in its sentence: the tags around it, and the noun phrases beside it."""

from factdb import lexicon
from factdb.mentions.mention import Quantity
from factdb.mentions.scan import Scan
from factdb.text.phrases import NounPhrase, noun_phrase_after, noun_phrase_before
from factdb.text.tags import tags

REACH = 20  # how far before a quantity its verb is looked for
MEASURES = frozenset(("money", "percent", "physical"))
_TIMES = lexicon.TIME_UNIT | lexicon.MONTH | lexicon.WEEKDAY
_VERBS = frozenset("VBGXZK")
_STOPS = frozenset(";WQ(")


class Place:
    """Where a quantity stands: the scan, the quantity, the tags of its sentence, and its tokens counted from there.

    `before` and `behind` are the words beside it, `said` the quantity before it in the text.
    """

    __slots__ = ("_verb", "before", "behind", "first", "last", "letters", "offset", "quantity", "said", "scan")

    def __init__(self, scan: Scan, quantity: Quantity, said: Quantity | None) -> None:
        offset, letters = tags(scan.tokens, quantity.first)
        self.said = said
        self.scan = scan
        self.quantity = quantity
        self.letters = letters
        self.offset = offset
        self.first = quantity.first - offset
        self.last = quantity.last - offset
        self.before = scan.tokens.words[quantity.first - 1].low if self.first else ""
        self.behind = scan.tokens.words[quantity.last].low if self.last < len(letters) else ""
        self._verb = -2

    @property
    def verb(self) -> int:
        """The nearest verb before the quantity in its clause, whatever its form; -1 if there is none."""
        if self._verb == -2:
            self._verb = _verb(self.letters, self.first)
        return self._verb

    def word(self, at: int) -> str:
        return self.scan.tokens.words[self.offset + at].low if 0 <= at < len(self.letters) else ""

    def letter(self, at: int) -> str:
        return self.letters[at] if 0 <= at < len(self.letters) else "."

    def noun_after(self, at: int) -> NounPhrase | None:
        """The noun phrase that begins at token `at` of the sentence, with what an owner has ("Peru's mines"); no time."""
        found = noun_phrase_after(self.scan.tokens, self.offset + at) if at < len(self.letters) else None
        if found is not None and self.letter(found.last - self.offset) == "'":
            behind = found.last + (2 if self.letter(found.last + 1 - self.offset) == "'" else 1)
            owned = noun_phrase_after(self.scan.tokens, behind) if behind < self.offset + len(self.letters) else None
            found = NounPhrase(found.first, owned.last, owned.head) if owned else found
        return None if found is None or self.scan.tokens.words[found.head].classes & _TIMES else found

    def behind_figure(self, at: int) -> int:
        """Token `at`, or the one behind the figure that a phrase opens with: "the 40 seats", "its 2024 forecast"."""
        if self.letter(at) != "D" or self.letter(at + 1) != "F":
            return at
        here = at + 2
        while self.letter(here) == "F":
            here += 1
        return here if self.letter(here) in "ANSP" else at

    def noun_before(self, at: int) -> NounPhrase | None:
        found = noun_phrase_before(self.scan.tokens, self.offset + at) if at > 0 else None
        if found is None or self.scan.tokens.words[found.head].classes & _TIMES:
            return None
        said = self.said
        unit = said is not None and said.core[1] <= found.head < said.last and said.dimension in MEASURES
        return None if unit else found  # "7 kg of rice", "7 stone 4 pounds"


def _verb(letters: str, first: int) -> int:
    for here in range(first - 1, max(-1, first - REACH), -1):
        letter = letters[here]
        if letter in _VERBS:
            return here
        if letter in _STOPS:
            break
    return -1
