"""Texts as the checks inside one article see them, with claims as the extractor reads them or as a test states them."""

from datetime import date
from decimal import Decimal

from factdb.checks.internal import internal
from factdb.checks.statement import Statement, from_dict
from factdb.claims.extract import extract
from factdb.text.article import Article

DAY = date(2025, 6, 10)


def findings(text, *stated, published_on=DAY):
    """What the checks say, with the claims that are stated, or where none are, with those that are read."""
    article = Article("a", text, published_on=published_on)
    read = [from_dict("a", claim) for claim in extract(text, published_on).as_dict()["claims"]]
    return internal(article, [number(text, *claim) for claim in stated] or read)


def seen(text, *stated):
    return [(finding.check, finding.verdict) for finding in findings(text, *stated)]


def number(text, quote, value, kind="count", **fields):
    start, amount = text.index(quote), Decimal(value)
    return Statement("a", start, start + len(quote), quote, kind, amount, amount, amount, "exact", fields.pop("unit", None), fields=fields)
