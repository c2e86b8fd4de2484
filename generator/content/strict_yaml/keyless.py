"""Lists and groups of keys that have lost the line with their own key: what it was, told from what stands in them."""

from __future__ import annotations

import re

from generator.content.strict_yaml.lines import KEY, column_of, indent, keys_beside, says_something
from generator.content.strict_yaml.rules import INDENTATION
from generator.diagnostics import Diagnostic
from generator.location import Location

# By the first key of their entries, the keys of lists; the first of them that is not there is the one that is missing.
_LISTS = {
    "issue": ("positions",),
    "source": ("evidence",),
    "date": ("timeline", "corrections"),
    "kind": ("analysis",),
    "code": ("scale",),
    "text": ("answer", "background", "unknowns", "conditions", "red_lines", "interests", "offers"),
}
_OF_A_BRIEFING = ("answer", "background", "unknowns")
# By the first key in them, the keys of groups.
_GROUPS = {
    "title": "issues",
    "question": "issues",
    "name": "speakers",
    "role": "speakers",
    "text": "proposals",
}
_ENTRY = re.compile(r"( *)- +([a-z_]+):(?: |$)")
_ITEM = re.compile(r"( *)[a-z][a-z0-9-]*:(?: +\{([a-z_]+):.*)?(?: *|  #.*)$")
_WHOLE = re.compile(r" *(?:- +)?[a-z0-9_-]+: +[^\s#|>&]")


def keyless(path: str, lines: list[str], number: int) -> Diagnostic | None:
    """Tell that line `number` (from 1) begins a list or a group of keys that does not stand below its key."""
    line = lines[number - 1]
    here = indent(line)
    above = [at for at in range(number - 1) if says_something(lines[at])]
    outer = next((at for at in reversed(above) if column_of(lines[at]) < here), None)
    if outer is None or not _is_no_place(lines, outer, above[-1], line):
        return None
    column = column_of(lines[outer])
    beside = keys_beside(lines, number, column)
    name = next(
        (
            one
            for one in _names(lines, number)
            if one not in beside and (one in _OF_A_BRIEFING) <= (column == 0)
        ),
        "",
    )
    if not name:
        return None
    location = Location(path, number, here + 1, len(line.strip()), line)
    sibling = KEY.match(lines[outer])
    where = f", in the column of “{sibling[2]}:”" if sibling else ""
    hint = f"Write “{name}:” in a line of its own above it{where}."
    return INDENTATION.at(location, "a line with a key is missing above this one", hint)


def _is_no_place(lines: list[str], outer: int, last: int, line: str) -> bool:
    """Say whether `line` cannot stand below the line `outer`: that has its value, or entries of the other form."""
    if outer == last:
        return bool(_WHOLE.match(lines[outer]))
    first = next(one for one in lines[outer + 1 :] if says_something(one))
    is_entry = [one.lstrip().startswith("-") for one in (first, line)]
    return indent(first) == indent(line) and is_entry[0] != is_entry[1]


def _names(lines: list[str], number: int) -> tuple[str, ...]:
    """Give the keys below which line `number` may stand."""
    line = lines[number - 1]
    if entry := _ENTRY.match(line):
        return _LISTS.get(entry[2], ())
    if not (item := _ITEM.match(line)):
        return ()
    below = next((one for one in lines[number:] if says_something(one)), "")
    inner = KEY.match(below) if indent(below) > indent(line) else None
    first = item[2] or (inner[2] if inner else "")
    return (_GROUPS[first],) if first in _GROUPS else ()
