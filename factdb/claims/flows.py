"""Which flow an amount is of: trade, exports, imports, their balance, or investment across borders."""

from functools import cache

from factdb import lexicon
from factdb.claims.context import Context, Sentence
from factdb.lexicon import Phrases, word_set
from factdb.mentions.mention import Quantity
from factdb.text import parts

FLOWS = ("export", "import", "balance", "trade", "investment")
_NOUNS = {"trade": "trade", "balance": "trade balance", "export": "exports", "import": "imports", "investment": "investment"}
_BALANCES = {"surplus": "trade surplus", "surpluses": "trade surplus", "deficit": "trade deficit", "deficits": "trade deficit"}
_LINKS = {"export": "to", "import": "from", "balance": "with", "investment": "in"}
_THE = ("United ", "European ", "Netherlands", "Philippines", "EU", "UAE", "GCC")
_REACH = 24
_TIED = 4
_TIES = frozenset(("in", "of", "worth"))
_MARKETS = frozenset(("in", "from", "during", "after", "of", "for"))
_MODIFIERS = 3
_SINGULAR = frozenset(("export", "import", "trade"))


def flow_of(context: Context, q: Quantity) -> str | None:
    """The flow whose word stands nearest before a figure, or behind one that it is tied to ("5 billion dollars in exports")."""
    if " per " in (q.unit_phrase or ""):
        return None  # a price
    sentence = context.here
    if sentence.flows is None:
        sentence.flows = _words(context, sentence)
    found = sentence.flows
    if q.dimension == "physical":
        found = [(at, flow) for at, flow in found if flow in ("export", "import")]
    if not found:
        return None
    tied = next((flow for at, flow in found if q.last <= at <= q.last + _TIED and _ties(context, q.last, at)), None)
    before = next((flow for at, flow in reversed(found) if at < q.first and q.first - at <= _REACH), None)
    return tied or before


def _words(context: Context, sentence: Sentence) -> list[tuple[int, str]]:
    """The words of a flow in a sentence, each at its last token; read once, since a sentence can hold any number of figures."""
    low = sentence.low
    found = []
    for at, word in enumerate(low):
        if word not in first_words():
            continue
        hit = _phrases().longest(low, at)
        if hit and _means_flow(context, sentence, at, hit):
            found.append((sentence.first + hit[0] - 1, hit[1]))
    return found


@cache
def _phrases() -> Phrases[str]:
    return Phrases.of((phrase.replace("-", " - "), flow) for flow in FLOWS for phrase in lexicon.words("trade.toml", flow))


@cache
def first_words() -> frozenset[str]:
    """Words without one of which a sentence tells of no flow."""
    return frozenset(_phrases().firsts())


def _means_flow(context: Context, sentence: Sentence, at: int, hit: tuple[int, str]) -> bool:
    """Whether a word of a flow tells an amount: not "trade minister", "in Asian trade", "import licence", "budget deficit"."""
    low, (end, flow) = sentence.low, hit
    if end - at > 1:
        return True
    if flow == "balance":
        return word_set("trade.toml", "other_balance").isdisjoint(low[max(at - _MODIFIERS, 0) : at])
    if flow == "investment":
        return not word_set("trade.toml", "abroad").isdisjoint(sentence.low)
    behind = low[end] if end < len(low) else ""
    if low[at] not in _SINGULAR:
        return True
    return not (_modifies(behind) or (flow == "trade" and _is_market(context, sentence.first + at, behind)))


def _modifies(behind: str) -> bool:
    """Whether a flow in the singular only says of what sort the noun behind it is."""
    bits = parts.readings(behind)
    return bool(bits & (parts.NOUN | parts.PLURAL)) and not bits & parts.CLOSED and behind not in word_set("trade.toml", "measure")


def _is_market(context: Context, at: int, behind: str) -> bool:
    """ "in Asian trade", "from New York trade": what is dealt at an exchange."""
    if behind in ("with", "between", "to"):
        return False
    words = context.tokens.words
    here = at - 1
    while here > at - 1 - _MODIFIERS and here >= 0 and (words[here].capital or words[here].low in word_set("trade.toml", "session")):
        here -= 1
    return here >= 0 and here < at - 1 and words[here].low in _MARKETS


def _ties(context: Context, last: int, at: int) -> bool:
    """ "5 billion dollars in exports", "a 2 billion dollar trade surplus"."""
    words = context.tokens.words
    between = [words[here].low for here in range(last, at)]
    if between and between[0] in _TIES:
        between = between[1:]
    return all(parts.readings(low) & (parts.ADJECTIVE | parts.NOUN) and not parts.readings(low) & parts.CLOSED for low in between)


def noun_of(context: Context, flow: str) -> str:
    """The noun for a flow, that of a balance by whether the sentence calls it a surplus or a deficit."""
    if flow != "balance":
        return _NOUNS[flow]
    return next((_BALANCES[low] for low in context.here.low if low in _BALANCES), _NOUNS[flow])


def worded(flow: str, noun: str, reporter: str | None, partner: str | None) -> str:
    """ "Norway-Peru trade", "Norway's exports to Peru", "Norway's trade surplus with the United States"."""
    if flow == "trade":
        return f"{'-'.join(filter(None, (reporter, partner)))} {noun}".strip()
    article = "the " if partner and partner.startswith(_THE) else ""
    return " ".join(filter(None, (f"{reporter}'s" if reporter else "", noun, f"{_LINKS[flow]} {article}{partner}" if partner else "")))
