"""Who or what a sentence is about, by name: its subject, what a pronoun or "the firm" there stands for looked up in the sentences before."""

from functools import partial

from factdb import lexicon
from factdb.claims.context import Context
from factdb.claims.wording import DATED, Phrase, before_date, name_of, subject_phrase
from factdb.text import parts
from factdb.text.phrases import is_pronoun, subject_end, subject_of
from factdb.text.tags import tags
from factdb.text.tokens import Tokens

_LONGEST = 6
_SENTENCES_BACK = 3
_words = partial(lexicon.word_set, "doings.toml")


def named_subject(context: Context, verb: int) -> str | None:
    """The subject of a verb; a pronoun and a bare noun such as "the firm" by the name that they stand for."""
    tokens = context.tokens
    found = _subject(context, verb)
    if found is None:
        end = subject_end(tokens, min(verb + 1, tokens.sentence_of(verb)[1] - 1))
        stands = end and is_pronoun(tokens, end - 1) and tokens.words[end - 1].low in _words("standing")
        return topic_before(context, verb, many=tokens.lows[end - 1] == "they") if stands and end else None
    if found.text.lower() in _words("body") and found.text.islower():
        return topic_before(context, verb) or found.text
    return found.text


def topic_before(context: Context, at: int, *, many: bool = False) -> str | None:
    """The name that is the subject of the nearest sentence before that of a token; `many` asks for two that are named together."""
    number = context.tokens.sentence_number(at)
    for back in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
        if back not in context.topics:
            context.topics[back] = _topic(context, back)
        topic = context.topics[back]
        if topic and (not many or " and " in topic):
            return topic
    return None


def _topic(context: Context, number: int) -> str | None:
    """The subject of the first verb of a sentence where it is a name."""
    first = context.tokens.sentences[number][0]
    _, letters = tags(context.tokens, first)
    verb = next((at for at, letter in enumerate(letters, first) if letter in "VXZK" and at > first), None)
    found = _subject(context, verb) if verb is not None else None
    return found.text if found and _is_name(context.tokens, found.head, first) else None


def _subject(context: Context, verb: int) -> Phrase | None:
    """The subject of a verb with what hangs on it where that is short, else its last noun phrase."""
    tokens = context.tokens
    whole = subject_of(tokens, min(verb + 1, tokens.sentence_of(verb)[1] - 1))
    if whole is None or not whole.first < whole.last <= verb or whole.last - whole.first > _LONGEST or "and" in tokens.lows[whole.first : whole.last]:
        return subject_phrase(context, verb, None, passive=False)
    text = name_of(context, whole.first, before_date(tokens, whole))
    return Phrase(text, whole.head) if text else None


def _is_name(tokens: Tokens, head: int, first: int) -> bool:
    """Whether a noun is a name and not only a word that opens its sentence."""
    word = tokens.words[head]
    return word.capital and not word.classes & DATED and (head > first or not (parts.known(word.low) or parts.readings(word.low) & parts.PLURAL))
