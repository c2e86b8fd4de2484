"""The files that stored texts were made from, in seeds/originals/: each is the file whose hash its source records."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.content import rules
from generator.content.files import ORIGINALS, read, walk
from generator.content.paths import source_of
from generator.diagnostics import Diagnostic
from generator.location import Location, YamlMap, location_at
from generator.store import Store

IGNORE = f"{ORIGINALS}/.gitignore"
IGNORE_ALL = b"*\n"
"""What IGNORE has where git does not keep originals. Git then ignores the file itself too."""


def originals_of(root: Path, source: str) -> tuple[str, ...]:
    """Return the paths of the originals of a source of the project at `root`: most often one or none."""
    return tuple(path for path, _ in _found(root) if source_of(path) == source)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, which may be large. Raise OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def original_errors(root: Path, store: Store | None = None) -> tuple[Diagnostic, ...]:
    """Return an error for each original in the project at `root` that has changed, or that belongs to no source.

    The hash of a file that has the size and the time of an earlier run is that of the `store`.
    """
    return tuple(
        error for path, size in _found(root) if (error := _error(root, path, size, store)) is not None
    )


def ignored(root: Path) -> bool | None:
    """Return whether git ignores the originals of the project at `root`; None if there are none."""
    if not any(_found(root)):
        return None
    return (root / IGNORE).exists()


def _found(root: Path) -> Iterator[tuple[str, int]]:
    """Yield the path and the size of each original. `read_files` reports links and what else is not a file."""
    if (root / ORIGINALS).is_dir():
        for path, size in walk(root / ORIGINALS, ORIGINALS):
            if isinstance(size, int) and PurePosixPath(path).name != "README.md":
                yield path, size


def _error(root: Path, path: str, size: int, store: Store | None) -> Diagnostic | None:
    sidecar = f"seeds/{source_of(path)}.yml"
    if PurePosixPath(path).parent.as_posix() != ORIGINALS or not (root / sidecar).is_file():
        message = "this file is not the original of a source"
        hint = f"Move it to another folder. If it is the original of a source, its name is {ORIGINALS}/<id>, with an ending."
        return rules.STRAY_ORIGINAL.at(Location(path), message, hint)
    from generator.content.strict_yaml import read_yaml  # noqa: PLC0415 - a check without originals does not need it

    raw = read(root / sidecar, sidecar, (root / sidecar).stat().st_size)
    data, _ = read_yaml(sidecar, raw) if isinstance(raw, bytes) else (None, ())
    if data is None:  # which is reported as an error of this file
        return None
    original = data.get("original")
    recorded = original.get("sha256") if isinstance(original, YamlMap) else None
    if not recorded:
        message = f"{sidecar} does not say that its text was made from this file"
        hint = "Move it to another folder. From there, this command stores its text, and the file as the original: briefing new source FILE"
        return rules.STRAY_ORIGINAL.at(Location(path), message, hint)
    try:
        is_same = _hash(root / path, size, store) == recorded
    except OSError as error:
        return rules.UNREADABLE.at(
            Location(path), f"this cannot be read: {error.strerror}", "Make it readable."
        )
    if is_same:
        return None
    message = f"{path} is not the file that this text was made from: its hash is another one"
    hint = f"Get the file back, or delete {path}. See what is known of it: briefing source {source_of(path)}"
    return rules.CHANGED_ORIGINAL.at(location_at(data, ["original", "sha256"]), message, hint)


def _hash(path: Path, size: int, store: Store | None) -> str:
    if store is None:
        return file_hash(path)
    key = f"original {path.resolve()} {size} {path.stat().st_mtime_ns}"
    known = store.get(key)
    if known is None:
        known = file_hash(path).encode()
        store.put(key, known)
    return known.decode()
