"""Data read from YAML -> a node of the model, or every fault of its shape in an editor's words."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.marks import Mark, YamlList, YamlMap, mark_at
from generator.model.node import Node
from generator.shape_rules import (
    MISSING_KEY,
    NO_VALUE,
    NOT_A_CHOICE,
    RULES,
    TOO_LONG,
    UNKNOWN_KEY,
    WRONG_DATE,
    WRONG_IDENTIFIER,
    WRONG_SHAPE,
    WRONG_VALUE,
)

__all__ = ["RULES", "read_node", "suggest"]

NodeT = TypeVar("NodeT", bound=Node)


_BY_TYPE = {"date": WRONG_DATE, "identifier": WRONG_IDENTIFIER, "empty": NO_VALUE}
_NEEDED = {
    "string_type": "a text",
    "tuple_type": "a list (each entry on its own line, after “- ”)",
    "dict_type": "a mapping (lines of the form “key: value”)",
    "model_type": "a mapping (lines of the form “key: value”)",
    "model_attributes_type": "a mapping (lines of the form “key: value”)",
}


def read_node(
    model: type[NodeT], data: YamlMap | Any, place: Mark
) -> tuple[NodeT | None, tuple[Diagnostic, ...]]:
    """Make a `model` of `data`, or tell all that is wrong with its shape.

    `place` is the mark of `data` where that is no mapping or list and so has none of its own.
    """
    try:
        return TypeAdapter(model).validate_python(data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(sorted({_diagnostic(model, data, place, detail) for detail in details}))


def _diagnostic(model: type[Node], data: Any, place: Mark, detail: ErrorDetails) -> Diagnostic:
    kind, path = detail["type"], detail["loc"]
    container = data if isinstance(data, YamlMap | YamlList) else None
    mark = mark_at(container, path) if container is not None else place
    if kind == "extra_forbidden":
        return _unknown_key(model, container, path, mark)
    key = str(path[-1]) if path else ""
    if kind == "missing":
        known = _choices(model, path)
        return MISSING_KEY.at(mark, f"“{key}” is missing here", f"Add a line “{key}: …”.{known}")
    if kind == "enum":
        allowed = str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        return NOT_A_CHOICE.at(
            mark,
            f"“{detail['input']}” is not one of the values of “{key}”",
            suggest(str(detail["input"]), allowed),
        )
    if detail["input"] is None and kind in _NEEDED:
        return NO_VALUE.at(mark, f"“{_name(path)}” has no value", "Write one, or take the whole line out.")
    if kind in _NEEDED:
        message = f"“{_name(path)}” needs {_NEEDED[kind]}, not {_found(detail['input'])}"
        return WRONG_SHAPE.at(mark, message, _in_shape(model, path, detail))
    if kind == "too_short":
        return NO_VALUE.at(
            mark, f"“{_name(path)}” needs at least one entry", "Add one, or take the whole line out."
        )
    if kind in ("string_too_long", "too_long"):
        limit, length = detail["ctx"]["max_length"], len(detail["input"])
        return TOO_LONG.at(
            mark, f"“{key}” has {length} characters; {limit} are allowed", f"Take out {length - limit}."
        )
    if key == "[key]":
        mark = _key_mark(container, path[:-1]) or mark
    return _BY_TYPE.get(kind, WRONG_VALUE).at(mark, detail["msg"], detail.get("ctx", {}).get("hint", ""))


def _unknown_key(model: type[Node], data: Any, path: Sequence[str | int], mark: Mark) -> Diagnostic:
    known = list(_fields(model, path[:-1]) or ())
    return UNKNOWN_KEY.at(
        _key_mark(data, path) or mark,
        f"the key “{path[-1]}” is not known here",
        suggest(str(path[-1]), known),
    )


def suggest(word: str, known: Sequence[str]) -> str:
    """Say which of `known` was probably meant by `word`, or list them all."""
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    every = ", ".join(known)
    return f"Did you mean “{near[0]}”? Possible here: {every}." if near else f"Possible here: {every}."


def _key_mark(data: Any, path: Sequence[str | int]) -> Mark | None:
    for step in path[:-1]:
        if (isinstance(data, YamlMap) and step in data) or (
            isinstance(data, YamlList) and isinstance(step, int)
        ):
            data = data[step]  # type: ignore[index]  # the step fits the container, as just checked
    return data.key_marks.get(str(path[-1])) if isinstance(data, YamlMap) else None


def _choices(model: type[Node], path: Sequence[str | int]) -> str:
    fields = _fields(model, path[:-1]) or {}
    field = fields.get(str(path[-1]))
    return f" {field}" if field else ""


def _fields(annotation: Any, path: Sequence[str | int]) -> dict[str, str] | None:
    """Give the fields (and their descriptions) of the node at `path` below `annotation`."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        if not path:
            return {name: field.description or "" for name, field in annotation.model_fields.items()}
        field = annotation.model_fields.get(str(path[0]))
        return _fields(field.annotation, path[1:]) if field else None
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        found = [_fields(branch, path) for branch in get_args(annotation)]
        return next((fields for fields in found if fields), None)
    if origin in (tuple, dict):
        return _fields(get_args(annotation)[-1 if origin is dict else 0], path[1:])
    return _fields(get_args(annotation)[0], path) if get_args(annotation) else None


def _name(path: Sequence[str | int]) -> str:
    if not path:
        return "this file"
    if isinstance(path[-1], int):
        return f"{path[-2] if len(path) > 1 else 'list'}, entry {path[-1] + 1}"
    return path[-1]


def _found(value: Any) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a text"


def _in_shape(model: type[Node], path: Sequence[str | int], detail: ErrorDetails) -> str:
    """Show what was written in the shape that is needed, as far as that can be known."""
    kind, value = detail["type"], detail["input"]
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1:
        key, text = next(iter(value.items()))
        return f'If this is one sentence, put it in quotation marks: "{key}: {text}"'
    if not isinstance(value, str):
        return ""
    if kind == "tuple_type":
        text = "text: " if "text" in (_fields(model, (*path, 0)) or {}) else ""
        return f"Write:\n{path[-1]}:\n  - {text}{value}"
    known = _fields(model, path) or {}
    dash = "- " if isinstance(path[-1] if path else "", int) else ""
    return (
        f"Write: {dash}text: {value}"
        if "text" in known
        else f"Its keys: {', '.join(known)}."
        if known
        else ""
    )
