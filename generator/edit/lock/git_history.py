"""Texts that were stored before, from the history that git keeps of a project; where there is none, nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.edit.git import git

_BLOB = 3  # which field of a raw log line names the file's new content


def earlier(root: Path, path: str, sha256: str) -> bytes | None:
    """Give the bytes that the file at `path` below `root` had when its hash was `sha256`.

    None where git is not installed, the folder is no repository, or its history has no such content.
    """
    log = git(
        root, "log", "--full-history", "--raw", "--no-abbrev", "--no-renames", "-m", "--format=", "--", path
    )
    lines = [
        line.split() for line in (log or b"").decode("ascii", "replace").splitlines() if line.startswith(":")
    ]
    for blob in dict.fromkeys(line[_BLOB] for line in lines if len(line) > _BLOB and line[_BLOB].strip("0")):
        stored = git(root, "cat-file", "blob", blob)
        # Where git is set to do so, files on the disk have other line ends than it keeps.
        for raw in (stored, stored.replace(b"\n", b"\r\n")) if stored is not None else ():
            if hashlib.sha256(raw).hexdigest() == sha256:
                return raw
    return None
