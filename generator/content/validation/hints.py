"""Say how to fix an error of shape, with the fields that the model has there."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.content.model.identifiers import is_id
from generator.content.model.node import Node

Path = Sequence[str | int]


def to_fill(model: type[Node], path: Path) -> str:
    """Return a hint for the empty place at `path`."""
    if fields_at(model, path):
        return _keys(model, path)
    field = fields_at(model, path[:-1]).get(str(path[-1])) if path else None
    if field is None:
        return "Write a value, or delete the line."
    is_list = get_origin(field.annotation) is tuple
    value = f"each entry below it after a dash: “- {_example(model, (*path, 0))}”" if is_list else "a value"
    alternative = "" if field.is_required() else ", or delete the key"
    return f"Write {value}{alternative}.\n“{path[-1]}”: {_about(field)}"


def to_add(model: type[Node], path: Path) -> str:
    """Return a hint for the missing key at the end of `path`: what to add, and what the key is for."""
    is_later = len(path) > 1 and isinstance(path[-2], int) and path[-2] > 0
    dash = " If the line belongs to the entry above, remove its dash." if is_later else ""
    return f"Add “{path[-1]}: …”. {_about(fields_at(model, path[:-1])[str(path[-1])])}{dash}"


def for_shape(model: type[Node], path: Path, kind: str, name: str, value: Any) -> str:
    """Return a hint for `value` at `path`, which has the wrong shape, where pydantic reports an error of type `kind`.

    `name` is the key of the data as a whole.
    """
    key = path[-1] if path else name
    match kind:
        case "enum":
            return f"Write one of: {', '.join(choices_at(model, path))}."
        case "string_type":
            return "Write one text. If the text has a colon in it, put it in quotation marks."
        case "tuple_type":
            example = _example(model, (*path, 0))
            if example == "…" and isinstance(value, str) and all(map(is_id, value.split(", "))):
                return f"Put the list in brackets:\n{key}: [{value}]"
            return f"Each entry begins with a dash:\n{key}:\n  - {example}"
    if fields_at(model, path):
        return _keys(model, path)
    return f"Begin each entry with an identifier:\n{key}:\n  an-identifier:\n    {_example(model, (*path, 'an-identifier'))}"


def choices_at(model: type[Node], path: Path) -> list[str]:
    """Return the allowed values of the key at the end of `path`; none if any value is allowed."""
    return list(_choices(fields_at(model, path[:-1])[str(path[-1])].annotation))


def fields_at(annotation: Any, path: Path) -> Mapping[str, FieldInfo]:
    """Return the fields of the node at `path` below `annotation`, by name; none if the value there is not a node."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        if not path:
            return annotation.keys()
        field = annotation.keys().get(str(path[0]))
        return fields_at(field.annotation, path[1:]) if field else {}
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return next((found for branch in inner if (found := fields_at(branch, path))), {})
    if origin in (tuple, dict):
        return fields_at(inner[-1 if origin is dict else 0], path[1:]) if path else {}
    return fields_at(inner[0], path) if inner else {}


def _choices(annotation: Any) -> tuple[str, ...]:
    """Return the allowed values of `annotation`; none if any value is allowed."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    return next((found for inner in get_args(annotation) if (found := _choices(inner))), ())


def _keys(model: type[Node], path: Path) -> str:
    return f"Write keys with values, such as “{_example(model, path)}”. Possible keys: {', '.join(fields_at(model, path))}."


def _example(model: type[Node], path: Path) -> str:
    """Return the first key of the node at `path` without a value; "…" if the value there is not a node."""
    return next((f"{key}: …" for key in fields_at(model, path)), "…")


def _about(field: FieldInfo) -> str:
    """Return what the key of `field` is for, and its allowed values."""
    description = " ".join((field.description or "").split())
    allowed = _choices(field.annotation)
    return f"{description} Possible: {', '.join(allowed)}." if allowed else description
