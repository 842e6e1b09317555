"""What curators gave beside the articles: their judgements, rates of exchange and reference figures."""

from dataclasses import dataclass

from factdb.checks.judged import NOTHING_JUDGED, Judged
from factdb.checks.rates import NO_RATES, Rates
from factdb.checks.reference import Reference


@dataclass(frozen=True, slots=True)
class Given:
    judged: Judged = NOTHING_JUDGED
    rates: Rates = NO_RATES
    references: tuple[Reference, ...] = ()


NOTHING_GIVEN = Given()
