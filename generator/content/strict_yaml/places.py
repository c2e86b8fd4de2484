"""Parser events and texts, and their places in the lines of a file."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from generator.location import PLACE_BITS, Location, Place, YamlList, YamlMap

_BITS = PLACE_BITS // 4  # of a line or a column; files have fewer characters
_LARGEST = (1 << _BITS) - 1


class Places(ABC):
    """Turns the places of libyaml into locations in the file at `path`."""

    def __init__(self, path: str, text: str) -> None:
        """Keep the path and the text."""
        self.path = path
        self._utf8 = text.encode()

    @abstractmethod
    def value(self, place: Place) -> YamlMap | YamlList:
        """Read the file again, and return the mapping or list at a place."""

    @property
    def text(self) -> str:
        """Return the text of the file."""
        return self._utf8.decode()

    @property
    def lines(self) -> Sequence[str]:
        """Return the lines of the file."""
        return _lines(self._utf8)

    def at(self, line: int, column: int, width: int = 1) -> Location:
        """Return the location at `line` and `column`, which count from 0."""
        return Location(self.path, line + 1, column + 1, max(1, width), self.lines[line])

    def within(self, mark: yaml.Mark) -> tuple[int, int]:
        """Return the line and column of `mark`, from 0; the end of the text if it is beyond."""
        line = min(mark.line, len(self.lines) - 1)
        length = len(self.lines[line])
        return line, min(mark.column, length) if line == mark.line else length

    def location(self, event: Any) -> Location:
        """Return where `event` starts, with its width on that line."""
        start, end = event.start_mark, event.end_mark
        line, column = self.within(start)
        text = self.lines[line]
        width = (end.column if end.line == line else len(text)) - column
        return self.at(line, column, width)

    def locations(self, place: int) -> Iterator[Location]:
        """Yield where a `packed` event starts, then its part of each line that follows."""
        event = _unpacked(place)
        yield self.location(event)
        start, end = event.start_mark, event.end_mark
        for number in range(start.line + 1, min(end.line + 1, len(self.lines))):
            text = self.lines[number]
            column = len(text) - len(text.lstrip())
            width = (end.column if number == end.line else len(text)) - column
            if width > 0:
                yield self.at(number, column, width)


@lru_cache(maxsize=16)  # the lines of all files would take several times the memory of their bytes
def _lines(utf8: bytes) -> Sequence[str]:
    return utf8.decode().split("\n")


@dataclass(slots=True)  # not frozen: that would take a third of the reading time
class Scalar:
    """A text that the reader found.

    `style` is the quotation mark, `|` or `>` that it was written with, "" for none. `outer` is the column, from 1, of the
    innermost mapping or list that is not in brackets; 0 at the top of the file.
    """

    places: Places
    value: str
    style: str
    start: yaml.Mark
    end: yaml.Mark
    outer: int
    in_brackets: bool
    is_key: bool


class _Mark(NamedTuple):
    line: int
    column: int


class _Place(NamedTuple):
    """What `Places` needs of an event: where it starts and ends."""

    start_mark: _Mark
    end_mark: _Mark


def packed(event: Any) -> int:
    """Return where an event starts and ends, as one number: events and their marks would take most of the memory of a check."""
    start, end = event.start_mark, event.end_mark
    return int(((start.line << _BITS | start.column) << _BITS | end.line) << _BITS | end.column)


def _unpacked(place: int) -> _Place:
    line, column, end_line, end_column = (
        place >> shift & _LARGEST for shift in (3 * _BITS, 2 * _BITS, _BITS, 0)
    )
    return _Place(_Mark(line, column), _Mark(end_line, end_column))
