"""Read the files of a project from the disk."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.content import rules
from generator.content.paths import visible
from generator.diagnostics import Diagnostic
from generator.location import Location

FOLDERS = ("seeds", "briefings")
ORIGINALS = "seeds/originals"
"""The folder of the files that stored texts were made from, which may be large."""
LARGEST_FILE = 10_000_000  # bytes; stored texts are articles, so a larger file is a mistake


def read_files(root: Path) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Read every file below seeds/ and briefings/, except originals. Return the bytes by path below `root`, and errors.

    Paths are sorted within each folder. Hidden files and editors' backups are skipped. Links and special files are errors.
    """
    files: dict[str, bytes] = {}
    errors = list(missing_folders(root))
    missing = {error.location.file for error in errors}
    for folder in FOLDERS:
        for name, found in walk(root / folder, folder) if folder not in missing else ():
            if isinstance(found, int) and name.startswith(f"{ORIGINALS}/"):
                continue
            content = found if isinstance(found, Diagnostic) else read(f"{root}/{name}", name, found)
            if isinstance(content, Diagnostic):
                errors.append(content)
            else:
                files[name] = content
    return files, tuple(errors)


def missing_folders(root: Path) -> tuple[Diagnostic, ...]:
    """Return an error for each of seeds/ and briefings/ that is not in `root`. If both are missing, it is not a project."""
    hint = "Run the command in the project’s folder, or name that folder: --root FOLDER."
    return tuple(
        rules.NO_FOLDER.at(Location(folder), f"there is no folder {folder}/", hint)
        for folder in FOLDERS
        if not (root / folder).is_symlink() and not (root / folder).is_dir()
    )


def too_large(name: str, size: int) -> Diagnostic | None:
    """Return an error if `size` bytes are too many for a file, else None."""
    if size <= LARGEST_FILE:
        return None
    message = f"this file has {size:,} bytes; {LARGEST_FILE:,} are allowed"
    return rules.FILE_TOO_LARGE.at(
        Location(visible(name)), message, "Store only the part of the text that is cited."
    )


def passed_over(name: str) -> bool:
    """Return whether a file or folder is not part of the project: it is hidden, or an editor's backup."""
    return name.startswith((".", "#")) or name.endswith("~")


def read(path: Path | str, name: str, size: int) -> bytes | Diagnostic:
    """Return the bytes of the file at `path`, which has this size, or an error if it is too large or cannot be read."""
    if found := too_large(name, size):
        return found
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a project has thousands, and a Path doubles the time
            return file.read()
    except OSError as error:
        return _unreadable(name, error)


def _unreadable(name: str, error: OSError) -> Diagnostic:
    hint = "Make it readable: chmod u+rX, then its path."
    return rules.UNREADABLE.at(Location(visible(name)), f"this cannot be read: {error.strerror}", hint)


def walk(
    path: Path | str, name: str, skipped: Callable[[str], bool] = passed_over
) -> Iterator[tuple[str, int | Diagnostic]]:
    """Yield each file at and below `path` as (name, size in bytes or error), sorted; links are not followed.

    Files and folders are left out if their own name is `skipped`.
    """
    try:
        info = os.lstat(path)
        if stat.S_ISDIR(info.st_mode):
            for child in sorted(os.listdir(path)):  # noqa: PTH208 - only the names, which is much faster
                if not skipped(child):
                    yield from walk(f"{path}/{child}", f"{name}/{child}", skipped)
        elif stat.S_ISREG(info.st_mode):
            yield name, info.st_size
        else:
            kind = "a link" if stat.S_ISLNK(info.st_mode) else "not an ordinary file"
            location, message = Location(visible(name)), f"this is {kind}"
            yield (
                name,
                rules.NOT_A_FILE.at(location, message, "Put a copy of the file or folder here instead."),
            )
    except OSError as error:
        yield name, _unreadable(name, error)
