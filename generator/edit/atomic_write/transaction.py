"""The steps of a change. Each looks at the files first, so that it goes on, or back, from wherever a killed process stopped."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from shutil import copyfile
from stat import S_IMODE

from generator.edit import WORK
from generator.edit.atomic_write import work_folder
from generator.edit.atomic_write.file_moves import (
    beside,
    hash_of,
    leads_out,
    put,
    remove_empty,
    swap,
    sync,
    take,
    write_new,
)
from generator.edit.atomic_write.journal import (
    JOURNAL,
    KEPT,
    Entry,
    Journal,
    JournalError,
    parse_journal,
)


class State(Enum):
    """What is at the path of a file of a change."""

    BEFORE = auto()
    AFTER = auto()
    OTHER = auto()  # somebody saved it meanwhile


class SavedMeanwhile(Exception):  # noqa: N818 - not an error yet: the change is taken back first
    """Somebody saved a file of a change meanwhile."""


@dataclass(frozen=True)
class Transaction:
    """A change of the project at `root`. The folder `work` has its new bytes, later its old ones."""

    root: Path
    work: Path
    journal: Journal

    def files_in(self, state: State) -> list[Entry]:
        """Return the files that are in a state now."""
        return [entry for entry in self.journal.files if self._state(entry) is state]

    def prepare(self, contents: Mapping[str, bytes | None], moved: Mapping[str, str]) -> None:
        """Write the new bytes to `work`. `contents` has them by path, and None for a file to delete; `moved` has old paths."""
        for entry, _, staged in self._each():
            content, old = contents[entry.path], self.root / moved.get(entry.path, entry.path)
            if content is not None:
                with _naming(entry):
                    write_new(staged, content, S_IMODE(old.lstat().st_mode) if old.is_file() else None)

    def begin(self) -> None:
        """Write the journal: from here on, the change is finished whatever happens.

        Raise SavedMeanwhile if a file is not as it was read, and JournalError if a file may not be written.
        """
        if self.files_in(State.OTHER):
            raise SavedMeanwhile
        raw = self.journal.to_json()
        parse_journal(raw)  # else the next command could not read it
        new = self.work / f"{JOURNAL}.new"
        write_new(new, raw, None)
        sync(self.work)
        new.rename(self.work / JOURNAL)
        sync(self.work)

    def go_on(self) -> None:
        """Put the new bytes in their places. Raise SavedMeanwhile, with that file as it was saved, if somebody saves one now."""
        for entry, path, staged in self._each():
            if self._state(entry) is State.BEFORE:
                with _naming(entry):
                    _forward(entry, path, staged)
        removed = [Path(entry.path) for entry in self.journal.files if entry.after is None]
        remove_empty({self.root / folder for path in removed for folder in path.parents if folder.name})
        for folder in {path.parent for _, path, _ in self._each()}:
            sync(folder)

    def go_back(self) -> None:
        """Put the old bytes in their places again. Files that somebody saved meanwhile stay as they are."""
        for entry, path, staged in reversed([*self._each()]):
            if self._state(entry) is State.AFTER:
                with _naming(entry):
                    _backward(entry, path, staged)
        self._remove_copies()
        remove_empty({self.root / folder for folder in self.journal.folders})

    def take_back(self) -> None:
        """Make everything as it was before, and keep what was not written to files saved meanwhile.

        Raise JournalError or OSError, with the journal in its place, if that is not possible.
        """
        if not (self.work / JOURNAL).exists():
            self.keep(self.files_in(State.OTHER))
            work_folder.clear(self.work)
            return
        if not self.can_go_back():
            raise JournalError("a file is between its old and its new bytes")
        self.go_back()
        self.keep(self.files_in(State.OTHER))
        self.close()

    def can_go_back(self) -> bool:
        """Return whether `work` has the old bytes of every file that has its new ones already."""
        return all(
            self._state(entry) is not State.AFTER or entry.before in (None, hash_of(staged))
            for entry, _, staged in self._each()
        )

    def require_new_bytes(self) -> None:
        """Raise JournalError unless `work` has the new bytes of every file that still has its old ones."""
        for entry, _, staged in self._each():
            if self._state(entry) is State.BEFORE and entry.after not in (None, hash_of(staged)):
                raise JournalError(f"the new version of {entry.path} is missing or has changed")

    def has_new_bytes_of(self, files: Collection[Entry]) -> bool:
        """Return whether the new bytes of these files are still in `work`, so that they were never in their places."""
        return all(hash_of(staged) == entry.after for entry, _, staged in self._each() if entry in files)

    def keep(self, files: Collection[Entry]) -> None:
        """Copy what `work` has of these files to the kept files."""
        for entry, _, staged in self._each():
            name = f"{WORK}/{KEPT}/{entry.path}"
            if entry in files and staged.is_file() and not leads_out(self.root, name):
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                (self.root / name).unlink(missing_ok=True)
                copyfile(staged, self.root / name)

    def close(self) -> None:
        """Delete the journal, and all else that the change needed."""
        self._remove_copies()
        (self.work / JOURNAL).unlink()
        with suppress(OSError):  # the next command clears it too
            work_folder.clear(self.work)

    def _remove_copies(self) -> None:
        """Delete the copies beside files that were not put in their places."""
        for entry, path, staged in self._each():
            if not leads_out(self.root, entry.path):
                beside(staged, path).unlink(missing_ok=True)

    def _each(self) -> Iterator[tuple[Entry, Path, Path]]:
        """Yield each file: its entry, its path, and the file in `work` that it is swapped with."""
        for number, entry in enumerate(self.journal.files):
            yield entry, self.root / entry.path, self.work / str(number)

    def _state(self, entry: Entry) -> State:
        found = hash_of(self.root / entry.path)
        if leads_out(self.root, entry.path) or found not in (entry.before, entry.after):
            return State.OTHER
        return State.AFTER if found == entry.after else State.BEFORE


def _forward(entry: Entry, path: Path, staged: Path) -> None:
    """Put the new bytes of a file, or none, in its place. Raise SavedMeanwhile if it was saved just now; it stays so."""
    try:
        if entry.before is None:
            put(staged, path)
        elif entry.after is None:
            take(path, staged)
        else:
            swap(staged, path)
    except (FileExistsError, FileNotFoundError):
        raise SavedMeanwhile from None
    if entry.before not in (None, hash_of(staged)):
        with suppress(FileExistsError):  # saved once more: both versions stay
            (put if entry.after is None else swap)(staged, path)
        raise SavedMeanwhile


def _backward(entry: Entry, path: Path, staged: Path) -> None:
    """Put the old bytes of a file, or none, in its place again, unless it was saved just now."""
    if entry.after is None:
        put(staged, path)
        return
    if entry.before is None:
        take(path, staged)
    else:
        swap(staged, path)
    if hash_of(staged) != entry.after:
        (put if entry.before is None else swap)(staged, path)


@contextmanager
def _naming(entry: Entry) -> Iterator[None]:
    """Name the file of the project in an error of the system, not the one that it is swapped with."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, entry.path) from error
