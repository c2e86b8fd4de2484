"""The location of a value in its file, which every diagnostic has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, cast


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    `file` is the path below the project's root, with forward slashes. `line` and `column` count from 1, columns in
    code points. `width` is the length of the value on that line in code points, at least 1. `text` is the line
    without its line break.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=1, compare=False)
    text: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        """Return `file:line:column`, the form that editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


Place = int
"""Where a value starts and ends, as one number of PLACE_BITS bits that the reader packs."""
PLACE_BITS = 96


class YamlFile(Protocol):
    """A file that knows the places of its values. Only values with errors need locations, so they are made on demand."""

    def locations(self, place: Place) -> Iterator[Location]:
        """Yield the locations of a place, one for each line."""

    def value(self, place: Place) -> "YamlMap | YamlList":
        """Read the file again, and return the mapping or list at a place."""


class YamlMap(dict[str, Any]):
    """A YAML mapping that knows the locations of its keys and values."""

    __slots__ = ("_places", "file", "place")

    def __init__(self, place: Place, file: YamlFile, places: dict[str, Place] | None = None) -> None:
        """Start an empty mapping. The reader adds the values, and perhaps their places."""
        super().__init__()
        self.place, self.file, self._places = place, file, places

    @property
    def places(self) -> dict[str, Place]:
        """Return the place of each key, above the bits of its value's. If the reader did not keep them, the file is read again."""
        if self._places is None:
            self._places = cast("YamlMap", self.file.value(self.place)).places
        return self._places

    @property
    def location(self) -> Location:
        """Return where the mapping begins."""
        return next(self.file.locations(self.place))

    def key_location(self, key: str) -> Location:
        """Return the location of `key`. Raise KeyError if there is none."""
        return next(self.file.locations(self.places[key] >> PLACE_BITS))

    def value_lines(self, key: str) -> Iterator[Location]:
        """Yield the location of each line of the value of `key`. Raise KeyError if there is none."""
        return self.file.locations(self.places[key])


class YamlList(list[Any]):
    """A YAML sequence that knows the locations of its items."""

    __slots__ = ("_places", "file", "place")

    def __init__(self, place: Place, file: YamlFile, places: list[Place] | None = None) -> None:
        """Start an empty sequence. The reader adds the items, and perhaps their places."""
        super().__init__()
        self.place, self.file, self._places = place, file, places

    @property
    def places(self) -> list[Place]:
        """Return the place of each item. If the reader did not keep them, the file is read again."""
        if self._places is None:
            self._places = cast("YamlList", self.file.value(self.place)).places
        return self._places

    def keep(self, indices: Sequence[int]) -> None:
        """Remove all items but those at `indices`, with their places."""
        self._places = [self.places[index] for index in indices]
        self[:] = [self[index] for index in indices]

    @property
    def location(self) -> Location:
        """Return where the sequence begins."""
        return next(self.file.locations(self.place))

    def item_lines(self, index: int) -> Iterator[Location]:
        """Yield the location of each line of the item at `index`. Raise IndexError if there is none."""
        return self.file.locations(self.places[index])


@dataclass(frozen=True, slots=True)
class OneLocation:
    """Stands for the file of data that is in none: everything is at one location."""

    location: Location

    def locations(self, _: Place) -> Iterator[Location]:
        """Yield the location."""
        yield self.location

    def value(self, place: Place) -> YamlMap:
        """Return an empty mapping."""
        return YamlMap(place, self)


def location_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Location:
    """Return the location of the value at `path` in `data`.

    Steps that do not exist, such as a missing key, are skipped: the result is the innermost value that exists.
    """
    return next(lines_at(data, path), data.location)


def lines_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Iterator[Location]:
    """Yield the location of each line of the value that `location_at` finds; nothing if no step of `path` exists."""
    outer, key = _innermost(data, path)
    if isinstance(outer, YamlMap):
        return outer.value_lines(str(key))
    return outer.item_lines(int(key)) if outer is not None else iter(())


def key_location_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Location:
    """Return the location of the key at the end of `path`, or of the innermost value if there is no such key."""
    outer, key = _innermost(data, path)
    if isinstance(outer, YamlMap) and path and key == path[-1]:
        return outer.key_location(str(key))
    return location_at(data, path)


def _innermost(
    data: YamlMap | YamlList, path: Sequence[str | int]
) -> tuple[YamlMap | YamlList | None, str | int]:
    """Return the container and the key of the innermost value on `path` that exists; None if no step exists."""
    container: YamlMap | YamlList | None = None
    key: str | int = ""
    value: Any = data
    for step in path:
        exists = step in value if isinstance(value, YamlMap) else _has_index(value, step)
        if exists:
            container, key, value = value, step, value[step]
    return container, key


def _has_index(value: Any, step: str | int) -> bool:
    return isinstance(value, YamlList) and isinstance(step, int) and step < len(value)
