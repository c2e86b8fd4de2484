"""Say how to fix an error of shape, with an example from the model."""

from __future__ import annotations

from typing import get_origin

from pydantic.fields import FieldInfo

from generator.content.model.node import Node
from generator.content.validation.fields import Path, choices, fields_at


def to_fill(model: type[Node], path: Path) -> str:
    """Return a hint for the empty place at `path`."""
    if fields_at(model, path):
        return _keys(model, path)
    field = _field(model, path)
    if field is None:
        return "Write a value, or delete the line."
    fix = f"Write {_value(model, path, field)}"
    fix += ". The key is required." if field.is_required() else ", or delete the key."
    return f"{fix}\n“{path[-1]}”: {_description(field)}" if field.description else fix


def to_add(model: type[Node], path: Path) -> str:
    """Return a hint for the missing key at the end of `path`: what to add, and what the key is for."""
    field = fields_at(model, path[:-1])[str(path[-1])]
    possible = choices(field.annotation)
    allowed = f" Possible: {', '.join(possible)}." if possible else ""
    return f"Add “{path[-1]}: …”. {_description(field)}".strip() + allowed


def for_shape(model: type[Node], path: Path, kind: str, name: str) -> str:
    """Return a hint for a value at `path` that has the wrong shape, where pydantic reports an error of type `kind`.

    `name` is the key of the data as a whole.
    """
    key = path[-1] if path else name
    match kind:
        case "enum":
            return f"Write one of: {', '.join(choices(fields_at(model, path[:-1])[str(key)].annotation))}."
        case "string_type":
            return "Write one text. If the text has a colon in it, put it in quotation marks."
        case "tuple_type":
            return f"Each entry begins with a dash:\n{key}:\n  - {_example(model, (*path, 0))}"
    if fields_at(model, path):
        return _keys(model, path)
    return f"Begin each entry with an identifier:\n{key}:\n  an-identifier:\n    {_example(model, (*path, 'an-identifier'))}"


def _field(model: type[Node], path: Path) -> FieldInfo | None:
    return fields_at(model, path[:-1]).get(str(path[-1])) if path else None


def _keys(model: type[Node], path: Path) -> str:
    return f"Write keys with values, such as “{_example(model, path)}”. Possible keys: {', '.join(fields_at(model, path))}."


def _value(model: type[Node], path: Path, field: FieldInfo) -> str:
    """Return what can be written at `path`."""
    if possible := choices(field.annotation):
        return f"one of: {', '.join(possible)}"
    if get_origin(field.annotation) is tuple:
        return f"its entries below it, each on a line of the form “- {_example(model, (*path, 0))}”"
    return "a value"


def _example(model: type[Node], path: Path) -> str:
    """Return the first key of the node at `path` without a value; "…" if the value there is not a node."""
    return next((f"{key}: …" for key in fields_at(model, path)), "…")


def _description(field: FieldInfo) -> str:
    return " ".join((field.description or "").split())
