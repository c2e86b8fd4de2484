"""Write and delete several files together: all of them, or none."""

import os
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.edit.error import EditError


def write_all(root: Path, files: Mapping[str, bytes], removed: Collection[str] = ()) -> None:
    """Write `files`, bytes by path below `root`, new ones and replacements; delete the files `removed` and emptied folders.

    Raise EditError, with everything as it was before, if any of it fails.
    """
    try:
        _write_or_restore(root, files, removed)
    except OSError as error:
        raise EditError(f"Nothing was written. {error.filename}: {error.strerror}.") from error


def _write_or_restore(root: Path, files: Mapping[str, bytes], removed: Collection[str]) -> None:
    paths = [root / path for path in (*files, *removed)]
    before = {path: (path.read_bytes(), path.stat().st_mode) for path in paths if path.exists()}
    new_folders = {folder for path in paths for folder in path.parents if not folder.exists()}
    temporary: dict[Path, Path] = {}
    changed: list[Path] = []
    try:
        for name, raw in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary_name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
            temporary[path] = Path(temporary_name)
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            temporary[path].chmod(before[path][1] & 0o7777 if path in before else 0o644)
        for path, written in temporary.items():
            written.replace(path)
            changed.append(path)
        for name in removed:
            (root / name).unlink()
            changed.append(root / name)
    except BaseException:  # Ctrl+C must not leave half a change either
        for written in temporary.values():
            written.unlink(missing_ok=True)
        for path in changed:
            with suppress(OSError):  # restore as much as possible
                if path in before:
                    path.write_bytes(before[path][0])
                    path.chmod(before[path][1])
                else:
                    path.unlink()
        _remove_empty(new_folders)
        raise
    _remove_empty({root / folder for name in removed for folder in Path(name).parents if folder.name})


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in sorted(folders, reverse=True):  # inner folders first
        with suppress(OSError):  # the folder is not empty
            folder.rmdir()
