"""Work spread over the cores, results in the order of the work."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from factdb.cli.main import OBJECTS

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

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
    from concurrent.futures import ProcessPoolExecutor  # not for a few pieces: it takes as long to import as one of them

    with ProcessPoolExecutor(count, mp_context=_context(), initializer=_settle) as pool:
        try:
            yield from _in_order(pool, work, chain(first, rest), count * _AHEAD)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _context() -> "BaseContext":
    """Processes that share nothing with this one, so that an open database or a thread is never copied into them."""
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["factdb.claims.extract", "factdb.text.readers"])
    return context


def _settle() -> None:
    """In each worker: Ctrl-C is the parent's to answer, and a worker ends when its parent was killed."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(OBJECTS)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)


def _in_order(pool: "ProcessPoolExecutor", work: Callable[[W], R], pieces: Iterator[W], ahead: int) -> Iterator[R]:
    waiting: deque[Future[R]] = deque()
    for piece in pieces:
        waiting.append(pool.submit(work, piece))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
