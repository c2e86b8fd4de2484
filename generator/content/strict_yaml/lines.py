"""Lines of a YAML file as they stand there, whatever YAML makes of them: what they say, where, and beside what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.location import Location

KEY = re.compile(r"( *(?:- +)?)([a-z0-9_-]+):(?: |$)")
"""A line with a key or identifier: what stands before it, and the key."""
NAMED = re.compile(r" *(?P<dash>- +)?(?P<rest>[a-z0-9][a-z0-9-]*: *(?:#.*|\{.*)?)$")
"""A line with the identifier of a group of keys, and nothing else."""


def says_something(line: str) -> bool:
    """Say whether a line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    """Give the spaces at the beginning of a line."""
    return len(line) - len(line.lstrip(" "))


def column_of(line: str) -> int:
    """Give the column, from 0, in which the key of a line begins."""
    found = re.match(r" *(?:- +)?", line)
    return found.end() if found else 0


def keys_beside(lines: list[str], number: int, column: int) -> set[str]:
    """Give the keys in `column` of the entry, or the file, that line `number` stands in."""
    found = set()
    for part in (reversed(lines[: number - 1]), lines[number:]):
        for line in filter(says_something, part):
            if column_of(line) < column:
                break
            if (key := KEY.match(line)) and len(key[1]) == column:
                found.add(key[2])
            if indent(line) < column:  # the line with the dash of the entry, or of another
                break
    return found


def as_written(location: Location, written: Sequence[str]) -> Location:
    """Give a place in a line that was put right as one in the line that the editor wrote, which is one of `written`."""
    line = written[location.line - 1] if location.line <= len(written) else location.text
    if line == location.text or not location.text:  # of the file as a whole, too
        return location
    moved = len(line) - len(location.text) if line.lstrip(" -") == location.text.lstrip(" -") else 0
    column = max(1, min(location.column + moved, len(line) + 1))
    return replace(
        location, column=column, width=max(1, min(location.width, len(line) - column + 1)), text=line
    )
