"""Work that is divided among processes, one for each processor that this process may use."""

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, TypeVar

from generator.build.publish import BuildError
from generator.variables import number

_SIGNAL_OF_PARENT = 1  # PR_SET_PDEATHSIG of prctl
_ENDED = (
    "The system ended a process, most often because memory was full. Close other programs, or set "
    "BRIEFING_PROCESSES=1 to do all in one process."
)
# At most; then a process ends, since it has copied more and more of the content that it read.
_ITEMS_OF_PROCESS = 16
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
    limit, available = number("BRIEFING_PROCESSES"), len(os.sched_getaffinity(0))
    return available if limit is None else max(1, min(available, limit))


def map_in_order(
    work: Callable[[_Item], _Result], items: Sequence[_Item], processes: int
) -> Iterator[_Result]:
    """Yield the result of each item, in their order. With several processes, results and exceptions are pickled.

    Raises BuildError if the system ends a process.
    """
    global _job  # noqa: PLW0603 - see there
    processes = min(processes, len(items))
    if processes <= 1:
        yield from map(work, items)
        return
    _job = work, items
    _return_free_memory()
    was_frozen = gc.get_freeze_count() > 0
    gc.freeze()  # the collector leaves the memory alone that the processes share
    try:
        size = processes * _ITEMS_OF_PROCESS
        for start in range(0, len(items), size):
            with ProcessPoolExecutor(processes, get_context("fork"), _end_with, (os.getpid(),)) as pool:
                yield from pool.map(_work_on, range(start, min(start + size, len(items))))
    except BrokenProcessPool as error:
        raise BuildError(_ENDED) from error
    finally:
        if not was_frozen:
            gc.unfreeze()


def _return_free_memory() -> None:
    """Return free memory that the C library keeps to the system, often a tenth of all, before processes need more."""
    with suppress(AttributeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)


def _end_with(parent: int) -> None:
    """End this process when its parent ends, also if that is killed. Ctrl+C ends the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_SIGNAL_OF_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _work_on(index: int) -> Any:
    work, items = _job
    return work(items[index])
