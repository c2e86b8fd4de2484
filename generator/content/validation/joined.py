"""Entries that have joined the list above them, because the line with the key of their own list is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple, get_origin

from generator.content.model.node import Node
from generator.content.validation.fields import Path, fields_at
from generator.content.validation.rules import MISSING_KEY
from generator.diagnostics import Diagnostic
from generator.location import YamlList, YamlMap


class Joined(NamedTuple):
    """Entries of a list from `first` on (from 0) that belong to one of the lists `keys`, which are missing in `outer`."""

    outer: YamlMap
    path: tuple[str | int, ...]  # of the list that they have joined
    first: int
    keys: tuple[str, ...]

    def fault(self) -> Diagnostic:
        """Tell which line is missing, and where."""
        name = self.path[-1]
        location = self.outer[str(name)].item_location(self.first)
        line, one_of = f"the line “{self.keys[0]}:”", f"“{self.keys[0]}:”"
        if len(self.keys) > 1:
            line, one_of = "a line with a key", f"one of {', '.join(f'“{key}:”' for key in self.keys)}"
        message = f"{line} is missing above this entry, which has joined “{name}”"
        hint = f"Write {one_of} in a line of its own above it, in the column of “{name}:”."
        return MISSING_KEY.at(location, message, hint)

    def part(self) -> None:
        """Put the entries behind their own key."""
        all_of_them = self.outer[str(self.path[-1])]
        own = all_of_them.emptied()
        places = all_of_them.places[self.first :]
        for index, place in enumerate(places):
            own.fill(index, all_of_them[self.first + index], place)
        del all_of_them[self.first :], all_of_them.places[self.first :]
        self.outer.fill(self.keys[0], own, (places[0], places[0]))


def is_among(path: Path, firsts: Mapping[tuple[str | int, ...], int]) -> bool:
    """Say whether `path` leads into a list at or behind its entry in `firsts`."""
    return any(
        isinstance(step, int) and step >= firsts.get(tuple(path[:at]), step + 1)
        for at, step in enumerate(path)
    )


def joined(model: type[Node], data: Any, path: tuple[str | int, ...] = ()) -> Iterator[Joined]:
    """Find in `data`, which is meant as a `model`, the entries that have joined the list above them."""
    if isinstance(data, YamlMap):
        fields = fields_at(model, path)
        lists = [
            name
            for name, field in fields.items()
            if name not in data and get_origin(field.annotation) is tuple
        ]
        for name, value in data.items():
            if isinstance(value, YamlList) and name in fields:
                yield from _joined_to(model, data, (*path, name), value, lists)
    steps = (
        data.items() if isinstance(data, YamlMap) else enumerate(data) if isinstance(data, YamlList) else ()
    )
    for step, value in steps:
        yield from joined(model, value, (*path, step))


def _joined_to(
    model: type[Node], outer: YamlMap, path: tuple[str | int, ...], entries: YamlList, lists: list[str]
) -> Iterator[Joined]:
    """Give what has joined `entries`, if all from there on has the keys of one of `lists`, and some not their own."""
    here = set(fields_at(model, (*path, 0)))
    found: dict[int, list[str]] = {}
    for key in lists:
        there = fields_at(model, (*path[:-1], key, 0))
        needed = {name for name, field in there.items() if field.is_required()}
        others = [
            isinstance(entry, YamlMap) and needed <= entry.keys() <= there.keys() and not entry.keys() <= here
            for entry in entries
        ]
        if here and True in others[1:] and all(others[others.index(True) :]) and not others[0]:
            found.setdefault(others.index(True), []).append(key)
    for first, keys in islice(found.items(), 1):
        yield Joined(outer, path, first, tuple(keys))
