"""Where a value stands in its file: the location that every diagnostic carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    `file` is the path below the project's root with forward slashes; `line` and `column` count from 1,
    columns in code points; `width` is how many code points of that line are meant (at least 1);
    `text` is the line itself, without its line break.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=1, compare=False)
    text: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        """Give `file:line:column`, the form that editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


Place = Any
"""Where the reader found a value, in the reader's own terms; a `Marker` makes locations of it, one a line, where they are asked for."""
Locator = Callable[[Place], Iterator[Location]]


class YamlMap(dict[str, Any]):
    """A YAML mapping that knows where it, its keys and its values stand.

    Locations are made when they are asked for: of thousands of values, only those with faults are ever shown.
    `lost` has the keys that were taken out because of a fault, and those of values of which something was.
    """

    __slots__ = ("_locate", "_place", "lost", "places")

    def __init__(self, place: Place, locate: Locator) -> None:
        """Start an empty mapping at `place`; the reader fills it, and `places` with those of keys and values."""
        super().__init__()
        self._place, self._locate = place, locate
        self.places: dict[str, tuple[Place, Place]] = {}
        self.lost: set[str] = set()

    def emptied(self) -> YamlMap:
        """Give a mapping with the same place and nothing in it."""
        empty = YamlMap(self._place, self._locate)
        empty.lost |= self.lost
        return empty

    def fill(self, key: str, value: Any, place: tuple[Place, Place]) -> None:
        """Put a value in, and where it and its key stand."""
        self[key] = value
        self.places[key] = place

    def lose(self, key: str) -> None:
        """Note that what stood behind `key` is left out, whole or in part."""
        self.lost.add(key)

    def put_in(self, key: str, value: Any) -> None:
        """Put in a value for one that is lost, with what None stands for lost in it; its place is the mapping's."""
        self.fill(key, self._here(value), (self._place, self._place))
        self.lose(key)

    def _here(self, value: Any) -> Any:
        if isinstance(value, list):
            entries = YamlList(self._place, self._locate)
            for index, entry in enumerate(value):
                entries.fill(index, self._here(entry), self._place)
            return entries
        if isinstance(value, dict):
            keys = YamlMap(self._place, self._locate)
            keys.lost |= {key for key, one in value.items() if one is None}
            for key in value.keys() - keys.lost:
                keys.fill(key, self._here(value[key]), (self._place, self._place))
            return keys
        return value

    def as_list(self, key: str, entries: Sequence[Any]) -> YamlList:
        """Give a list of `entries`, each where the value of `key` stands. Raises KeyError where there is none."""
        place = self.places[key][1]
        made = YamlList(place, self._locate)
        for index, entry in enumerate(entries):
            made.fill(index, entry, place)
        return made

    @property
    def location(self) -> Location:
        """Where the mapping begins."""
        return next(self._locate(self._place))

    def key_location(self, key: str) -> Location:
        """Give the place of `key`. Raises KeyError where there is none."""
        return next(self._locate(self.places[key][0]))

    def value_location(self, key: str) -> Location:
        """Give the place of the value of `key`. Raises KeyError where there is none."""
        return next(self.value_lines(key))

    def value_lines(self, key: str) -> Iterator[Location]:
        """Give the place of each line of the value of `key`. Raises KeyError where there is none."""
        return self._locate(self.places[key][1])


class YamlList(list[Any]):
    """A YAML sequence that knows where it and its items stand; `lost` because of a fault are some, whole or in part."""

    __slots__ = ("_locate", "_place", "lost", "places")

    def __init__(self, place: Place, locate: Locator) -> None:
        """Start an empty sequence at `place`; the reader fills it, and `places` with those of the items."""
        super().__init__()
        self._place, self._locate = place, locate
        self.places: list[Place] = []
        self.lost = False

    def emptied(self) -> YamlList:
        """Give a sequence with the same place and nothing in it."""
        empty = YamlList(self._place, self._locate)
        empty.lost = self.lost
        return empty

    def lose(self, _: int) -> None:
        """Note that an item is left out, whole or in part."""
        self.lost = True

    def fill(self, _: int, value: Any, place: Place) -> None:
        """Put an item in as the last one, and where it stands."""
        self.append(value)
        self.places.append(place)

    @property
    def location(self) -> Location:
        """Where the sequence begins."""
        return next(self._locate(self._place))

    def item_location(self, index: int) -> Location:
        """Give the place of the item at `index`. Raises IndexError where there is none."""
        return next(self.item_lines(index))

    def item_lines(self, index: int) -> Iterator[Location]:
        """Give the place of each line of the item at `index`. Raises IndexError where there is none."""
        return self._locate(self.places[index])


def location_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Location:
    """Find the location of the value at `path` in `data`.

    Steps of the path that lead nowhere (a key that is missing, the name of a union's branch) are
    passed over, so the answer is the innermost place that exists.
    """
    return next(lines_at(data, path), data.location)


def lines_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Iterator[Location]:
    """Find the locations of the lines of the value at `path` in `data`, as `location_at` does; none where no step leads on."""
    here: Any = data
    last: Callable[[], Iterator[Location]] | None = None
    for step in path:
        if isinstance(here, YamlMap) and isinstance(step, str) and step in here:
            last, here = partial(here.value_lines, step), here[step]
        elif isinstance(here, YamlList) and isinstance(step, int) and step < len(here):
            last, here = partial(here.item_lines, step), here[step]
    return last() if last else iter(())


def key_location_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Location:
    """Find the location of the key at the end of `path` in `data`; of the innermost value where there is no such key."""
    outer = data
    for step in path[:-1]:
        if isinstance(outer, YamlMap) and step in outer:
            outer = outer[str(step)]
        elif isinstance(outer, YamlList) and isinstance(step, int) and step < len(outer):
            outer = outer[step]
    key = str(path[-1]) if path else ""
    return outer.key_location(key) if isinstance(outer, YamlMap) and key in outer else location_at(data, path)
