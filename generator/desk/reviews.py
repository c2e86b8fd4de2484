"""Articles that came in and are not stored yet: each is held in memory under a random token until it is saved or left."""

from dataclasses import dataclass
from secrets import token_urlsafe
from threading import BoundedSemaphore, Lock

from generator.edit.articles.incoming import Incoming
from generator.edit.articles.review import Review, review_file

MOST_HELD = 8  # articles; the one that was looked at longest ago goes first
_AT_ONCE = BoundedSemaphore(2)
"""The conversions that run at the same time; each may need much memory."""


@dataclass(frozen=True)
class Held:
    """A converted article, and what an editor must know of how it came in."""

    review: Review
    notes: tuple[str, ...] = ()


class Reviews:
    """The articles that wait for an editor, for several threads at once."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._held: dict[str, Held] = {}
        self._lock = Lock()

    def add(self, held: Held) -> str:
        """Hold an article, and return its token."""
        token = token_urlsafe(16)
        self.put(token, held)
        return token

    def put(self, token: str, held: Held) -> None:
        """Hold an article under a token, in the place of the one that has it."""
        with self._lock:
            self._held.pop(token, None)
            self._held[token] = held
            while len(self._held) > MOST_HELD:
                del self._held[next(iter(self._held))]

    def get(self, token: str) -> Held | None:
        """Return the article with a token; None if it is not held any more."""
        with self._lock:
            if (held := self._held.pop(token, None)) is not None:
                self._held[token] = held
            return held

    def drop(self, token: str) -> None:
        """Hold an article no longer."""
        with self._lock:
            self._held.pop(token, None)


def convert(incoming: Incoming, encoding: str = "") -> Review:
    """Convert an article in a process of its own. Raise EditError if it cannot be converted."""
    with _AT_ONCE:
        return review_file(incoming, encoding)
