"""Names of files: people can read each, and every computer can tell it from the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import accumulate

from generator.content.files import visible
from generator.content.load.rules import UNSAFE_NAME
from generator.diagnostics import Diagnostic
from generator.location import Location


def split_unsafe_names(files: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files (bytes by path) with safe names, and the errors in the names of the others."""
    safe = set()
    errors: dict[str, Diagnostic] = {}
    names: dict[str, str] = {}  # the first folder or file by the name that a computer may take for the same
    # Lower-case names come first: identifiers are in lower case.
    for path in sorted(files, key=lambda path: (path != _folded(path), path)):
        if visible(path) != path:
            message = "this name has invisible characters, or bytes that are not text"
            errors[path] = UNSAFE_NAME.at(
                Location(visible(path)), message, "Rename it. Use letters, digits and hyphens."
            )
            continue
        folders = accumulate(path.split("/"), lambda folder, name: f"{folder}/{name}")
        taken = next((step for step in folders if names.setdefault(_folded(step), step) != step), None)
        if taken is None:
            safe.add(path)
        elif taken not in errors:
            message = f"{taken} and {names[_folded(taken)]} are the same name on many computers"
            errors[taken] = UNSAFE_NAME.at(Location(path), message, "Rename one of them, or merge them.")
    return {path: raw for path, raw in files.items() if path in safe}, tuple(errors.values())


def _folded(path: str) -> str:
    """Return a path as a file system sees it that ignores case and ways to encode a letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
