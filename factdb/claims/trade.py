"""Trade and cross-border investment: which flow, of whom, with whom."""

from functools import partial

from factdb.claims import periods
from factdb.claims.context import Context, Sentence
from factdb.claims.flows import first_words, flow_of, noun_of, worded
from factdb.claims.parties import Party
from factdb.claims.restated import restated
from factdb.claims.rule import KindRule, Reading
from factdb.lexicon import word_set
from factdb.mentions.mention import Quantity

_PAIR = frozenset(("bilateral", "two-way", "mutual", "two", "both"))
_TO_PARTNER = frozenset(("to", "with", "from", "into"))
_OPENING, _SENTENCES_BACK = 3, 6


def _flow_word(context: Context, q: Quantity) -> Reading | None:
    flow = flow_of(context, q)
    if flow is None:
        return None
    reporter, partner = parties_of(context, context.here, q, flow)
    fields = {"flow": flow, "reporter": reporter, "partner": partner}
    return Reading(fields, worded(flow, noun_of(context, flow), reporter, partner), periods.of_series(context, q))


def _figure_again(context: Context, q: Quantity) -> Reading | None:
    """ "The figure totaled 2 billion dollars", behind a sentence about trade."""
    before = context.latest.get("trade_figure")
    first = context.here.first
    opening = set(context.lows[first : first + _OPENING])
    if before is None or before.source is None or opening.isdisjoint(word_set("trade.toml", "figure")):
        return None
    if not first or context.tokens.sentence_of(first - 1)[0] > before.source.first:
        return None
    flow, reporter, partner = (str(before.fields[name] or "") for name in ("flow", "reporter", "partner"))
    return Reading(before.fields, worded(flow, noun_of(context, flow), reporter, partner), periods.of_series(context, q))


def parties_of(context: Context, sentence: Sentence, q: Quantity, flow: str) -> tuple[str | None, str | None]:
    """Reporter and partner: from the sentence, then from those before, then from the title."""
    here = context.parties.in_sentence(sentence.first)
    partner = _partner(context, here, q)
    words = context.tokens.words
    others = [p.name for p in here if (partner is None or p.code != partner.code) and not (p.first and words[p.first - 1].low == "in")]
    name = partner.name if partner else None
    if name is None and len(others) > 1 and (flow == "trade" or not _PAIR.isdisjoint(sentence.low)):
        return others[0], others[1]
    pair = name is None and (flow == "trade" or not _PAIR.isdisjoint(sentence.low))
    reporter = others[0] if others else _reporter_of_last(context, name)
    for earlier in _before(context, sentence) if pair or reporter is None else ():
        if reporter is None and earlier != name:
            reporter = earlier
        elif pair and name is None and earlier != reporter:
            name = earlier
    return reporter, name


def _reporter_of_last(context: Context, partner: str | None) -> str | None:
    """The reporter of the trade figure before, which goes on where a sentence names only the partner."""
    before = context.latest.get("trade_figure")
    reporter = before.fields.get("reporter") if before else None
    return reporter if partner and isinstance(reporter, str) and reporter != partner else None


def _partner(context: Context, here: list[Party], q: Quantity) -> Party | None:
    """The party behind "to", "with" or "from" nearest to the figure, or the second of "between X and Y"."""
    words = context.tokens.words
    found = []
    for n, party in enumerate(here):
        at = party.first - 1
        if at >= 0 and words[at].low == "the":
            at -= 1
        if at > 0 and words[at - 1].low == "according":
            continue  # "according to the Peruvian ministry"
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
        names += [p.name for p in context.parties.in_sentence(first - 1)]
        first = context.tokens.sentence_of(first - 1)[0]
    return names + context.title_parties


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="trade.restated",
        kind="trade_figure",
        says="The sum of trade before it in other money.",
        weight=0.42,
        on=frozenset(("money",)),
        read=partial(restated, "trade_figure"),
        takes=(
            ("Peru's exports reached 400 million kroner (110 million dollars).", "110 million dollars"),
            ("Peru's exports reached 400 million kroner, or 110 million dollars.", "110 million dollars"),
        ),
        refuses=("The hall cost 400 million kroner (110 million dollars).",),
    ),
    KindRule(
        name="trade.flow_word",
        kind="trade_figure",
        says="An amount with a word of trade or cross-border investment near it.",
        weight=0.42,
        on=frozenset(("money", "physical")),
        near=first_words,
        read=_flow_word,
        takes=(
            ("Norway's exports to Peru reached 3.2 billion dollars in 2024.", "3.2 billion dollars"),
            ("Peru imported 40,000 tonnes of wheat.", "40,000 tonnes"),
        ),
        refuses=(
            "The ministry spent 40 million euros on schools.",
            "The bridge is 3 kilometres long.",
            "Gold was at 650 dollars in early Asian trade.",
            "The trade minister spent 3 million dollars.",
            "Oslo had a budget deficit of 3 million dollars.",
        ),
    ),
    KindRule(
        name="trade.figure_again",
        kind="trade_figure",
        says="The figure of the sentence before, which is about trade.",
        weight=0.35,
        on=frozenset(("money",)),
        near=partial(word_set, "trade.toml", "figure"),
        read=_figure_again,
        takes=(
            ("Norway's trade with Peru hit 3 billion dollars in 2023. The figure was 4 billion dollars in 2024.", "4 billion dollars"),
            ("Norway's trade with Peru hit 3 billion dollars in 2023. That volume reached 4 billion dollars in 2024.", "4 billion dollars"),
        ),
        refuses=("Rents hit 3 billion dollars in 2023. The figure was 4 billion dollars in 2024.",),
    ),
)
