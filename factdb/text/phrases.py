"""Noun phrases, clauses and subjects of a sentence, read off the tags of its words.

A phrase is a `NounPhrase` of token numbers: `first` to `last` (half-open) and the `head`, its last noun. No function looks
beyond the sentence, nor further than a fixed number of tokens, so the cost is linear on any text.

>>> tokens = Tokens("Norway built 24 coal-fired power plants in Peru.")
>>> found = noun_phrase_after(tokens, 3)
>>> tokens.quote(found.first, found.last), tokens.quote(found.head, found.head + 1)
('coal-fired power plants', 'plants')
"""

import re
from typing import NamedTuple

from factdb import lexicon
from factdb.text.tags import tags
from factdb.text.tokens import Tokens

_LONGEST_PHRASE = 10
_LONGEST_CLAUSE = 40
_MOST_VERBS = 3
_HYPHENS = frozenset("-\u2010\u2011&/")
_STOPS = frozenset(";:")
_NOUNS = frozenset("NSP")
_COMPOUND = frozenset("NS")
_GLUED = frozenset("-Y")
_FINITE = "VXZK"
_PORTION = re.compile("[RCI]*D?AO")
_CLAUSE = re.compile("[VXZKWQ;]")
# What a subject is made of, and what its noun phrases are joined by.
_INSIDE = "NSPAYF-'R.E"
_OPENING = frozenset(("after", "before", "as", "since", "until", "than"))
_RELATIVES = frozenset(("which", "who", "that"))


class NounPhrase(NamedTuple):
    """Tokens `first` to `last` (half-open), determiner left out, and the token of the head noun."""

    first: int
    last: int
    head: int


def noun_phrase_after(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun phrase that begins at token `at`: its modifiers and its head ("coal-fired power plants").

    A determiner at `at` is passed over. The first plural ends the phrase unless another plural follows ("sales
    managers"). None where no noun stands there.
    """
    if at >= len(tokens.words):
        return None
    first, letters = tags(tokens, at)
    here = at - first
    if letters[here] == "D":
        here += 1
    begin, head = here, -1
    stop = min(len(letters), here + _LONGEST_PHRASE)
    while here < stop:
        letter = letters[here]
        if letter == "." or (letter == "C" and here > begin):
            if not _goes_on(tokens, first, letters, here, head):
                break
        elif letter in "FD" and head >= 0 and _is_model(tokens, first, letters, here):
            pass
        elif letter not in "NSPAYR-GE" or (head >= 0 and letters[head] == "S" and letter not in "S-") or (letter == "Y" and _is_date(tokens, first + here)):
            break
        elif letter in "NSPY":
            head = here
        elif head == here - 1 and letter in "ARGE" and not (letter == "A" and letters[here + 1 : here + 2] in _COMPOUND):
            break  # "a firm rich in ore", but "an oil trading firm"
        here += 1
    return NounPhrase(first + begin, first + head + 1, first + head) if head >= begin else None


def _is_model(tokens: Tokens, first: int, letters: str, here: int) -> bool:
    """Whether a figure or its "A" stands inside a name that goes on: "Airbus A320 jets", "Boeing 737 MAX planes"."""
    if letters[here] == "F":
        return letters[here - 1] in "PD" and letters[here + 1 : here + 2] in ("N", "S", "P")
    return tokens.words[first + here].text == "A" and letters[here + 1 : here + 2] == "F" and tokens.glued(first + here + 1)


def _is_date(tokens: Tokens, at: int) -> bool:
    return bool(tokens.words[at].classes & (lexicon.MONTH | lexicon.WEEKDAY))


def _goes_on(tokens: Tokens, first: int, letters: str, here: int, head: int) -> bool:
    """Whether a phrase goes on over the point of "U.S. troops" or the "and" of "old and new ships"."""
    if here + 1 >= len(letters):
        return False
    if letters[here] == "C":
        return letters[here - 1] == "A" and letters[here + 1] in "ANS"
    return head == here - 1 and tokens.words[first + here - 1].size == 1 and letters[here + 1] in "PNSA"


def noun_phrase_before(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun phrase that ends right before token `at`; None where none does."""
    if at <= 0:
        return None
    first, letters = tags(tokens, at - 1)
    last = at - first
    head = last - 1
    if letters[head] == "F" and head and letters[head - 1] == "P":
        head -= 1  # "the Coral 300"
    if letters[head] not in _NOUNS:
        return None
    begin = max(0, last - _LONGEST_PHRASE)
    here = head
    while here > begin and (letters[here - 1] in "NSPA-" or _belongs(tokens, first, letters, here)):
        here -= 1
    if tokens.words[first + here].text in _HYPHENS:
        here += 1  # "the 15-member panel"
    return NounPhrase(first + here, at, first + head)


def _belongs(tokens: Tokens, first: int, letters: str, here: int) -> bool:
    """Whether the token before one belongs to its phrase: the point of "U.S. troops", the parts of "two-day visit"."""
    before = letters[here - 1]
    if before == ".":
        return letters[here] in "PNS" and here > 1 and tokens.words[first + here - 2].size == 1
    return letters[max(0, here - 2) : here - 1] == "-" if before == "Y" else before == "F" and letters[here] == "-"


def clause_of(tokens: Tokens, at: int) -> tuple[int, int]:
    """The tokens (half-open) of the clause around token `at`: to the next sign or word that opens another clause."""
    return tokens.clause_of(at, _LONGEST_CLAUSE)


def verb_before(tokens: Tokens, at: int) -> int | None:
    """The first token of the nearest verb of a clause before token `at`, auxiliaries included; brackets and asides are passed over."""
    first, letters = tags(tokens, at)
    here = at - first - 1
    begin = max(0, here - _LONGEST_CLAUSE)
    while here >= begin:
        letter = letters[here]
        if letter in _FINITE:
            return first + _group(letters, here)
        if letter in "WQ" or (letter == ";" and tokens.words[first + here].text in _STOPS):
            return None
        here = _opening(letters, here, begin) - 1 if letter == ")" else here - 1
    return None


def _group(letters: str, here: int) -> int:
    """Where the group of a verb begins: "has since been cut"."""
    while here and letters[here - 1] in "XZKVR":
        if letters[here - 1] == "V" or (letters[here - 1] == "R" and (here < 2 or letters[here - 2] not in "XZK")):
            break
        here -= 1
    return here


def _opening(letters: str, here: int, begin: int) -> int:
    """The bracket that a closing one belongs to; itself where there is none."""
    found = letters.rfind("(", begin, here)
    return here if found < 0 else found


def subject_of(tokens: Tokens, at: int) -> NounPhrase | None:
    """The subject of the clause that token `at` stands in, with what belongs to its head ("sales of cars in Peru").

    It is what stands before the nearest verb, or before an earlier one where that shares its subject ("rose and later
    fell"). None where the clause has no verb before `at`, or only a pronoun.
    """
    end = subject_end(tokens, at)
    return None if end is None else subject_before(tokens, end)


def subject_before(tokens: Tokens, end: int) -> NounPhrase | None:
    """The subject that ends before token `end`, as `subject_end` finds it; None for a pronoun."""
    first, letters = tags(tokens, end - 1)
    if letters[end - 1 - first] in "WQ":
        return _antecedent(tokens, end - 1)
    return None if _stands_alone(letters, end - 1 - first) else _chain(tokens, end)


def is_pronoun(tokens: Tokens, at: int) -> bool:
    """Whether a token is a pronoun that stands for a noun phrase by itself, unlike "it" in "the load across it"."""
    first, letters = tags(tokens, at)
    return _stands_alone(letters, at - first)


def _stands_alone(letters: str, here: int) -> bool:
    return letters[here] == "H" and (here == 0 or letters[here - 1] not in "IO")


def subject_end(tokens: Tokens, at: int) -> int | None:
    """The token behind the subject of the clause of token `at`; the token before it may be a pronoun or relative."""
    for _ in range(_MOST_VERBS):
        verb = verb_before(tokens, at)
        if verb is None:
            return _before_infinitive(tokens, at)
        first, letters = tags(tokens, verb)
        last = _behind_subject(letters, verb - first)
        if last > 1 and tokens.words[first + last - 1].low == "than":
            last -= 2  # "sales more than doubled"
        if last == 0:
            return None
        if letters[last - 1] not in "CT":
            return first + last
        at = first + last - 1
    return None


def _before_infinitive(tokens: Tokens, at: int) -> int | None:
    """The token behind a noun that "to" and a verb follow, in a headline: "Firm to spend 7 million"."""
    first, letters = tags(tokens, at)
    if at - first > _LONGEST_CLAUSE:
        return None
    found = letters.rfind("T", 0, at - first)
    return first + found if found > 0 and letters[found - 1] in _NOUNS and not _CLAUSE.search(letters, 0, found) else None


def _behind_subject(letters: str, verb: int) -> int:
    """The token behind the subject of a verb: adverbs, brackets and asides between commas are passed over."""
    here = verb
    while here and letters[here - 1] == "R":
        here -= 1
    if here and letters[here - 1] == ")":
        here = _opening(letters, here - 1, max(0, here - _LONGEST_CLAUSE))
    if here and letters[here - 1] == ",":
        aside = letters.rfind(",", max(0, here - _LONGEST_CLAUSE), here - 1)
        here = aside if aside >= 0 else here - 1
    return here


def _antecedent(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun phrase that the "which", "who" or "that" at a token stands for."""
    if tokens.words[at].low not in _RELATIVES:
        return None
    return noun_phrase_before(tokens, at - 1 if at and tokens.words[at - 1].text == "," else at)


def _chain(tokens: Tokens, last: int) -> NounPhrase | None:
    """The noun phrases that end at token `last`, joined by "of", other prepositions and "and"."""
    first, letters = tags(tokens, last - 1)
    stop = last - first
    begin = max(0, stop - _LONGEST_CLAUSE)
    here, joint = stop, 0
    while here > begin:
        letter = letters[here - 1]
        if letter == "C":
            joint = here
        elif letter == "I":
            if tokens.words[first + here - 1].low in _OPENING:
                break
        elif letter == "D":
            if here >= 2 and letters[here - 2] in "NSPYF)" and letters[here] != "Y":  # not the "a" of "barrels a day"
                here = _apposed(letters, here - 1)
                break
        elif letter == "H" and here >= 2 and letters[here - 2] in "IO":
            pass  # "the load across it"
        elif letter not in _INSIDE and letter != "O":
            relative = _relative(letters, here)
            if relative:
                here = relative
                continue
            if joint and letter in "VXZKBTGHF":
                here = joint
            break
        here -= 1
    return _trimmed(tokens, first, letters, here, stop)


def _apposed(letters: str, here: int) -> int:
    """The name that opens the sentence right before a determiner, or the determiner: "Acme the largest mill | earned"."""
    name = here
    while name and letters[name - 1] == "P":
        name -= 1
    return here if name else 0


def _relative(letters: str, here: int) -> int:
    """The token of the "who" or "which" whose verb ends before a token, behind a noun: "men who took | the job"; 0 without."""
    while here and letters[here - 1] in "VXZKRB":
        here -= 1
    return here - 1 if here > 1 and letters[here - 1] == "Q" and letters[here - 2] in _NOUNS else 0


def _trimmed(tokens: Tokens, first: int, letters: str, begin: int, stop: int) -> NounPhrase | None:
    """A chain without the words before its first noun phrase: "In May", "Last year the", "But"."""
    if _PORTION.match(letters, begin, stop):
        begin = letters.index("O", begin) + 1  # "Nearly a third of the homes"
    while begin < stop and (letters[begin] in "CDRI.-'O" or (letters[begin] == "F" and letters[begin + 1 : begin + 2] not in _GLUED)):
        if letters[begin] == "I":
            begin = _behind_leading(letters, begin, stop)
        elif letters[begin] == "-" and tokens.words[first + begin].text not in _HYPHENS:
            break
        else:
            begin += 1
    head = begin
    while head + 1 < stop and letters[head + 1] not in "OIEC,WQ":
        head += 1
    while head > begin and letters[head] not in _NOUNS:
        head -= 1
    return NounPhrase(first + begin, first + stop, first + head) if begin < stop else None


def _behind_leading(letters: str, begin: int, stop: int) -> int:
    """Behind a preposition and its noun where another noun phrase follows at once ("In May the firm"), or else behind the preposition alone."""
    for here in range(begin + 2, stop):
        if letters[here] == "D" and letters[here - 1] in "NSPY":
            return here
        if letters[here - 1] == "Y" and letters[here] in "PNSA":
            return here
    return begin + 1
