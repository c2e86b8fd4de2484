"""What git knows of a project: asked quietly, without running anything that a repository names."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

_PATIENCE = 60  # seconds; a network folder may be slow
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


def git(root: Path, *words: str, typed: bytes = b"") -> bytes | None:
    """Give what git prints for `words` in the folder `root`, when `typed` is given to it; None where it fails."""
    program = shutil.which("git")
    if program is None:
        return None
    # A repository's own settings may name programs to run; none of them is needed here.
    command = [program, "-c", "core.fsmonitor=false", "--literal-pathspecs", "-C", str(root), *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            command, env=os.environ | _QUIET, input=typed, capture_output=True, check=True, timeout=_PATIENCE
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout


class NoRevisionError(Exception):
    """There is no such state of the project; the message says why, and what to do."""


def files_at(root: Path, revision: str, folders: tuple[str, ...]) -> Mapping[str, bytes]:
    """Give the files below `folders` as they were at `revision`: their bytes by their path below `root`, sorted.

    What is no ordinary file is left out. Raises NoRevisionError.
    """
    if git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise NoRevisionError(f"git is not installed, or {root.resolve()} is in no repository.")
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None:
        if git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
            raise NoRevisionError("nothing was committed in this repository yet.")
        shallow = (git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
        raise NoRevisionError(
            f"git knows no “{revision}” here. Name a branch, a tag or a commit, such as main or HEAD~1."
            + (
                " Only the newest commits were fetched: fetch the others, git fetch --unshallow"
                if shallow
                else ""
            )
        )
    incomplete = NoRevisionError(
        f"git did not give the files of “{revision}”: it has not fetched them all, or took longer than {_PATIENCE} seconds. "
        "Fetch them, and try again: git fetch --refetch --no-filter"
    )
    listed = git(root, "ls-tree", "-r", "-z", found.decode("ascii").strip(), "--", *folders)
    if listed is None:
        raise incomplete
    blobs = {path: blob for path, blob in map(_entry, listed.split(b"\0")) if blob}
    contents = git(root, "cat-file", "--batch", typed=b"".join(blob + b"\n" for blob in blobs.values()))
    try:
        return dict(sorted(zip(blobs, _contents(contents or b""), strict=True)))
    except ValueError:  # nothing was given, or a line has “missing” in the place of the length
        raise incomplete from None


def _entry(line: bytes) -> tuple[str, bytes]:
    """Read mode, type, hash, a tab and the path; the hash is empty where the entry is no ordinary file."""
    about, _, path = line.partition(b"\t")
    mode, _, found = about.partition(b" ")
    return os.fsdecode(path), found.rpartition(b" ")[2] if mode.startswith(b"100") else b""


def _contents(printed: bytes) -> Iterator[bytes]:
    """Cut what `git cat-file --batch` prints: a line with the length before each content, and a line break behind it."""
    at = 0
    while at < len(printed):
        end = printed.index(b"\n", at)
        length = int(printed[at:end].split()[-1])
        yield printed[end + 1 : end + 1 + length]
        at = end + 1 + length + 1
