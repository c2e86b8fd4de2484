"""A text of a YAML file with its place and style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from generator.location import Location


@dataclass(slots=True)  # not frozen: that would take a third of the reading time
class Scalar:
    """A text that the reader found.

    `style` is the quotation mark, `|` or `>` that it was written with, "" for none. `outer` is the column, from 1, of the
    innermost mapping or list that is not in brackets; 0 at the top of the file.
    """

    path: str
    lines: Sequence[str]
    value: str
    style: str
    start: yaml.Mark
    end: yaml.Mark
    outer: int
    in_brackets: bool
    is_key: bool

    def location(self, line: int, column: int, width: int = 1) -> Location:
        """Return a location in the same file; `line` and `column` count from 0."""
        return Location(self.path, line + 1, column + 1, max(1, width), self.lines[line])
