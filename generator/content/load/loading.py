"""One run of loading: the files that are still to be read, and the errors so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.content.model import Evidence, Kind
from generator.content.model.node import Node
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.diagnostics import Diagnostic, Rule
from generator.location import Location, YamlList, YamlMap

NodeT = TypeVar("NodeT", bound=Node)


@dataclass
class Loading:
    """The state of one run; it lives only inside `load`.

    `files` are bytes by path. `unread` and `loose` become those of the corpus.
    """

    files: Mapping[str, bytes]
    errors: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    loose: list[Evidence] = field(default_factory=list)

    def report(self, rule: Rule, location: Location, message: str, hint: str) -> None:
        """Add an error."""
        self.errors.append(rule.at(location, message, hint))

    def read_data(self, path: str) -> YamlMap | None:
        """Return the mapping in the YAML file at `path`; None if there is no such file, or after errors."""
        if path not in self.files:
            return None
        file, errors = read_yaml(path, self.files[path])
        self.errors.extend(errors)
        if file is None:
            self.unread.add(path)
            return None
        return file.data

    def read_node(
        self, model: type[NodeT], data: Any, location: Location, name: str, key: str = ""
    ) -> NodeT | None:
        """Return `data`, the value of `key`, as a `model`. After errors of shape, note `name` as unread and return None."""
        node, errors = read_node(model, data, location, key)
        self.errors.extend(errors)
        if node is None:
            self.unread.add(name)
            self.loose.extend(_evidence_in(data))
        return node

    def read_file(self, model: type[NodeT], path: str, name: str) -> NodeT | None:
        """Return the file at `path` as a `model`. Without the file or after errors, note `name` as unread and return None."""
        data = self.read_data(path)
        if data is None:
            self.unread.add(name)
            return None
        return self.read_node(model, data, data.location, name)


def _evidence_in(data: Any) -> Iterator[Evidence]:
    """Yield all evidence within data of a wrong shape, so that its quotes are checked."""
    if isinstance(data, YamlMap) and "source" in data and any(kind in data for kind in Kind):
        evidence, _ = read_node(Evidence, data, data.location)
        if evidence is not None:
            yield evidence
    elif isinstance(data, YamlMap | YamlList):
        for value in data.values() if isinstance(data, YamlMap) else data:
            yield from _evidence_in(value)
