"""Shares: which part of which whole, and the levels of rates."""

import re
from functools import partial
from typing import NamedTuple

from factdb import lexicon
from factdb.claims import periods
from factdb.claims.context import Context, phrase_text
from factdb.claims.doings import own_doing
from factdb.claims.rule import KindRule, Reading
from factdb.claims.things import restricted, spelled_out
from factdb.claims.topics import named_subject, topic_before
from factdb.claims.wording import before_date, behind_figure, outermost, owned_after, possessive, tail
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import NounPhrase, clause_of, noun_phrase_before, subject_of, verb_before
from factdb.text.tags import tag_of, tags
from factdb.text.tokens import Tokens
from factdb.text.verbs import base, gerund, participle

_BE = frozenset(("is", "are", "was", "were", "been", "be", "being"))
_REACH = 10
_NEAR = 3
_LONGEST = 9
_SHORT = 3
_FAR = 12
_OWN = frozenset(("its", "their", "his", "her"))
_MOVING = frozenset(("from", "to", "at", "of"))
_LINKS = ("of", "in", "for", "between", "on", "at")
_SHARE_OF = re.compile(r"(.+?)(?:['\u2019]s?)? share (?:of|in) (.+)")
_JOINT = re.compile("CR?(?=[ANSP])")
_DASHES = frozenset("-:\u2013\u2014")
_words = partial(lexicon.word_set, "shares.toml")


class _Share(NamedTuple):
    """The part, the whole, and both as one phrase."""

    part: str | None
    whole: str | None
    subject: str | None


def _part_of_whole(context: Context, q: Quantity) -> Reading:
    found = _stake(context, q) or _of_whole(context, q) or _rate(context, q) or _of_part(context, q)
    return Reading({"part": found.part, "whole": found.whole}, found.subject, periods.of_figure(context, q))


def _stake(context: Context, q: Quantity) -> _Share | None:
    """ "a stake of 40 percent in the mill", "a 40-percent stake in the mill": whose it is, and in what."""
    lows = context.lows
    if _words("stake").isdisjoint(lows[max(q.first - _NEAR, 0) : q.last + _NEAR]):
        return None
    inside = next((at for at in range(q.last, min(q.last + _NEAR + 1, len(lows))) if lows[at] == "in"), None)
    if inside is None:
        return None
    whole, owner = _phrase(context, inside + 1)[0], _holder(context, q)
    return _Share(f"{possessive(owner)} stake" if owner else None, whole, f"{possessive(owner)} stake in {whole}" if owner else f"stake in {whole}")


def _of_whole(context: Context, q: Quantity) -> _Share | None:
    """ "a third of the seats": the whole behind "of", and the part that the verb before the figure or that behind the whole tells."""
    tokens = context.tokens
    inside = next((at for at in range(q.core[1], min(q.last + 1, len(tokens))) if tokens.lows[at] == "of"), None)
    one_in = q.last if tokens.lows[q.core[0] + 1 : q.core[0] + 2] == ["in"] else None
    if tokens.lows[max(0, q.first - 2) : q.first] in (["of", "which"], ["of", "whom"]):
        inside = q.first - 2
    begin = inside + 1 if inside is not None else one_in
    if begin is None:
        return None
    whole, end = _phrase(context, begin)
    if whole in ("whom", "which", None):
        before = context.before
        whole = before.subject if before and before.source and before.source.first >= context.here.first else None
    elif whole == "total":
        whole = _last_whole(context) or whole
    owner = None if _is_compared(context, q) else _holder(context, q)
    if owner is None:
        return _told_behind(context, q, whole, end)
    if begin < len(tokens) and tokens.lows[begin] in _OWN and whole:
        if owner[0].isupper() and " of " not in owner:
            return _Share(None, f"{possessive(owner)} {whole}", f"share of {possessive(owner)} {whole} {_restriction(tokens, end)}".strip())
        place = context.whereabouts.only_country(q.first)
        named = place.name if place else topic_before(context, q.first)
        whole = f"{possessive(named)} {whole}" if named else whole
    done = _done(context, q)
    if done and whole:
        return _Share(f"{whole} {done} by {owner}", whole, f"share of {whole} {done} by {owner}")
    return _Share(owner, whole, _share_of(owner, whole))


def _done(context: Context, q: Quantity) -> str:
    """What is done to the part by a verb that tells no share: "detectives solved 52 percent of the thefts"."""
    if not q.first or tag_of(context.tokens, q.first - 1) != "V":
        return ""
    plain = base(context.lows[q.first - 1])
    return participle(plain) if plain and plain not in _words("have") else ""


def _told_behind(context: Context, q: Quantity, whole: str | None, end: int) -> _Share:
    """What is said of a share that opens its clause: "half of the voters are women", "a third of the voters want a vote"."""
    said = _said_of(context, q)
    passive = bool(said) and bool(parts.readings((said or "").partition(" ")[0]) & parts.PARTICIPLE)
    if said and whole and not passive:
        return _Share(said, whole, f"share of {said} in {whole}")
    doing = said or _doing(context.tokens, end) or _restriction(context.tokens, end)
    before = context.latest.get("share")
    if not doing and whole and before and _is_compared(context, q):
        last, part = before.fields["whole"], before.fields["part"]
        doing = part.removeprefix(last).strip() if isinstance(last, str) and isinstance(part, str) and part.startswith(last) else ""
    if not whole or not doing:
        return _Share(None, whole, f"share of {whole}" if whole else (doing and f"those {doing}") or None)
    return _Share(f"{whole} {doing}", whole, f"share of {whole} {doing}")


def _is_compared(context: Context, q: Quantity) -> bool:
    """ "62 percent of girls, compared with 71 percent of boys"."""
    before = context.latest.get("share")
    near = before is not None and before.source is not None and before.source.first >= context.here.first
    return near and context.lows[max(0, q.first - 2) : q.first] in (["compared", "with"], ["compared", "to"], [",", "against"], [",", "versus"])


def _restriction(tokens: Tokens, end: int) -> str:
    """What hangs on a whole behind it: "from wind", "held by banks"."""
    if end >= tokens.sentence_of(end - 1)[1] or tag_of(tokens, end) not in "IE":
        return ""
    return restricted(tokens, end, end + _LONGEST)


def _doing(tokens: Tokens, end: int) -> str:
    """What those behind "of" do; a plain verb behind a plural is often taken for a noun: "of voters back the plan"."""
    if end >= tokens.sentence_of(end - 1)[1]:
        return ""
    doing = own_doing(tokens, end)
    if doing or not parts.readings(tokens.lows[end]) & parts.VERB or not parts.readings(tokens.lows[end - 1]) & parts.PLURAL:
        return doing
    rest = restricted(tokens, end, end + _LONGEST).partition(" ")[2]
    return f"{gerund(base(tokens.lows[end]) or tokens.lows[end])} {rest}" if rest else ""


def _rate(context: Context, q: Quantity) -> _Share | None:
    """The level of a rate: "an occupancy rate of 74 percent", "support for the party fell to 31 percent", "unemployment of 4.1 percent"."""
    if q.of is None:
        return None
    measure = _moved_rate(context, q) or spelled_out(context, q, q.of)
    share = _SHARE_OF.fullmatch(measure)
    if share:
        return _Share(share[1], share[2], measure)
    head = measure.partition(" of ")[0].partition(" for ")[0].rpartition(" ")[2].lower()
    if head not in _words("rate"):
        return None
    whose = " of " in measure and measure.rpartition(" ")[2] not in _words("rate")
    owner = _holder(context, q) if not whose and context.lows[q.first - 1 : q.first] == ["of"] else None
    own = owner is None or owner == measure or set(q.of.lower().split()) <= set(owner.lower().split())
    return _Share(measure, None, measure if own else f"{measure} of {owner}")


def _moved_rate(context: Context, q: Quantity) -> str | None:
    """ "raise the sales tax from 15 to 16 percent"."""
    tokens = context.tokens
    at = q.first - 1
    if at > 2 and tokens.lows[at] == "to" and tokens.lows[at - 2] == "from":
        at -= 2
    found = outermost(tokens, at, links=("of",)) if at > 0 and tokens.lows[at] in _MOVING else None
    return phrase_text(tokens, found.first, found.last) if found and tokens.lows[found.head] in _words("rate") else None


def _of_part(context: Context, q: Quantity) -> _Share:
    """A figure without a whole behind it: that of the share before it, as in a list; without one only what the figure is said of."""
    tokens = context.tokens
    part = _listed(tokens, q) or _holder(context, q)
    whole = _last_whole(context)
    if part is None and q.last < context.here.last and tag_of(tokens, q.last) == "V":
        doing = own_doing(tokens, q.last)
        return _Share(f"those {doing}", whole, f"those {doing}") if doing else _Share(None, whole, whole)
    if part is None and q.of and q.of.lower() not in _words("share"):
        part = spelled_out(context, q, q.of)
    if part and whole and part != whole:
        return _Share(part, whole, _share_of(part, whole))
    return _Share(part, whole, part or whole) if part != whole else _Share(None, whole, whole)


def _listed(tokens: Tokens, q: Quantity) -> str | None:
    """The next of a list: "banks hold 40 percent, insurers 20 percent", "banks - 20 percent"."""
    dash = q.first > 0 and tokens.words[q.first - 1].text[0] in _DASHES
    found = noun_phrase_before(tokens, q.first - dash)
    listed = found and (dash or (found.first and tokens.lows[found.first - 1] in (",", ";", "and")))
    return phrase_text(tokens, found.first, found.last) if found and listed else None


def _last_whole(context: Context) -> str | None:
    """The whole of the share before, in the same sentence or the one before."""
    before = context.latest.get("share")
    if before is None or before.source is None:
        return None
    first = context.here.first
    near = context.tokens.sentence_of(first - 1)[0] if first else 0
    whole = before.fields["whole"]
    return whole if before.source.first >= near and isinstance(whole, str) else None


def _share_of(part: str, whole: str | None) -> str:
    if whole is None:
        return f"share of {part}"
    words = part.split()
    named = len(words) <= _SHORT and words[0][0].isupper() and words[-1][0].isupper()
    return f"{possessive(part)} share of {whole}" if named else f"share of {part} in {whole}"


def _phrase(context: Context, at: int) -> tuple[str | None, int]:
    """The noun phrase at a token with its owner, what hangs on it and what "and" adds, and the token behind it."""
    tokens = context.tokens
    begin = behind_figure(tokens, at)
    found = owned_after(tokens, begin) if begin < len(tokens) else None
    if tokens.lows[at : at + 1] == ["those"] and parts.readings(tokens.lows[begin + 1]) & parts.PARTICIPLE:
        return f"those {tokens.lows[begin + 1]}", begin + 2  # "of those polled"
    if found is None:
        return (tokens.lows[at] if at < len(tokens) else None), at
    end = tail(tokens, found.last, links=_LINKS)
    first, letters = tags(tokens, at)
    joint = _JOINT.match(letters, end - first)
    more = owned_after(tokens, first + joint.end()) if joint else None
    end = more.last if more else end
    return phrase_text(tokens, found.first, end), end


def _holder(context: Context, q: Quantity) -> str | None:
    """Who has a share: the subject of the verb before the figure ("women hold 31 percent"), the noun before an -ing form ("banks taking 31 percent")."""
    tokens = context.tokens
    found = _plural_subject(context, q) or _before_gerund(tokens, q)
    if found is None:
        verb = verb_before(tokens, q.first)
        if verb is None:
            return None
        name = named_subject(context, verb)
        whole = subject_of(tokens, q.first)
        if name is None or whole is None or whole.last > q.first:
            return name
        found = whole
    text = phrase_text(tokens, found.first, before_date(tokens, found))
    return context.plain(text) if text else None


def _before_gerund(tokens: Tokens, q: Quantity) -> NounPhrase | None:
    first, letters = tags(tokens, q.first)
    at = q.first - first
    while at and letters[at - 1] in "DRAIO":
        at -= 1
    if at and tokens.lows[first + at - 1] in _words("share"):
        at = letters.rfind("G", max(0, at - _FAR), at) + 1
    form = tokens.lows[first + at - 1] if at else ""
    return noun_phrase_before(tokens, first + at - 1) if at > 1 and parts.readings(form) & parts.GERUND else None


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
