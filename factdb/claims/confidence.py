"""How sure a reading is: its rule, and what speaks for or against it, each with a sentence and a weight.

The weights are set so that of the claims of one confidence about as many are right, measured on the project's own gold data:
the reliability rows of `benchmarks.evaluate` tell how well that holds.
"""

import re
from collections.abc import Iterable, Iterator

from factdb.claims import dates, periods
from factdb.claims.claim import Feature, Period
from factdb.claims.context import Context
from factdb.claims.rule import Reading
from factdb.mentions.mention import Mention, Quantity, Timex

_START = 0.5
_VAGUE = Feature("vague_number", "The number is a vague plural.", -0.1)
_WITH_YEAR = Feature("year_written", "The date is written with its year.", 0.1)
_MONTH_ALONE = Feature("month_alone", "The month has no year and is taken for the nearest that fits.", -0.1)
_SAID = Feature("day_of_saying", "The day may only tell when somebody spoke.", -0.3)
_PERIOD_BEFORE = Feature("period_before", "The period stands in a sentence before.", -0.05)
_YEAR = re.compile("[0-9]{4}")


def confidence(features: Iterable[Feature]) -> float:
    """0.05 to 0.95: an even chance, moved by the weight of each feature, to two decimals."""
    return round(min(0.95, max(0.05, _START + sum(feature.weight for feature in features))), 2)


def circumstances(context: Context, mention: Mention, reading: Reading) -> Iterator[Feature]:
    """What speaks for or against a reading, whatever its rule."""
    if isinstance(mention, Quantity) and mention.modifier == "vague":
        yield _VAGUE
    if isinstance(mention, Timex):
        if _YEAR.search(context.tokens.text, mention.start, mention.end):
            yield _WITH_YEAR
        elif mention.rule == "calendar_dates.month":
            yield _MONTH_ALONE
        if mention.precision == "day" and dates.is_said(context, mention):
            yield _SAID
    if isinstance(mention, Quantity) and reading.period is not None:
        yield _period(context, mention, reading.period)


def _period(context: Context, q: Quantity, period: Period) -> Feature:
    """The date that gives a figure its period."""
    words = periods.words_of(context, q, period)
    return Feature("period", f"The period is that of \u201c{words}\u201d.", 0.0) if words else _PERIOD_BEFORE
