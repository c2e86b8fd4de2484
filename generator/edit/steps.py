"""The changes of one session, each with what it needs to be taken back; and the conflict when a file changed meanwhile.

A change that an editor asks for is a function of the project, so that it can be made again in files that somebody else has
saved. Nothing is kept on the disk: the steps end with the process.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count
from threading import RLock

from generator.content.paths import file_kind
from generator.diagnostics import Diagnostic, Severity
from generator.edit.error import EditError, SavedMeanwhileError
from generator.edit.project import Change, Project

Operation = Callable[[Project], Change]
"""Returns the change of files that an editor asked for, in the project as it is."""
Contents = Mapping[str, bytes | None]
"""The bytes of files by path; None for a file that does not exist."""
_NUMBERS = count(1)


@dataclass(frozen=True)
class Step:
    """One change that was written: its sentence, and its files before and after. `errors` are those of the project before."""

    sentence: str
    before: Contents
    after: Contents
    errors: tuple[Diagnostic, ...] = ()
    at: dt.datetime = field(default_factory=lambda: dt.datetime.now().astimezone())
    number: int = field(default_factory=lambda: next(_NUMBERS))

    @classmethod
    def of(cls, sentence: str, change: Change, project: Project) -> "Step":
        """Return the step that writes `change` to `project`."""
        after, before = contents_of(change), {**project.files, **change.read}
        errors = [item for item in project.examined.diagnostics if item.severity is Severity.ERROR]
        return cls(sentence, {path: before.get(path) for path in after}, after, tuple(errors))

    def changed_since(self, project: Project) -> tuple[str, ...]:
        """Return its files that are not as it left them in `project`. If there are none, it can be undone."""
        return tuple(path for path, raw in self.after.items() if _content(project, path) != raw)

    def reverse(self) -> Change:
        """Return the change that takes it back."""
        existed = {path: raw for path, raw in self.before.items() if raw is not None}
        return Change(
            created={path: raw for path, raw in existed.items() if self.after[path] is None},
            changed={path: raw for path, raw in existed.items() if self.after[path] is not None},
            removed=tuple(path for path, raw in self.before.items() if raw is None),
            read={path: raw for path, raw in self.after.items() if raw is not None},
        )


@dataclass(frozen=True)
class Versions:
    """A file in a conflict: as the editor saw it, as it is now, and as the change would have made it."""

    path: str
    seen: bytes | None
    now: bytes | None
    mine: bytes | None

    @property
    def overlaps(self) -> bool:
        """Return whether both changes touch the same lines, so that a person must choose."""
        if None in (self.seen, self.now, self.mine):
            return True
        seen, now, mine = ((raw or b"").split(b"\n") for raw in (self.seen, self.now, self.mine))
        ours = _changed_lines(seen, mine)
        return any(_meet(one, two) for one in _changed_lines(seen, now) for two in ours)


class ConflictError(EditError):
    """Files are not as the editor saw them. Nothing was written, and nothing is lost.

    `files` has the versions of each. `again` is the same change in the files as they are now; None if it is not possible, for
    the `reason`.
    """

    def __init__(self, files: Sequence[Versions], again: Change | None, reason: str = "") -> None:
        """Say which file it is."""
        more = f" {len(files) - 1} more changed too." if len(files) > 1 else ""
        super().__init__(
            f"{files[0].path} has changed since you opened it.{more} Your change was not written. "
            "Compare both versions, then make your change again."
        )
        self.files, self.again, self.reason = tuple(files), again, reason

    @property
    def can_be_repeated(self) -> bool:
        """Return whether the same change can be made in the files as they are now without touching what the other changed."""
        return self.again is not None and not any(versions.overlaps for versions in self.files)


class Steps:
    """The steps of a session. Several threads may use them."""

    def __init__(self) -> None:
        """Begin without a step."""
        self._steps: list[Step] = []
        self._undone: list[Step] = []
        self._lock = RLock()

    def __iter__(self) -> Iterator[Step]:
        """Yield the steps that stand, newest first."""
        return iter(self._steps[::-1])

    def __len__(self) -> int:
        """Return the number of steps that stand."""
        return len(self._steps)

    @property
    def undone(self) -> Step | None:
        """Return the step that `redo` writes again: the one that was undone last; None if there is none."""
        return self._undone[-1] if self._undone else None

    def find(self, number: int) -> Step:
        """Return the step with this number. Raise EditError if there is none."""
        for step in self._steps:
            if step.number == number:
                return step
        raise EditError("There is no such step. It may be undone already.")

    def write(
        self, project: Project, sentence: str, operation: Operation, seen: Contents | None = None
    ) -> tuple[Step | None, tuple[Diagnostic, ...]]:
        """Write the change that `operation` makes as one step. Return the step and its new warnings; no step if all stays.

        `seen` has the files that the editor saw, by path. Raise ConflictError if one of them is not so any more and does not
        have the change already, and EditError as `Project.write` does. Nothing is written then.
        """
        with self._lock:
            other = {path: raw for path, raw in (seen or {}).items() if _content(project, path) != raw}
            if other:
                if _is_made(project, operation):
                    return None, ()
                raise _conflict(project, operation, other)
            change = operation(project)
            step = Step.of(sentence, change, project)
            if step.before == step.after:
                return None, ()
            try:
                warnings = project.write(change)
            except SavedMeanwhileError as error:
                now = project.again()
                saved = {path: raw for path, raw in step.before.items() if now.files.get(path) != raw}
                if not saved:
                    raise
                raise _conflict(now, operation, saved) from error
            self._steps.append(step)
            self._undone.clear()
            return step, warnings

    def undo(self, project: Project, step: Step) -> None:
        """Write the files of a step as they were before it. Raise ConflictError if one is not as the step left it."""
        with self._lock:
            _take_back(project, step)
            self._steps.remove(step)
            self._undone.append(step)

    def redo(self, project: Project) -> Step:
        """Write the step that was undone last once more, and return it. Raise EditError if there is none."""
        with self._lock:
            if not self._undone:
                raise EditError("There is no step to write again.")
            step = self._undone[-1]
            _take_back(project, Step(step.sentence, step.after, step.before))
            self._steps.append(self._undone.pop())
            return step


def contents_of(change: Change) -> Contents:
    """Return the files of a change as they are after it."""
    return {**change.changed, **change.created, **dict.fromkeys(change.removed)}


def _content(project: Project, path: str) -> bytes | None:
    """Return a file as the project has it; one that is no content, such as an original, as it is on the disk."""
    if file_kind(path):
        return project.files.get(path)
    file = project.root / path
    return file.read_bytes() if file.is_file() else None


def _is_made(project: Project, operation: Operation) -> bool:
    """Return whether the files have the change of an operation already, such as that of a form that was sent twice."""
    try:
        return all(_content(project, path) == raw for path, raw in contents_of(operation(project)).items())
    except EditError:
        return False


def _take_back(project: Project, step: Step) -> None:
    if paths := step.changed_since(project):
        files = [
            Versions(path, step.after[path], _content(project, path), step.before[path]) for path in paths
        ]
        raise ConflictError(files, None, "the step left other bytes")
    project.write(step.reverse(), accepted=step.errors)


def _conflict(project: Project, operation: Operation, seen: Contents) -> ConflictError:
    """Return the conflict of an operation with files that are not as the editor saw them.

    Raise EditError if the operation was not possible in those files either.
    """
    mine = contents_of(operation(project.with_files(seen)))
    files = [Versions(path, raw, project.files.get(path), mine.get(path, raw)) for path, raw in seen.items()]
    try:
        return ConflictError(files, operation(project))
    except EditError as error:
        return ConflictError(files, None, str(error))


def _changed_lines(before: Sequence[bytes], after: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return the first and the last line, exclusive, of each part of `before` that `after` has otherwise."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(first, last) for operation, first, last, _, _ in codes if operation != "equal"]


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Return whether two parts have a line in common, or text is added at the same place."""
    first, last = max(one[0], two[0]), min(one[1], two[1])
    return first < last or (first == last and (one[0] == one[1] or two[0] == two[1]))
