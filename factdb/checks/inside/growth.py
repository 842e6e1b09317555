"""A change against the two figures that it runs between: "rose 12 percent from 50 to 60 million" is 20 percent."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factdb.checks import words
from factdb.checks.bounds import Bounds, in_common_unit
from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page
from factdb.checks.statement import Statement
from factdb.lexicon import groups

_FROM = re.compile(r"\bfrom (?:an? |the )?(?:\w+ ){0,2}$")
_TO = re.compile(r"\bto (?:an? |the )?(?:\w+ ){0,2}$")
_BEHIND = 45
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]+")


def growth(page: Page) -> Iterator[Finding]:
    """Two figures "from A to B" in one sentence, against the verb before them and a percentage beside them."""
    for number, claims in page.sentences:
        for at, first in enumerate(claims):
            second = _target(page, claims[at + 1 :], first) if _FROM.search(page.text[max(0, first.start - 40) : first.start]) else None
            pair = in_common_unit(first, second) if second else None
            if second and pair:
                yield from _direction(page, number, (first, second), pair)
                yield from _percent(page, claims, (first, second), pair)


def _target(page: Page, behind: Sequence[Statement], first: Statement) -> Statement | None:
    """The figure behind "to" that is of the same sort."""
    for claim in behind:
        between = page.text[first.end : claim.start]
        if len(between) > _BEHIND:
            return None
        if not claim.dated and not first.dated and _TO.search(between):
            return claim
    return None


def _direction(page: Page, number: int, pair: tuple[Statement, Statement], bounds: tuple[Bounds, Bounds]) -> Iterator[Finding]:
    """Whether the later figure lies where the verb says."""
    before = page.text[page.begin(number) : pair[0].start].lower()
    verbs = [way for way, known in groups("directions.toml").items() for word in _WORD.findall(before) if words.base(word) in known]
    if len(verbs) != 1:
        return
    low, high = bounds if verbs[0] == "up" else (bounds[1], bounds[0])
    if low.high is not None and high.low is not None and low.high < high.low:
        yield Finding("growth", HOLDS, "warning", f"the figures go {verbs[0]}, as the verb says", page.places(*pair))
    elif low.low is not None and high.high is not None and low.low - low.slack > high.high + high.slack:
        yield Finding("growth", FAILS, "error", f"the verb says {verbs[0]}, the figures go the other way", page.places(*pair))
    elif low.high is not None and high.high is not None and low.high < high.high:
        yield Finding("growth", HOLDS, "warning", f"the figures go {verbs[0]}, as the verb says", page.places(*pair))


def _percent(page: Page, claims: Sequence[Statement], pair: tuple[Statement, Statement], bounds: tuple[Bounds, Bounds]) -> Iterator[Finding]:
    """The one percentage of change in the sentence, against every percentage that the two figures allow once their rounding is undone."""
    changes = [claim for claim in claims if claim.kind == "change" and claim.unit == "percent" and claim not in pair and claim.value]
    bounds = (_as_written(pair[0], bounds[0]), _as_written(pair[1], bounds[1]))
    if len(changes) != 1 or any(side.low is None or side.high is None or side.low <= side.slack for side in bounds):
        return
    (low, high), stated = _allowed(*bounds), changes[0].value or Decimal(0)
    slack = Decimal("0.5") if stated == stated.to_integral_value() else Decimal("0.05")
    holds = low - slack <= stated <= high + slack
    cause = f"from {pair[0].value:f} to {pair[1].value:f} is {(low + high) / 2:.1f} percent, stated as {stated:f}"
    if holds or changes[0].modifier in ("exact", None):
        yield Finding("growth", HOLDS if holds else FAILS, "error", cause, page.places(changes[0], *pair))


def _as_written(claim: Statement, stated: Bounds) -> Bounds:
    """The bounds with the rounding of the digits before a scale word: "50 million" is 49.5 to 50.5 million."""
    shown = _FIGURE.search(claim.quote)
    figure = Decimal(shown[0].replace(",", "")) if shown else Decimal(0)
    if not figure or not claim.value or figure == claim.value:
        return stated
    digit = Decimal(1).scaleb(int(figure.as_tuple().exponent))
    factor = (stated.low or Decimal(0)) / claim.value
    return stated._replace(slack=digit / 2 * claim.value / figure * factor)


def _allowed(first: Bounds, second: Bounds) -> tuple[Decimal, Decimal]:
    """The least and the greatest change in percent, as an amount without sign."""
    ends = [
        ((b + second.slack * up) / (a + first.slack * down) - 1) * 100
        for a in (first.low or Decimal(1), first.high or Decimal(1))
        for b in (second.low or Decimal(0), second.high or Decimal(0))
        for up in (-1, 1)
        for down in (-1, 1)
    ]
    far = max(abs(end) for end in ends)
    return (Decimal(0), far) if min(ends) < 0 < max(ends) else (min(abs(end) for end in ends), far)
