"""A stored text beside the hash that its sidecar records: the same, none yet, or another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.content.load import load
from generator.content.model import Source
from generator.content.strict_yaml import read_yaml
from generator.edit.lock.sidecar import KEY, with_hash
from generator.location import Location
from generator.reporting.text import report


class LockError(Exception):
    """A hash cannot be recorded; the message says why, and what to do."""


class State(StrEnum):
    """What a sidecar records of its text."""

    LOCKED = "locked"
    OPEN = "no hash yet"
    CHANGED = "the hash of another text"


@dataclass(frozen=True)
class Stored:
    """A stored text: its state, the sidecar's path, the hash recorded there and where, and the sidecar to write.

    `source` is as it will be, with the hash of the text as it is now.
    """

    source: Source
    state: State
    path: str
    recorded: str
    location: Location
    sidecar: bytes


def stored(files: Mapping[str, bytes], name: str) -> Stored:
    """Look at the source `name` in the files of a project (bytes by path).

    Raises LockError where the text or its sidecar has faults, apart from the hash, or the hash cannot be written.
    """
    text, path = f"seeds/{name}.txt", f"seeds/{name}.yml"
    own = {one: files[one] for one in (text, path) if one in files}
    if len(own) == len((text, path)):
        sha256 = hashlib.sha256(own[text]).hexdigest()
        sidecar = with_hash(path, own[path], sha256)
        if sidecar is None and read_yaml(path, own[path])[0] is not None:
            raise LockError(
                f"{path}: the hash cannot be written into this file as it is. Write it there yourself:\n{KEY}: {sha256}"
            )
        own[path] = sidecar or own[path]
    corpus, faults = load(own)
    if faults:
        raise LockError(report(faults))
    source = corpus.sources[name]
    before, _ = read_yaml(path, files[path])
    assert before is not None  # noqa: S101 - it was read to write the hash; tells the type checker
    recorded = str(before.data.get(KEY) or "").strip()
    states = {source.article.sha256: State.LOCKED, "": State.OPEN}
    location = before.data.value_location(KEY) if KEY in before.data else before.data.location
    return Stored(source, states.get(recorded, State.CHANGED), path, recorded, location, own[path])
