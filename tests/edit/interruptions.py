"""Interrupt a writer at any of its file operations: kill it, fill the disk, or press Ctrl+C."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from generator.edit.atomic_write import file_moves
from generator.edit.error import EditError

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
    """Run `write` with `effect` in place of its file operation number `point` below `root`; a kill in a process of its own.

    The operations are counted from 1. With `from_then_on`, the effect is that of every later operation too. Return whether there
    are so many operations. A file that is being written when the process is killed is only half on the disk.
    """
    if effect is not kill:
        operations = _Operations(root, point, effect, from_then_on=from_then_on)
        with operations.counted(), suppress(EditError, OSError, KeyboardInterrupt):
            write()
        return operations.number >= point
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            with _Operations(root, point, kill).counted():
                write()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


class _Operations:
    """Counts the file operations of this process below a folder. The effect happens in place of one, or from one on."""

    current: "_Operations | None" = None

    def __init__(self, root: Path, point: int, effect: Effect, *, from_then_on: bool = False) -> None:
        """Count from 0."""
        self.number, self._root, self._point = 0, str(root.resolve()), point
        self._effect, self._from_then_on = effect, from_then_on

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count from here on. Nothing waits for the disk meanwhile."""
        fsync, exchange = os.fsync, vars(file_moves)["exchange"]

        def counted_exchange(first: Path, second: Path) -> bool:
            self._operation()
            return bool(exchange(first, second))

        _listen()
        os.fsync, vars(file_moves)["exchange"] = self._sync, counted_exchange  # type: ignore[assignment]
        _Operations.current = self
        try:
            yield
        finally:
            _Operations.current = None
            os.fsync, vars(file_moves)["exchange"] = fsync, exchange

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count an event of the interpreter if it is a file operation below the folder."""
        is_operation = event in _OPERATIONS or (event == "open" and (arguments[2] or 0) & _WRITES)
        if is_operation and isinstance(arguments[0], str | bytes | os.PathLike):
            path = os.path.abspath(os.fsdecode(arguments[0]))  # noqa: PTH100 - links are not followed
            if path == self._root or path.startswith(f"{self._root}/"):
                self._operation()

    def _operation(self) -> None:
        self.number += 1
        if self.number == self._point or (self._from_then_on and self.number > self._point):
            self._effect()

    def _sync(self, descriptor: int) -> None:
        if self._effect is kill and self.number + 1 == self._point:
            with suppress(OSError):  # a folder
                os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
        self._operation()


@cache  # for good: nobody can stop listening
def _listen() -> None:
    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if _Operations.current:
            _Operations.current.hear(event, arguments)

    sys.addaudithook(hook)
