"""The schemas of format 1, made from the model: what every site has in common."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.content.model import BriefingFile, ContestedName, Party, PositionFile, SourceFile, WordingFile
from generator.content.model.values import ID_FORM
from generator.edit.schemas.words import SNIPPETS, STANCES, VALUES

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
    """Give each schema as JSON text by its file name."""
    return {f"{name}.schema.json": _made(name) for name in FILES}


def plain_schema(name: str) -> dict[str, Any]:
    """Give the schema of the files of one kind, to be changed at will."""
    schema: dict[str, Any] = json.loads(_made(name))
    return schema


@cache
def _made(name: str) -> str:
    model, title = FILES[name]
    found: dict[str, Any] = {"$schema": DIALECT} | TypeAdapter(model).json_schema()
    found["title"] = title
    for node in list(_nodes(found)):
        _name_keys(node)
        _refuse_nothing(node)
    for title, node in found.get("$defs", {}).items():
        _help(title, node)
    return as_text(found)


def as_text(schema: Mapping[str, Any]) -> str:
    """Give a schema as the text of a file: the same bytes for the same schema."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Give every mapping in `schema`, the inner ones first."""
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _nodes(inner)
    if isinstance(schema, dict):
        yield schema


def _name_keys(node: dict[str, Any]) -> None:
    """Say what the keys of a mapping from identifiers look like: Pydantic lets other keys pass."""
    if ways := node.pop("patternProperties", None):
        (node["additionalProperties"],) = ways.values()
    if isinstance(node.get("additionalProperties"), dict):
        node["propertyNames"] = ID_FORM


def _refuse_nothing(node: dict[str, Any]) -> None:
    """Take `null` out: optional keys are left out, and the reader takes none with nothing behind it."""
    branches = node.get("anyOf", [])
    if isinstance(branches, list) and {"type": "null"} in branches:
        branches.remove({"type": "null"})
        if len(branches) == 1:
            del node["anyOf"]
            # A description or default of its own is said of this place.
            node |= branches[0] | node
    # Editors' programs would write what is meant anyway into each new entry.
    node.pop("default", None)


def _help(title: str, node: dict[str, Any]) -> None:
    """Add what editors show beside the words of the model: what each value means, and texts to start from."""
    for key, inner in node.get("properties", {}).items():
        inner["title"] = key  # Pydantic’s “As Of” is no word of the format
    if "enum" in node:
        node["enumDescriptions"] = [VALUES[title][value] for value in node["enum"]]
    if title in SNIPPETS:
        node["defaultSnippets"] = list(SNIPPETS[title])
    for inner in node.get("properties", {}).get("stance", {}).get("anyOf", ()):
        if "enum" in inner:
            inner["enumDescriptions"] = [STANCES[code] for code in inner["enum"]]
