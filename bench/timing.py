"""The best of several runs, taken in turn, so that a busy moment of the machine falls on all of them alike."""

import functools
import gc
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be timed: `run` gets the result of `prepare`, whose own time does not count."""

    run: Callable[[Any], object]
    prepare: Callable[[], Any] = lambda: None


def best(rounds: int, *jobs: Job) -> list[float]:
    """Run each of `jobs` once a round; give the least seconds that each took."""
    least = [float("inf")] * len(jobs)
    for _ in range(rounds):
        for index, job in enumerate(jobs):
            least[index] = min(least[index], seconds(job))
    return least


def seconds(job: Job) -> float:
    """Return the seconds that a run of `job` takes, with empty caches, and without the user’s store."""
    forget()
    with patch.dict(os.environ, {"BRIEFING_CACHE": "off"}):
        prepared = job.prepare()
        gc.collect()
        start = time.perf_counter()
        result = job.run(prepared)
        taken = time.perf_counter() - start
    del result  # not before: to take a result apart is no part of the work
    return taken


def forget() -> None:
    """Empty every cache of a function of the generator."""
    for cache in caches():
        cache.cache_clear()


def caches() -> list[Any]:
    """Return every function of the generator that keeps what it gave, methods of classes too."""
    gc.unfreeze()  # a build in this process may have hidden what was there before it
    return [
        cache
        for cache in gc.get_objects()
        if isinstance(cache, functools._lru_cache_wrapper)  # noqa: SLF001 - it has no other name
        and cache.__module__.partition(".")[0] == "generator"
    ]


def timed(run: Callable[[], object]) -> Job:
    """Make a job of what needs no preparation."""
    return Job(lambda _: run())
