"""Noun phrases, clauses and subjects of a sentence, read without a tagger.

A phrase is a `NounPhrase` of token numbers: `first` to `last` (half-open) and the `head`, its last noun. No function looks
beyond the sentence, nor further than a fixed number of tokens, so the cost is linear on any text.

>>> tokens = Tokens("Norway built 24 coal-fired power plants in Peru.")
>>> found = noun_phrase_after(tokens, 3)
>>> tokens.quote(found.first, found.last), tokens.quote(found.head, found.head + 1)
('coal-fired power plants', 'plants')
"""

from typing import NamedTuple

from factdb import lexicon
from factdb.text import parts
from factdb.text.tokens import Tokens

_LONGEST_PHRASE = 10
_LONGEST_CLAUSE = 40
_MOST_VERBS = 3
_HYPHENS = frozenset("-\u2010\u2011")
_RELATIVES = frozenset(("which", "who", "that"))
_ANY_VERB = parts.AUXILIARY | parts.VERB | parts.FINITE
_MODIFIER = parts.NOUN | parts.PLURAL | parts.ADJECTIVE | parts.PARTICIPLE | parts.GERUND | parts.ADVERB


class NounPhrase(NamedTuple):
    """Tokens `first` to `last` (half-open), determiner left out, and the token of the head noun."""

    first: int
    last: int
    head: int


def noun_phrase_after(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun phrase that begins at token `at`: its modifiers and its head ("coal-fired power plants").

    A determiner at `at` is passed over. The first plural ends the phrase unless another plural follows ("sales
    managers"), since the verb comes next. None where no noun stands there.
    """
    words = tokens.words
    if at >= len(words):
        return None
    stop = min(tokens.sentence_of(at)[1], at + _LONGEST_PHRASE)
    if parts.readings(words[at].low) & parts.DETERMINER:
        at += 1
    head = -1
    here = at
    while here < stop:
        after = _unit_end(tokens, here, stop)
        kind = _kind(tokens, here, after)
        if not kind or (head >= 0 and _ends_before(tokens, head, kind)):
            break
        if kind & (parts.NOUN | parts.PLURAL):
            head = after - 1
        here = after
    return NounPhrase(at, head + 1, head) if head >= 0 else None


def noun_phrase_before(tokens: Tokens, at: int) -> NounPhrase | None:
    """The noun phrase that ends right before token `at`; None where none does."""
    if at <= 0:
        return None
    begin = max(tokens.sentence_of(at - 1)[0], at - _LONGEST_PHRASE)
    first = at
    while first > begin and (_kind(tokens, first - 1, first) or _joins(tokens, first - 1)):
        first -= 1
    if first < at and _joins(tokens, first):
        first += 1
    if first == at or not parts.readings(tokens.words[at - 1].low) & (parts.NOUN | parts.PLURAL):
        return None
    return NounPhrase(first, at, at - 1)


def clause_of(tokens: Tokens, at: int) -> tuple[int, int]:
    """The tokens (half-open) of the clause around token `at`: to the next sign or word that opens another clause."""
    return tokens.clause_of(at, _LONGEST_CLAUSE)


def verb_before(tokens: Tokens, at: int) -> int | None:
    """The nearest finite verb of the clause of `at` before it, the auxiliary if there is one; it has a noun before it."""
    first, _ = clause_of(tokens, at)
    return _verb_between(tokens, first, at)


def subject_of(tokens: Tokens, at: int) -> NounPhrase | None:
    """The subject of the clause that token `at` stands in, with the of-phrases that follow its head.

    It is what stands before the nearest finite verb, or before an earlier one where that shares its subject ("rose and
    later fell"). None where the clause has no verb before `at`, or only a pronoun.
    """
    first, verb = clause_of(tokens, at)[0], at
    for _ in range(_MOST_VERBS):
        nearest = _verb_between(tokens, first, verb)
        if nearest is None:
            return _antecedent(tokens, first, verb)
        verb = nearest
        found = _before_relative(tokens, first, verb) or _subject_between(tokens, first, verb)
        if found is not None:
            return found
    return None


def _verb_between(tokens: Tokens, first: int, last: int) -> int | None:
    """The last finite verb of a stretch, its auxiliary if it has one; None where no noun stands before it."""
    words = tokens.words
    for here in range(last - 1, first, -1):
        bits = parts.readings(words[here].low)
        if bits & (parts.AUXILIARY | parts.FINITE) and not _modifies(tokens, here, bits):
            while here - 1 > first and parts.readings(words[here - 1].low) & (parts.AUXILIARY | parts.ADVERB):
                here -= 1
            return here
    return None


def _antecedent(tokens: Tokens, first: int, last: int) -> NounPhrase | None:
    """The noun phrase that "which", "who" or "that" stands for, where the clause behind it begins with its verb."""
    words = tokens.words
    at = first - 1
    if at < 1 or words[at].low not in _RELATIVES or first >= last or not parts.readings(words[first].low) & _ANY_VERB:
        return None
    return noun_phrase_before(tokens, at - 1 if words[at - 1].text == "," else at)


def _before_relative(tokens: Tokens, first: int, verb: int) -> NounPhrase | None:
    """The subject before a relative clause between commas: "The ash, which is fine, covered 40 roofs"."""
    words = tokens.words
    aside = verb - 1 > first >= 2 and words[verb - 1].text == "," and words[first - 1].low in _RELATIVES and words[first - 2].text == ","
    return noun_phrase_before(tokens, first - 2) if aside else None


def _subject_between(tokens: Tokens, first: int, verb: int) -> NounPhrase | None:
    """The noun phrase between the last comma, "and" or other verb of a stretch and the verb."""
    words = tokens.words
    last = _before_aside(tokens, first, verb)
    joint = 0
    for here in range(last - 2, first - 1, -1):
        bits = parts.readings(words[here].low)
        other = here > first and bits & parts.FINITE and not _modifies(tokens, here, bits)
        if other or words[here].text == ",":
            first = joint if other and joint else here + 1
            break
        if not joint and words[here].low == "and":
            joint = here + 1  # two verbs share a subject before it, or it joins two nouns of one subject
    while first < last and parts.readings(words[first].low) & (parts.CLOSED | parts.ADVERB):
        first += 1
    found = noun_phrase_after(tokens, first) if first < last else None
    return NounPhrase(first, last, min(found.head, last - 1)) if found else None


def _before_aside(tokens: Tokens, first: int, verb: int) -> int:
    """The token behind the subject proper where an apposition stands before the verb: "Steel, the oldest branch, fell"."""
    words = tokens.words
    if verb - 1 <= first or words[verb - 1].text != ",":
        return verb
    for here in range(verb - 2, first, -1):
        if words[here].text == ",":
            return here
    return verb - 1


def _unit_end(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind one word of a phrase, a hyphened compound ("coal-fired") or an abbreviation ("U.S.")."""
    words = tokens.words
    last = at + 1
    while last + 1 < stop and words[last].text in _HYPHENS and not words[last - 1].space and not words[last].space:
        last += 2
    while last < stop and words[last].text == "." and words[last - 1].size == 1 and not words[last - 1].space:
        last += 1
        if words[last - 1].space or last >= stop or words[last].size > 1:
            break
        last += 1
    return last


def _kind(tokens: Tokens, first: int, last: int) -> int:
    """The readings by which a word or compound can stand in a noun phrase; 0 if it cannot."""
    word = tokens.words[last - 1]
    if last - first > 1:
        bits = parts.readings(word.low)
        if word.classes & lexicon.DIGITS and tokens.words[first].capital:
            return parts.NOUN  # "the KR-70"
        return bits & (parts.NOUN | parts.PLURAL) or parts.ADJECTIVE
    bits = parts.readings(word.low)
    if bits & (parts.CLOSED & ~parts.DETERMINER) and not bits & parts.FILLER:
        return parts.NOUN if word.size > 1 and word.text.isupper() else 0  # "US", "IT"
    if bits & parts.DETERMINER or word.classes & (lexicon.MONTH | lexicon.WEEKDAY):
        return 0
    if word.capital and bits:
        return bits & (parts.NOUN | parts.PLURAL | parts.ADJECTIVE) or parts.ADJECTIVE
    return bits & _MODIFIER or bits & parts.FILLER


def _ends_before(tokens: Tokens, head: int, kind: int) -> bool:
    """Whether a phrase that has the head `head` already ends before a word of this kind."""
    plural = parts.readings(tokens.words[head].low) & parts.PLURAL
    if plural:
        return not kind & parts.PLURAL
    return not kind & (parts.NOUN | parts.PLURAL)


def _modifies(tokens: Tokens, at: int, bits: int) -> bool:
    """Whether a word that could be a verb stands before a noun or behind a hyphen or determiner instead."""
    words = tokens.words
    before = words[at - 1]
    if parts.readings(before.low) & (parts.DETERMINER | parts.PREPOSITION) or before.text in _HYPHENS:
        return True
    if bits & parts.PAST and at + 1 < len(words) and words[at + 1].classes & (lexicon.DIGITS | lexicon.CURRENCY):
        return False  # "which fell 5 percent", "they lost $5"
    if before.classes & lexicon.DIGITS:
        return bool(bits & parts.PLURAL)  # "the Coral 300 rose", but "12 falls"
    if bits & (parts.NOUN | parts.PLURAL):
        behind = parts.readings(words[at + 1].low) if at + 1 < len(words) else 0
        return bool(behind & (parts.AUXILIARY | parts.PAST)) or not parts.readings(before.low) & (parts.NOUN | parts.PLURAL | parts.PRONOUN)
    return False


def _joins(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].text in _HYPHENS and not tokens.words[at].space and tokens.glued(at)
