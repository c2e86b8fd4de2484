"""The result of the last check of a project, which is reused if nothing changed.

A result is used only for exactly the same program and the same bytes in all files. If it cannot be read or written,
the check is done as if there were none. It is stored in the user's own cache folder, not in the project: otherwise a
pull request could bring its own result.
"""

import hashlib
import json
import os
import sys
import tempfile
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.location import Location
from generator.user_cache import cache_folder

_PACKAGES = ("pydantic", "pydantic-core", "pyyaml", "rapidfuzz")
"""Packages that a result depends on."""
_SUFFIXES = {".py", ".md", ".yml"}
"""Files of the program that a result depends on: code, manuals of rules, lists of words."""


@dataclass(frozen=True)
class Result:
    """The result of a check: every diagnostic, and a sentence that says how many passages were found."""

    diagnostics: tuple[Diagnostic, ...]
    summary: str

    @property
    def has_errors(self) -> bool:
        """Return whether there is an error, so that no site can be built."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def key_of(raw: Mapping[str, bytes], errors: tuple[Diagnostic, ...]) -> str:
    """Return a hash of all that a result depends on: the program, every file, and the errors of reading files."""
    digest = hashlib.sha256(_program().encode())
    for name, data in sorted(raw.items()):
        digest.update(json.dumps([name, hashlib.sha256(data).hexdigest()]).encode())
    digest.update(json.dumps([asdict(error) for error in errors]).encode())
    return digest.hexdigest()


def recall(root: Path, key: str) -> Result | None:
    """Return the stored result of the project at `root` if it is for `key`, else None."""
    try:
        stored = json.loads(_file(root).read_bytes())
        if stored["key"] != key:
            return None
        diagnostics = tuple(
            Diagnostic(Location(**item.pop("location")), severity=Severity(item.pop("severity")), **item)
            for item in stored["diagnostics"]
        )
        return Result(diagnostics, str(stored["summary"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # missing or damaged


def keep(root: Path, key: str, result: Result) -> None:
    """Store `result` for `key`, atomically. Do nothing if the folder cannot be written to."""
    diagnostics = [asdict(diagnostic) for diagnostic in result.diagnostics]
    with suppress(OSError):
        path = _file(root)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"key": key, "summary": result.summary, "diagnostics": diagnostics}, file)
        Path(name).replace(path)


def _file(root: Path) -> Path:
    """Return where the result of the project at `root` is stored."""
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()
    return cache_folder() / f"check-{name[:20]}.json"


def _program() -> str:
    """Return a text that identifies this program: a hash of its files, and the versions of what it uses."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted(path for path in here.rglob("*") if path.suffix in _SUFFIXES):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    versions = [sys.version, unicodedata.unidata_version, *map(version, _PACKAGES)]
    return json.dumps([digest.hexdigest(), *versions])
