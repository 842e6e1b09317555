"""Work spread over the cores, results in the order of the work."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

W = TypeVar("W")
R = TypeVar("R")

# Starting processes takes longer than reading this many pieces of work.
_FEW = 8
_AHEAD = 8


def spread(work: Callable[[W], R], pieces: Iterable[W], jobs: int | None = None) -> Iterator[R]:
    """`map(work, pieces)` over `jobs` processes (default all cores), lazily and in order.

    Only a few pieces a process are taken ahead of the results, so memory does not grow with the number of pieces.
    """
    count = jobs or os.cpu_count() or 1
    rest = iter(pieces)
    first = list(islice(rest, _FEW + 1))
    if count == 1 or len(first) <= _FEW:
        yield from map(work, chain(first, rest))
        return
    with ProcessPoolExecutor(count) as pool:
        try:
            yield from _in_order(pool, work, chain(first, rest), count * _AHEAD)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, work: Callable[[W], R], pieces: Iterator[W], ahead: int) -> Iterator[R]:
    waiting: deque[Future[R]] = deque()
    for piece in pieces:
        waiting.append(pool.submit(work, piece))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
