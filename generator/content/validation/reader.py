"""Data read from YAML -> a node of the model, or every fault of its shape in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.model.node import Node
from generator.content.validation.fields import Path, choices, fields_at
from generator.content.validation.hints import as_keys, as_list, as_text, nearest, suggest, to_add, to_fill
from generator.content.validation.joined import is_among, joined
from generator.content.validation.rules import (
    MISSING_KEY,
    NO_VALUE,
    NOT_A_CHOICE,
    TOO_LONG,
    UNKNOWN_KEY,
    WRONG_DATE,
    WRONG_IDENTIFIER,
    WRONG_SHAPE,
    WRONG_VALUE,
)
from generator.diagnostics import Diagnostic
from generator.location import Location, YamlList, YamlMap, key_location_at, location_at

NodeT = TypeVar("NodeT", bound=Node)

# Kinds of errors of the model's own: all others of its own are wrong values.
_OWN = {"date": WRONG_DATE, "identifier": WRONG_IDENTIFIER, "words": WRONG_SHAPE}
_A_LIST = "a list (each entry on a line of its own, after “- ”)"
_KEYS = "keys with values (lines of the form “key: value”)"
_NEEDED = {
    "string_type": "a text",
    "enum": "a text",
    "tuple_type": _A_LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
}


def read_node(
    model: type[NodeT], data: YamlMap | Any, place: Location, name: str = ""
) -> tuple[NodeT | None, tuple[Diagnostic, ...]]:
    """Make a `model` of `data`, or tell all that is wrong with its shape.

    `place` is the location of `data` where that is no mapping or list and so has none of its own; `name` is the key
    that it stands behind, "" for a whole file.
    """
    reading = _Reading(model, data, place, name)
    empty = list(_empty_places(data, ())) if _has_nothing(data) else []
    try:
        node = model.model_validate(data)
    except ValidationError as error:
        details = [one for one in error.errors(include_url=False) if not _follows(one, empty)]
    else:
        details = []
        if not empty:
            return node, ()
    strays = list(joined(model, data))
    firsts = {stray.path: stray.first for stray in strays}
    details = [one for one in details if not is_among(one["loc"], firsts)]
    unknown = {tuple(one["loc"]) for one in details if one["type"] == "extra_forbidden"}
    beside: dict[tuple[str | int, ...], list[str]] = {}
    for *outer, key in unknown:
        beside.setdefault(tuple(outer), []).append(str(key))
    faults = {reading.fault(one) for one in details if not _misspelt(one, beside)}
    faults |= {stray.fault() for stray in strays}
    faults |= {reading.no_value(path) for path in empty if path not in unknown}
    return None, tuple(sorted(faults))


def _has_nothing(data: Any) -> bool:
    """Say whether a key or entry in `data` has nothing behind it."""
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return (
        data is None or None in values or any(_has_nothing(one) for one in values if not isinstance(one, str))
    )


def _empty_places(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every key and entry with nothing behind it: most often something was forgotten there."""
    if data is None:
        yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield from _empty_places(value, (*path, step))


def _follows(detail: ErrorDetails, empty: list[tuple[str | int, ...]]) -> bool:
    """Say whether an error would not be there but for another one, which is told."""
    path = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        return False
    if detail["type"] == "too_short":  # entries with faults are not counted
        return len(detail["input"]) > 0
    if detail["type"] in _NEEDED:
        return path in empty
    # "missing" has the path of the key that is missing, so that it is never above an empty place.
    return any(place[: len(path)] == path for place in empty)


def _misspelt(detail: ErrorDetails, beside: dict[tuple[str | int, ...], list[str]]) -> bool:
    """Say whether a key is missing because it stands there misspelt, which is told; `beside` has the unknown keys by place."""
    if detail["type"] != "missing":
        return False
    *outer, name = detail["loc"]
    return any(nearest(key, [str(name)]) for key in beside.get(tuple(outer), ()))


def _value_at(data: Any, path: Path) -> Any:
    """Give the value at `path`; None where a step leads nowhere."""
    for step in path:
        steps = range(len(data)) if isinstance(data, YamlList) else data if isinstance(data, YamlMap) else ()
        if step not in steps:
            return None
        data = data[step]
    return data


class _Reading:
    """What is read, as what, and where it stands."""

    def __init__(self, model: type[Node], data: Any, place: Location, name: str) -> None:
        self.model, self.place, self.name = model, place, name
        self.data = data if isinstance(data, YamlMap | YamlList) else None

    def location(self, path: Path) -> Location:
        """Give the place of the value at `path`."""
        return location_at(self.data, path) if self.data is not None else self.place

    def key_location(self, path: Path) -> Location:
        """Give the place of the key at the end of `path`."""
        return key_location_at(self.data, path) if self.data is not None else self.place

    def title(self, path: Path) -> str:
        """Name the value at `path`."""
        if not path:
            return f"“{self.name}”" if self.name else "this file"
        if isinstance(path[-1], int):
            key = next((step for step in reversed(path) if isinstance(step, str)), self.name)
            return f"entry {path[-1] + 1} of {f'“{key}”' if key else 'this file'}"
        return f"“{path[-1]}”"

    def no_value(self, path: Path) -> Diagnostic:
        """Tell that there is nothing at `path`."""
        return NO_VALUE.at(self.location(path), f"{self.title(path)} has no value", to_fill(self.model, path))

    def fault(self, detail: ErrorDetails) -> Diagnostic:
        """Put one error of the model into an editor's words."""
        path, value, context = detail["loc"], detail["input"], detail.get("ctx", {})
        location, kind = self.location(path), detail["type"].replace("model_attributes_type", "model_type")
        match kind:
            case "extra_forbidden":
                known = list(fields_at(self.model, path[:-1]))
                message = f"the key “{path[-1]}” is not known here"
                return UNKNOWN_KEY.at(
                    self.key_location(path), message, self.home(path) + suggest(str(path[-1]), known)
                )
            case "missing":
                return MISSING_KEY.at(location, f"“{path[-1]}” is missing here", to_add(self.model, path))
            case "enum" if isinstance(value, str):
                message = f"“{value}” is not one of the values of {self.title(path)}"
                return NOT_A_CHOICE.at(location, message, suggest(value, self.choices(path)))
            case "too_short":
                hint = to_fill(self.model, path, "at least one entry")
                return NO_VALUE.at(location, f"{self.title(path)} has no entry", hint)
            case "empty":
                return NO_VALUE.at(location, f"{self.title(path)} has no words", to_fill(self.model, path))
            case "too_long" | "string_too_long":
                limit, length = context["max_length"], len(value)
                message = f"{self.title(path)} has {length} characters; {limit} are allowed"
                return TOO_LONG.at(location, message, f"Shorten it by {length - limit}.")
            case _ if kind in _NEEDED:
                return self.wrong_shape(kind, path, value)
        if path and path[-1] == "[key]":
            location = self.key_location(path[:-1])
        return _OWN.get(kind, WRONG_VALUE).at(location, detail["msg"], context.get("hint", ""))

    def home(self, path: Path) -> str:
        """Say beside which key that at the end of `path` belongs, where it stands too far left or right; else nothing."""
        outer, key = tuple(path[:-1]), str(path[-1])
        around = (outer[:end] for end in reversed(range(len(outer))))
        for place in (*around, *self.last_entries(outer)):
            node = _value_at(self.data, place)
            if key in fields_at(self.model, place) and isinstance(node, YamlMap) and node and key not in node:
                return f"It belongs beside “{next(iter(node))}:”, in the same column. "
        return ""

    def last_entries(self, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
        """Give the paths of the last entries of the lists in the mapping at `path`, and of those in them."""
        node, known = _value_at(self.data, path), fields_at(self.model, path)
        for name in reversed(list(known)):
            value = node.get(name) if isinstance(node, YamlMap) else None
            if isinstance(value, YamlList) and value:
                yield (*path, name, len(value) - 1)
                yield from self.last_entries((*path, name, len(value) - 1))

    def wrong_shape(self, kind: str, path: Path, value: Any) -> Diagnostic:
        """Tell that a text, a list or keys with values stand where another of these is needed."""
        found = (
            "keys with values"
            if isinstance(value, dict)
            else "a list"
            if isinstance(value, list)
            else "a text"
        )
        message = f"{self.title(path)} needs {_NEEDED[kind]}, not {found}"
        match kind:
            case "enum":
                hint = f"Write one of: {', '.join(self.choices(path))}."
            case "string_type":
                hint = as_text(value)
            case "tuple_type":
                hint = as_list(self.model, path, value)
            case _:
                hint = as_keys(self.model, path, value, str(path[-1]) if path else self.name)
        return WRONG_SHAPE.at(self.location(path), message, hint)

    def choices(self, path: Path) -> tuple[str, ...]:
        """Give the words that the key at the end of `path` takes."""
        return choices(fields_at(self.model, path[:-1])[str(path[-1])].annotation)
