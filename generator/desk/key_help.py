"""The help of the format for one key of a file, found by the indentation of its lines: it also works while a file has errors."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.paths import file_kind
from generator.edit.schemas.format import format_schema

_KEY = re.compile(r"^(?P<before>[ \-{]*)(?P<key>[^\s:#\-\[\]{},\"'][^:#\[\]{},\"']*):(?:\s|$)")
_LISTS = {"parties.yml": "parties", "names.yml": "names", "wording.yml": "wording"}
_SCHEMAS = {"source": "source", "briefing": "briefing", "positions": "position"}
_DEEPEST = 20  # keys
_MOST_NODES = 100  # of a schema, for one key


@dataclass(frozen=True)
class KeyHelp:
    """A key with its description, and its values with what each means, if there are few."""

    key: str
    description: str
    values: tuple[tuple[str, str], ...]


def keys_at(lines: Sequence[str], line: int) -> list[str]:
    """Return the keys around a line, which counts from 1, from the outermost to that of the line itself."""
    found: list[str] = []
    indent = None
    for text in reversed(lines[: max(0, line)]):
        match = _KEY.match(text)
        if match and (indent is None or len(match["before"]) < indent):
            found.insert(0, match["key"].strip())
            indent = len(match["before"])
            if not indent:
                break
    return found


def key_help(file: str, keys: Sequence[str]) -> KeyHelp | None:
    """Return the help for the last of `keys`, which lead to it in the file at a path; None if the format does not know it."""
    schema = _schema_of(file)
    if schema is None or not keys or len(keys) > _DEEPEST:
        return None
    node = schema
    for key in keys:
        inner = _below(schema, node, key)
        if inner is None:
            return None
        node = inner
    enum = _with(schema, node, "enum")
    values = (
        tuple(zip(enum["enum"], enum.get("enumDescriptions") or [""] * len(enum["enum"]), strict=True))
        if enum
        else ()
    )
    described = _with(schema, node, "description")
    return KeyHelp(
        keys[-1], " ".join(str(described.get("description", "")).split()) if described else "", values
    )


def _schema_of(file: str) -> Mapping[str, Any] | None:
    name = file.rpartition("/")[2]
    kind = file_kind(file) if file.endswith(".yml") else None
    schema = _LISTS.get(name) if kind == "list" else _SCHEMAS.get(kind or "")
    return format_schema(schema) if schema else None


def _choices(root: Mapping[str, Any], node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return a node and all that it may be: what it refers to, its alternatives, and the items of a list."""
    found: list[Mapping[str, Any]] = []
    todo = [node]
    while todo and len(found) < _MOST_NODES:
        node = todo.pop(0)
        found.append(node)
        if "$ref" in node:
            todo.append(root["$defs"][node["$ref"].rpartition("/")[2]])
        todo += node.get("anyOf", [])
        if isinstance(node.get("items"), dict):
            todo.append(node["items"])
    return found


def _below(root: Mapping[str, Any], node: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
    for choice in _choices(root, node):
        if key in choice.get("properties", {}):
            inner: Mapping[str, Any] = choice["properties"][key]
            return inner
        if isinstance(choice.get("additionalProperties"), dict):
            other: Mapping[str, Any] = choice["additionalProperties"]
            return other
    return None


def _with(root: Mapping[str, Any], node: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    return next((choice for choice in _choices(root, node) if name in choice), None)
