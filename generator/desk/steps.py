"""What the desk wrote since it started, one step for each save, so that each can be undone."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from generator.edit.error import EditError
from generator.edit.project import Change

_NUMBERS = count(1)


@dataclass(frozen=True)
class Step:
    """One save: its sentence, and the bytes of its files before and after; None for a file that did not exist."""

    sentence: str
    before: Mapping[str, bytes | None]
    after: Mapping[str, bytes | None]
    at: dt.datetime = field(default_factory=lambda: dt.datetime.now().astimezone())
    number: int = field(default_factory=lambda: next(_NUMBERS))

    @classmethod
    def of(cls, sentence: str, change: Change, files: Mapping[str, bytes]) -> "Step":
        """Return the step that wrote `change` to `files`."""
        after = {**change.changed, **change.created, **dict.fromkeys(change.removed)}
        return cls(sentence, {path: files.get(path) for path in after}, after)

    def can_be_undone(self, files: Mapping[str, bytes]) -> bool:
        """Return whether all its files are as it left them."""
        return all(files.get(path) == content for path, content in self.after.items())

    def reverse(self, files: Mapping[str, bytes]) -> Change:
        """Return the change that takes it back. Raise EditError if a file is another one now."""
        if not self.can_be_undone(files):
            raise EditError("A file of this step was changed later, so the step cannot be undone.")
        back = {path: content for path, content in self.before.items() if content is not None}
        return Change(
            created={path: content for path, content in back.items() if self.after[path] is None},
            changed={path: content for path, content in back.items() if self.after[path] is not None},
            removed=tuple(path for path, content in self.before.items() if content is None),
        )


class Steps:
    """The steps of a session, oldest first."""

    def __init__(self) -> None:
        """Begin without a step."""
        self._steps: list[Step] = []

    def __iter__(self) -> Iterator[Step]:
        """Yield the steps, newest first."""
        return iter(self._steps[::-1])

    def __len__(self) -> int:
        """Return the number of steps."""
        return len(self._steps)

    def add(self, step: Step) -> None:
        """Add the newest step."""
        self._steps.append(step)

    def find(self, number: int) -> Step:
        """Return the step with this number. Raise EditError if there is none."""
        for step in self._steps:
            if step.number == number:
                return step
        raise EditError("There is no such step. It may be undone already.")

    def remove(self, step: Step) -> None:
        """Forget a step that was undone."""
        self._steps.remove(step)
