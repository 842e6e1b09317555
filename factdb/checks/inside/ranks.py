"""A ranking that another of the same article contradicts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factdb.checks import words
from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page
from factdb.checks.statement import Statement

_SUPERLATIVE = re.compile(r"\b(?:most|least|\w+[- ])?(\w{3,}est)\b")
_WORD = re.compile(r"[^\W\d_]+")
_NO_SUPERLATIVE = frozenset(("west", "east", "forest", "interest", "protest", "request", "test", "guest", "harvest", "invest", "arrest", "contest", "latest"))


def ranks(page: Page) -> Iterator[Finding]:
    """Two superlative ranks ("the second-largest maker of cars") of one subject and one thing: the same number holds, another fails."""
    alike: dict[tuple[str, frozenset[str], frozenset[str]], list[Statement]] = defaultdict(list)
    for claim in page.claims:
        sort = _SUPERLATIVE.search(claim.quote.lower()) if claim.kind == "rank" else None
        subject, of = (_bases(claim.fields.get(name)) for name in ("subject", "of"))
        if sort and sort[1] not in _NO_SUPERLATIVE and subject and of and subject != of:
            alike[sort[1], subject, of].append(claim)
    for claims in alike.values():
        for a, b in combinations(claims, 2):
            same = a.value == b.value
            cause = f"ranked {a.value} and {b.value}"
            yield Finding("ranking", HOLDS if same else FAILS, "warning", cause, page.places(a, b))


def _bases(text: object) -> frozenset[str]:
    return frozenset(words.base(low) for low in _WORD.findall(text.lower())) if isinstance(text, str) else frozenset()
