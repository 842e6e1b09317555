"""Which kind of claim a quantity makes: the readers in order, the most specific first; the first that knows it wins."""

from collections.abc import Callable

from factdb.claims import casualties, shares, trade
from factdb.claims.build import number_claim
from factdb.claims.claim import Claim, Feature
from factdb.claims.context import Context, word_set
from factdb.mentions.mention import Quantity
from factdb.text import parts

_BACK = frozenset(("the", "these", "those", "both", "all"))
_CLEAR = Feature("clear_words", "The words beside the number name its kind.", 0.35)
_PLAIN = Feature("plain_reading", "No word beside the number asks for another kind.", 0.2)
_FAR = Feature("word_farther_off", "The word that gives the kind stands some words away.", 0.1)


def casualty(context: Context, q: Quantity) -> Claim | None:
    """People harmed, as `casualties` sees them."""
    found = casualties.read(context.scan, q)
    if found is None:
        return None
    subject = f"{found.victims or 'people'} {found.outcome}" + (f" in {found.place}" if found.place else "")
    fields = {"outcome": found.outcome, "victims": found.victims, "place": found.place}
    return number_claim(context, q, "casualty_count", fields, period=context.day(q), subject=subject, features=(_CLEAR,))


def change(context: Context, q: Quantity) -> Claim | None:
    """A growth, a fall or a multiple."""
    direction = q.direction
    if q.dimension == "percent" and direction is None:
        direction = _growth(context, q)
    if q.dimension == "ordinal" or (direction is None and q.dimension != "multiple"):
        return None
    moved_by = q.dimension in ("percent", "multiple") or _before(context, q) == "by"
    if not moved_by:
        return None
    way = direction or "up"
    word = "rise" if way == "up" else "fall"
    subject = f"{word} of {q.of}" if q.of else None
    return number_claim(context, q, "change", {"direction": way, "of": q.of}, period=context.carried_period(q), subject=subject, features=(_CLEAR,))


def money(context: Context, q: Quantity) -> Claim | None:
    if q.dimension != "money":
        return None
    return number_claim(context, q, "money_amount", {"role": q.of}, period=context.period(q), subject=q.of, features=(_PLAIN, _FAR))


def measurement(context: Context, q: Quantity) -> Claim | None:
    if q.dimension != "physical":
        return None
    return number_claim(context, q, "measurement", {"of": q.of}, period=context.period(q), subject=q.of, features=(_PLAIN, _FAR))


def duration(context: Context, q: Quantity) -> Claim | None:
    """A length of time or an age in a clause of its own; "the past 25 years" beside another number is that number's period."""
    if q.dimension not in ("duration", "age"):
        return None
    return number_claim(context, q, "duration", {"of": q.of}, period=None, subject=q.of, features=(_PLAIN,))


def rank(context: Context, q: Quantity) -> Claim | None:
    """An ordinal before a noun: "the 46th summit", "second-largest economy"."""
    if q.dimension != "ordinal":
        return None
    of = q.unit_phrase or q.of
    return number_claim(context, q, "rank", {"of": of}, period=None, subject=of, features=(_PLAIN,))


def count(context: Context, q: Quantity) -> Claim | None:
    """Things or people counted; "the two sides" only refers back."""
    if q.dimension != "count" or _refers_back(context, q):
        return None
    subject = q.unit_text or q.unit_phrase
    return number_claim(context, q, "count", {"item": q.unit_phrase}, period=context.period(q), subject=subject, features=(_PLAIN, _FAR))


READERS: tuple[Callable[[Context, Quantity], Claim | None], ...] = (casualty, change, trade.read, shares.read, money, measurement, duration, rank, count)


def _growth(context: Context, q: Quantity) -> str | None:
    """ "growth of 5 percent", "a 3 percent decline": the noun right behind, or before an "of" or "rate"."""
    words = context.tokens.words
    around = [words[at].low for at in (q.last, q.last + 1, q.first - 1, q.first - 2, q.first - 3) if 0 <= at < len(words)]
    for low in around:
        for way in ("up", "down"):
            if low in word_set("changes.toml", way):
                return way
    return None


def _before(context: Context, q: Quantity) -> str:
    return context.tokens.words[q.first - 1].low if q.first else ""


def _refers_back(context: Context, q: Quantity) -> bool:
    """ "the two sides", "both countries"; and "one" as a mere determiner."""
    small = q.value is not None and q.value <= 2
    bare_one = q.value == 1 and q.number.lower() == "one"
    determined = bool(parts.readings(_before(context, q)) & parts.DETERMINER)
    return bare_one or (small and (determined or _before(context, q) in _BACK))
