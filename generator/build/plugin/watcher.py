"""Notices changed files for the live preview by events of the system, or by polling where there are none."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs.plugins import get_plugin_logger
from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.content.files import passed_over

log = get_plugin_logger("briefings")

# Without the reading of files, which a build does often.
_CHANGES: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent,
    events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent,
]  # fmt: skip
_USED_UP = (errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
_POLLING_INTERVAL = 0.5  # seconds between two looks at all files
_MOUNTS = Path("/proc/self/mounts")
# File systems whose files other machines change, of which Linux sends no events.
_SHARED = (
    "9p",
    "afs",
    "ceph",
    "cifs",
    "drvfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
)


class Watcher(events.FileSystemEventHandler):
    """Watches files and folders, and tells MkDocs that something changed. MkDocs uses it like an observer of watchdog.

    A path is watched twice: in its folder, where it may be moved away or made anew, and, if it is a folder, with all that
    is in it. So are the targets of links. `renew` watches what is there now: called before each build, it leaves no gap,
    because the build reads what changed until then.
    """

    def __init__(self) -> None:
        """Watch nothing yet."""
        self._paths: list[Path] = []
        self._entries: set[Path] = set()
        self._folders: set[Path] = set()
        self._mkdocs = events.FileSystemEventHandler()
        self._observer: BaseObserver | None = None

    def schedule(self, handler: events.FileSystemEventHandler, path: str, *, recursive: bool) -> Path:  # noqa: ARG002 - watchdog's signature
        """Watch `path` from the next `renew` on. All handlers of MkDocs do the same."""
        self._mkdocs = handler
        self._paths.append(Path(path))
        return self._paths[-1]

    def unschedule(self, path: Path) -> None:
        """Do not watch `path` from the next `renew` on."""
        self._paths.remove(path)

    def start(self) -> None:
        """Begin to watch."""
        if shared := [path for path in self._paths if is_shared(path)]:
            self._poll(f"{shared[0]} may be on a shared drive")
        else:
            self.renew()

    def stop(self) -> None:
        """End the watching."""
        if self._observer is not None:
            self._observer.stop()

    def join(self) -> None:
        """Wait until the watching has ended."""
        if self._observer is not None:
            self._observer.join()

    def renew(self) -> None:
        """Watch the files and folders that exist now."""
        self._entries, self._folders = _places(self._paths)
        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            self._observer.unschedule_all()
            # Watchdog hides that it cannot watch a subfolder, so that the last call must be one that fails too.
            for folder in sorted(self._folders):
                self._schedule(folder, recursive=True)
            for folder in sorted({entry.parent for entry in self._entries}):
                if self._folders.isdisjoint((folder, *folder.parents)):
                    self._schedule(folder, recursive=False)
        except OSError as error:
            if error.errno not in _USED_UP or isinstance(self._observer, PollingObserver):
                raise
            self._poll(f"the system cannot watch more files ({error.strerror})")

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        """Pass an event to MkDocs if it is about a watched path, as one about a file: MkDocs ignores those about folders."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        for path in filter(self._is_watched, paths):
            self._mkdocs.dispatch(events.FileModifiedEvent(str(path)))

    def _is_watched(self, path: Path) -> bool:
        return path in self._entries or (
            not passed_over(path.name) and not self._folders.isdisjoint(path.parents)
        )

    def _schedule(self, folder: Path, *, recursive: bool) -> None:
        assert self._observer is not None  # noqa: S101 - for the type checker
        with suppress(FileNotFoundError, NotADirectoryError):  # moved away just now
            self._observer.schedule(self, folder, recursive=recursive, event_filter=_CHANGES)

    def _poll(self, reason: str) -> None:
        log.warning("%s, so the preview checks all files every %s seconds", reason, _POLLING_INTERVAL)
        self.stop()
        self._observer = PollingObserver(timeout=_POLLING_INTERVAL)
        self._observer.start()
        self.renew()


def _places(paths: Iterable[Path]) -> tuple[set[Path], set[Path]]:
    """Return the entries to watch in their folders, and the folders to watch with all that is in them."""
    entries: set[Path] = set()
    folders: set[Path] = set()
    queue = list(paths)
    for path in queue:
        real = path.resolve()
        entries |= {path.parent.resolve() / path.name, real}
        if real.is_dir() and real not in folders:
            folders.add(real)
            queue.extend(_links(real))
    return entries, folders


def _links(folder: Path) -> Iterator[Path]:
    """Yield the links in a folder and its subfolders."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                yield Path(entry)
            elif entry.is_dir():
                yield from _links(Path(entry))


def is_shared(path: Path) -> bool:
    """Return whether `path` is on a drive that is shared with other machines, as far as the system says so."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # not Linux
        return False
    types = {Path(mount.replace(r"\040", " ")): kind for _, mount, kind, *_ in map(str.split, lines)}
    real = path.resolve()
    kind = next((types[folder] for folder in (real, *real.parents) if folder in types), "")
    return kind in _SHARED or kind.startswith("fuse.")
