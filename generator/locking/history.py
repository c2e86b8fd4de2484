"""Texts that were stored before, from the history that git keeps of a project; where there is none, nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

_PATIENCE = 60  # seconds; a network folder may be slow
_BLOB = 3  # which field of a raw log line names the file's new content
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


def earlier(root: Path, path: str, sha256: str) -> bytes | None:
    """Give the bytes that the file at `path` below `root` had when its hash was `sha256`.

    None where git is not installed, the folder is no repository, or its history has no such content.
    """
    log = _git(
        root, "log", "--full-history", "--raw", "--no-abbrev", "--no-renames", "-m", "--format=", "--", path
    )
    lines = [
        line.split() for line in (log or b"").decode("ascii", "replace").splitlines() if line.startswith(":")
    ]
    for blob in dict.fromkeys(line[_BLOB] for line in lines if len(line) > _BLOB and line[_BLOB].strip("0")):
        stored = _git(root, "cat-file", "blob", blob)
        # Where git is set to do so, files on the disk have other line ends than it keeps.
        for raw in (stored, stored.replace(b"\n", b"\r\n")) if stored is not None else ():
            if hashlib.sha256(raw).hexdigest() == sha256:
                return raw
    return None


def _git(root: Path, *words: str) -> bytes | None:
    """Give what git prints; None where it fails."""
    program = shutil.which("git")
    if program is None:
        return None
    # A repository's own settings may name programs to run; none of them is needed here.
    command = [program, "-c", "core.fsmonitor=false", "--literal-pathspecs", "-C", str(root), *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            command,
            env=os.environ | _QUIET,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout
