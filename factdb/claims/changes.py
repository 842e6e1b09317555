"""Growth and fall: percentages, multiples, and amounts that something moved by."""

from factdb.claims.context import Context, word_set
from factdb.claims.rule import KindRule, Reading
from factdb.mentions.mention import Quantity


def _percent(context: Context, q: Quantity) -> Reading | None:
    way = q.direction or _growth(context, q)
    return _moved(context, q, way) if way else None


def _multiple(context: Context, q: Quantity) -> Reading | None:
    return _moved(context, q, q.direction or "up")


def _by_amount(context: Context, q: Quantity) -> Reading | None:
    if q.direction is None or not q.first or context.tokens.words[q.first - 1].low != "by":
        return None
    return _moved(context, q, q.direction)


def _moved(context: Context, q: Quantity, way: str) -> Reading:
    word = "rise" if way == "up" else "fall"
    return Reading({"direction": way, "of": q.of}, f"{word} of {q.of}" if q.of else None, context.carried_period(q))


def _growth(context: Context, q: Quantity) -> str | None:
    """ "growth of 5 percent", "a 3 percent decline": the noun right behind, or before an "of" or "rate"."""
    words = context.tokens.words
    around = [words[at].low for at in (q.last, q.last + 1, q.first - 1, q.first - 2, q.first - 3) if 0 <= at < len(words)]
    for low in around:
        for way in ("up", "down"):
            if low in word_set("changes.toml", way):
                return way
    return None


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="changes.percent",
        kind="change",
        says="A percentage beside a word of growth or fall.",
        weight=0.35,
        on=frozenset(("percent",)),
        read=_percent,
        takes=(
            ("Prices rose 4 percent in May.", "4 percent"),
            ("The bank expects growth of 2.5 percent.", "2.5 percent"),
            ("Oslo saw a 3 percent decline in rents.", "3 percent"),
        ),
        refuses=("Women hold 31 percent of the seats.",),
    ),
    KindRule(
        name="changes.multiple",
        kind="change",
        says="A multiple of what was before or of something else.",
        weight=0.35,
        on=frozenset(("multiple",)),
        read=_multiple,
        takes=(
            ("Sales doubled in May.", "doubled"),
            ("Output saw a 27-fold rise.", "27-fold"),
        ),
        refuses=("Prices rose 4 percent.",),
    ),
    KindRule(
        name="changes.by_amount",
        kind="change",
        says="An amount behind \u201cby\u201d and a verb of growth or fall.",
        weight=0.35,
        on=frozenset(("money", "physical", "count", "bare", "fraction", "duration")),
        read=_by_amount,
        takes=(
            ("The number of visitors rose by 3 million.", "3 million"),
            ("Spending fell by $40 million.", "$40 million"),
        ),
        refuses=("Spending rose to $40 million.", "The house was built by 40 men."),
    ),
)
