"""How sure a reading is: its rule, and what speaks for or against it, each with a sentence and a weight.

The weights are set so that of the claims of one confidence about as many are right, measured on the project's own gold data:
the reliability rows of `benchmarks.evaluate` tell how well that holds.
"""

import re

from factdb.claims import dates, periods
from factdb.claims.claim import Feature, Period
from factdb.claims.context import Context
from factdb.mentions.mention import Quantity, Timex

_VAGUE = Feature("vague_number", "The number is a vague plural.", -0.1)
_WITH_YEAR = Feature("year_written", "The date is written with its year.", 0.1)
_MONTH_ALONE = Feature("month_alone", "The month has no year and is taken for the nearest that fits.", -0.1)
_SAID = Feature("day_of_saying", "The day may only tell when somebody spoke.", -0.3)
_PERIOD_BEFORE = Feature("period_before", "The period stands in a sentence before.", -0.05)
_YEAR = re.compile("[0-9]{4}")


def number_reasons(context: Context, q: Quantity, period: Period | None) -> tuple[Feature, ...]:
    """What speaks for or against a figure and the date that gives it its period, whatever its rule."""
    vague = (_VAGUE,) if q.modifier == "vague" else ()
    return vague if period is None else (*vague, _period(context, q, period))


def _period(context: Context, q: Quantity, period: Period) -> Feature:
    words = periods.words_of(context, q, period)
    return Feature("period", f"The period is that of \u201c{words}\u201d.", 0.0) if words else _PERIOD_BEFORE


def date_reasons(context: Context, t: Timex) -> tuple[Feature, ...]:
    """What speaks for or against a date, whatever its rule."""
    said = (_SAID,) if t.precision == "day" and dates.is_said(context, t) else ()
    if _YEAR.search(context.tokens.text, t.start, t.end):
        return (_WITH_YEAR, *said)
    return (_MONTH_ALONE, *said) if t.rule == "calendar_dates.month" else said
