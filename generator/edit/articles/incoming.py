"""A file that comes in: from the disk, from the web or pasted; its bytes, its name, and what is known of it from outside."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.edit.articles.converted import Found
from generator.edit.articles.fetch import Fetched
from generator.edit.articles.limits import LARGEST_FILE, MB
from generator.edit.error import EditError

PASTED = "the pasted text"


@dataclass(frozen=True)
class Incoming:
    """A file that comes in. `name` is empty if it has none; `details` are known from outside, as `Converted` has them.

    `charset` is the encoding that a server names.
    """

    raw: bytes
    name: str = ""
    details: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    charset: str = ""

    @property
    def label(self) -> str:
        """Return what messages call the file."""
        return self.name or PASTED


def read_incoming(path: Path) -> Incoming:
    """Read the file at `path`. Raise EditError if there is none, or it cannot be read, or is too large."""
    try:
        if path.is_dir():
            raise EditError(
                f"{path} is a folder. Name the files in it: briefing new source {path / '*.html'}"
            )
        if not path.exists():
            raise EditError(f"There is no file {path}. Check its name.")
        if not path.is_file():
            raise EditError(f"{path} is not an ordinary file. Save what it has to a file first.")
        if (size := path.stat().st_size) > LARGEST_FILE:
            raise EditError(
                f"{path} has {size / MB:,.0f} MB; {LARGEST_FILE // MB} are allowed. Store a part of it."
            )
        return Incoming(path.read_bytes(), path.name)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or error
        raise EditError(f"{path} cannot be read: {reason}.") from None


def from_web(fetched: Fetched, today: dt.date) -> Incoming:
    """Return a file that was fetched on a day."""
    details = {
        "url": (Found(fetched.url, "the address that it was fetched from"),),
        "retrieved": (Found(str(today), "today"),),
    }
    return Incoming(fetched.raw, fetched.name, details, fetched.charset)


def same_host(url: str, other: str) -> bool:
    """Return whether two web addresses are on one host, with or without “www.”."""
    return _host(url) == _host(other) != ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
