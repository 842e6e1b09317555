"""Sums of money that are no trade: loans, debt, spending, prices, revenue, aid."""

import re
from functools import partial

from factdb.claims import periods
from factdb.claims.context import Context, phrase_text
from factdb.claims.outlays import Outlay, outlay
from factdb.claims.restated import restated
from factdb.claims.rule import KindRule, Reading
from factdb.claims.things import spelled_out
from factdb.claims.wording import DATED
from factdb.lexicon import word_set
from factdb.mentions.mention import Quantity
from factdb.text.phrases import noun_phrase_after, noun_phrase_before
from factdb.text.tags import tag_of

_MEASURES = {"worth": "worth", "for": "price"}
_LEVELS = frozenset(("at", "to", "from"))
_PRICES = frozenset(("price", "prices", "cost", "costs", "worth", "value", "fee", "bill"))
_TAIL = re.compile(" (?:in|at|from|by|with|under|to|under which|that) ")


def _other_sum(context: Context, q: Quantity) -> Reading:
    spent = None if _is_tied(context, q) else outlay(context, q) or _gapped(context, q)
    if spent and _is_told(context, q, spent):
        return Reading({"role": spent.noun}, spent.text, periods.of_figure(context, q))
    return Reading({"role": _role(context, q)}, None, periods.of_figure(context, q))


def _gapped(context: Context, q: Quantity) -> Outlay | None:
    """ "Norway will give 40 million dollars and Peru 25 million": the verb of the sum before it in the sentence."""
    before = context.before
    source = before.source if before and before.kind == "money_amount" else None
    if not isinstance(source, Quantity) or source.first < context.here.first or not context.tokens.words[q.first - 1].capital:
        return None
    found = noun_phrase_before(context.tokens, q.first)
    if found is None or found.first - source.last not in (1, 2) or context.lows[found.first - 1] not in ("and", ","):
        return None
    told = outlay(context, source)
    return told._replace(owner=phrase_text(context.tokens, found.first, found.last), detail="") if told else None


def _is_tied(context: Context, q: Quantity) -> bool:
    """ "40 million in loans", "40 million of debt": what the sum is stands behind it."""
    return context.lows[q.last : q.last + 1] in (["in"], ["of"]) and q.last + 1 < context.here.last and tag_of(context.tokens, q.last + 1) in "ANS"


def _is_told(context: Context, q: Quantity, spent: Outlay) -> bool:
    """Whether the figure was said to be only of who spends it or what for, which the verb tells better."""
    if q.of is None:
        return True
    of = set(q.of.lower().split())
    told = f"{spent.owner or ''} {spent.detail}".lower().replace("'s", "").replace("\u2019s", "").split()
    return of.issubset(told) or of.isdisjoint(context.here.low)


def _role(context: Context, q: Quantity) -> str | None:
    """What a sum measures: the price or worth of a thing, else the noun with what "of" and "for" tie to it."""
    if q.of is None or q.of in context.tokens.text[q.start : q.end].split():
        return purpose(context, q)
    phrase = unmoved(spelled_out(context, q, q.of))
    short = _TAIL.split(phrase, maxsplit=1)[0]
    measure = measured(context, q, phrase)
    return f"{measure} of {short.partition(' for ')[0]}" if measure else short


def measured(context: Context, q: Quantity, phrase: str) -> str:
    """Whether a sum is the worth or the price of a thing: "worth 40 million", sold "for 40 million", crude "at 62 dollars", gold at "650 dollars an ounce"."""
    said = phrase.lower().split()
    if not _PRICES.isdisjoint(said):
        return ""
    low = context.lows[q.first - 1] if q.first else ""
    if low in _MEASURES:
        return _MEASURES[low]
    each = (q.unit_phrase or "").rpartition(" per ")[2] in word_set("nouns.toml", "traded_by")
    return "price" if each or (low in _LEVELS and not word_set("nouns.toml", "traded").isdisjoint(said)) else ""


def unmoved(phrase: str) -> str:
    """What a "rise in profit" is one of."""
    move, _, thing = phrase.replace(" in ", " of ", 1).partition(" of ")
    return thing if thing and move.lower() in word_set("nouns.toml", "move") else phrase


def purpose(context: Context, q: Quantity) -> str | None:
    """What a sum is for where that stands right behind it: "40 million dollars for schools", "2 million each for roads"."""
    words = context.tokens.words
    at = q.last + (q.last < len(words) and words[q.last].low == "each")
    if at + 1 >= len(words) or words[at].low != "for":
        return None
    found = noun_phrase_after(context.tokens, at + 1)
    return phrase_text(context.tokens, found.first, found.last) if found and not words[found.head].classes & DATED else None


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="money.restated",
        kind="money_amount",
        says="The amount of money says the one before it again in another currency.",
        weight=0.38,
        on=frozenset(("money",)),
        read=partial(restated, "money_amount"),
        takes=(
            ("The ministry spent 40 million euros (46 million dollars) on schools.", "46 million dollars"),
            ("The bank lent 900 million yen, or 8 million dollars, to the port.", "8 million dollars"),
        ),
        refuses=("The ministry spent 40 million euros on schools.",),
    ),
    KindRule(
        name="money.other_sum",
        kind="money_amount",
        says="An amount of money with no word of trade beside it.",
        weight=0.38,
        on=frozenset(("money",)),
        read=_other_sum,
        takes=(
            ("The ministry spent 40 million euros on schools.", "40 million euros"),
            ("A ticket costs $12.", "$12"),
        ),
        refuses=("Norway's exports to Peru reached 3.2 billion dollars.", "The firm hired 40 engineers."),
    ),
)
