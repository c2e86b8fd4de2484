"""`briefing lock`: record the hashes of stored texts, and report the texts that have changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.load import load
from generator.content.model import Source
from generator.content.strict_yaml import read_yaml
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.lock.effects import effects_of_change
from generator.edit.lock.sidecar import KEY, with_hash


@dataclass(frozen=True, slots=True)
class Locked:
    """What to print, and whether a changed text was refused."""

    lines: tuple[str, ...]
    refused: bool


@dataclass(frozen=True, slots=True)
class _Stored:
    """A source with the hash that its sidecar records ("" if none), and the sidecar to write."""

    source: Source
    recorded: str
    path: str
    sidecar: bytes


def lock(root: Path, files: Mapping[str, bytes], names: Iterable[str], *, accept: bool) -> Locked:
    """Record the hashes of the sources `names` of the project at `root`, whose `files` are bytes by path.

    The new hash of a changed text is recorded only with `accept`. Raise EditError, with nothing recorded, if a text or
    sidecar has errors or cannot be written.
    """
    corpus, _ = load(files)
    lines: list[str] = []
    written: dict[str, bytes] = {}
    refused = False
    for stored in [_stored(files, name) for name in names]:
        name, sha256 = stored.source.id, stored.source.article.sha256
        if stored.recorded not in ("", sha256):
            lines.append(f"{stored.path}: seeds/{name}.txt has changed since its hash was recorded.")
            lines += effects_of_change(corpus, stored.source, root, stored.recorded)
            if not accept:
                refused = True
                lines.append(
                    f"Restore the text. If it was wrong before, correct the lost evidence and record the new hash: briefing lock --accept {name}\n"
                )
                continue
        if stored.recorded != sha256:
            written[stored.path] = stored.sidecar
            lines.append(f"{stored.path}: recorded {KEY} {sha256}")
    write_all(root, written)
    return Locked((*lines, *([] if written else ["Nothing was recorded."])), refused)


def _stored(files: Mapping[str, bytes], name: str) -> _Stored:
    """Return the source `name` as it is with its hash recorded. Raise EditError if its files have errors."""
    text, path = f"seeds/{name}.txt", f"seeds/{name}.yml"
    own = {file: files[file] for file in (text, path) if file in files}
    recorded = ""
    if len(own) == len((text, path)):
        own[path] = with_hash(path, own[path], hashlib.sha256(own[text]).hexdigest())
        before, _ = read_yaml(path, files[path])
        recorded = str(before.data.get(KEY) or "").strip() if before else ""
    corpus, errors = load(own)
    if errors:
        raise EditError("Nothing was recorded, because a file has errors.", errors)
    return _Stored(corpus.sources[name], recorded, path, own[path])
