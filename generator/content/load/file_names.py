"""The names of files: each can be read by people, and is another's on no system."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import accumulate

from generator.content.files import visible
from generator.content.load.rules import UNSAFE_NAME
from generator.diagnostics import Diagnostic
from generator.location import Location


def with_fit_names(files: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Give the files (bytes by path) that every system can keep apart, and what is wrong with the names of the others."""
    fit: dict[str, bytes] = {}
    faults: dict[str, Diagnostic] = {}
    first: dict[
        str, str
    ] = {}  # by what a system may take for the same: the first folder or file of that name
    # What is written small comes first: identifiers are.
    for path in sorted(files, key=lambda path: (path != _same(path), path)):
        if visible(path) != path:
            message = "this name holds characters that nobody sees, or that are no text"
            faults[path] = UNSAFE_NAME.at(
                Location(visible(path)), message, "Rename it, with letters, digits and hyphens."
            )
            continue
        steps = list(accumulate(path.split("/"), lambda folder, name: f"{folder}/{name}"))
        if (taken := next((one for one in steps if first.setdefault(_same(one), one) != one), None)) is None:
            fit[path] = files[path]
        else:
            other = first[_same(taken)]
            message = f"{taken} and {other} are one and the same name on many computers"
            faults.setdefault(
                taken, UNSAFE_NAME.at(Location(path), message, "Rename one of the two, or put them together.")
            )
    return {path: raw for path, raw in files.items() if path in fit}, tuple(faults.values())


def _same(path: str) -> str:
    """Give what a path is to a system that knows no case and no ways to write one letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
