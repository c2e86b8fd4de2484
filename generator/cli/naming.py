"""Names of stored sources, as editors give them to commands."""

from __future__ import annotations

import difflib
import shutil
import sys
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

import click

_LISTED = 8  # sources in a message


def stored_names(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the identifiers of all sources among the files of a project (bytes by path), sorted."""
    paths = (PurePosixPath(path) for path in files)
    own = (
        path for path in paths if path.parent.name == "seeds" and len(path.parts) == len(("seeds", "name"))
    )
    return tuple(sorted({path.stem for path in own if path.suffix in (".txt", ".yml")}))


def source_named(name: str, known: Collection[str]) -> str:
    """Give the source of `known` that `name` means: its identifier, or the path of one of its files.

    Raises UsageError where there is none.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    found = path.stem if path.suffix in (".txt", ".yml") else name
    if found in known:
        return found
    near = difflib.get_close_matches(found, known, n=1)
    if near:
        hint = f"Did you mean “{near[0]}”?"
    elif known and len(known) <= _LISTED:
        hint = f"The stored sources: {', '.join(known)}."
    else:
        hint = "A source is named by its file name without the ending."
    raise click.UsageError(f"there is no source “{name}” in seeds/. {hint}")


def program() -> str:
    """Give the words with which this program can be called from anywhere: its name where that is found, else its path."""
    own = Path(sys.argv[0])
    found = shutil.which("briefing")
    if own.stem != "briefing" or (found and Path(found).resolve() == own.resolve()):
        return "briefing"
    return str(own.absolute())
