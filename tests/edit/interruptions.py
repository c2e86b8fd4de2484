"""Interrupt a writer at any of its file operations: kill it, fill the disk, or press Ctrl+C."""

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.edit.atomic_write import file_moves

Effect = Callable[[], None]
"""What happens instead of a file operation."""
_OPERATIONS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "os.truncate")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def kill() -> None:
    """End this process as SIGKILL does."""
    os.kill(os.getpid(), signal.SIGKILL)


def full_disk() -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "disk")


def control_c() -> None:
    """Fail as Ctrl+C does."""
    raise KeyboardInterrupt


def interrupted(
    root: Path, write: Callable[[], object], point: int, effect: Effect = kill, *, from_then_on: bool = False
) -> bool:
    """Run `write` in a process of its own, with `effect` in place of its file operation number `point` below `root`.

    The operations are counted from 1. With `from_then_on`, the effect is that of every later operation too. Return whether there
    are so many operations. A file that is being written when the process is killed is only half on the disk.
    """
    reached, signalled = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _silence()
            _count(root.resolve(), point, effect, signalled, from_then_on=from_then_on)
            write()
        except BaseException:  # noqa: BLE001 - what the writer raises is not of interest here
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(signalled)
    os.waitpid(child, 0)
    with os.fdopen(reached, "rb") as pipe:
        return bool(pipe.read())


def _silence() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(null, stream)


def _count(root: Path, point: int, effect: Effect, signalled: int, *, from_then_on: bool) -> None:
    """Count the file operations of this process below `root` from now on, and let `effect` happen."""
    number, below, exchange = 0, str(root), vars(file_moves)["exchange"]

    def operation() -> None:
        nonlocal number
        number += 1
        if number == point or (from_then_on and number > point):
            os.write(signalled, b"!")
            effect()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        is_operation = event in _OPERATIONS or (event == "open" and (arguments[2] or 0) & _WRITES)
        if is_operation and isinstance(arguments[0], str | bytes | os.PathLike):
            path = os.path.abspath(os.fsdecode(arguments[0]))  # noqa: PTH100 - links are not followed
            if path == below or path.startswith(f"{below}/"):
                operation()

    def half_written(descriptor: int) -> None:
        nonlocal number
        if effect is kill and number + 1 == point and (size := os.fstat(descriptor).st_size):
            with suppress(OSError):  # a folder
                os.ftruncate(descriptor, size // 2)
        operation()

    def counted_exchange(first: Path, second: Path) -> bool:
        operation()
        return bool(exchange(first, second))

    os.fsync = half_written  # type: ignore[assignment]  # and it does not wait for the disk
    vars(file_moves)["exchange"] = counted_exchange
    sys.addaudithook(hook)
