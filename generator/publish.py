"""A finished site takes the place of the last one, or leaves it as it was: under a lock, and whatever ends a build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from filelock import FileLock, Timeout

from generator.exchange import exchange

_OLD = "old-"  # begins the rest of the name of a folder that holds the last site while the new one takes its place


class BuildFailedError(Exception):
    """The site could not be built; the message says why."""


Builder = Callable[[Path], None]
"""Builds a site into the folder that it is given. Raises BuildFailedError, or OSError."""


def build_aside(out: Path, builder: Builder) -> int:
    """Let `builder` build into a folder aside, then swap it with `out`; give the number of pages.

    Raises BuildFailedError, with `out` untouched, where the builder fails, the disk is full, or another build is at work.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with only_build(out):
        aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        try:
            aside.chmod(0o755)  # mkdtemp makes it private, and the site is to be served
            builder(aside)
            swap(aside, out)
        except OSError as fault:  # a full disk, most often
            raise BuildFailedError(f"{fault.filename or out}: {fault.strerror}") from fault
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return sum(1 for _ in out.rglob("*.html"))


def with_mkdocs(root: Path, today: str | None) -> Builder:
    """Build the project at `root` with MkDocs, which may warn of nothing."""

    def builder(aside: Path) -> None:
        words = ["build", "--strict", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(aside)]
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
        raise BuildFailedError(f"{module} is not installed: python3 -m pip install {module}")
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", module, *words],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | more,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BuildFailedError(done.stdout + done.stderr)


@contextmanager
def only_build(out: Path) -> Iterator[None]:
    """Be the only build of `out`, and put right what one that was killed has left. Raises BuildFailedError where another is at work.

    The system itself lets the lock go when a process ends, however it ends.
    """
    lock = FileLock(out.parent / f".{out.name}-lock", blocking=False)
    try:
        with lock:
            _put_right(out)
            yield
    except Timeout:
        raise BuildFailedError(
            f"another build of {out} is at work: wait for it to end, or stop it."
        ) from None


def _put_right(out: Path) -> None:
    """Put the last site back that a killed build had set aside, and remove what else it left."""
    for folder in sorted(out.parent.glob(f".{out.name}-*")):
        if folder.is_dir():
            kept = folder / out.name
            if folder.name.startswith(f".{out.name}-{_OLD}") and kept.is_dir() and not out.exists():
                kept.rename(out)
            shutil.rmtree(folder, ignore_errors=True)


def swap(finished: Path, out: Path) -> None:
    """Put the folder `finished` in the place of `out`, and remove what stood there.

    In one step where the system can; else in two renames, between which there is no `out`: the next build puts that right.
    """
    if not out.exists():
        finished.rename(out)
        return
    if exchange(finished, out):
        shutil.rmtree(finished, ignore_errors=True)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-{_OLD}", dir=out.parent))
    out.rename(old / out.name)
    try:
        finished.rename(out)
    except OSError:
        (old / out.name).rename(out)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
