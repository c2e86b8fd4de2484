"""The folder of a project in which a change is prepared, and the lock in it. Both exist only during a change.

After an interrupted change it has the journal, and after a file was saved meanwhile the kept files.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.edit import WORK
from generator.edit.atomic_write.file_moves import write_new
from generator.edit.atomic_write.journal import JOURNAL, KEPT
from generator.edit.atomic_write.messages import in_the_way, work_is_a_link
from generator.edit.error import EditError

_LOCK, _IGNORE = "lock", ".gitignore"
_WAIT = 10  # seconds for another command: it holds the lock for a fraction of one


def has_leftovers(root: Path) -> bool:
    """Return whether the project at `root` has a change that another command is writing, or that was interrupted."""
    try:
        names = {path.name for path in (root / WORK).iterdir()}
    except OSError:  # most often there is no such folder
        return False
    return KEPT not in names or not names <= {KEPT, _IGNORE}


def has_journal(root: Path) -> bool:
    """Return whether the project at `root` has a change that changed files already."""
    return (root / WORK / JOURNAL).exists()


@contextmanager
def locked(root: Path) -> Iterator[Path]:
    """Hold the lock of changes of the project at `root`; yield the folder to work in.

    The system releases the lock of a process that ends, also of one that is killed. Raise EditError if another command holds
    it for long, and OSError if nothing can be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - commands that only read do not need it

    work = root / WORK
    if work.is_symlink():  # its files would be written somewhere else
        raise EditError(work_is_a_link())
    if work.is_file():
        raise EditError(in_the_way(WORK))
    lock = FileLock(work / _LOCK, timeout=_WAIT)
    try:
        while not lock.is_locked:
            work.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # another command has just deleted the folder
                lock.acquire()
    except Timeout:
        raise EditError(f"Another command is changing {root.resolve()}. Wait for it to end.") from None
    try:
        with suppress(FileExistsError):
            write_new(work / _IGNORE, b"*\n", None)
        yield work
    finally:
        _leave(work)
        lock.release()


def require_no_folders(work: Path) -> None:
    """Raise EditError if there is a folder in the folder of changes, besides that of the kept files."""
    for path in sorted(work.iterdir()):
        if path.name != KEPT and path.is_dir() and not path.is_symlink():
            raise EditError(in_the_way(f"{WORK}/{path.name}"))


def clear(work: Path) -> None:
    """Delete the files of a change. Kept files stay."""
    for path in work.iterdir():
        if path.name not in (_LOCK, _IGNORE) and (path.is_symlink() or not path.is_dir()):
            path.unlink()


def _leave(work: Path) -> None:
    """Delete the folder, with the lock that is still held, unless it has a journal or kept files."""
    with suppress(OSError):  # Windows deletes no open file
        if {path.name for path in work.iterdir()} <= {_LOCK, _IGNORE}:
            (work / _IGNORE).unlink()
        (work / _LOCK).unlink()
        work.rmdir()
