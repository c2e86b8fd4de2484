"""What one run of loading has read so far: files as nodes of the model, their faults, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.content.model import Evidence, Kind
from generator.content.model.node import Node
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.diagnostics import Diagnostic
from generator.location import Location, YamlList, YamlMap

NodeT = TypeVar("NodeT", bound=Node)


@dataclass
class Loading:
    """What one run has read so far; lives only inside `load`."""

    files: Mapping[str, bytes]
    faults: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    loose: list[Evidence] = field(default_factory=list)

    def data(self, path: str) -> YamlMap | None:
        """Give the mapping in the YAML file `path`; None, and faults, where there is none to be had."""
        yaml_file, faults = read_yaml(path, self.files[path])
        self.faults.extend(faults)
        if yaml_file is None:
            self.unread.add(path)
            return None
        return yaml_file.data

    def node(
        self, model: type[NodeT], data: Any, location: Location, name: str, key: str = ""
    ) -> NodeT | None:
        """Read `data`, the value of `key`, as a `model`. With errors of shape, note `name` as unread and return None."""
        node, errors = read_node(model, data, location, key)
        self.faults.extend(errors)
        if node is None:
            self.unread.add(name)
            self.loose.extend(_evidence_in(data))
        return node

    def file(self, model: type[NodeT], path: str, name: str) -> NodeT | None:
        """Give the file `path` as a `model`."""
        data = self.data(path)
        if data is None:
            self.unread.add(name)
            return None
        return self.node(model, data, data.location, name)


def _evidence_in(data: Any) -> Iterator[Evidence]:
    """Give all evidence that stands somewhere in `data`, whose shape as a whole is wrong."""
    if isinstance(data, YamlMap) and "source" in data and any(kind in data for kind in Kind):
        evidence, _ = read_node(Evidence, data, data.location)
        if evidence is not None:
            yield evidence
    elif isinstance(data, YamlMap | YamlList):
        for value in data.values() if isinstance(data, YamlMap) else data:
            yield from _evidence_in(value)
