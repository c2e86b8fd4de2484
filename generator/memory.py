"""Results of pure functions, remembered for the next run: in the process, and in the user's store."""

import hashlib
import pickle
from collections.abc import Callable, Iterable
from typing import Any

from generator.program_version import program_version
from generator.store import Store


class Memory:
    """Values by key. A key contains a hash of all that its value is computed from.

    The process keeps what the last run used, so it forgets what is no longer there. With a store, another process finds
    the values too, if it is the same version of the program.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Begin with nothing in the process."""
        self._store = store
        self._values: dict[str, Any] = {}
        self._used: set[str] = set()
        self._new: dict[str, Any] = {}

    def fetch(self, keys: Iterable[str]) -> None:
        """Get the values of `keys` from the store, all at once."""
        if self._store is None:
            return
        wanted = {_stored_key(key): key for key in keys if key not in self._values}
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
            self._new[_stored_key(key)] = value

    def end_run(self) -> None:
        """Forget what this run did not use, and store what is new."""
        for key in self._values.keys() - self._used:
            del self._values[key]
        self._used.clear()
        if self._store is not None and self._new:
            self._store.put_many({key: pickle.dumps(value) for key, value in self._new.items()})
            self._new.clear()


def _stored_key(key: str) -> str:
    return hashlib.sha256(f"{program_version()} {key}".encode()).hexdigest()
