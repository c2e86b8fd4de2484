"""Where the files of a project belong."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import PurePosixPath

_FILES = ("parties.yml", "names.yml", "renamed.yml", "wording.yml")
_IN_BRIEFING = len(("briefings", "slug", "briefing.yml"))


def file_kind(path: str) -> str | None:
    """Return what kind of file belongs at `path`: source, entries, renamed, briefing or positions; None for no file."""
    match path.split("/"):
        case ("seeds", name) if name.endswith((".txt", ".yml")):
            return "source"
        case ("briefings", "parties.yml" | "names.yml" | "wording.yml"):
            return "entries"
        case ("briefings", "renamed.yml"):
            return "renamed"
        case ("briefings", _, "briefing.yml"):
            return "briefing"
        case ("briefings", _, "positions", name) if name.endswith(".yml"):
            return "positions"
    return None


def better_path(path: PurePosixPath, existing: Collection[str]) -> str:
    """Return a hint that says where the file at `path` may belong; `existing` are the paths of all files."""
    depth = len(path.parts)
    if path.suffix.lower() in (".yaml", ".yml") and file_kind(str(path.with_suffix(".yml"))):
        return _rename_hint(path, f"{path.stem}.yml", existing)
    if path.parts[0] == "seeds":
        return "Sources are seeds/<id>.txt with their text and seeds/<id>.yml with their details. Put notes in README.md."
    known = ("briefing.yml",) if depth == _IN_BRIEFING else _FILES
    if depth <= _IN_BRIEFING and (similar := difflib.get_close_matches(path.name, known, 1, 0.7)):
        return _rename_hint(path, similar[0], existing)
    if path.suffix == ".yml" and depth in (_IN_BRIEFING, _IN_BRIEFING + 1):
        slug = path.parts[1]
        return f"Position files belong in the folder “positions”: briefings/{slug}/positions/{path.name}"
    return (
        "Briefings are briefings/<slug>/briefing.yml and briefings/<slug>/positions/<party>.yml. "
        "Put notes in README.md."
    )


def _rename_hint(path: PurePosixPath, name: str, existing: Collection[str]) -> str:
    if str(path.with_name(name)) in existing:
        return f"{name} exists already: move what only this file has into it, and delete this file."
    return f"Rename it to {name}."
