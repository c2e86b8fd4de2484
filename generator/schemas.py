"""The JSON Schemas of the files that editors write, made from the model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.model import BriefingFile, ContestedName, Party, PositionFile, SourceFile

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
    return json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
