"""Put a finished site in the place of the last one: in one step, under a lock.

A build that fails or is killed leaves the last site as it was.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.exchange import exchange

MANIFEST = "site.sha256"
"""The file of a site that lists its other files with their hashes, as `sha256sum --check` reads them."""
# In the folder that builds of a site work in: the new site, and the last one while the two are swapped.
_NEW, _OLD = "new", "new-old"

Builder = Callable[[Path], None]
"""Builds a site in a folder that does not exist yet. Raises BuildError or OSError."""


class BuildError(Exception):
    """The site or the folder cannot be written; the message says why, and how to fix it."""


def publish(out: Path, builder: Builder, marker: str = MANIFEST) -> int:
    """Run `builder` in a folder beside `out`, then swap that folder with `out`; return the number of HTML pages.

    Raises BuildError, and leaves `out` as it was, if the builder fails, the disk is full, another build of `out` is running,
    or `out` holds files without `marker`, the name of a file that the builder writes.
    """
    out = out.resolve()
    try:
        if out.exists() and any(out.iterdir()) and not (out / marker).is_file():
            raise BuildError(
                f"{out} was not made by this command: it has files but no {marker}. "
                "Choose a new or empty folder."
            )
        with build_lock(out) as new:
            builder(new)
            _let_others_read(new)
            _keep_times(new, out)
            swap(new, out)
    except OSError as error:  # most often a full disk
        raise BuildError(f"{error.filename or out}: {error.strerror}") from error
    return sum(1 for _ in out.rglob("*.html"))


def _let_others_read(site: Path) -> None:
    """Let every user read a site, such as that of a web server, even if new files of this user are private."""
    mask = os.umask(0)
    os.umask(mask)
    if mask & 0o055 and os.name == "posix":
        for path in (site, *site.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def _keep_times(new: Path, old: Path) -> None:
    """Set the time of each file that is the same in the `old` site to its time there, for programs that copy what changed."""
    hashes = _manifest(old)
    for name, file_hash in _manifest(new).items():
        if hashes.get(name) == file_hash:
            with suppress(FileNotFoundError):
                time = (old / name).stat().st_mtime_ns
                if (new / name).stat().st_mtime_ns != time:  # it is not a link to the old file
                    os.utime(new / name, ns=(time, time))


def _manifest(site: Path) -> dict[str, str]:
    """Return the hashes in the manifest of a site by path; none if it has no manifest."""
    path = site / MANIFEST
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {name: file_hash for file_hash, _, name in (line.partition("  ") for line in lines)}


def file_hashes(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in `site` by its path, sorted."""
    paths = [Path(folder, name) for folder, _, names in os.walk(site) for name in names]
    hashes = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file()
    }
    return dict(sorted(hashes.items()))


def write_manifest(site: Path, hashes: Mapping[str, str]) -> None:
    """Write the hash of every other file in `site` to its manifest, sorted by path."""
    lines = [f"{hashes[name]}  {name}\n" for name in sorted(hashes) if name != MANIFEST]
    (site / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


@contextmanager
def build_lock(out: Path) -> Iterator[Path]:
    """Hold the lock of builds of `out`; yield the folder to build in, which does not exist yet.

    Before that, put the last site back if a killed build had moved it, and delete its other folders. The system releases the
    lock when a process ends, also when it is killed.
    Raises BuildError if another build is running, and OSError if nothing can be written.
    """
    work = out.with_name(f".{out.name}-build")
    work.mkdir(parents=True, exist_ok=True)
    (work / "lock").touch()  # a folder without write access fails here, a lock that is held below
    try:
        with FileLock(work / "lock", blocking=False):
            if (work / _OLD).is_dir() and not out.exists():
                (work / _OLD).rename(out)
            _clear(work)
            try:
                yield work / _NEW
            finally:
                _clear(work)
    except Timeout:
        raise BuildError(f"another build of {out} is running: wait for it to end, or stop it.") from None


def _clear(work: Path) -> None:
    for folder in filter(Path.is_dir, work.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)


def swap(new: Path, out: Path) -> None:
    """Put the folder `new` in the place of `out`, and delete the old folder.

    Where the system cannot exchange two folders, two renames do it: between them `out` does not exist.
    """
    if not out.exists():
        new.rename(out)
        return
    old = new
    if not exchange(new, out):
        old = new.with_name(f"{new.name}-old")
        out.rename(old)
        try:
            new.rename(out)
        except OSError:
            old.rename(out)
            raise
    shutil.rmtree(old, ignore_errors=True)
