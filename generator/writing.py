"""Several files written together: each whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (bytes by path below `root`), new ones and in the place of those that are there.

    All are written aside first; raises OSError, with none of them changed, where that fails.
    """
    aside: list[tuple[str, Path]] = []
    try:
        for path, raw in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=".new-", dir=place.parent)
            aside.append((name, place))
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(place.stat().st_mode & 0o7777 if place.exists() else 0o644)
        for name, place in aside:
            Path(name).replace(place)
    finally:
        for name, _ in aside:
            Path(name).unlink(missing_ok=True)


def remove(root: Path, paths: Iterable[str]) -> None:
    """Remove files below `root`, and the folders in which nothing is left."""
    for path in paths:
        place = root / path
        place.unlink()
        for folder in place.relative_to(root).parents:
            with suppress(OSError):  # something is left in it
                if folder.name:
                    (root / folder).rmdir()
