"""The project that the desk works on: held in memory, read again when a file changes, and written through one function."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import RLock

from generator.build.settings import FILE, site_language
from generator.content.files import FOLDERS, read_files, walk
from generator.desk.kept_forms import KeptForms
from generator.desk.reviews import Reviews
from generator.edit.error import EditError
from generator.edit.project import Project
from generator.edit.steps import Operation, Step, Steps
from generator.language import ENGLISH, Language
from generator.memory import Memory
from generator.site.repository import SettingsError
from generator.store import Store

_MOST_VERSIONS = 300  # contents of files that forms were made from; a page is made from a few
_JUST_NOW = (
    1_000_000_000  # nanoseconds; a second change so soon may leave size and time of a file as they are
)


def version_of(content: bytes | None) -> str:
    """Return what tells one content of a file from another; empty for a file that does not exist."""
    return "" if content is None else sha256(content).hexdigest()


def _language(root: Path) -> Language:
    """Return the language of the site, which is that of the desk too; English if the settings cannot be read."""
    try:
        return site_language(root)
    except SettingsError:
        return ENGLISH


@dataclass(frozen=True)
class _Stamp:
    """What shows that a file changed."""

    size: int
    changed: int  # nanoseconds
    inode: int


class Workspace:
    """The project at the folder `root`, for several threads at once."""

    def __init__(self, root: Path) -> None:
        """Read nothing yet: the first page does."""
        self.root = root
        self.steps = Steps()
        self.forms = KeptForms()
        self.reviews = Reviews()
        self._lock = RLock()
        self._memory = Memory(Store.of_user())
        self._project: Project | None = None
        self._stamps: Mapping[str, _Stamp] = {}
        self._is_settled = False
        self._versions: dict[str, bytes] = {}

    @property
    def project(self) -> Project:
        """Return the project as its files are now. It never changes: after a save there is another one."""
        with self._lock:
            stamps = dict(self._read_stamps())
            if self._project is None or not self._is_settled or stamps != self._stamps:
                self._read(stamps)
            assert self._project is not None  # noqa: S101 - it was just read
            return self._project

    def version(self, content: bytes | None) -> str:
        """Return the version of a file for a form, and keep its content for the case that it changes meanwhile."""
        version = version_of(content)
        if content is not None:
            with self._lock:
                self._versions.pop(version, None)
                self._versions[version] = content
                if len(self._versions) > _MOST_VERSIONS:
                    del self._versions[next(iter(self._versions))]
        return version

    def content(self, version: str) -> bytes | None:
        """Return the content of a version that a form was made from; None if it is not kept any more."""
        with self._lock:
            return self._versions.get(version)

    def save(self, sentence: str, operation: Operation, seen: Mapping[str, str] | None = None) -> Step | None:
        """Write what `operation` returns as one step, which can be undone, and return it; None if no file changes.

        `sentence` says what the editor did. `seen` has the versions of the files that the form was made from, by path. Raise
        ConflictError if one of them is another now, and EditError if the change would be an error or cannot be written.
        Nothing is written then.
        """
        with self._changing() as project:
            contents = {path: self._seen(project, path, version) for path, version in (seen or {}).items()}
            return self.steps.write(project, sentence, operation, contents)[0]

    def undo(self, number: int) -> Step:
        """Take back the step with this number. Raise ConflictError if its files are not as it left them any more."""
        with self._changing() as project:
            step = self.steps.find(number)
            self.steps.undo(project, step)
            return step

    def redo(self) -> Step:
        """Write the step that was undone last once more. Raise ConflictError if its files are not as they were before it."""
        with self._changing() as project:
            return self.steps.redo(project)

    @contextmanager
    def _changing(self) -> Iterator[Project]:
        """Yield the project to write to. What is written makes another one: pages that are being made keep theirs."""
        with self._lock:
            project = copy(self.project)
            self._is_settled = False
            yield project
            self._project = project

    def _seen(self, project: Project, path: str, version: str) -> bytes | None:
        """Return the content of a file that a form was made from. Raise EditError if it is not kept any more."""
        now = project.files.get(path)
        if not version or version_of(now) == version:
            return now if version else None
        if (content := self.content(version)) is None:
            raise EditError(
                f"{path} has changed since you opened this form, and the version that you saw is not kept any more. "
                "Nothing was written. Open the form again, and copy what you wrote into it."
            )
        return content

    def _read(self, stamps: Mapping[str, _Stamp]) -> None:
        began = time.time_ns()
        files, unread = read_files(self.root)
        language = _language(self.root).code
        before = self._project
        if before is None or before.language != language or before.files != files or unread or before.unread:
            self._project = Project(self.root, language, memory=self._memory)
        self._stamps = stamps
        newest = max((stamp.changed for stamp in stamps.values()), default=0)
        self._is_settled = newest < began - _JUST_NOW

    def _read_stamps(self) -> Iterator[tuple[str, _Stamp]]:
        """Yield what shows that a file of the project, or its settings, changed."""
        names = [name for folder in FOLDERS for name, _ in walk(self.root / folder, folder)]
        for name in (*names, FILE):
            try:
                info = (self.root / name).lstat()
            except OSError:
                continue
            yield name, _Stamp(info.st_size, info.st_mtime_ns, info.st_ino)
