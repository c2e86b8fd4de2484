"""Dashes of entries that are missing, odd, without their space, or too many."""

from __future__ import annotations

import re

from generator.content.strict_yaml.hints import with_colon
from generator.content.strict_yaml.lines import NAMED, indent, says_something
from generator.content.strict_yaml.rules import INDENTATION, NO_COLON
from generator.content.strict_yaml.stop import Told
from generator.location import Location

# What word processors make of a hyphen at the beginning of a line.
_ODD_DASH = re.compile(r" *([–—−•·‣▪*])[ \u00a0]+([a-z][a-z0-9_-]*:(?: .*)?)$")
_ENTRY = re.compile(r" *- +([a-z][a-z0-9_-]*):(?: |$)")
# An entry of a list whose dash has become a part of its key.
_NO_SPACE_AFTER_DASH = re.compile(r" *-[a-z][a-z0-9_-]*:(?: |$)")

_MISSING = "a dash is missing before this entry"
TOO_MANY = "this line has a dash too many"
DASHES = frozenset((_MISSING, TOO_MANY))
"""What is told of lines in a wrong column whose dash is what is wrong."""


def dash(lines: list[str], here: Location) -> Told | None:
    """Tell what is wrong with the dash of the entry to which the line of `here` belongs, or that it has none or one too many."""
    above = [at for at in range(here.line - 1) if says_something(lines[at])]
    outer = next((at for at in reversed(above) if indent(lines[at]) < here.column - 1), None)
    if told := _odd(lines, here, outer):
        return told
    if outer is None:
        return None
    first = next(at for at in (*above, here.line - 1) if at > outer)
    return _missing(lines, here, first) or _too_many(lines, here, first)


def _odd(lines: list[str], here: Location, outer: int | None) -> Told | None:
    """Tell of a dash that is another character, here or in the line `outer`, or that has no space."""
    for at in (here.line - 1, *([] if outer is None else [outer])):
        line = lines[at]
        if at == outer and _NO_SPACE_AFTER_DASH.match(line):
            return NO_COLON, _whole(here, at, line), "this dash has no space after it", with_colon(line)
        if odd := _ODD_DASH.match(line):
            hint = f"An entry of a list begins with a hyphen and a space:\n- {odd[2]}"
            return NO_COLON, _whole(here, at, line), f"“{odd[1]}” is no hyphen", hint
    return None


def _missing(lines: list[str], here: Location, first: int) -> Told | None:
    """Tell that the line `first` has no dash, where that of `here` begins an entry with the same key."""
    line, column = lines[first], indent(lines[here.line - 1])
    entry = _ENTRY.match(lines[here.line - 1])
    if entry is None or indent(line) != column + 2 or not line.lstrip().startswith(f"{entry[1]}:"):
        return None
    hint = f"Each entry of a list begins with a dash:\n{' ' * column}- {line.strip()}"
    return INDENTATION, _whole(here, first, line), _MISSING, hint


def _too_many(lines: list[str], here: Location, first: int) -> Told | None:
    """Tell of an identifier with a dash beside one without, in the line `first` and that of `here`."""
    found = [(at, NAMED.match(lines[at])) for at in (first, here.line - 1)]
    dashed = [(at, one) for at, one in found if one and one["dash"]]
    if len(dashed) != 1 or None in dict(found).values() or indent(lines[first]) != here.column - 1:
        return None
    [(at, named)] = dashed
    hint = f"The lines beside it have none. Take it out:\n{' ' * indent(lines[at])}{named['rest']}"
    return INDENTATION, _whole(here, at, lines[at]), TOO_MANY, hint


def _whole(here: Location, at: int, line: str) -> Location:
    return Location(here.file, at + 1, indent(line) + 1, len(line.strip()), line)
