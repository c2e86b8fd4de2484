"""The outline of a YAML file, read from its lines alone: which of them stand where the format has no place for them.

YAML takes a line in a wrong column for something else, or stops at a sound line below it. What the format knows of keys, lists and
texts tells which line it is.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.content.load.wanted import (
    Wanted,
    entry_of,
    has,
    is_map,
    is_text,
    needed_keys,
    node_of,
    value_of,
)
from generator.content.model.node import known_keys
from generator.content.strict_yaml.lines import indent, says_something

_WITHOUT_EVIDENCE = frozenset(("searched_until", "withdrawn"))
_DASH = re.compile(r"-(?: +|$)")
_KEY = re.compile(r"([A-Za-z0-9_-]+):(?:[ \t]+(.*))?$")
_FOLDED = re.compile(r"[|>][+-]?[ \t]*(?:#.*)?$")
_IN_BRACES = re.compile(r"[{,][ \t]*([a-z_]+):")
_BRACKETS = {"[": "]", "{": "}"}


def begins_something(line: str) -> bool:
    """Say whether a line has a key or begins an entry, and is not a text alone."""
    rest = line.strip()
    return bool(_DASH.match(rest) or _KEY.match(rest))


@dataclass(slots=True)
class _Group:
    """Lines that belong together: keys of one mapping, or entries of one list."""

    column: int
    line: int
    is_list: bool
    wanted: Wanted
    keys: set[str] = field(default_factory=set)


@dataclass
class Outline:
    """A file on its way from line to line: the open groups, what may come below the last line, and what is wrong so far.

    `bad` has a line (from 1) once for each thing that is wrong with it, `lacking` the first line of a mapping for each key that it
    lacks.
    """

    wanted: Wanted
    """What may stand below the last key or dash."""
    column: int = -1
    """The column of that key or dash."""
    waits: bool = True
    """Whether it has no value yet."""
    line: int = 0
    """The line of that key or dash."""
    text: int | None = None
    """The column of the key whose text goes on in further lines."""
    groups: list[_Group] = field(default_factory=list)
    bad: list[int] = field(default_factory=list)
    lacking: list[int] = field(default_factory=list)

    def copy(self) -> Outline:
        """Give one that goes on from here by itself."""
        groups = [replace(one, keys=set(one.keys)) for one in self.groups]
        return replace(self, groups=groups, bad=[*self.bad], lacking=[*self.lacking])

    def read(self, lines: Sequence[str], start: int = 1, most: int = sys.maxsize) -> None:
        """Take in `lines`, of which the first is line `start` of the file, until `most` is bad."""
        for number, line in enumerate(lines, start):
            if says_something(line):
                self.take(number, line)
                if len(self.bad) + len(self.lacking) >= most:
                    return

    def end(self) -> None:
        """Take in that the file ends."""
        self.leave(-1)

    @property
    def strays(self) -> Counter[int]:
        """How much is wrong, by lines."""
        return Counter([*self.bad, *self.lacking])

    def take(self, number: int, line: str) -> None:
        """Take the next line in that says something."""
        column, rest = indent(line), line.strip()
        if self.text is not None and column > self.text:
            if (key := _KEY.match(rest)) and key[1] in known_keys():
                self.bad.append(number)
            return
        self.text = None
        while dash := _DASH.match(rest):
            group = self.group(number, column, is_list=True)
            self.wanted, self.column, self.waits, self.line = entry_of(group.wanted), column, True, number
            column, rest = column + dash.end(), rest[dash.end() :]
        if key := _KEY.match(rest):
            group = self.group(number, column, is_list=False)
            self.key(number, group, key[1])
            self.column, self.line = column, number
            self.value(number, (key[2] or "").strip())
        elif rest and self.waits and column > self.column:
            self.value(number, rest)
        elif rest and column <= self.column:
            self.bad.append(number)

    def group(self, number: int, column: int, *, is_list: bool) -> _Group:
        """Give the group that a key or dash in `column` belongs to: one that is open, or a new one."""
        self.leave(column, is_list=is_list)
        top = self.groups[-1] if self.groups else None
        below = self.waits and (column > self.column or (is_list and column == self.column))
        if self.waits and not below:  # nothing stands where something was begun
            self.bad.append(self.line)
        if top and top.column == column and top.is_list == is_list:
            return top
        fits = not self.wanted or (has(self.wanted, tuple) if is_list else is_map(self.wanted))
        if not below or not fits or (top is None and column > 0):
            self.bad.append(number)
        self.groups.append(_Group(column, number, is_list, self.wanted if below and fits else ()))
        return self.groups[-1]

    def leave(self, column: int, *, is_list: bool = True) -> None:
        """Close the groups that a key or dash in `column` does not belong to."""
        while self.groups and (
            self.groups[-1].column > column
            or (self.groups[-1].column == column and self.groups[-1].is_list and not is_list)
        ):
            group = self.groups.pop()
            node = None if group.is_list else node_of(group.wanted)
            if node is not None:
                absent = {"evidence"} if group.keys & _WITHOUT_EVIDENCE else set()
                self.lacking.extend(group.line for _ in needed_keys(node) - group.keys - absent)

    def key(self, number: int, group: _Group, key: str) -> None:
        """Take a key in."""
        node = node_of(group.wanted)
        if key in group.keys or (node is not None and key not in node.model_fields):
            self.bad.append(number)
        group.keys.add(key)
        self.wanted = value_of(group.wanted, key)

    def value(self, number: int, value: str) -> None:
        """Take in what stands behind the key or dash, which may be nothing."""
        self.waits = not value or value.startswith("#")
        if self.waits:
            return
        first = value[0]
        closing = _BRACKETS.get(first, first)
        is_open = first in "\"'[{" and (
            value.find(closing, 1) < 0 or value.count(first) > value.count(closing)
        )
        if is_open or _FOLDED.match(value):
            self.text = self.column
        fits = {"[": has(self.wanted, tuple), "{": is_map(self.wanted)}.get(first, is_text(self.wanted))
        node = node_of(self.wanted) if first == "{" and value.count("{") == 1 else None
        if self.wanted and (
            not fits or (node is not None and not {*_IN_BRACES.findall(value)} <= node.model_fields.keys())
        ):
            self.bad.append(number)
