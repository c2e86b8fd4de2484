"""What editors read about a change that was interrupted, or that met a file saved meanwhile."""

from collections.abc import Sequence

from generator.edit import WORK
from generator.edit.atomic_write.journal import KEPT, Entry


def finished(number: int) -> str:
    """Return that a change of a number of files is finished now."""
    return f"Finished a change of {number} file{'s' * (number > 1)} that was interrupted."


def saved_meanwhile(saved: Sequence[Entry]) -> str:
    """Return that files were saved while a command ran."""
    if not saved:  # and they are as they were read again
        return "A file was saved while this command ran. Nothing was written. Run the command again."
    entry = saved[0]
    more = f" {_others(saved)} changed too." if len(saved) > 1 else ""
    version = f" This command’s version is in {_kept(entry)}." if entry.after else ""
    if entry.before is None:
        return f"{entry.path} exists already. Nothing was written.{version}"
    return (
        f"{entry.path} has changed since it was read.{more} Nothing was written, and your files stay as they are now."
        f"{version} Run the command again."
    )


def saved_after(saved: Sequence[Entry], *, is_back: bool) -> str:
    """Return that files were saved after a change was interrupted, and that the rest of it was taken back or finished."""
    rest = "taken back" if is_back else "finished"
    entry = saved[0]
    more = f" and {_others(saved)}" if len(saved) > 1 else ""
    has_version = entry.after if is_back else entry.before  # else the change deleted or created the file
    version = f" The other version is in {_kept(entry)}." if has_version else ""
    return (
        f"A change was interrupted, and somebody has saved {entry.path}{more} since then. Your version stays, and the rest "
        f"of the change was {rest}.{version} Look at the file, then run this command again."
    )


def link(path: str) -> str:
    """Return that a file is not written because of a link."""
    return (
        f"Nothing was written. {path} is in a folder that is a link or a file. Put the folder itself there."
    )


def file_link(path: str) -> str:
    """Return that a file is not written because it is a link itself."""
    return f"Nothing was written. {path} is a link. Put the file itself there."


def work_is_a_link() -> str:
    """Return that there is a link in the place of the folder in which changes are prepared."""
    return (
        f"Nothing was written. {WORK} is a link. Delete it: a command makes a folder there while it writes."
    )


def in_the_way(path: str) -> str:
    """Return that `path` has a file in place of a folder, or a folder in place of a file, so that no change can be prepared."""
    return f"Nothing was written. {path} is in the way of the files that a command needs there. Delete it."


def stuck(error: Exception) -> str:
    """Return that a change could be neither finished nor taken back."""
    reason = f"{error.filename or WORK}: {error.strerror}" if isinstance(error, OSError) else error
    return f"The change was interrupted, and could not be taken back: {reason}. The next command tries to finish it."


def unusable(reason: str) -> str:
    """Return that a change cannot be finished, and what to do."""
    return (
        f"{WORK} has a change that was interrupted, but {reason}. No file was touched. "
        f"See with git which files have changed, then delete the folder {WORK}."
    )


def _others(saved: Sequence[Entry]) -> str:
    number = len(saved) - 1
    return f"{number} other file{'s' * (number > 1)}"


def _kept(entry: Entry) -> str:
    return f"{WORK}/{KEPT}/{entry.path}"
