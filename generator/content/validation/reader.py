"""Check data read from YAML against the model, and describe every error of its shape in plain words."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content import rules
from generator.content.error_list import ErrorList
from generator.content.model.node import Node
from generator.content.validation import hints
from generator.content.validation.hints import Path, choices_at, fields_at
from generator.content.validation.suggestions import nearest, suggest
from generator.diagnostics import Diagnostic
from generator.location import Location, OneLocation, YamlList, YamlMap, key_location_at, location_at

NodeT = TypeVar("NodeT", bound=Node)

_RULES_OF_THE_MODEL = {
    "date": rules.WRONG_DATE,
    "identifier": rules.WRONG_IDENTIFIER,
    "words": rules.WRONG_SHAPE,
}
"""Rules by the model's own types of errors; its other types are wrong values."""
_LIST = "a list (each entry on a line of its own, after “- ”)"
_KEYS = "keys with values (lines of the form “key: value”)"
_NEEDED_SHAPES = {
    "string_type": "a text",
    "enum": "a text",
    "tuple_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
}
"""The shapes that are needed, by pydantic's types of errors."""


def read_node(
    model: type[NodeT], data: Any, location: Location, name: str = ""
) -> tuple[NodeT | None, tuple[Diagnostic, ...]]:
    """Return a `model` made from `data` and no errors, or None and the errors of its shape, sorted by location.

    See `read_into`.
    """
    errors = ErrorList()
    return read_into(errors, model, data, location, name), errors.sorted()


def read_into(
    errors: ErrorList, model: type[NodeT], data: Any, location: Location, name: str = ""
) -> NodeT | None:
    """Return a `model` made from `data`, or None, with all errors of its shape added to `errors`.

    `location` is used if `data` is a text, which has no location of its own. `name` is the key whose value `data` is;
    it is "" for a whole file.
    """
    empty = dict.fromkeys(_empty_paths(data, ()))
    try:
        node = model.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        if not empty:
            return node
        details = []
    reading = _Reading(model, data, location, name)
    unknown = {detail["loc"] for detail in details if detail["type"] == "extra_forbidden"}
    errors.add_each(partial(reading.no_value, path) for path in empty if path not in unknown)
    errors.add_each(partial(reading.error, detail) for detail in _independent(model, details, empty))
    return None


def _empty_paths(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every key and every entry without a value. The model accepts none for optional keys."""
    if data is None:
        yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        if value is None or isinstance(value, dict | list):
            yield from _empty_paths(value, (*path, step))


def _independent(
    model: type[Node], details: list[ErrorDetails], empty: Collection[tuple[str | int, ...]]
) -> Iterator[ErrorDetails]:
    """Yield the errors that do not follow from another reported error: a key without a value or a misspelt key."""
    above_empty = {path[:end] for path in empty for end in range(len(path) + 1)}
    misspelt = {
        (*detail["loc"][:-1], nearest(str(detail["loc"][-1]), fields_at(model, detail["loc"][:-1])))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        path, kind = detail["loc"], detail["type"]
        is_unknown_key = kind == "extra_forbidden"
        # pydantic counts only the valid entries of a list.
        has_other_errors = kind == "too_short" and len(detail["input"]) > 0
        if is_unknown_key or not (path in misspelt or path in above_empty or has_other_errors):
            yield detail


class _Reading:
    """Data that was validated, with its model, its location and the name of its key."""

    def __init__(self, model: type[Node], data: Any, location: Location, name: str) -> None:
        self.model, self.name = model, name
        self.data = data if isinstance(data, YamlMap | YamlList) else YamlList(0, OneLocation(location))

    def title(self, path: Path) -> str:
        """Return the name of the value at `path` for messages."""
        if not path:
            return f"“{self.name}”" if self.name else "this file"
        if isinstance(path[-1], int):
            key = next((step for step in reversed(path) if isinstance(step, str)), self.name)
            return f"entry {path[-1] + 1} of {f'“{key}”' if key else 'this file'}"
        return f"“{path[-1]}”"

    def no_value(self, path: Path) -> Diagnostic:
        """Return the error for a key or an entry without a value."""
        message = f"{self.title(path)} has no value"
        return rules.NO_VALUE.at(location_at(self.data, path), message, hints.to_fill(self.model, path))

    def error(self, detail: ErrorDetails) -> Diagnostic:
        """Return one error of pydantic or of the model as a diagnostic in plain words."""
        path, value, kind, context = detail["loc"], detail["input"], detail["type"], detail.get("ctx", {})
        location, title = location_at(self.data, path), self.title(path)
        match kind:
            case "extra_forbidden":
                hint = suggest(str(path[-1]), list(fields_at(self.model, path[:-1])))
                return rules.UNKNOWN_KEY.at(
                    key_location_at(self.data, path), f"unknown key “{path[-1]}”", hint
                )
            case "missing":
                return rules.MISSING_KEY.at(
                    location, f"“{path[-1]}” is missing here", hints.to_add(self.model, path)
                )
            case "enum" if isinstance(value, str):
                message = f"“{value}” is not an allowed value of {title}"
                return rules.NOT_A_CHOICE.at(location, message, suggest(value, choices_at(self.model, path)))
            case "too_short":
                return rules.NO_VALUE.at(location, f"{title} has no entry", hints.to_fill(self.model, path))
            case "empty":
                return rules.NO_VALUE.at(location, f"{title} has no words", hints.to_fill(self.model, path))
            case "too_long":
                limit, length = context["max_length"], len(value)
                unit = "characters" if isinstance(value, str) else "entries"
                message = f"{title} has {length:,} {unit}; {limit} are allowed"
                return rules.TOO_LONG.at(location, message, f"Shorten it by {length - limit:,} {unit}.")
            case _ if kind in _NEEDED_SHAPES:
                message = f"{title} must be {_NEEDED_SHAPES[kind]}, not {_shape(value)}"
                return rules.WRONG_SHAPE.at(
                    location, message, hints.for_shape(self.model, path, kind, self.name, value)
                )
        if path and path[-1] == "[key]":
            location = key_location_at(self.data, path[:-1])
        return _RULES_OF_THE_MODEL.get(kind, rules.WRONG_VALUE).at(
            location, detail["msg"], context.get("hint", "")
        )


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "keys with values"
    return "a list" if isinstance(value, list) else "a text"
