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
        self._folders: dict[str, os.stat_result] = {}  # of the new site that files were placed in

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
        content = _content(f"{self._folder}/{made.path}")
        if content is None or hashlib.sha256(content).hexdigest() != made.sha256:
            return False
        self._place(content, made.path)
        return True

    def write(self, path: Path, content: bytes) -> None:
        """Write a file at a path in the new site. Link it if the last site has it there with the same bytes."""
        name = path.relative_to(self._new).as_posix()
        if _content(f"{self._folder}/{name}") == content:
            self._place(content, name)
        else:
            path.write_bytes(content)

    def _place(self, content: bytes, name: str) -> None:
        """Put a file with this content into the new site: a link to that of the last site, which has it too, or a file of its own.

        A link needs the owner, group and permissions that a new file would have: as those of its folder, which is new.
        """
        old, new = f"{self._folder}/{name}", f"{self._new}/{name}"
        folder = self._folder_of(new)
        with suppress(OSError):  # not every file system has links
            file = os.lstat(old)
            mode = stat.S_IFREG | (stat.S_IMODE(folder.st_mode) & 0o666)
            if (file.st_uid, file.st_gid, file.st_mode) == (folder.st_uid, folder.st_gid, mode):
                os.link(old, new)
                return
        path = Path(new)
        path.unlink(missing_ok=True)  # it may be a link itself, and nothing may write into one
        path.write_bytes(content)

    def _folder_of(self, path: str) -> os.stat_result:
        """Make the folder of a path in the new site if it is not there, and return its status."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders[folder] = Path(folder).stat()
        return self._folders[folder]

    def _groups(self) -> list[str]:
        """Return the keys of the groups of files that are stored."""
        return list(json.loads(self._store.get(self._key) or b"[]"))


def _content(path: str) -> bytes | None:
    """Return the bytes of a file; None if it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a site has thousands, and a Path doubles the time
            return file.read()
    except OSError:
        return None
