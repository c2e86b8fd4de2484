"""Write and delete several files together: all of them or none, also if the process is killed; and lose no file saved meanwhile.

All new bytes are first written to a folder of their own. Then the journal in it is written: from here on the change counts.
Each file is swapped with its new bytes, so that the folder has what was in its place, and last the journal is deleted.
Whoever finds a journal finishes its change: see `finish`.
"""

from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import click

from generator.edit.atomic_write import messages, work_folder
from generator.edit.atomic_write.file_moves import leads_out, remove_empty
from generator.edit.atomic_write.journal import Entry, Journal, JournalError, read_journal
from generator.edit.atomic_write.transaction import SavedMeanwhile, State, Transaction
from generator.edit.error import EditError, SavedMeanwhileError

__all__ = ["finish", "write_all"]


def write_all(
    root: Path,
    files: Mapping[str, bytes],
    removed: Collection[str] = (),
    *,
    read: Mapping[str, bytes],
    moved: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write `files`, bytes by path below `root`; delete the files `removed` and emptied folders.

    `read` has the bytes of the files as the caller read them: a file that is written or deleted must be as it was read, and
    one that is not in `read` must not exist. Raise EditError if it is not so, or if anything fails. Everything is as before
    then, and what could not be written to a file that somebody else saved is among the kept files. A file keeps its mode; one
    that was `moved`, new paths with their old ones, has that of its old path. An interrupted change is finished first, and a
    line on stderr says so.
    """
    contents: dict[str, bytes | None] = {**files, **dict.fromkeys(removed)}
    pairs = {path: (_hash(read.get(path)), _hash(content)) for path, content in contents.items()}
    entries = tuple(Entry(path, *hashes) for path, hashes in pairs.items() if hashes[0] != hashes[1])
    if not entries:
        return
    new_folders = {folder for folder in (root, *root.parents) if not folder.exists()}
    try:
        with work_folder.locked(root) as work:
            work_folder.require_no_folders(work)
            if done := _settle(root, work):  # interrupted since the caller looked for such a change
                click.echo(done, err=True)
            _write(root, work, entries, contents, moved)
    except JournalError as error:
        raise EditError(f"Nothing was written, because {error}.") from error
    except OSError as error:
        raise EditError(f"Nothing was written. {error.filename or root}: {error.strerror}.") from error
    finally:
        remove_empty(new_folders)  # if nothing was written to them


def finish(root: Path) -> str:
    """Finish a change of the project at `root` that was interrupted. Return a line that says so; empty if there was none.

    If somebody saved one of its files meanwhile, that file stays as it is. The change is then taken back, or finished if the
    file had its new bytes already. Raise EditError in this case, if the journal is not one that a command wrote, or if the
    files cannot be written.
    """
    if not work_folder.has_leftovers(root):
        return ""
    try:
        with work_folder.locked(root) as work:
            return _settle(root, work)
    except OSError as error:
        if not work_folder.has_journal(root):  # no file was changed yet, and this project can only be read
            return ""
        raise EditError(
            f"A change was interrupted, and cannot be finished. {error.filename or root}: {error.strerror}."
        ) from error


def _write(
    root: Path,
    work: Path,
    entries: tuple[Entry, ...],
    contents: Mapping[str, bytes | None],
    moved: Mapping[str, str],
) -> None:
    """Write a change under the lock. Raise EditError, OSError or JournalError if that fails; everything is as before then."""
    for entry in entries:
        if leads_out(root, entry.path):
            raise EditError(messages.link(entry.path))
        if (root / entry.path).is_symlink():
            raise EditError(messages.file_link(entry.path))
    folders = {folder for entry in entries if entry.before is None for folder in Path(entry.path).parents}
    new = tuple(sorted(folder.as_posix() for folder in folders if not (root / folder).exists()))
    done = Transaction(root, work, Journal(entries, new)).files_in(
        State.AFTER
    )  # somebody wrote the same bytes
    change = Transaction(root, work, Journal(tuple(entry for entry in entries if entry not in done), new))
    try:
        change.prepare(contents, moved)
        change.begin()
        change.go_on()
        change.close()
    except BaseException as error:  # Ctrl+C must not leave half a change either
        saved = change.files_in(State.OTHER)
        try:
            change.take_back()
        except (OSError, JournalError) as second:
            raise EditError(messages.stuck(second)) from error
        if isinstance(error, SavedMeanwhile):
            raise SavedMeanwhileError(messages.saved_meanwhile(saved)) from None
        raise


def _settle(root: Path, work: Path) -> str:
    """Under the lock, finish the change that `work` has a journal of, or clear what was left without one. See `finish`."""
    try:
        journal = read_journal(work)
        if journal is None:
            work_folder.clear(work)
            return ""
        change = Transaction(root, work, journal)
        saved = change.files_in(State.OTHER)
        is_back = bool(saved) and change.can_go_back() and change.has_new_bytes_of(saved)
        if is_back:
            change.go_back()
        else:
            change.require_new_bytes()
            change.go_on()
    except JournalError as error:
        raise EditError(messages.unusable(str(error))) from None
    except SavedMeanwhile:  # just now: look again
        return _settle(root, work)
    change.keep(saved)
    change.close()
    if saved:
        raise EditError(messages.saved_after(saved, is_back=is_back))
    return messages.finished(len(journal.files))


def _hash(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()
