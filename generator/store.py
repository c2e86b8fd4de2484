"""A store of values that are expensive to compute, in one file of the user's own cache folder.

A key contains a hash of everything that its value is computed from, so a stored value is never out of date. Nothing
depends on the store: if its file is damaged, locked for too long or cannot be written to, nothing is stored.

The file is outside the project, so that no pull request can bring values, and only its owner may write to it.
"""

import hashlib
import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from generator.user_cache import cache_folder
from generator.variables import number

_MEGABYTES = 1000
_LOCK_SECONDS = 5.0
# Values have a table of their own, so that noting a use does not write them again.
_TABLES = (
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, run INTEGER NOT NULL, size INTEGER NOT NULL)",
    "CREATE TABLE content (id INTEGER PRIMARY KEY, digest BLOB NOT NULL, value BLOB NOT NULL)",
    "CREATE TRIGGER removal AFTER DELETE ON entry BEGIN DELETE FROM content WHERE id = OLD.id; END",
    "PRAGMA user_version = 1",
)
_NOT_DAMAGED = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
)
_FIND = "SELECT id, run, digest, CAST(value AS BLOB) FROM entry JOIN content USING (id) WHERE key = ?"
_USE = "UPDATE entry SET run = ? WHERE id = ?"
_REMOVE_OLDEST = """DELETE FROM entry WHERE id IN (
    SELECT id FROM (SELECT id, total(size) OVER (ORDER BY run DESC, id DESC) AS room FROM entry) WHERE room > ?)"""


class Store:
    """Bytes by key. If all take too much room, those that were not used for the longest time are removed.

    Every call opens the file anew, which takes a tenth of a millisecond, so that a process may be forked at any time.
    """

    def __init__(self, path: Path | None, limit: int = _MEGABYTES * 1_000_000) -> None:
        """Use the file at `path` for up to `limit` bytes of compressed values. Without a path, store nothing."""
        self._path = path
        self._limit = limit
        self._run: Any = None  # the number of this run: an entry has that of the last run that used it

    @classmethod
    def of_user(cls) -> "Store":
        """Return the store of the user.

        The variable BRIEFING_CACHE=off switches it off. BRIEFING_CACHE_MB is its size in megabytes, a whole number.
        """
        if os.environ.get("BRIEFING_CACHE") == "off":
            return cls.nowhere()
        limit = number("BRIEFING_CACHE_MB")
        megabytes = _MEGABYTES if limit is None else limit
        return cls(cache_folder() / "store.sqlite3", megabytes * 1_000_000)

    @classmethod
    def nowhere(cls) -> "Store":
        """Return a store that stores nothing."""
        return cls(None)

    @property
    def is_on(self) -> bool:
        """Return whether values are stored, as far as is known."""
        return self._path is not None

    def get(self, key: str) -> bytes | None:
        """Return the value of `key`, or None if there is none."""
        return self.get_many([key]).get(key)

    def put(self, key: str, value: bytes) -> None:
        """Store `value`, in place of an earlier value of `key`."""
        self.put_many({key: value})

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those `keys` that have one. A damaged value counts as none."""
        found: dict[str, bytes] = {}

        def read(database: sqlite3.Connection) -> None:
            used: list[int] = []
            for key in keys:
                for entry, run, digest, value in database.execute(_FIND, [key]).fetchall():
                    if digest == _digest(key, value):
                        found[key] = zlib.decompress(value)
                        used += [entry] * (run != self._run)
            if used:
                with _transaction(database):
                    database.executemany(_USE, ((self._run, entry) for entry in used))

        self._open(read)
        return found

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Store `values` by key, in place of earlier values."""
        packed = {key: zlib.compress(value, 1) for key, value in values.items()}

        def write(database: sqlite3.Connection) -> None:
            with _transaction(database):
                for key, value in packed.items():
                    database.execute("DELETE FROM entry WHERE key = ?", [key])
                    row = database.execute(
                        "INSERT INTO entry VALUES (NULL, ?, ?, ?)", [key, self._run, len(value)]
                    )
                    database.execute(
                        "INSERT INTO content VALUES (?, ?, ?)", [row.lastrowid, _digest(key, value), value]
                    )
                (size,) = database.execute("SELECT total(size) FROM entry").fetchone()
                if size > self._limit:  # leave some room, so that not each new value removes another
                    database.execute(_REMOVE_OLDEST, [self._limit * 0.9])

        if packed:
            self._open(write)

    def _open(self, action: Callable[[sqlite3.Connection], None]) -> None:
        """Open the file for `action`. After an error, this process stores nothing; a damaged file is removed."""
        path = self._path
        if path is None:
            return
        try:
            _make_file(path)
            with closing(sqlite3.connect(path, timeout=_LOCK_SECONDS, isolation_level=None)) as database:
                database.execute("PRAGMA synchronous = OFF")  # digests tell what a power failure has damaged
                if self._run is None:
                    _make_tables(database)
                    (self._run,) = database.execute("SELECT coalesce(max(run), 0) + 1 FROM entry").fetchone()
                action(database)
        except Exception as error:  # noqa: BLE001 - a damaged file may raise anything
            self._path = None
            if not isinstance(error, OSError | MemoryError) and _code(error) not in _NOT_DAMAGED:
                for name in (path, path.with_name(f"{path.name}-journal")):
                    with suppress(OSError):
                        name.unlink(missing_ok=True)


def _code(error: Exception) -> int | None:
    """Return the error code of SQLite without its details; None if the error is another one."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _digest(key: str, value: bytes) -> bytes:
    """Return the hash that an entry needs to be believed: the right value, under the right key."""
    return hashlib.sha256(b"%s\0%s" % (key.encode(), value)).digest()


def _make_file(path: Path) -> None:
    """Make an empty file at `path` if there is none. Raise OSError if it is not the user's own: it may be a trap."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600))
    found = path.stat()
    others_may_write = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or others_may_write):
        raise PermissionError(f"{path} belongs to another user, or others may write to it")


def _make_tables(database: sqlite3.Connection) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version:
        return
    database.execute("PRAGMA auto_vacuum = FULL")
    with _transaction(database):
        (version,) = database.execute("PRAGMA user_version").fetchone()
        for statement in () if version else _TABLES:  # another process may have been faster
            database.execute(statement)


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing, and wait for other processes before anything is read."""
    database.execute("BEGIN IMMEDIATE")
    yield
    database.execute("COMMIT")
