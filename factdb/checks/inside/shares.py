"""Shares of one whole that add up to more than all of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factdb.checks.bounds import bounds
from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page
from factdb.checks.statement import Statement

_ALL = Decimal(100)


def shares(page: Page) -> Iterator[Finding]:
    """The shares of one sentence, with their sum, where it says nothing against their being of one whole.

    Two sums over 100 may be of two wholes, or of answers that exclude each other not: only shares whose whole is named in the same words,
    with different parts, can fail, and only when the least that they can be is over 100.
    """
    for _, claims in page.sentences:
        found = [claim for claim in claims if claim.kind == "share" and claim.unit == "percent" and claim.value is not None]
        if len(found) < 2 or len({claim.value for claim in found}) < len(found):
            continue
        least = sum((_least(claim) for claim in found), Decimal(0))
        amount = sum((claim.value or Decimal(0) for claim in found), Decimal(0))
        if least <= _ALL or _one_whole(found):
            verdict = HOLDS if least <= _ALL else FAILS
            cause = f"{' + '.join(f'{claim.value:f}' for claim in found)} = {amount:f} percent"
            yield Finding("share_total", verdict, "warning", cause, page.places(*found))


def _least(claim: Statement) -> Decimal:
    """The least that a share can be, given its hedge and the digits written."""
    stated = bounds(claim)
    return max(Decimal(0), (stated.low or Decimal(0)) - stated.slack)


def _one_whole(found: Sequence[Statement]) -> bool:
    wholes = {claim.fields.get("whole") for claim in found}
    parts = {claim.fields.get("part") for claim in found}
    return len(wholes) == 1 and None not in wholes | parts and len(parts) == len(found)
