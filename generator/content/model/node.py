"""The base class of every mapping that editors write."""

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
from pydantic.fields import FieldInfo

from generator.location import Location, YamlMap, key_location_at, lines_at, location_at


def _nowhere(_: Any) -> Iterator[Location]:
    yield Location("")


_NOWHERE = YamlMap(None, _nowhere)


class Node(BaseModel):
    """A mapping in a file: frozen, without unknown keys, and aware of its location."""

    # Validators are built when they are first used, which stored results never do.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)
    _data: YamlMap = PrivateAttr(default_factory=lambda: _NOWHERE)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_locations(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        node = handler(data)
        if isinstance(data, YamlMap):
            node._data = data  # noqa: SLF001 - its own private attribute, set where it is made
        return node

    @classmethod
    def keys(cls) -> dict[str, FieldInfo]:
        """Return the fields by the keys that editors write."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    def location(self, *path: str | int) -> Location:
        """Return the location of the value at `path` below this node, or of the innermost value that exists."""
        return location_at(self._data, path)

    def lines(self, *path: str | int) -> tuple[Location, ...]:
        """Return the location of each line of the value at `path`; the node's own location if there is no value."""
        return tuple(lines_at(self._data, path)) or (self.location(),)

    def key_location(self, *path: str | int) -> Location:
        """Return the location of the key at the end of `path`, or of the innermost value that exists."""
        return key_location_at(self._data, path)


@cache
def known_keys() -> frozenset[str]:
    """Return every key that some mapping of the format has."""
    nodes, keys = [Node], set[str]()
    for node in nodes:
        nodes.extend(node.__subclasses__())
        keys.update(node.keys())
    return frozenset(keys)
