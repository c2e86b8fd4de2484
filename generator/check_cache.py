"""The result of a check, which is used again if nothing has changed: that takes a tenth of the time of imports and models."""

import hashlib
import json
import pickle
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from generator.diagnostics import Diagnostic, Severity
from generator.program_version import program_version
from generator.store import Store


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
    digest = hashlib.sha256(program_version().encode())
    for name, data in sorted(raw.items()):
        digest.update(json.dumps([name, hashlib.sha256(data).hexdigest()]).encode())
    digest.update(json.dumps([asdict(error) for error in errors]).encode())
    return f"check {digest.hexdigest()}"


def recall(store: Store, key: str) -> Result | None:
    """Return the stored result for `key`, or None if there is none."""
    stored = store.get(key)
    result: Result | None = pickle.loads(stored) if stored else None  # noqa: S301 - only the user writes to the store
    return result


def keep(store: Store, key: str, result: Result) -> None:
    """Store `result` for `key`."""
    store.put(key, pickle.dumps(result))
