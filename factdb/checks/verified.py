"""One row for each fact: its verified figure, and what supports it."""

from collections.abc import Iterable, Mapping
from typing import Any

from factdb.checks.facts import Fact
from factdb.checks.features import Read
from factdb.checks.judged import DEPRECATED, PREFERRED, Judged
from factdb.checks.sources import independent, stated, value_of

FACT_COLUMNS = (
    *("fact", "kind", "subject", "value", "unit", "date_start", "date_end", "verified", "outlets", "outlets_for_value", "values", "conflicts", "claims"),
    *("claim", "quote", "article", "published_on"),
)
_SETTLED = ("verified", "corrected")


def fact_rows(facts: Iterable[Fact], judged: Judged, names: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """Rows of FACT_COLUMNS. The value is the adopted claim's, else that of a verified claim, else the one that most outlets state."""
    for fact in facts:
        chosen, why = _chosen(fact, judged)
        day = chosen.context.setting.published_on
        same = [read for read in fact.reads if value_of(read) == value_of(chosen)]
        yield {
            "fact": fact.id,
            "kind": chosen.claim.kind,
            "subject": chosen.claim.fields.get("subject"),
            "value": chosen.claim.value,
            "unit": chosen.claim.unit,
            "date_start": chosen.claim.date_start,
            "date_end": chosen.claim.date_end,
            "verified": why,
            "outlets": independent(fact.reads),
            "outlets_for_value": independent(same),
            "values": [one.value for one in stated(fact)],
            "conflicts": fact.conflicts,
            "claims": [read.claim.id for read in fact.reads],
            "claim": chosen.claim.id,
            "quote": chosen.claim.quote,
            "article": names.get(chosen.claim.article, chosen.claim.article),
            "published_on": day,
        }


def _chosen(fact: Fact, judged: Judged) -> tuple[Read, str | None]:
    """The claim that speaks for the fact, and by whose word: `adopted`, `verified`, or nobody's."""
    counted = [read for read in fact.reads if judged.ranks.get(read.claim.id or "") != DEPRECATED] or list(fact.reads)
    adopted = [read for read in counted if judged.ranks.get(read.claim.id or "") == PREFERRED]
    verified = [read for read in counted if read.claim.fields.get("status") in _SETTLED]
    if adopted or verified:
        return (adopted or verified)[-1], "adopted" if adopted else "verified"
    most = next(one for one in stated(fact) if any(read in counted for read in one.claims))
    return next(read for read in most.claims if read in counted), None
