"""The JSON Schemas of the files that editors write, made from the model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.model import BriefingFile, ContestedName, Party, PositionFile, SourceFile
from generator.model.values import ID_LENGTH, ID_PATTERN

FILES: Mapping[str, tuple[Any, str]] = {
    "source": (SourceFile, "What is known of a stored source: seeds/<id>.yml"),
    "parties": (dict[str, Party], "Parties and their speakers: briefings/parties.yml"),
    "names": (dict[str, ContestedName], "Contested names and terms: briefings/names.yml"),
    "briefing": (BriefingFile, "A briefing: briefings/<slug>/briefing.yml"),
    "position": (PositionFile, "A party’s positions: briefings/<slug>/positions/<party>.yml"),
}


def schemas() -> Mapping[str, str]:
    """Give each schema as JSON text by its file name."""
    return {f"{name}.schema.json": _schema(model, title) for name, (model, title) in FILES.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into `folder`; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        paths.append(folder / name)
    return paths


def _schema(model: Any, title: str) -> str:
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | TypeAdapter(model).json_schema()
    found["title"] = title
    _name_keys(found)
    _refuse_nothing(found)
    return json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _name_keys(schema: Any) -> None:
    """Say of every mapping from identifiers, below `schema`, what its keys look like: Pydantic leaves that out."""
    if isinstance(schema, list):
        for inner in schema:
            _name_keys(inner)
    elif isinstance(schema, dict):
        if isinstance(schema.get("additionalProperties"), dict):
            schema["propertyNames"] = {"pattern": ID_PATTERN, "maxLength": ID_LENGTH}
        for inner in list(schema.values()):
            _name_keys(inner)


def _refuse_nothing(schema: Any) -> None:
    """Take `null` out below `schema`: optional keys are left out, and the reader takes none with nothing behind it."""
    if isinstance(schema, list):
        for inner in schema:
            _refuse_nothing(inner)
    elif isinstance(schema, dict):
        branches = schema.get("anyOf", [])
        if isinstance(branches, list) and {"type": "null"} in branches:
            branches.remove({"type": "null"})
            if len(branches) == 1:
                del schema["anyOf"]
                # A description or default of its own is said of this place.
                schema |= branches[0] | schema
        if schema.get("default", "") is None:
            del schema["default"]
        for inner in list(schema.values()):
            _refuse_nothing(inner)
