"""Work that is divided among processes: an error is told as in one process, and nothing is left when a build ends early."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.pool import map_in_order
from generator.build.publish import BuildError
from tests.building import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all")

SLOW = """
import os, signal, sys, time
from generator.build.pool import map_in_order

signal.signal(signal.SIGINT, signal.default_int_handler)  # also if the tests run in the background

def work(item):
    open(f"{sys.argv[1]}/{os.getpid()}", "w").close()
    time.sleep(0.1)

list(map_in_order(work, range(1000), 2))
"""


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")


def process_of(item: int) -> tuple[int, int]:
    return item, os.getpid()


def killed(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(map_in_order(str, range(50), 3)) == list(map(str, range(50)))


def test_a_process_ends_after_some_items_so_that_its_memory_does_not_grow_with_the_site() -> None:
    made = list(map_in_order(process_of, range(100), 2))
    assert [item for item, _ in made] == list(range(100))
    assert max(Counter(process for _, process in made).values()) <= 32


def test_a_full_disk_keeps_its_reason_and_its_path() -> None:
    with pytest.raises(OSError, match=r"No space left on device: 'site/index\.html'"):
        list(map_in_order(full_disk, range(4), 2))


def test_a_process_that_the_system_ends_is_an_error_and_not_a_build_that_waits_for_ever() -> None:
    with pytest.raises(BuildError, match="BRIEFING_PROCESSES=1"):
        list(map_in_order(killed, range(4), 2))


def is_running(process: str) -> bool:
    """Return whether a process is there, and does something: one that has ended may stay as a zombie."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def noted(folder: Path) -> list[str]:
    """Return the processes that have begun to work."""
    return [path.name for path in folder.iterdir()]


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_a_build_that_is_stopped(ending: signal.Signals, tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    until(lambda: len(noted(tmp_path)) == 2)
    parent.send_signal(ending)
    assert parent.wait(timeout=60) != 0
    until(lambda: not any(map(is_running, noted(tmp_path))))
