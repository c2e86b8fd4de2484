"""Find the fields that the model has at a path of the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.content.model.node import Node

Path = Sequence[str | int]


def fields_at(annotation: Any, path: Path) -> Mapping[str, FieldInfo]:
    """Return the fields of the node at `path` below `annotation`, by name; none if the value there is not a node."""
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


def choices(annotation: Any) -> tuple[str, ...]:
    """Return the allowed values of `annotation`; none if any value is allowed."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    return next((found for inner in get_args(annotation) if (found := choices(inner))), ())
