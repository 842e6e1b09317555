"""What changed between two versions of an article: which figures stayed, changed, came and went."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlmodel import Session

from factdb.spans import Span
from factdb.storage.readings import state_of
from factdb.storage.store import find_article
from factdb.storage.tables import ArticleRow, ClaimRow
from factdb.storage.versions import claim_at, claims_of, moved, versions

_WORD = re.compile(r"\w+|[^\w\s]")
_NEAR = 60
_WORDS = 3
_CROWD = 20
Pair = tuple[ClaimRow, ClaimRow]


@dataclass(frozen=True, slots=True)
class Change:
    """One figure from a version to the next. `what` is changed, added or gone; `before` and `after` are its words, None where it does not stand."""

    old: str
    new: str
    what: str
    kind: str
    before: str | None
    after: str | None
    subject: str | None
    claim_id: str
    status: str


def changes(session: Session, wanted: str) -> list[Change]:
    """Every change of a figure over all versions of an article, the first version first; rejected claims are left out."""
    chain = versions(session, find_article(session, wanted))
    return [change for old, new in pairwise(chain) for change in _between(session, old, new)]


def _between(session: Session, old: ArticleRow, new: ArticleRow) -> Iterator[Change]:
    before, after = (tuple(row for row in claims_of(session, one.id) if row.status != "rejected") for one in (old, new))
    twins = _kept(before, after, old.text, new.text)
    taken = {twin.id for twin in twins.values()}
    rest = [row for row in before if row.id not in twins], [row for row in after if row.id not in taken]
    twins |= {row.id: twin for row, twin in _pairs(*rest, old.text, new.text)}
    for row in before:
        twin = twins.get(row.id)
        if twin is None:
            yield Change(old.id, new.id, "gone", row.kind, row.quote, None, row.subject, row.id, row.status)
        elif _says(session, row) != _says(session, twin):
            yield Change(old.id, new.id, "changed", twin.kind, row.quote, twin.quote, twin.subject, twin.id, twin.status)
    matched = {twin.id for twin in twins.values()}
    for row in (row for row in after if row.id not in matched):
        yield Change(old.id, new.id, "added", row.kind, None, row.quote, row.subject, row.id, row.status)


def _kept(before: Sequence[ClaimRow], after: Sequence[ClaimRow], old: str, new: str) -> dict[str, ClaimRow]:
    """Claims whose words stand in both texts, by the id in the old one."""
    kept: dict[str, ClaimRow] = {}
    for row in before:
        step = moved(row, old, new)
        twin = None if step is None else claim_at(after, Span(row.core_start + step, row.core_end + step))
        if twin is not None and twin not in kept.values():
            kept[row.id] = twin
    return kept


def _pairs(before: Sequence[ClaimRow], after: Sequence[ClaimRow], old: str, new: str) -> list[Pair]:
    """Claims of one kind in like surroundings whose words differ: the pair that agrees most first, none where two agree as much."""
    blocks: dict[tuple[str, ...], list[ClaimRow]] = defaultdict(list)
    for row in after:
        for key in _keys(row, new):
            blocks[key].append(row)
    scored = []
    for row in before:
        near = {one.id: one for key in _keys(row, old) if len(blocks[key]) <= _CROWD for one in blocks[key]}
        scores = sorted(((_agreement(row, one, old, new), one.id) for one in near.values()), reverse=True)
        if scores and (len(scores) == 1 or scores[0][0] > scores[1][0]):
            scored.append((scores[0][0], row, near[scores[0][1]]))
    pairs: dict[str, Pair] = {}
    for _, row, twin in sorted(scored, key=lambda one: (-one[0], one[1].start)):
        pairs.setdefault(twin.id, (row, twin))
    return list(pairs.values())


def _keys(row: ClaimRow, text: str) -> Iterator[tuple[str, ...]]:
    yield row.kind, "before", *_before(row, text)[-2:]
    yield row.kind, "after", *_after(row, text)[:2]


def _agreement(row: ClaimRow, other: ClaimRow, old: str, new: str) -> int:
    sides = ((_before(row, old)[::-1], _before(other, new)[::-1]), (_after(row, old), _after(other, new)))
    return sum(next((at for at, (a, b) in enumerate(zip(*side, strict=False)) if a != b), min(map(len, side))) for side in sides)


def _before(row: ClaimRow, text: str) -> list[str]:
    return _WORD.findall(text[max(0, row.core_start - _NEAR) : row.core_start].lower())[-_WORDS:]


def _after(row: ClaimRow, text: str) -> list[str]:
    return _WORD.findall(text[row.core_end : row.core_end + _NEAR].lower())[:_WORDS]


def _says(session: Session, row: ClaimRow) -> Mapping[str, object]:
    state = state_of(session, row)
    return {name: state.get(name) for name in ("kind", "value", "low", "high", "modifier", "unit", "date_start", "date_end")}
