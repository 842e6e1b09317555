"""An article with four claims, typed by hand, so that storage is tested apart from what the extractor can read today."""

from datetime import UTC, datetime
from decimal import Decimal

from factdb.claims.claim import Claim, Feature, Period
from factdb.claims.extraction import Extraction
from factdb.claims.schema import KINDS
from factdb.mentions.find import find
from factdb.spans import Span

NOW = datetime(2025, 6, 9, 12, 0, tzinfo=UTC)
TEXT = (
    "Norway sold Chile fish worth over 3.20 billion dollars in 2024. A landslide killed at least 14 miners near Arica. "
    "The ministers met on June 3 in Oslo. About 62 percent of the debt is short-term."
)


def claims_of(text):
    trade = {"flow": "export", "reporter": "Norway", "partner": "Chile"}
    toll = {"outcome": "killed", "victims": "miners", "place": "Arica"}
    day = {"date_start": "2025-06-03", "date_end": "2025-06-03", "precision": "day", "participants": ("ministers",), "place": "Oslo"}
    part = {"part": "short-term debt", "whole": "debt"}
    claims = (
        claim(text, "trade_figure", "over 3.20 billion dollars", "3.20", "3200000000", modifier="over", unit="USD", **trade),
        claim(text, "casualty_count", "at least 14 miners", "14", "14", modifier="at_least", unit="person", **toll),
        claim(text, "meeting_date", "June 3", "June 3", None, **day),
        claim(text, "share", "About 62 percent", "62", "62.0", modifier="about", unit="percent", **part),
    )
    return Extraction(text, claims, (), tuple(find(text).quantities), ())


def claim(text, kind, quote, core, value, modifier=None, unit=None, **own):
    start = text.index(quote)
    at = start + quote.index(core)
    number = None if value is None else Decimal(value)
    return Claim(
        kind=kind,
        start=start,
        end=start + len(quote),
        quote=quote,
        value=number,
        low=number,
        high=None if modifier in ("over", "at_least") else number,
        modifier=modifier,
        unit=unit,
        period=Period("2024-01-01", "2024-12-31") if kind == "trade_figure" else None,
        attribution=None,
        subject="a subject",
        fields={field.name: own.get(field.name) for field in KINDS[kind].fields},
        rule=f"{kind}.test",
        core=Span(at, at + len(core)),
        features=(Feature("unit", "The unit says so.", 0.3),),
    )
