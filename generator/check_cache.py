"""The result of the last check of a project: with nothing changed it is told again, not worked out again.

It counts only for the very bytes of all files and of the program that it was made from; where it cannot be read or
written, the work is done as if there were none. It is kept in the user's own folder for such things, not in the
project: a result that came with somebody's pull request would say whatever they want.
"""

from __future__ import annotations

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
from itertools import chain
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.location import Location
from generator.user_cache import cache_folder

_PACKAGES = ("pydantic", "pydantic-core", "pyyaml", "rapidfuzz")
"""Packages that decide what is told."""


@dataclass(frozen=True)
class Result:
    """What a check tells: every diagnostic, and what was found."""

    diagnostics: tuple[Diagnostic, ...]
    found: str

    @property
    def sound(self) -> bool:
        """Say whether a site can be built: there may be warnings and notes, but no error."""
        return all(one.severity is not Severity.ERROR for one in self.diagnostics)


def key_of(raw: Mapping[str, bytes], faults: tuple[Diagnostic, ...]) -> str:
    """Give what a result depends on, as one hash: the program, every file by name and bytes, what could not be read."""
    digest = hashlib.sha256(_program().encode())
    for name, data in sorted(raw.items()):
        digest.update(json.dumps([name, hashlib.sha256(data).hexdigest()]).encode())
    digest.update(json.dumps([_told(one) for one in faults]).encode())
    return digest.hexdigest()


def recall(root: Path, key: str) -> Result | None:
    """Give the kept result of the project at `root` for `key`; None where there is none."""
    try:
        kept = json.loads(_file(root).read_bytes())
        if kept["key"] != key:
            return None
        diagnostics = tuple(
            Diagnostic(Location(**one.pop("location")), severity=Severity(one.pop("severity")), **one)
            for one in kept["diagnostics"]
        )
        return Result(diagnostics, str(kept["found"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # none, or damaged


def keep(root: Path, key: str, result: Result) -> None:
    """Keep `result` for `key`, whole or not at all; in a folder that may not be written to, not at all."""
    kept = {"key": key, "found": result.found, "diagnostics": [_told(one) for one in result.diagnostics]}
    with suppress(OSError):
        path = _file(root)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)
        Path(name).replace(path)


def _file(root: Path) -> Path:
    """Give where the result of the project at `root` is kept."""
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()
    return cache_folder() / f"check-{name[:20]}.json"


def _told(one: Diagnostic) -> dict[str, object]:
    return asdict(one)


def _program() -> str:
    """Give what says which program this is: its own bytes, and the versions of what it stands on."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    # The rules and the lists of loaded words are read when the program runs, as its code is.
    data = (here.rglob("rules.md"), (here / "checks" / "wording").glob("*.yml"))
    for path in sorted(chain(here.rglob("*.py"), *data)):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    versions = [sys.version, unicodedata.unidata_version, *map(version, _PACKAGES)]
    return json.dumps([digest.hexdigest(), *versions])
