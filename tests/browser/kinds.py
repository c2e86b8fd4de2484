"""The kinds of pages that a built site has, found by their addresses: a new kind is tested without a word here."""

from __future__ import annotations

import re
from pathlib import Path

# What differs between two pages of a kind.
_OWN = (
    (r"^briefings/[^/]+", "briefings/*"),
    (r"/issues/[^/]+$", "/issues/*"),
    (r"/as-of/[^/]+$", "/as-of/*"),
    (r"^(parties|sources|guides|adr)/[^/]+$", r"\1/*"),
)


def kind_of(address: str) -> str:
    """Give the kind of the page at `address`: `briefings/*/issues/*`."""
    for pattern, kind in _OWN:
        address = re.sub(pattern, kind, address)
    return address


def one_of_each(site: Path) -> list[str]:
    """Give the address of the largest page of each kind."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("index.html")):
        kind = kind_of(path.parent.relative_to(site).as_posix())
        if kind not in found or path.stat().st_size > found[kind].stat().st_size:
            found[kind] = path
    pages = [path.parent.relative_to(site).as_posix() for path in found.values()]
    return ["" if page == "." else f"{page}/" for page in pages]
