"""Changes to files of a project: made only where the project has no new error with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from generator.content.files import read_files, too_large
from generator.diagnostics import Diagnostic, Severity
from generator.edit.atomic_write import write_all
from generator.pipeline import Examined, examine

_REFUSED = "Nothing was written: with this the project would have an error."


class ChangeError(Exception):
    """A change is not made, and nothing was written. The message says why; `diagnostics` are the errors it would bring."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        """Keep the errors for the reporter."""
        super().__init__(message)
        self.diagnostics = diagnostics


class Desk:
    """A project at a folder, as it was read: what is there, and a way to change it."""

    def __init__(self, root: Path) -> None:
        """Read the project at `root`."""
        self.root = root
        self.raw, self._unread = read_files(root)
        self.examined: Examined = examine(self.raw, self._unread)

    def change(
        self, files: Mapping[str, bytes], new: Collection[str] = (), gone: Collection[str] = ()
    ) -> Examined:
        """Write `files` (bytes by path), new ones and in the place of others, and remove those that are `gone`.

        Gives the project as it is then.

        Raises ChangeError where one that should be new is there already, the project would have an error that it has not
        now, or a file cannot be written.
        """
        for path in new:
            if (self.root / path).exists():
                raise ChangeError(f"{path} is there already, and stays as it is.")
        if large := [one for path, raw in files.items() if (one := too_large(path, len(raw)))]:
            raise ChangeError(_REFUSED, tuple(large))
        left = {path: raw for path, raw in self.raw.items() if path not in gone}
        after = examine(dict(sorted((left | dict(files)).items())), self._unread)
        known = {_told(one) for one in self.examined.diagnostics}
        errors = [
            one for one in after.diagnostics if one.severity is Severity.ERROR and _told(one) not in known
        ]
        if errors:
            raise ChangeError(_REFUSED, tuple(errors))
        try:
            write_all(self.root, files, gone)
        except OSError as fault:
            raise ChangeError(f"Nothing was written: {fault.filename}: {fault.strerror}") from fault
        return after


def _told(one: Diagnostic) -> tuple[str, str, str]:
    """Give what makes a fault the same one, wherever it has moved in its file."""
    return one.location.file, one.code, one.message
