"""What the model wants at a place of the data: its fields, and the words that a key may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.content.model.node import Node

Path = Sequence[str | int]


def fields_at(annotation: Any, path: Path) -> Mapping[str, FieldInfo]:
    """Give the fields of the node at `path` below `annotation`; none where no node is wanted there."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        if not path:
            return annotation.model_fields
        field = annotation.model_fields.get(str(path[0]))
        return fields_at(field.annotation, path[1:]) if field else {}
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return next((found for branch in inner if (found := fields_at(branch, path))), {})
    if origin in (tuple, dict):
        return fields_at(inner[-1 if origin is dict else 0], path[1:]) if path else {}
    return fields_at(inner[0], path) if inner else {}


def is_needed(model: type[Node], path: Path) -> bool:
    """Say whether the value at `path` is the whole, or a key that cannot be left out."""
    field = fields_at(model, path[:-1]).get(str(path[-1])) if path else None
    return field.is_required() if field else not path


def choices(annotation: Any) -> tuple[str, ...]:
    """Give the words of which a value of `annotation` is one; none where it is free."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    return next((found for inner in get_args(annotation) if (found := choices(inner))), ())


def entry_key(model: type[Node], path: Path) -> str:
    """Give the key that holds the words of the node at `path`, where a text alone can say all; else ""."""
    needed = [name for name, field in fields_at(model, path).items() if field.is_required()]
    return needed[0] if needed and needed[0] in ("text", "name", "title", "term") else ""
