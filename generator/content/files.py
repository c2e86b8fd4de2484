"""The files of a project, read once: the only room that reads what editors wrote from the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.location import Location

FOLDERS = ("seeds", "briefings")
LARGEST_FILE = 10_000_000  # bytes; stored texts are articles, and a larger file is a slip

NOT_A_FILE = Rule(
    "E010",
    "not-a-file",
    Severity.ERROR,
    "Something that is no ordinary file stands among the content.",
    """
Links, pipes and devices are refused: a link can publish a file from outside the project, and a pipe
stops the build for ever. Put a copy of the file or folder in its place.
""",
)
TOO_LARGE = Rule(
    "E011",
    "file-too-large",
    Severity.ERROR,
    "A file is far larger than an article or a position file.",
    f"""
Files over {LARGEST_FILE // 1_000_000} MB are refused: stored texts are articles. Store the part that is cited, or split the text.
""",
)
UNREADABLE = Rule(
    "E012",
    "unreadable",
    Severity.ERROR,
    "A file or folder cannot be read.",
    """
The computer refuses to open it, mostly because of its permissions: `chmod u+rX PATH` puts that right.
""",
)
NO_FOLDER = Rule(
    "E013",
    "no-folder",
    Severity.ERROR,
    "The project has no folder for its content.",
    """
A project keeps its stored texts in `seeds/` and its briefings in `briefings/`. Run the command in the
folder that holds both, or name that folder with `--root`.
""",
)
WRONG_SETTINGS = Rule(
    "E019",
    "wrong-settings",
    Severity.ERROR,
    "The settings of the site cannot be read, or make no briefings.",
    """
`mkdocs.yml` holds the settings of the site: its name, its language, and the plugin `briefings` that makes the pages. A build stops where
they are wrong. A folder without this file is checked all the same.
""",
)
RULES = (NOT_A_FILE, TOO_LARGE, UNREADABLE, NO_FOLDER, WRONG_SETTINGS)


def read_files(root: Path) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Read every file below seeds/ and briefings/: its bytes by its path below `root`, sorted.

    Hidden files and editors' backups are passed over; what is no ordinary file is reported.
    """
    files: dict[str, bytes] = {}
    faults = list(missing_folders(root))
    there = [folder for folder in FOLDERS if folder not in {one.location.file for one in faults}]
    for folder in there:
        for name, found in _walk(root / folder, folder):
            if isinstance(found, Diagnostic):
                faults.append(found)
            else:
                files[name] = found
    return files, tuple(faults)


def missing_folders(root: Path) -> tuple[Diagnostic, ...]:
    """Tell which of seeds/ and briefings/ are not in the folder `root`: of both, it is no project."""
    return tuple(
        NO_FOLDER.at(
            Location(folder),
            f"there is no folder {folder}/",
            "Run the command in the project’s folder, or name it: --root FOLDER.",
        )
        for folder in FOLDERS
        if not (root / folder).is_symlink() and not (root / folder).is_dir()
    )


def visible(name: str) -> str:
    """Give the name of a file as it can be told: characters that nobody sees, or that are no text, by their numbers."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)


def too_large(name: str, size: int) -> Diagnostic | None:
    """Give the fault of a file of `size` bytes that is larger than any article; None where it is not."""
    if size <= LARGEST_FILE:
        return None
    message = f"this file has {size:,} bytes; {LARGEST_FILE:,} are allowed"
    return TOO_LARGE.at(Location(visible(name)), message, "Store the part of the text that is cited.")


def passed_over(name: str) -> bool:
    """Say whether a file or folder of this name is none of the project's: hidden, or an editor's backup."""
    return name.startswith((".", "#")) or name.endswith("~")


def _walk(path: Path, name: str) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """Give the bytes of all at and below `path` by `name`, sorted by it, or what is wrong with it; links are not followed."""
    try:
        about = path.lstat()
        if stat.S_ISDIR(about.st_mode):
            for child in sorted(os.listdir(path)):  # noqa: PTH208 - the names alone, many times faster
                if not passed_over(child):
                    yield from _walk(path / child, f"{name}/{child}")
        else:
            yield name, _unfit(about, name) or path.read_bytes()
    except OSError as error:
        message = f"this cannot be read: {error.strerror}"
        yield (
            name,
            UNREADABLE.at(Location(visible(name)), message, "Allow reading it: chmod u+rX, then its path."),
        )


def _unfit(about: os.stat_result, name: str) -> Diagnostic | None:
    if not stat.S_ISREG(about.st_mode):
        what = "a link" if stat.S_ISLNK(about.st_mode) else "no ordinary file"
        return NOT_A_FILE.at(
            Location(visible(name)), f"this is {what}", "Put the file or folder itself here."
        )
    return too_large(name, about.st_size)
