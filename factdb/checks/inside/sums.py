"""Parts that do not add up to their stated total, and lists that do not hold as many things as they say."""

import re
from collections.abc import Iterator, Sequence

from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page
from factdb.checks.statement import Statement

_BEHIND = 60
_DASHES = (":", "—", "–", "--", "-")
_LIST = re.compile(r"[^.;:,(]{0,40}(?:[:—–(]|,? (?:namely|that is|i\.e\.),?)\s+(?P<items>[^.;:()]{3,200})")
_ITEM = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def sums(page: Page) -> Iterator[Finding]:
    """A total with its parts right behind it in one sentence: "17 rowers, ten from Oslo and seven from Bergen".

    Parts that add up hold. Only a colon or a dash says that a list is complete, so only behind one does a wrong sum fail.
    """
    for _, claims in page.sentences:
        counts = [claim for claim in claims if claim.kind in ("count", "casualty_count") and claim.value is not None and claim.modifier == "exact"]
        for at, total in enumerate(counts):
            parts = list(_parts(counts[at:]))
            if len(parts) >= 2:
                yield from _sum(page, total, parts)
            else:
                yield from _listed(page, total)


def _sum(page: Page, total: Statement, parts: Sequence[Statement]) -> Iterator[Finding]:
    amount = sum(part.value or 0 for part in parts)
    table = ":" in page.text[parts[0].start : parts[-1].end] or page.text[: total.start].rstrip().endswith(":")
    complete = page.text[total.end : parts[0].start].strip() in _DASHES and not table
    if amount == total.value or complete:
        cause = f"{' + '.join(f'{part.value:f}' for part in parts)} = {amount:f}, stated as {total.value:f}"
        yield Finding("sum", HOLDS if amount == total.value else FAILS, "warning", cause, page.places(total, *parts))


def _parts(counts: Sequence[Statement]) -> Iterator[Statement]:
    """The exact counts of the same outcome behind the first one, each close behind the last."""
    last = counts[0]
    for part in counts[1:]:
        if part.start - last.end > _BEHIND or part.fields.get("outcome") != last.fields.get("outcome"):
            return
        yield part
        last = part


def _listed(page: Page, total: Statement) -> Iterator[Finding]:
    """A count with the things themselves behind it: "three aims, namely peace, work and bread". Lists may be cut short, so that none fails."""
    found = _LIST.match(page.text, total.end)
    items = [item for item in _ITEM.split(found["items"]) if item.strip()] if found else []
    if found and len(items) > 1 and len(items) == total.value:
        yield Finding("sum", HOLDS, "warning", f"{len(items)} are listed", (page.place(total.start, total.end), page.place(*found.span("items"))))
