"""Several files written and removed together: all of them, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(root: Path, files: Mapping[str, bytes], gone: Collection[str] = ()) -> None:
    """Write `files` (bytes by path below `root`), new ones and in the place of those that are there; remove those that are `gone`.

    Folders in which nothing is left go too. Raises OSError, with all put back as it was, where any of it fails.
    """
    places = [root / path for path in (*files, *gone)]
    before = {place: (place.read_bytes(), place.stat().st_mode) for place in places if place.exists()}
    new_folders = {folder for place in places for folder in place.parents if not folder.exists()}
    aside: list[tuple[Path, Path]] = []
    changed: list[Path] = []
    try:
        for path, raw in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=".new-", dir=place.parent)
            aside.append((Path(name), place))
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(before[place][1] & 0o7777 if place in before else 0o644)
        for written, place in aside:
            written.replace(place)
            changed.append(place)
        for path in gone:
            (root / path).unlink()
            changed.append(root / path)
    except BaseException:  # Ctrl+C too leaves nothing half-written
        for written, _ in aside:
            written.unlink(missing_ok=True)
        for place in changed:
            with suppress(OSError):  # what can be put back is put back
                _put_back(place, *before.get(place, ()))
        _remove_empty(new_folders)
        raise
    _remove_empty({root / folder for path in gone for folder in Path(path).parents if folder.name})


def _put_back(place: Path, raw: bytes | None = None, mode: int = 0) -> None:
    if raw is None:
        place.unlink()
    else:
        place.write_bytes(raw)
        place.chmod(mode)


def _remove_empty(folders: Collection[Path]) -> None:
    for folder in sorted(folders, reverse=True):  # the inner ones first
        with suppress(OSError):  # something is left in it
            folder.rmdir()
