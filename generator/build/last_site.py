"""The files of the last site: those that the new site has too are linked into it, which is faster than writing them again.

Only their bytes count, so a file that somebody has changed in the last site is made anew.
"""

import hashlib
import json
import os
import pickle
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.build.made_file import MadeFile
from generator.store import Store

_GROUP = 64  # files that are stored together: after an edit, most groups are the same


class LastSite:
    """The site in `folder`, where the last build published it, and what the store knows of its generated files.

    The new site is made in the folder `new`. The last site may be missing.
    """

    def __init__(self, folder: Path, new: Path, store: Store) -> None:
        """Read nothing yet."""
        self._folder, self._new, self._store = folder, new, store
        self._key = f"site {hashlib.sha256(os.fsencode(self._folder)).hexdigest()}"

    def files(self) -> Iterator[MadeFile]:
        """Yield the generated files that the last build made or took; none if the store does not know them."""
        for key in self._groups():
            if group := self._store.get(key):
                yield from pickle.loads(group)  # noqa: S301 - the store is the user's own

    def record(self, made: Iterable[MadeFile]) -> None:
        """Store what must be known of the generated files of the new site."""
        files, known, groups = sorted(made), set(self._groups()), []
        for at in range(0, len(files), _GROUP):
            group = pickle.dumps(files[at : at + _GROUP])
            groups.append(f"{self._key} {hashlib.sha256(group).hexdigest()}")
            if groups[-1] not in known:
                self._store.put(groups[-1], group)
        self._store.put(self._key, json.dumps(groups).encode())

    def take(self, made: MadeFile) -> bool:
        """Put a file into the new site; return False if the last site does not have it as it was made."""
        old = self._folder / made.path
        content = _content(old)
        if content is None or hashlib.sha256(content).hexdigest() != made.sha256:
            return False
        _place(content, self._new / made.path, old)
        return True

    def write(self, path: Path, content: bytes) -> None:
        """Write a file at a path in the new site. Link it if the last site has it there with the same bytes."""
        old = self._folder / path.relative_to(self._new)
        if _content(old) == content:
            _place(content, path, old)
        else:
            path.write_bytes(content)

    def _groups(self) -> list[str]:
        """Return the keys of the groups of files that are stored."""
        return list(json.loads(self._store.get(self._key) or b"[]"))


def _content(path: Path) -> bytes | None:
    """Return the bytes of a file; None if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _place(content: bytes, new: Path, old: Path) -> None:
    """Put a file with this content at the path `new`: a link to the file `old`, which has it too, or a file of its own.

    A link needs the owner, group and permissions that a new file would have: as those of its folder, which is new.
    """
    if not new.parent.is_dir():
        new.parent.mkdir(parents=True)
    with suppress(OSError):  # not every file system has links
        file, folder = old.lstat(), new.parent.stat()
        mode = stat.S_IFREG | (stat.S_IMODE(folder.st_mode) & 0o666)
        if (file.st_uid, file.st_gid, file.st_mode) == (folder.st_uid, folder.st_gid, mode):
            new.hardlink_to(old)
            return
    new.unlink(missing_ok=True)  # it may be a link itself, and nothing may write into one
    new.write_bytes(content)
