"""A mapping in a file: the base of everything that editors write."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from generator.location import Location, YamlMap, key_location_at, lines_at, location_at


class Node(BaseModel):
    """A mapping in a file: frozen, without unknown keys, and knowing its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
    _data: YamlMap | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_locations(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        node = handler(data)
        if isinstance(data, YamlMap):
            node._data = data  # noqa: SLF001 - its own private attribute, set where it is made
        return node

    def location(self, *path: str | int) -> Location:
        """Give the place of the value at `path` below this node, or of the innermost node that exists."""
        return location_at(self._data, path) if self._data is not None else Location("")

    def lines(self, *path: str | int) -> tuple[Location, ...]:
        """Give the place of each line of the value at `path` below this node; at least the node's own place."""
        lines = tuple(lines_at(self._data, path)) if self._data is not None else ()
        return lines or (self.location(),)

    def key_location(self, *path: str | int) -> Location:
        """Give the place of the key at the end of `path`, or of the innermost node that exists."""
        return key_location_at(self._data, path) if self._data is not None else Location("")


@cache
def kinds() -> tuple[type[Node], ...]:
    """Give every kind of mapping that the format has."""

    def below(node: type[Node]) -> Iterator[type[Node]]:
        for one in node.__subclasses__():
            yield one
            yield from below(one)

    return tuple(below(Node))


@cache
def known_keys() -> frozenset[str]:
    """Give every key that some mapping of the format has."""
    return frozenset(key for node in kinds() for key in node.model_fields)
