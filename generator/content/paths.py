"""Where the files of a project belong, and which names files may have."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from pathlib import PurePosixPath

from generator.content import rules
from generator.diagnostics import Diagnostic
from generator.location import Location

DEVICES = "con|prn|aux|nul|(?:com|lpt)[0-9]"
"""A pattern for names of devices: Windows has no files with these names, whatever their ending."""
LONGEST_PATH = 200
"""Characters of a path in a project. Windows has 260 for a path with all folders above it."""
_DEVICE = re.compile(rf"{DEVICES}|conin\$|conout\$|(?:com|lpt)[\u00b9\u00b2\u00b3]", re.IGNORECASE | re.ASCII)
_NOT_ON_WINDOWS = '<>:"|?*\\'


def file_kind(path: str) -> str | None:
    """Return what kind of file belongs at `path`: source, list, briefing or positions; None if no file is read there."""
    match path.split("/"):
        case ("seeds", name) if name.endswith((".txt", ".yml")):
            return "source"
        case ("briefings", "parties.yml" | "names.yml" | "renamed.yml" | "wording.yml"):
            return "list"
        case ("briefings", _, "briefing.yml"):
            return "briefing"
        case ("briefings", _, "positions", name) if name.endswith(".yml"):
            return "positions"
    return None


def source_of(path: str) -> str:
    """Return the identifier of the source to which the file at `path` belongs."""
    return path.rpartition("/")[2].rpartition(".")[0]


def position_path(slug: str, party: str) -> str:
    """Return the path of a party's position file."""
    return f"briefings/{slug}/positions/{party}.yml"


def stray(path: str) -> tuple[str, str]:
    """Return the message about a file that is not read at `path`, and a hint that says where it may belong."""
    renamed = PurePosixPath(path).with_suffix(".yml")
    if path.lower().endswith((".yaml", ".yml")) and file_kind(str(renamed)):
        hint = f"Rename it to {renamed.name}. If {renamed.name} exists already, move what only this file has into it."
        return "the name of this file must end in .yml", hint
    hint = (
        "A briefing is briefings/<slug>/briefing.yml and briefings/<slug>/positions/<party>.yml. Files for all briefings are "
        "parties.yml, names.yml, renamed.yml and wording.yml in briefings/."
    )
    if path.startswith("seeds/"):
        hint = "Sources are seeds/<id>.txt with their text and seeds/<id>.yml with their details."
    return "this file is not in a place where files are read", f"{hint} Put notes in README.md."


def visible(name: str) -> str:
    """Return a file name for messages: invisible and undecodable characters are written as Unicode escapes."""
    if name.isprintable():
        return name
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)


def windows_problem(path: str) -> str:
    """Return why Windows cannot store a file at `path`, whose folders are separated by slashes; "" if it can."""
    for name in path.split("/"):
        stem = name.split(".")[0].rstrip(" ")
        if _DEVICE.fullmatch(stem):
            return f"Windows cannot store a file named “{name}”: “{stem}” is the name of a device there"
        if name.endswith((".", " ")):
            return f"Windows cannot store a file named “{name}”: it ends with a {'space' if name[-1] == ' ' else 'full stop'}"
        if sign := next((sign for sign in name if sign in _NOT_ON_WINDOWS), ""):
            return f"Windows cannot store a file named “{name}”: it has the character “{sign}”"
    if len(path) > LONGEST_PATH:
        return f"the path of this file has {len(path)} characters; {LONGEST_PATH} are allowed, since Windows has little room for more"
    return ""


def split_unsafe_names(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the files (bytes by path) with safe names, and the errors in the names of the others."""
    safe, errors = _safe_names(tuple(files))
    return {path: raw for path, raw in files.items() if path in safe}, list(errors)


@lru_cache(maxsize=4)  # most saves in a preview change no name
def _safe_names(paths: tuple[str, ...]) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """Return which of `paths` have safe names, and the errors in the names of the others."""
    safe = set()
    errors: dict[str, Diagnostic] = {}
    names: dict[str, str] = {}  # the first folder or file by the name that a computer may take for the same
    # Lower-case names come first: identifiers are in lower case.
    for path in sorted(paths, key=lambda path: (path != _folded(path), path)):
        if visible(path) != path:
            message = "this name has invisible characters, or bytes that are not text"
            hint = "Rename it. Use letters, digits and hyphens."
            errors[path] = rules.UNSAFE_NAME.at(Location(visible(path)), message, hint)
            continue
        if message := windows_problem(path):
            hint = "Rename it. Use short names of letters, digits and hyphens. If Windows has no such name, add another word to it."
            errors[path] = rules.UNSAFE_NAME.at(Location(path), message, hint)
            continue
        folders = accumulate(path.split("/"), lambda folder, name: f"{folder}/{name}")
        taken = next((step for step in folders if names.setdefault(_folded(step), step) != step), None)
        if taken is None:
            safe.add(path)
        elif taken not in errors:
            message = f"{taken} and {names[_folded(taken)]} are the same name on many computers"
            errors[taken] = rules.UNSAFE_NAME.at(
                Location(path), message, "Rename one of them, or merge them."
            )
    return frozenset(safe), tuple(errors.values())


def _folded(path: str) -> str:
    """Return a path as a file system sees it that ignores case and ways to encode a letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
