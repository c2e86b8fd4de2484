"""Several files written together: each whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (bytes by path below `root`) in the place of those that are there.

    All are written aside first; raises OSError, with none of them changed, where that fails.
    """
    aside: list[tuple[str, Path]] = []
    try:
        for path, raw in files.items():
            place = root / path
            descriptor, name = tempfile.mkstemp(prefix=".lock-", dir=place.parent)
            aside.append((name, place))
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(place.stat().st_mode & 0o7777)
        for name, place in aside:
            Path(name).replace(place)
    finally:
        for name, _ in aside:
            Path(name).unlink(missing_ok=True)
