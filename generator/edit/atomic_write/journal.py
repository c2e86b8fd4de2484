"""The journal of a change: what each of its files was and becomes, and which files a change may touch at all."""

import json
import re
import stat
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.content.originals import IGNORE

JOURNAL = "journal.json"
"""The file in WORK that lists a change."""
KEPT = "kept"
"""The folder in WORK with what a command could not write to a file, because somebody else had saved it."""
_FORMAT = 1
_LARGEST = 20_000_000  # bytes; a file takes about 200
_HASH = re.compile("[0-9a-f]{64}")
_STEP = re.compile(r"[^\\/:\x00-\x1f\x7f]*[^\\/:\x00-\x1f\x7f. ]")  # Windows drops dots and spaces at the end
# A journal may come with a pull request. So it may name only files that commands write, and which a pull request could
# bring anyway: never one of .git/ or of a Python environment.
_FOLDERS = (
    *("seeds/", "briefings/", "docs/", "wheels/", "build/schema/", "generator/content/schema/"),
    *(".github/", ".vscode/", ".devcontainer/"),
)
# may.html is the saved page of the first steps.
_FILES = ("mkdocs.yml", "README.md", "requirements.txt", "may.html", ".gitignore", ".gitattributes", IGNORE)


class JournalError(ValueError):
    """A journal is damaged, or names what no command writes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a change: its path below the project's folder, and its SHA-256 before and after; None if there is no file."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """The files of a change, and the folders that do not exist before it."""

    files: tuple[Entry, ...]
    folders: tuple[str, ...]

    def to_json(self) -> bytes:
        """Return the journal as the bytes of its file."""
        return json.dumps({"format": _FORMAT, **asdict(self)}, indent=1).encode()


def read_journal(work: Path) -> Journal | None:
    """Return the journal in the folder `work`, or None if there is none. Raise JournalError if no command wrote it so."""
    path = work / JOURNAL
    try:
        info = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(info.st_mode) or info.st_size > _LARGEST:
        raise JournalError(f"{JOURNAL} is not a file, or too large")
    return parse_journal(path.read_bytes())


def parse_journal(raw: bytes) -> Journal:
    """Parse a journal. Raise JournalError if it is damaged, or names a file that no change may touch."""
    try:
        data = json.loads(raw)
        files = tuple(Entry(**entry) for entry in data["files"])
        journal, number = Journal(files, tuple(map(str, data["folders"]))), data["format"]
    except (ValueError, TypeError, LookupError, RecursionError):
        raise JournalError(f"{JOURNAL} is damaged") from None
    if number != _FORMAT:
        raise JournalError(f"{JOURNAL} has another format")
    _check(journal)
    return journal


def _check(journal: Journal) -> None:
    for entry in journal.files:
        if not _is_allowed(entry.path):
            raise JournalError(f"{JOURNAL} names {entry.path!r}, which no command writes")
        hashes = [file_hash for file_hash in (entry.before, entry.after) if file_hash is not None]
        if not hashes or entry.before == entry.after or not all(map(_is_hash, hashes)):
            raise JournalError(f"{JOURNAL} has no valid hashes of {entry.path!r}")
    parents = {parent.as_posix() for entry in journal.files for parent in Path(entry.path).parents}
    if not all(folder in parents - {"."} for folder in journal.folders):
        raise JournalError(f"{JOURNAL} has a folder without a file")


def _is_allowed(path: Any) -> bool:
    if path in _FILES:
        return True
    if not isinstance(path, str) or not all(map(_STEP.fullmatch, path.split("/"))) or "/." in path:
        return False
    return path.startswith(_FOLDERS)


def _is_hash(text: Any) -> bool:
    return isinstance(text, str) and _HASH.fullmatch(text) is not None
