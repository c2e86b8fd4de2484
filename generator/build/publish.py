"""A finished site takes the place of the last one, or leaves it as it was: under a lock, and whatever ends a build."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from filelock import FileLock, Timeout

from generator.build.manifest import NAME
from generator.build.swap import exchange

# In the folder that builds of a site work in: the finished site, and the last one while it makes room.
_NEW, _OLD = "new", "new-old"
# The builders, as pip is asked for them: what later ones do is not known.
_NEEDED = {"mkdocs": "mkdocs>=1.6.1,<2", "zensical": "zensical<0.0.74"}


class BuildFailedError(Exception):
    """The site could not be built; the message says why."""


Builder = Callable[[Path], None]
"""Builds a site into the folder that it is given. Raises BuildFailedError, or OSError."""


def build_aside(out: Path, builder: Builder) -> int:
    """Let `builder` build into a folder aside, then swap it with `out`; give the number of pages.

    Raises BuildFailedError, with `out` untouched, where the builder fails, the disk is full, another build is at work, or
    `out` holds what is no site of this program.
    """
    out = out.resolve()
    try:
        if out.exists() and any(out.iterdir()) and not (out / NAME).is_file():
            raise BuildFailedError(
                f"{out} holds files, and no {NAME} as a site does: name another folder, or empty this one."
            )
        with only_build(out) as aside:
            aside.mkdir()
            builder(aside)
            swap(aside, out)
    except OSError as fault:  # a full disk, most often
        raise BuildFailedError(f"{fault.filename or out}: {fault.strerror}") from fault
    return sum(1 for _ in out.rglob("*.html"))


def with_mkdocs(root: Path, today: str | None) -> Builder:
    """Build the project at `root` with MkDocs, which may warn of nothing."""

    def builder(aside: Path) -> None:
        words = ["build", "--strict", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(aside)]
        if not (root / "docs").is_dir():
            raise BuildFailedError(
                "there is no folder docs/, for pages written by hand: make one; it may hold a README.md alone."
            )
        _run("mkdocs", words, root, {"BRIEFING_TODAY": today} if today else {})

    return builder


def with_zensical(write: Callable[[Path], object], finish: Callable[[Path], object]) -> Builder:
    """Build with Zensical what `write` puts into a folder, and `finish` the site."""

    def builder(aside: Path) -> None:
        folder = aside / "folder"
        write(folder)
        _run("zensical", ["build", "--strict"], folder, {})
        built = aside / "built"
        (folder / "site").rename(built)
        shutil.rmtree(folder)
        for path in built.iterdir():
            path.rename(aside / path.name)
        built.rmdir()
        finish(aside)

    return builder


def _run(module: str, words: list[str], folder: Path, more: dict[str, str]) -> None:
    if find_spec(module) is None:
        raise BuildFailedError(f'{module} is not installed: python3 -m pip install "{_NEEDED[module]}"')
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", module, *words],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | more,
        check=False,
        capture_output=True,
        text=True,
    )
    if (
        os.strerror(errno.ENOSPC) in done.stderr
    ):  # which is no matter of the program, whose lines are left out
        raise BuildFailedError(done.stderr.strip().rpartition("\n")[2])
    if done.returncode:
        raise BuildFailedError(done.stdout + done.stderr)


@contextmanager
def only_build(out: Path) -> Iterator[Path]:
    """Be the only build of `out`, and put right what one that was killed has left; give the folder to build into, which is not there yet.

    The system itself lets the lock go when a process ends, however it ends. Raises BuildFailedError where another is at
    work, OSError where nothing can be written.
    """
    work = out.with_name(f".{out.name}-build")
    work.mkdir(parents=True, exist_ok=True)
    (work / "lock").touch()  # tells a folder that is closed from a lock that is held
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
        raise BuildFailedError(
            f"another build of {out} is at work: wait for it to end, or stop it."
        ) from None


def _clear(work: Path) -> None:
    for name in (_NEW, _OLD):
        shutil.rmtree(work / name, ignore_errors=True)


def swap(finished: Path, out: Path) -> None:
    """Put the folder `finished` in the place of `out`, and remove what stood there.

    In one step where the system can; else in two renames, between which there is no `out`.
    """
    if not out.exists():
        finished.rename(out)
        return
    old = finished
    if not exchange(finished, out):
        old = finished.with_name(f"{finished.name}-old")
        out.rename(old)
        try:
            finished.rename(out)
        except OSError:
            old.rename(out)
            raise
    shutil.rmtree(old, ignore_errors=True)
