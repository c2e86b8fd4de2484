"""Where the files of a project stand, and where one was probably meant to stand."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import PurePosixPath

_IN_A_BRIEFING = len(("briefings", "slug", "briefing.yml"))


def place(path: str) -> str | None:
    """Say what kind of file stands at `path`; None where none is expected."""
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


def better_place(path: PurePosixPath, there: Collection[str]) -> str:
    """Say where the file at `path` was probably meant to stand, among those that are `there`."""
    if path.suffix.lower() in (".yaml", ".yml") and place(str(path.with_suffix(".yml"))):
        return _to_rename(path, f"{path.stem}.yml", there)
    if path.parts[0] == "seeds":
        return "Stored texts are seeds/<id>.txt, and what is known of each is seeds/<id>.yml. Notes may stand in README.md."
    known = (
        ("briefing.yml",)
        if len(path.parts) == _IN_A_BRIEFING
        else ("parties.yml", "names.yml", "renamed.yml", "wording.yml")
    )
    if len(path.parts) <= _IN_A_BRIEFING and (near := difflib.get_close_matches(path.name, known, 1, 0.7)):
        return _to_rename(path, near[0], there)
    if len(path.parts) == _IN_A_BRIEFING and path.suffix == ".yml":
        return f"Position files stand one folder further down: {path.parent}/positions/{path.name}"
    if len(path.parts) == _IN_A_BRIEFING + 1 and path.suffix == ".yml":
        return f"Position files stand in the folder “positions”: {path.parents[1]}/positions/{path.name}"
    return (
        "Briefings are briefings/<slug>/briefing.yml and briefings/<slug>/positions/<party>.yml. "
        "Notes may stand in README.md."
    )


def _to_rename(path: PurePosixPath, name: str, there: Collection[str]) -> str:
    """Say how the file at `path` comes to its right name, which another may have already."""
    if str(path.with_name(name)) in there:
        return f"{name} is there already: put into it what only this file has, and take this one out of the folder."
    return f"Rename it to {name}."
