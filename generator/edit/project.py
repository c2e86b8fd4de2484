"""A project that is open for changes: each change is checked in memory, then written completely or not at all."""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.files import ORIGINALS, read_files, too_large
from generator.content.model import Corpus
from generator.content.paths import file_kind
from generator.diagnostics import Diagnostic, Severity
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError, SavedMeanwhileError
from generator.language import ENGLISH
from generator.memory import Memory
from generator.pipeline import Examined, examine
from generator.store import Store


@dataclass(frozen=True, kw_only=True)
class Change:
    """New contents for files, as bytes by their path below the project's folder.

    `created` files must not exist yet. `changed` files replace those that were read. `removed` files are deleted.
    `moved` has the old path of each created file that is one under a new name. `read` has the bytes of changed and removed files
    that are not content, such as originals, as they were read.
    """

    created: Mapping[str, bytes] = field(default_factory=dict)
    changed: Mapping[str, bytes] = field(default_factory=dict)
    removed: Collection[str] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, bytes] = field(default_factory=dict)


class Project:
    """The project at the folder `root`, whose site is in `language`: its files as they were read, and what they say."""

    def __init__(self, root: Path, language: str = ENGLISH.code, memory: Memory | None = None) -> None:
        """Read and check the project, except what the `memory` has of an earlier time."""
        self.root, self.language = root, language
        self.files, self.unread = read_files(root)
        self._memory = memory or Memory(Store.of_user())
        self.examined = self._examine(self.files, self.unread)

    @property
    def corpus(self) -> Corpus:
        """Return everything that could be read."""
        return self.examined.content.corpus

    def again(self) -> "Project":
        """Return the project as its files are now. Only files that changed are read and checked."""
        return Project(self.root, self.language, self._memory)

    def with_files(self, files: Mapping[str, bytes | None]) -> "Project":
        """Return the project as it would be with these contents of files; None for a file that does not exist."""
        other = copy(self)
        contents = {path: raw for path, raw in {**self.files, **files}.items() if raw is not None}
        other.files = dict(sorted(contents.items()))
        other.examined = self._examine(other.files, self.unread)
        return other

    def new_diagnostics(self, change: Change) -> tuple[Diagnostic, ...]:
        """Return what the check would newly say of the files of a change, also advice."""
        files = {path: raw for path, raw in {**change.changed, **change.created}.items() if file_kind(path)}
        after = self.with_files({**files, **dict.fromkeys(change.removed)})
        known = {_identity(diagnostic) for diagnostic in self.examined.diagnostics}
        return tuple(
            diagnostic
            for diagnostic in after.examined.diagnostics
            if diagnostic.location.file in files and _identity(diagnostic) not in known
        )

    def write(self, change: Change, accepted: Collection[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """Write `change` and return what is left to do: the new diagnostics of the files that it wrote.

        The change is checked with all other files as they are now. The project has them from then on. An `accepted` error may
        come back with the change.

        Raise EditError if the project would have an error that it does not have now, or a file cannot be written, and
        SavedMeanwhileError if a new file exists already, or a changed or removed file is not as it was read.
        """
        if taken := [path for path in change.created if (self.root / path).exists()]:
            raise SavedMeanwhileError(f"{taken[0]} exists already. Nothing was written.")
        all_written = {**change.changed, **change.created}
        written = {path: raw for path, raw in all_written.items() if not path.startswith(f"{ORIGINALS}/")}
        _require_none(problem for path, raw in written.items() if (problem := too_large(path, len(raw))))
        now, unread = read_files(self.root)
        before = self.examined if now == self.files else self._examine(now, unread)
        rest = {path: raw for path, raw in now.items() if path not in change.removed}
        files_after = dict(sorted({**rest, **written}.items()))
        after = self._examine(files_after, unread)
        known = {_identity(diagnostic) for diagnostic in (*before.diagnostics, *accepted)}
        new = [diagnostic for diagnostic in after.diagnostics if _identity(diagnostic) not in known]
        _require_none(diagnostic for diagnostic in new if diagnostic.severity is Severity.ERROR)
        files = {**self.files, **change.read}
        read = {path: files[path] for path in (*change.changed, *change.removed)}
        write_all(self.root, all_written, change.removed, read=read, moved=change.moved)
        self.files, self.examined = files_after, after
        return tuple(
            diagnostic
            for diagnostic in new
            if diagnostic.severity is Severity.WARNING and diagnostic.location.file in written
        )

    def _examine(self, files: Mapping[str, bytes], unread: tuple[Diagnostic, ...]) -> Examined:
        return examine(files, unread, self.language, memory=self._memory)


def _require_none(errors: Iterable[Diagnostic]) -> None:
    if found := tuple(errors):
        raise EditError("Nothing was written. The text that would be written has errors:", found)


def _identity(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return what makes two diagnostics the same problem, even if its line has moved."""
    return diagnostic.location.file, diagnostic.code, diagnostic.message
