"""The base class of every mapping that editors write."""

from functools import cache
from typing import Any, ClassVar, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    model_validator,
)
from pydantic.fields import FieldInfo

from generator.location import (
    Location,
    OneLocation,
    Place,
    YamlFile,
    YamlMap,
    key_location_at,
    lines_at,
    location_at,
)


@cache
def _shared(keys: frozenset[str]) -> frozenset[str]:
    """Return the same set for the same keys: pydantic makes one for each node, which takes a tenth of the memory of a check."""
    return keys


class Node(BaseModel):
    """A mapping in a file: frozen, without unknown keys, and aware of its location."""

    # Validators are built when they are first used, which stored results never do.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)
    # Not private attributes of pydantic, which would give each node a dictionary for them. The data of a file, with the place of each
    # value, would take a third of the memory of a check.
    _file: ClassVar[YamlFile] = OneLocation(Location(""))
    _place: ClassVar[Place] = 0

    @model_validator(mode="wrap")
    @classmethod
    def _keep_locations(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        node = handler(data)
        if isinstance(data, YamlMap):
            vars(node).update(_file=data.file, _place=data.place)
        object.__setattr__(node, "__pydantic_fields_set__", _shared(frozenset(node.model_fields_set)))
        return node

    def __copy__(self) -> Self:
        """Return a copy with a set of keys of its own, to which pydantic may add."""
        copied = super().__copy__()
        object.__setattr__(copied, "__pydantic_fields_set__", set(self.model_fields_set))
        return copied

    @classmethod
    def keys(cls) -> dict[str, FieldInfo]:
        """Return the fields by the keys that editors write."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    def location(self, *path: str | int) -> Location:
        """Return the location of the value at `path` below this node, or of the innermost value that exists."""
        return location_at(self._data, path) if path else next(self._file.locations(self._place))

    def lines(self, *path: str | int) -> tuple[Location, ...]:
        """Return the location of each line of the value at `path`; the node's own location if there is no value."""
        return tuple(lines_at(self._data, path)) or (self.location(),)

    def key_location(self, *path: str | int) -> Location:
        """Return the location of the key at the end of `path`, or of the innermost value that exists."""
        return key_location_at(self._data, path)

    @property
    def _data(self) -> YamlMap:
        """Return the data that the node was made from, which knows the locations of its values."""
        return cast("YamlMap", self._file.value(self._place))


@cache
def known_keys() -> frozenset[str]:
    """Return every key that some mapping of the format has."""
    nodes, keys = [Node], set[str]()
    for node in nodes:
        nodes.extend(node.__subclasses__())
        keys.update(node.keys())
    return frozenset(keys)
