"""Trade and cross-border investment: which flow, of whom, with whom."""

from factdb.claims.context import Context, Sentence, word_set
from factdb.claims.parties import Party
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity

_FLOWS = ("export", "import", "balance", "trade", "investment")
_ABROAD = frozenset(("foreign", "overseas"))
_PAIR = frozenset(("bilateral", "two-way", "mutual", "two", "both"))
_TO_PARTNER = frozenset(("to", "with", "from", "into"))
_REACH, _SENTENCES_BACK = 12, 6


def _flow_word(context: Context, q: Quantity) -> Reading | None:
    sentence = context.sentence(q)
    flow = _flow(sentence, q)
    if flow is None:
        return None
    reporter, partner = _parties(context, sentence, q, flow)
    name = {"trade": "trade", "balance": "trade balance"}.get(flow, f"{flow}s")
    subject = f"{reporter}-{partner} {name}" if reporter and partner else f"{reporter or ''} {name}".strip()
    fields = {"flow": flow, "reporter": reporter, "partner": partner}
    return Reading(fields, subject, context.carried_period(q))


def _flow(sentence: Sentence, q: Quantity) -> str | None:
    """The flow whose word stands nearest; a word before the figure goes before one behind it, unless that is tied to it ("5 billion in exports")."""
    words = {flow: sentence.nearest(word_set("trade.toml", flow), q.first, _REACH) for flow in _FLOWS}
    near = {flow: at for flow, at in words.items() if at is not None and (flow != "investment" or not sentence.words.isdisjoint(_ABROAD))}
    if not near or (q.dimension == "physical" and "export" not in near and "import" not in near):
        return None
    tied = q.last + 2
    return min(near, key=lambda f: (near[f] > tied, abs(near[f] - q.first), _FLOWS.index(f)))


def _parties(context: Context, sentence: Sentence, q: Quantity, flow: str) -> tuple[str | None, str | None]:
    """Reporter and partner: from the sentence, then from those before, then from the title."""
    here = context.parties(sentence.first, sentence.last)
    partner = _partner(context, here, q)
    others = [p.name for p in here if partner is None or p.code != partner.code]
    name = partner.name if partner else None
    if name is None and len(others) > 1 and (flow == "trade" or not sentence.words.isdisjoint(_PAIR)):
        return others[0], others[1]
    pair = name is None and (flow == "trade" or not sentence.words.isdisjoint(_PAIR))
    reporter = others[0] if others else None
    for earlier in _before(context, sentence) if pair or reporter is None else ():
        if reporter is None and earlier != name:
            reporter = earlier
        elif pair and name is None and earlier != reporter:
            name = earlier
    return reporter, name


def _partner(context: Context, here: list[Party], q: Quantity) -> Party | None:
    """The party behind "to", "with" or "from" nearest to the figure, or the second of "between X and Y"."""
    words = context.tokens.words
    found = []
    for n, party in enumerate(here):
        at = party.first - 1
        if at >= 0 and words[at].low == "the":
            at -= 1
        if at >= 0 and (words[at].low in _TO_PARTNER or (n and words[at].low == "and" and words[here[n - 1].first - 1].low == "between")):
            found.append(party)
    return min(found, key=lambda p: abs(p.first - q.first), default=None)


def _before(context: Context, sentence: Sentence) -> list[str]:
    """The parties named in the sentences before, the nearest sentence first, then those of the title."""
    names: list[str] = []
    first = sentence.first
    for _ in range(_SENTENCES_BACK):
        if first == 0:
            break
        begin, end = context.tokens.sentence_of(first - 1)
        names += [p.name for p in context.parties(begin, end)]
        first = begin
    return names + context.title_parties


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="trade.flow_word",
        kind="trade_figure",
        says="An amount with a word of trade or cross-border investment near it.",
        weight=0.35,
        on=frozenset(("money", "physical")),
        read=_flow_word,
        takes=(
            ("Norway's exports to Peru reached 3.2 billion dollars in 2024.", "3.2 billion dollars"),
            ("Peru imported 40,000 tonnes of wheat.", "40,000 tonnes"),
        ),
        refuses=("The ministry spent 40 million euros on schools.", "The bridge is 3 kilometres long."),
    ),
)
