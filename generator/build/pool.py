"""Work that is divided among processes, one for each processor that this process may use."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_job: tuple[Callable[[Any], Any], Sequence[Any]]
"""In a process of the pool: what it does, and with which items. It is inherited, so that nothing has to be pickled."""


def processors() -> int:
    """Return how many processes can share the work.

    A process of the pool begins as a copy of this one, which is safe on Linux only; elsewhere one process does all.
    The variable BRIEFING_PROCESSES limits the number.
    """
    if sys.platform != "linux":
        return 1
    limit, available = os.environ.get("BRIEFING_PROCESSES", ""), len(os.sched_getaffinity(0))
    return max(1, min(available, int(limit))) if limit.isdecimal() else available


def map_in_order(
    work: Callable[[_Item], _Result], items: Sequence[_Item], processes: int
) -> Iterator[_Result]:
    """Yield the result of each item, in their order. With several processes, results are pickled."""
    global _job  # noqa: PLW0603 - see there
    processes = min(processes, len(items))
    if processes <= 1:
        yield from map(work, items)
        return
    _job = work, items
    gc.freeze()  # the collector leaves the memory alone that the processes share
    try:
        with multiprocessing.get_context("fork").Pool(processes, _ignore_interrupt) as pool:
            yield from pool.imap(_work_on, range(len(items)))
            pool.close()
            pool.join()  # else the processes are killed, and leave their temporary files
    finally:
        gc.unfreeze()


def _ignore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the parent, which ends the pool


def _work_on(index: int) -> Any:
    work, items = _job
    return work(items[index])
