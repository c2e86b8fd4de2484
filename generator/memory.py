"""Results of pure functions, remembered for the next run: in the process, and in the user's store."""

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from generator.program_version import program_version
from generator.store import Store

_BATCH = 200


class Memory:
    """Values by key. A key contains a hash of all that its value is computed from.

    The process keeps what the last run used, so it forgets what is no longer there. With a store, another process finds
    the values too, if it is the same version of the program.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Begin with nothing in the process."""
        self._store = store if store and store.is_on else None
        self._values: dict[str, Any] = {}
        self._used: set[str] = set()
        self._new: list[str] = []

    def fetch(self, keys: Iterable[str]) -> None:
        """Get the values of `keys` from the store."""
        if self._store is None:
            return
        for some in _in_batches(key for key in keys if key not in self._values):
            wanted = {_stored_key(key): key for key in some}
            for stored_key, value in self._store.get_many(wanted).items():
                self._values[wanted[stored_key]] = pickle.loads(value)  # noqa: S301 - only the user writes to the store

    def get(self, key: str) -> Any:
        """Return the value of `key`, or None if there is none. A value of the store must have been fetched."""
        self._used.add(key)
        return self._values.get(key)

    def value(self, key: str, make: Callable[[], Any]) -> Any:
        """Return the value of `key`, or `make` and remember it."""
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def put(self, key: str, value: Any, *, stored: bool = True) -> None:
        """Remember `value`, in the process only if it is not to be `stored`. It cannot be None."""
        self._used.add(key)
        self._values[key] = value
        if stored and self._store is not None:
            self._new.append(key)

    def end_run(self) -> None:
        """Forget what this run did not use, and store what is new."""
        for key in self._values.keys() - self._used:
            del self._values[key]
        self._used.clear()
        if self._store is not None:
            for some in _in_batches(self._new):
                self._store.put_many({_stored_key(key): pickle.dumps(self._values[key]) for key in some})
            self._new.clear()


def _in_batches(keys: Iterable[str]) -> Iterator[list[str]]:
    """Yield lists of keys whose pickles together take little memory."""
    rest = iter(keys)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _stored_key(key: str) -> str:
    return hashlib.sha256(f"{program_version()} {key}".encode()).hexdigest()
