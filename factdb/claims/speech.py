"""Where a sentence tells who says so: the phrase of its source, found at the word of speech or of report."""

from functools import cache, partial
from typing import NamedTuple

from factdb import lexicon
from factdb.text import parts
from factdb.text.phrases import NounPhrase, noun_phrase_after, noun_phrase_before
from factdb.text.tokens import Tokens, Word

PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them"))
CLOSING = frozenset('"\u201d')
APOSTROPHES = frozenset("'\u2019")
_OPENERS = frozenset('"\u201c')
_LINKS = frozenset(("of", "for", "with", "from", "at", "by", "in", "on"))
_PASSIVE_TAIL = frozenset(("at", "as", "to"))
_PASSIVE = frozenset(("was", "were", "been", "being"))
_ENDS_SPEECH = CLOSING | {","}
_GOES_ON = frozenset(("adding", "saying", "noting", "that", ":", '"', "\u201c", "and", "warning"))
_STARTS_CLAUSE = parts.DETERMINER | parts.PRONOUN | parts.NOUN | parts.PLURAL | parts.ADJECTIVE
_APPOSITION = 24
_MOST_LINKS = 4
_BETWEEN = parts.AUXILIARY | parts.ADVERB


class Told(NamedTuple):
    """The tokens of the source phrase (half-open), its first noun phrase, the word of speech, and the rule that saw it."""

    first: int
    last: int
    head: NounPhrase
    verb: int
    rule: str

    def covers(self, tokens: Tokens, at: int) -> bool:
        """Whether the word at a token can be what is said: it stands neither inside the source's own description nor, behind a
        speech that stands first ("..., Moe said at the fair, which ended on Sunday"), in what the article adds.
        """
        if self.rule == "according_to":
            return not self.first <= at < self.last
        if self.first <= at < self.verb:
            return False
        behind = max(self.verb, self.last)
        return at < behind or not self.stands_last(tokens) or any(word.low in _GOES_ON for word in tokens.words[behind:at])

    def stands_last(self, tokens: Tokens) -> bool:
        """Whether what is said stands before its source: a clause and a comma or a closing mark, and nothing that the verb takes behind it."""
        words = tokens.words
        begin = min(self.first, self.verb)
        if begin and parts.readings(words[begin - 1].low) & parts.DETERMINER:
            begin -= 1
        if not begin or words[begin - 1].text not in _ENDS_SPEECH:
            return False
        first, last = tokens.sentence_of(begin)
        behind = max(self.verb + 1, self.last)
        goes_on = behind < last and parts.readings(words[behind].low) & _STARTS_CLAUSE and not words[behind].classes & lexicon.WEEKDAY
        return not goes_on and any(parts.readings(word.low) & (parts.AUXILIARY | parts.FINITE) for word in words[first : begin - 1])


# A group of the words of speech.
words_of = partial(lexicon.word_set, "speech.toml")


@cache
def cues() -> frozenset[str]:
    """The words without which no sentence tells its source."""
    return frozenset(("according", "quoted", "cited")) | words_of("verb") | words_of("report") | words_of("show") | words_of("adding")


def told(tokens: Tokens, first: int, last: int) -> Told | None:
    """The source that the sentence from `first` to `last` names, None where it names none."""
    words, lows = tokens.words, tokens.lows
    spare = None
    for at in tokens.among(cues(), first, last):
        low = lows[at]
        if low == "according":
            found = _behind(tokens, at + 2, last, at, "according_to") if words[at + 1 : at + 2] and words[at + 1].low == "to" else None
        elif low in ("quoted", "cited"):
            found = _quoted(tokens, first, at, last)
        elif low in words_of("adding"):
            spare = spare or (None if _counts(tokens, at, last) else _before(tokens, first, at, "saying"))
            found = None
        else:
            found = _spoken(tokens, first, at, last)
        if found:
            return found
    return spare


def _spoken(tokens: Tokens, first: int, at: int, last: int) -> Told | None:
    """Subject before or behind a verb of speech, by what the verb may have for a subject."""
    words = tokens.words
    low = words[at].low
    behind = words[at + 1].low if at + 1 < last else ""
    if behind == "by" or (low in words_of("report") and (behind in _PASSIVE_TAIL or _counts(tokens, at, last))):
        return None
    found = _inverted(tokens, at, last) or _before(tokens, first, at, "told")
    if found is None or low in words_of("verb"):
        return found
    head = words[found.head.head]
    if head.classes & lexicon.CARDINAL:
        return None
    person = low not in words_of("show")
    known = head.low in words_of("document") or (person and (head.capital or head.low in words_of("speaker")))
    return found if known or head.low in PRONOUNS else None


def _counts(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a verb of report has a toll for object: "claimed 40 lives", "claimed responsibility"."""
    low = {word.low for word in tokens.words[at + 1 : min(at + 6, last)]}
    return tokens.words[at].low.startswith("claim") and not low.isdisjoint(("life", "lives", "responsibility", "victory", "title"))


def _quoted(tokens: Tokens, first: int, at: int, last: int) -> Told | None:
    """ "Lee was quoted as saying", "the Post quoted Lee as saying"; a figure "quoted by" another stays with its own speaker."""
    words = tokens.words
    if at > first and words[at - 1].low in _PASSIVE:
        return _before(tokens, first, at, "quoted")
    return _behind(tokens, at + 1, last, at, "quoted")


def _before(tokens: Tokens, first: int, verb: int, rule: str) -> Told | None:
    """The subject right before a verb, its titles and what hangs on it included; an apposition between commas is passed over."""
    words = tokens.words
    end = verb
    while end > first and parts.readings(words[end - 1].low) & _BETWEEN and words[end - 1].low not in PRONOUNS:
        end -= 1
    end = _before_bracket(tokens, first, _before_day(tokens, first, end))
    if end - 1 > first and words[end - 1].low in ("who", "which"):
        end -= 1 + (words[end - 2].text == ",")
    if end <= first:
        return None
    if words[end - 1].low in PRONOUNS:
        return Told(end - 1, end, NounPhrase(end - 1, end, end - 1), verb, rule)
    if words[end - 1].text == ",":
        end = _before_apposition(tokens, first, end - 1)
    chain = _chain(tokens, first, end)
    return None if chain is None else Told(chain[0].first, chain[1], chain[0], verb, rule)


def _before_day(tokens: Tokens, first: int, end: int) -> int:
    """The token at which a weekday before a verb begins: "the fund on Monday said", "the fund late Monday said"."""
    if end - 2 > first and tokens.words[end - 1].classes & lexicon.WEEKDAY:
        return end - 2 if tokens.words[end - 2].low in ("on", "late", "early", "last") else end - 1
    return end


def _before_bracket(tokens: Tokens, first: int, end: int) -> int:
    """The token at which a short bracket before a verb opens: "the Housing Fund (HF) said"."""
    if end > first and tokens.words[end - 1].text == ")":
        for at in range(end - 2, max(first, end - 6), -1):
            if tokens.words[at].text == "(":
                return at
    return end


def _before_apposition(tokens: Tokens, first: int, comma: int) -> int:
    """The end of the name that an apposition between commas explains: of "Ann Lee, head of the fund, said" the first comma.

    Where the name stands in the commas ("the director, Ann Lee, said") the second.
    """
    words = tokens.words
    for at in range(comma - 1, max(first, comma - _APPOSITION), -1):
        if words[at].text in _OPENERS or words[at].text == ";":
            break
        if words[at].text == "," and (words[at - 1].capital or words[at + 1].low in ("a", "an", "the")) and _chain(tokens, first, at):
            return at
    return comma


def _chain(tokens: Tokens, first: int, end: int) -> tuple[NounPhrase, int] | None:
    """The noun phrase that ends before `end`, or the one that it hangs on ("officials of the ministry"), and the end of the whole."""
    nearest = _noun_before(tokens, end)
    if nearest is None or nearest.first < first:
        return None
    found = hangs_on = nearest
    for _ in range(_MOST_LINKS):
        link = _link_before(tokens, owner_start(tokens, hangs_on.first))
        earlier = _noun_before(tokens, link) if link > first else None
        if earlier is None or earlier.first < first:
            break
        if _speaks(tokens.words[earlier.head]):
            end = link if tokens.words[found.head].low in words_of("document") else end  # "the bank in its report said" is the bank's word
            found = earlier
        hangs_on = earlier
    return _with_the_other(tokens, first, found), end


def _speaks(word: Word) -> bool:
    return word.capital or word.low in words_of("speaker") or word.low in words_of("document")


def _with_the_other(tokens: Tokens, first: int, found: NounPhrase) -> NounPhrase:
    """Both of two sources: "witnesses and officials"."""
    other = _noun_before(tokens, found.first - 1) if found.first - 1 > first and tokens.words[found.first - 1].low == "and" else None
    joined = other is not None and other.first >= first and _speaks(tokens.words[other.head]) and other.first == owner_start(tokens, other.first)
    return NounPhrase(other.first, found.last, found.head) if other and joined else found


def _noun_before(tokens: Tokens, end: int) -> NounPhrase | None:
    """The noun phrase that ends before a token, without the "s" of its owner."""
    found = noun_phrase_before(tokens, end)
    if found and found.last - found.first > 1 and is_mark_of_owner(tokens, found.first):
        return found._replace(first=found.first + 1)
    return found


def is_mark_of_owner(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].low == "s" and at > 0 and tokens.words[at - 1].text in APOSTROPHES


def owner_start(tokens: Tokens, at: int) -> int:
    """Where the owner of a noun phrase begins that starts at a token: of "Norway's customs" the token of "Norway"; else the token itself."""
    if at < 2 or not is_mark_of_owner(tokens, at - 1):
        return at
    owner = noun_phrase_before(tokens, at - 2)
    return owner.first if owner else at


def _link_before(tokens: Tokens, at: int) -> int:
    """The preposition before a noun phrase, over its article; 0 where there is none."""
    words = tokens.words
    at -= 1
    if at > 0 and parts.readings(words[at].low) & parts.DETERMINER:
        at -= 1
    return at if at > 0 and words[at].low in _LINKS else 0


def _inverted(tokens: Tokens, verb: int, last: int) -> Told | None:
    """Behind the verb, where a quotation or a comma stands before it and no verb follows: "...", said the minister on Monday."""
    words = tokens.words
    before = words[verb - 1].text if verb else ""
    if before not in CLOSING and before not in (",", "as"):
        return None
    found = source_behind(tokens, verb + 1, last)
    if found is None or (found[1] < last and parts.readings(words[found[1]].low) & (parts.AUXILIARY | parts.FINITE) and words[found[1]].text != "s"):
        return None
    return Told(found[0].first, found[1], found[0], verb, "told")


def _behind(tokens: Tokens, at: int, last: int, verb: int, rule: str) -> Told | None:
    """The source named behind a token."""
    found = source_behind(tokens, at, last)
    return Told(found[0].first, found[1], found[0], verb, rule) if found else None


def source_behind(tokens: Tokens, at: int, last: int) -> tuple[NounPhrase, int] | None:
    """The noun phrase that begins at a token, its owner left out, and the end of what hangs on it."""
    words = tokens.words
    if at >= last:
        return None
    if words[at].low in PRONOUNS:
        return NounPhrase(at, at + 1, at), at + 1
    found = owned = noun_phrase_after(tokens, at)
    while owned and owned.last + 2 < last and words[owned.last].text in APOSTROPHES:
        owned = noun_phrase_after(tokens, owned.last + 2 if words[owned.last + 1].low == "s" else owned.last + 1)
        found = owned or found
    if found is None:
        return None
    if found.last > last:
        found = NounPhrase(found.first, last, last - 1)
    end = found.last
    for _ in range(_MOST_LINKS):
        more = noun_phrase_after(tokens, end + 1) if end + 1 < last and (words[end].low in _LINKS or words[end].low == "and") else None
        if more is None or (words[end].low == "and" and not (words[end - 1].capital and words[more.head].capital)):
            break
        end = more.last
    return found, end
