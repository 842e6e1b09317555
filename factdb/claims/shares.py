"""Shares: which part of which whole."""

from factdb import lexicon
from factdb.claims import periods
from factdb.claims.context import Context, noun_after, phrase_text
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import NounPhrase, clause_of, noun_phrase_before, subject_of
from factdb.text.tokens import Tokens

_STAKES = frozenset(("stake", "share", "holding", "interest", "shareholding", "portion", "slice"))
_BE = frozenset(("is", "are", "was", "were", "been", "be", "being"))
_REACH = 10


def _part_of_whole(context: Context, q: Quantity) -> Reading:
    stake = _stake_whole(context, q)
    whole = stake or _of_whole(context, q) or q.of
    part = _subject(context, q) or _said_of(context, q)
    if part and stake:
        part = f"stake of {part}"
    subject = f"{'' if stake else 'share of '}{part} in {whole}" if part and whole and part != whole else whole or part
    fields = {"part": part if part != whole else None, "whole": whole}
    return Reading(fields, subject, periods.of_figure(context, q))


def _of_whole(context: Context, q: Quantity) -> str | None:
    """ "a third of the seats": what stands behind the of, its owner with it."""
    words = context.tokens.words
    if q.last >= len(words):
        return None
    inside = next((at for at in range(q.core[1], q.last) if words[at].low == "of"), None)
    at = inside if inside is not None else q.last if words[q.last].low == "of" else None
    return None if at is None else _owned(context, at + 1)


def _owned(context: Context, at: int) -> str | None:
    """The noun phrase at a token, with the thing owned where it is an owner ("Peru's copper")."""
    words = context.tokens.words
    stop = min(context.tokens.sentence_of(at)[1] if at < len(words) else at, at + _REACH)
    for here in range(at, stop - 2):
        if words[here].text in "'\u2019" and words[here + 1].low == "s":
            owned = noun_after(context.tokens, here + 2)
            owner = phrase_text(context.tokens, at, here)
            return f"{owner}'s {owned}" if owned and owner else owned
        if parts.readings(words[here].low) & (parts.PREPOSITION | parts.FINITE):
            break
    return noun_after(context.tokens, at)


def _stake_whole(context: Context, q: Quantity) -> str | None:
    """ "a stake of 40 percent in the mill", "a 40-percent stake in the mill": what stands behind the in."""
    words = context.tokens.words
    around = range(max(q.first - 3, 0), min(q.last + 3, len(words)))
    if not any(words[at].low in _STAKES for at in around):
        return None
    inside = next((at for at in range(q.last, min(q.last + 4, len(words))) if words[at].low == "in"), None)
    return None if inside is None else _owned(context, inside + 1)


def _subject(context: Context, q: Quantity) -> str | None:
    """The subject of the verb before the figure: "women hold 31 percent"."""
    found = _plural_subject(context, q) or subject_of(context.tokens, q.first)
    return phrase_text(context.tokens, found.first, _before_date(context.tokens, found)) if found and found.last <= q.first else None


def _before_date(tokens: Tokens, found: NounPhrase) -> int:
    """The end of a noun phrase without a date that hangs on it: "the firm on Monday"."""
    words = tokens.words
    end = next((at for at in range(found.first + 1, found.last) if words[at].classes & (lexicon.WEEKDAY | lexicon.MONTH)), found.last)
    return end - (end < found.last and bool(parts.readings(words[end - 1].low) & parts.PREPOSITION))


def _plural_subject(context: Context, q: Quantity) -> NounPhrase | None:
    """The plural before a verb in its plain form right before the figure, which `subject_of` takes for a noun: "women hold", "banks account for"."""
    words = context.tokens.words
    at = q.first - 1
    while at > 0 and parts.readings(words[at].low) & (parts.PREPOSITION | parts.ADVERB):
        at -= 1
    if at <= 0 or not parts.readings(words[at].low) & parts.VERB or not parts.readings(words[at - 1].low) & parts.PLURAL:
        return None
    return noun_phrase_before(context.tokens, at)


def _said_of(context: Context, q: Quantity) -> str | None:
    """What is said of a share that opens its clause: "half of the voters are women"."""
    tokens = context.tokens
    last = min(clause_of(tokens, q.first)[1], q.last + 2 * _REACH)
    verb = next((at for at in range(q.last, last) if tokens.words[at].low in _BE), None)
    if verb is None:
        return None
    end = next((at for at in range(verb + 1, min(verb + _REACH, last)) if not tokens.words[at].text[0].isalnum()), min(verb + _REACH, last))
    return phrase_text(tokens, verb + 1, end)


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="shares.part_of_whole",
        kind="share",
        says="A percentage or fraction with no word of growth or fall beside it.",
        weight=0.4,
        on=frozenset(("percent", "fraction")),
        read=_part_of_whole,
        takes=(
            ("Women hold 31 percent of the seats.", "31 percent"),
            ("A third of the voters stayed at home.", "A third"),
        ),
        refuses=("Prices rose 4 percent in May.", "The firm hired 40 engineers."),
    ),
)
