"""Move a file to its place without losing one that was saved meanwhile: what was in that place is kept, never overwritten.

Each function leaves an old or a new file, also if the process is killed in the middle, and can be undone by another one:
`swap` by `swap`, `put` by `take`. `staged` is a file in a folder that only these functions use.
"""

import errno
import hashlib
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from generator.exchange import exchange

NOTHING = None
"""The hash of a path without a file."""
NOT_A_FILE = "not a file"
"""The hash of a folder, a link or anything else that is not an ordinary file."""


def hash_of(path: Path) -> str | None:
    """Return the SHA-256 of the file at `path`, NOTHING or NOT_A_FILE. Links are not followed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return NOT_A_FILE
        with path.open("rb") as file:  # an original may be large
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return NOTHING
    except NotADirectoryError:
        return NOT_A_FILE


def leads_out(root: Path, path: str) -> bool:
    """Return whether a folder of `path`, seen from the folder `root`, is a link or a file: the path may be anywhere then."""
    folders = [root / folder for folder in Path(path).parents]
    return any(folder.is_symlink() or (folder.exists() and not folder.is_dir()) for folder in folders[:-1])


def write_new(path: Path, content: bytes, mode: int | None) -> None:
    """Write a file that does not exist yet, down to the disk. Without a `mode`, it has that of any new file of the user."""
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            path.chmod(mode)
    except OSError as error:  # an error of writing names no file
        raise OSError(error.errno, error.strerror, str(path)) from error


def swap(staged: Path, path: Path) -> None:
    """Put the file `staged` in the place of the file `path`, and that one in the place of `staged`."""
    if _is_exchanged(staged, path):
        return
    copy, old = _copy_beside(staged, path), staged.with_suffix(".old")
    try:
        shutil.copy2(path, old)
        copy.replace(path)
    except BaseException:  # Ctrl+C must not leave the copy behind either
        copy.unlink(missing_ok=True)
        raise
    old.replace(staged)


def put(staged: Path, path: Path) -> None:
    """Move the file `staged` to `path`, with new folders if it needs them. Raise FileExistsError if something is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(staged, path)  # unlike a rename, it never replaces a file
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, or another one
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        _copy_beside(staged, path).rename(path)
    staged.unlink()


def take(path: Path, staged: Path) -> None:
    """Move the file `path` to `staged`."""
    # `put` may have been killed after its link, and renaming one link of a file to the other does nothing.
    staged.unlink(missing_ok=True)
    try:
        path.rename(staged)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copy2(path, staged)
        path.unlink()


def beside(staged: Path, path: Path) -> Path:
    """Return the hidden file beside `path` that `swap` and `put` use where they cannot move `staged` in one step."""
    return path.with_name(f".new-{staged.name}")


def sync(folder: Path) -> None:
    """Have the system write the names of a folder's files to the disk now, where it can."""
    with suppress(OSError):  # Windows cannot open folders, and some file systems need no such call
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove_empty(folders: set[Path]) -> None:
    """Delete those of `folders` that are empty."""
    for folder in sorted(folders, reverse=True):  # inner folders first
        with suppress(OSError):  # the folder is not empty, or not there
            folder.rmdir()


def _is_exchanged(staged: Path, path: Path) -> bool:
    try:
        return exchange(staged, path)
    except OSError as error:
        if error.errno != errno.EXDEV:  # the folder of `path` is a file system of its own
            raise
        return False


def _copy_beside(staged: Path, path: Path) -> Path:
    copy = beside(staged, path)
    copy.unlink(missing_ok=True)
    try:
        write_new(copy, staged.read_bytes(), stat.S_IMODE(staged.stat().st_mode))
    except BaseException:  # Ctrl+C must not leave the copy behind either
        copy.unlink(missing_ok=True)
        raise
    return copy
