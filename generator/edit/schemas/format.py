"""The schemas of format 1, made from the model."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from generator.content.model import (
    DEFAULT_SCALE,
    DEFINITIONS,
    BriefingFile,
    ContestedName,
    Party,
    PositionFile,
    SourceFile,
    WordingFile,
)
from generator.content.model.values import ID_FORM

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: Mapping[str, tuple[Any, str]] = {
    "source": (SourceFile, "What is known of a stored source: seeds/<id>.yml"),
    "parties": (dict[str, Party], "Parties and their speakers: briefings/parties.yml"),
    "names": (dict[str, ContestedName], "Contested names and terms: briefings/names.yml"),
    "wording": (WordingFile, "Loaded words that a site adds or allows: briefings/wording.yml"),
    "briefing": (BriefingFile, "A briefing: briefings/<slug>/briefing.yml"),
    "position": (PositionFile, "A party’s positions: briefings/<slug>/positions/<party>.yml"),
}


def schemas() -> Mapping[str, str]:
    """Return the schemas of the format as JSON text by file name."""
    return {f"{name}.schema.json": as_text(format_schema(name)) for name in FILES}


def stance_descriptions() -> Mapping[str, str]:
    """Return what each stance of the default scale and each absence means, by code, and what else to write."""
    levels = {level.code: level.definition or "" for level in DEFAULT_SCALE}
    advice = _words()["stances"]
    return {
        code: f"{definition} {advice.get(code, '')}".strip()
        for code, definition in (levels | DEFINITIONS).items()
    }


def format_schema(name: str) -> Schema:
    """Return a new copy of the schema for one kind of file."""
    return deepcopy(_format_schema(name))


@cache  # the preview renews the schemas with each save
def _format_schema(name: str) -> Schema:
    model, title = FILES[name]
    schema: Schema = {"$schema": DIALECT} | TypeAdapter(model).json_schema()
    schema["title"] = title
    for node in list(_nodes(schema)):
        _check_keys(node)
        _drop_null(node)
    for node_name, node in schema.get("$defs", {}).items():
        _add_help(node_name, node)
    return schema


def as_text(schema: Schema) -> str:
    """Return a schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@cache
def _words() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(
        Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    )
    return found


def _nodes(schema: Any) -> Iterator[Schema]:
    """Yield every mapping in `schema`, inner mappings first."""
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _nodes(inner)
    if isinstance(schema, dict):
        yield schema


def _check_keys(node: Schema) -> None:
    """Require identifiers as the keys of a mapping by identifier: pydantic's schema accepts other keys."""
    if patterns := node.pop("patternProperties", None):
        (node["additionalProperties"],) = patterns.values()
    if isinstance(node.get("additionalProperties"), dict):
        node["propertyNames"] = ID_FORM


def _drop_null(node: Schema) -> None:
    """Remove `null` and defaults: optional keys are left out, and editors' programs would insert defaults."""
    branches = node.get("anyOf", [])
    if isinstance(branches, list) and {"type": "null"} in branches:
        branches.remove({"type": "null"})
        if len(branches) == 1:
            del node["anyOf"]
            node |= branches[0] | node  # the node's own description wins
    node.pop("default", None)


def _add_help(name: str, node: Schema) -> None:
    """Add what editors' programs show: the names of keys, what each value means, and snippets."""
    words = _words()
    for key, inner in node.get("properties", {}).items():
        inner["title"] = key  # instead of pydantic's “As Of”
    if "enum" in node:
        node["enumDescriptions"] = [words["values"][name][value] for value in node["enum"]]
    if name in words["snippets"]:
        node["defaultSnippets"] = words["snippets"][name]
    for inner in node.get("properties", {}).get("stance", {}).get("anyOf", ()):
        if "enum" in inner:
            inner["enumDescriptions"] = [stance_descriptions()[code] for code in inner["enum"]]
