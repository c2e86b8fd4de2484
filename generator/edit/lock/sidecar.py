"""Write the hash of a stored text into its sidecar; every other byte stays the same."""

from __future__ import annotations

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.yaml_writer import append_entry
from generator.location import Location

KEY = "sha256"
_BOM = "\ufeff"


def with_hash(path: str, raw: bytes, sha256: str) -> bytes:
    """Return the bytes of the sidecar at `path` with `sha256` recorded.

    Raise EditError if the sidecar has errors, or if the result would not say the same as before apart from the hash.
    """
    file, errors = read_yaml(path, raw)
    if file is None:
        raise EditError(f"{path} has errors.", errors)
    if KEY not in file.data:
        return append_entry(path, raw, (), f"{KEY}: {sha256}")
    old = str(file.data[KEY] or "").strip()
    text = raw.decode()
    start = text.find(old, _offset(text, file.data.value_location(KEY))) if old else -1
    result = f"{text[:start]}{sha256}{text[start + len(old) :]}".encode()
    after, _ = read_yaml(path, result)
    if start < 0 or after is None or after.data != {**file.data, KEY: sha256}:
        raise EditError(f"{path}: write the hash yourself:\n{KEY}: {sha256}")
    return result


def _offset(text: str, location: Location) -> int:
    """Return the offset of `location` in `text`, which may begin with a byte order mark."""
    start = len(_BOM) if text.startswith(_BOM) else 0
    for _ in range(location.line - 1):
        start = text.index("\n", start) + 1
    return start + location.column - 1
