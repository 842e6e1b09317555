"""Growth and fall: percentages, multiples, and amounts that something moved by."""

from functools import cache

from factdb.claims import periods
from factdb.claims.context import Context
from factdb.claims.flows import first_words, flow_of, noun_of, worded
from factdb.claims.rule import KindRule, Reading
from factdb.claims.things import spelled_out
from factdb.claims.trade import parties_of
from factdb.lexicon import verb_forms, word_set
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import is_pronoun, subject_end
from factdb.text.tags import tag_of

_AMOUNTS = frozenset(("money", "physical", "count", "bare"))
_WAYS = ("up", "down")
_FAR = 8
_LEVELS = frozenset(("above", "below", "beyond", "past", "under"))
_NEAR = 3


def _percent(context: Context, q: Quantity) -> Reading | None:
    way = q.direction or _noun_beside(context, q) or _noun_of(context, q, "")
    return _moved(context, q, way) if way else None


def _multiple(context: Context, q: Quantity) -> Reading | None:
    return _moved(context, q, q.direction or "up")


def _times(context: Context, q: Quantity) -> Reading | None:
    """ "swelled more than 35 times", which is written like a count of occasions."""
    words = context.tokens.words
    if q.direction is None or q.last >= len(words) or words[q.last].low != "times":
        return None
    return _moved(context, q, q.direction)._replace(unit="times")


def _by_amount(context: Context, q: Quantity) -> Reading | None:
    words = context.tokens.words
    if not q.first or words[q.first - 1].low != "by":
        return None
    way = q.direction or _verb_before(context, q)
    return _moved(context, q, way) if way else None


def _moved_amount(context: Context, q: Quantity) -> Reading | None:
    low = context.tokens.words[q.first - 1].low if q.first else ""
    if context.lows[q.first] in _LEVELS:
        return None  # "climb above 40", "fell below 30 dollars": where it came to
    return _moved(context, q, q.direction) if q.direction and low in _moves() else None


@cache
def _moves() -> frozenset[str]:
    return verb_forms("changes.toml", "moves").union(_WAYS)


def _noun_of_amount(context: Context, q: Quantity) -> Reading | None:
    way = _noun_of(context, q, "amount_")
    return _moved(context, q, way) if way else None


@cache
def _nouns_of_amount() -> frozenset[str]:
    return word_set("changes.toml", "amount_up") | word_set("changes.toml", "amount_down")


def _moved(context: Context, q: Quantity, way: str) -> Reading:
    word = "rise" if way == "up" else "fall"
    of = _trade(context, q) or _thing(context, q)
    return Reading({"direction": way, "of": of}, f"{word} of {of}" if of else None, periods.of_series(context, q))


def _trade(context: Context, q: Quantity) -> str | None:
    """The trade whose word alone is what moved: "exports up 5 percent", "bilateral trade grew 5 percent"; not "oil exports"."""
    if first_words().isdisjoint(context.here.low):
        return None
    flow = flow_of(context, q)
    if flow is None or flow == "investment":
        return None
    near = first_words().intersection(context.lows[max(context.here.first, q.first - _NEAR) : q.first])
    of = (q.of or "").lower().split()
    if not (near.difference(of) or (not first_words().isdisjoint(of) and word_set("trade.toml", "plain").issuperset(of))):
        return None
    return worded(flow, noun_of(context, flow), *parties_of(context, context.here, q, flow))


def _thing(context: Context, q: Quantity) -> str | None:
    """What moved; what the figure before is about where the words only say that something did: "2,000 thefts, an increase of 5 percent"."""
    if q.of and q.of not in word_set("nouns.toml", "move") and q.of not in word_set("trade.toml", "figure"):
        return spelled_out(context, q, q.of)
    before = context.before
    if (q.of is None and not _of_pronoun(context, q)) or before is None or before.source is None or before.source.first < _sentence_before(context):
        return q.of
    if before.kind == "change":
        of = before.fields["of"]
        return of if isinstance(of, str) else None
    return before.subject


def _of_pronoun(context: Context, q: Quantity) -> bool:
    """ "they have gained 18 percent", behind a figure that says who they are."""
    tokens = context.tokens
    end = subject_end(tokens, q.first)
    return end is not None and is_pronoun(tokens, end - 1) and tag_of(tokens, q.first - 1) in "VIB"


def _sentence_before(context: Context) -> int:
    first = context.here.first
    return context.tokens.sentence_of(first - 1)[0] if first else 0


def _way(low: str, group: str = "") -> str | None:
    return next((way for way in _WAYS if low in word_set("changes.toml", group + way)), None)


def _noun_beside(context: Context, q: Quantity) -> str | None:
    """ "a 3 percent decline", "a growth rate of 5 percent": the noun right behind, or a few words before."""
    words = context.tokens.words
    around = (q.last, q.last + 1, q.first - 1, q.first - 2, q.first - 3)
    ways = (_way(words[at].low) for at in around if 0 <= at < len(words))
    return next(filter(None, ways), None)


def _noun_of(context: Context, q: Quantity, group: str) -> str | None:
    """ "growth in Peru in May of 3.4 percent", "a reduction of 40,000 barrels": the noun that the "of" hangs on."""
    words = context.tokens.words
    if not q.first or words[q.first - 1].low != "of":
        return None
    begin = max(context.here.first, q.first - (_NEAR if group else _FAR))
    for at in range(q.first - 2, begin - 1, -1):
        way = _way(words[at].low, group)
        if way:
            return way
        if words[at].text == "," or parts.readings(words[at].low) & parts.FINITE & ~parts.PLURAL:
            return None
    return None


def _verb_before(context: Context, q: Quantity) -> str | None:
    """ "trimmed output by 70,000 barrels": the verb before the thing that moved."""
    words = context.tokens.words
    begin = max(context.here.first, q.first - _FAR)
    lows = [words[at].low for at in range(q.first - 2, begin - 1, -1)]
    return next((way for low in lows for way in _WAYS if low in verb_forms("directions.toml", way)), None)


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="changes.percent",
        kind="change",
        says="A percentage beside a word of growth or fall.",
        weight=0.45,
        on=frozenset(("percent",)),
        read=_percent,
        takes=(
            ("Prices rose 4 percent in May.", "4 percent"),
            ("The bank expects growth of 2.5 percent.", "2.5 percent"),
            ("The bank foresees growth in Peru this year of 2.5 percent.", "2.5 percent"),
            ("Oslo saw a 3 percent decline in rents.", "3 percent"),
            ("The deficit narrowed 3 percent.", "3 percent"),
        ),
        refuses=("Women hold 31 percent of the seats.", "The rate fell to 4.1 percent.", "Tin made up 38 percent of the sales."),
    ),
    KindRule(
        name="changes.multiple",
        kind="change",
        says="A multiple of what was before or of something else.",
        weight=0.4,
        on=frozenset(("multiple",)),
        read=_multiple,
        takes=(
            ("Sales doubled in May.", "doubled"),
            ("Output saw a 27-fold rise.", "27-fold"),
        ),
        refuses=("Prices rose 4 percent.",),
    ),
    KindRule(
        name="changes.times",
        kind="change",
        says="A number of times behind a verb of growth or fall.",
        weight=0.35,
        on=frozenset(("bare",)),
        near=lambda: frozenset(("times",)),
        read=_times,
        takes=(
            ("The fund has swollen more than 35 times.", "more than 35"),
            ("Sales rose 12 times in ten years.", "12"),
        ),
        refuses=("She won the cup 12 times.",),
    ),
    KindRule(
        name="changes.by_amount",
        kind="change",
        says="An amount behind \u201cby\u201d and a verb of growth or fall.",
        weight=0.4,
        on=_AMOUNTS | {"fraction", "duration"},
        near=lambda: frozenset(("by",)),
        read=_by_amount,
        takes=(
            ("The number of visitors rose by 3 million.", "3 million"),
            ("The mine cut output by 40,000 tonnes.", "40,000 tonnes"),
        ),
        refuses=("Spending rose to $40 million.", "The house was built by 40 men."),
    ),
    KindRule(
        name="changes.moved_amount",
        kind="change",
        says="An amount right behind a verb of growth or fall that has no object.",
        weight=0.35,
        on=_AMOUNTS,
        near=_moves,
        read=_moved_amount,
        takes=(
            ("Stocks fell 3 million barrels to 41 million.", "3 million barrels"),
            ("Gold was up four dollars at 650 dollars an ounce.", "four dollars"),
        ),
        refuses=("Spending rose to $40 million.", "Oil fell below 30 dollars.", "The firm cut 500 jobs.", "The firm lost $40 million."),
    ),
    KindRule(
        name="changes.noun_of_amount",
        kind="change",
        says="An amount behind a noun of growth or fall and \u201cof\u201d.",
        weight=0.35,
        on=_AMOUNTS,
        near=_nouns_of_amount,
        read=_noun_of_amount,
        takes=(
            ("The mine agreed to a reduction of 40,000 tonnes.", "40,000 tonnes"),
            ("Oslo saw an increase of 300 visitors.", "300 visitors"),
        ),
        refuses=("The firm told of a loss of $40 million.",),
    ),
)
