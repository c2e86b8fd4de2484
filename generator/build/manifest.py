"""`site.sha256`: the hash of every published file, as `sha256sum --check site.sha256` reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

NAME = "site.sha256"


def write_manifest(site: Path) -> None:
    """Write the manifest of the finished folder `site` into it: a line for each file but itself, sorted by path."""
    files = sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file())
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in files if name != NAME
    )
    (site / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")
