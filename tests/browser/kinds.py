"""The kinds of pages that a built site has, found by their paths, so that a new kind is tested without a change here."""

import re
from pathlib import Path

# The part of a path that differs between two pages of the same kind.
_VARIABLE_PARTS = (
    (r"^briefings/[^/]+", "briefings/*"),
    (r"/issues/[^/]+$", "/issues/*"),
    (r"/as-of/[^/]+$", "/as-of/*"),
    (r"^(parties|sources|editors/guides|editors/adr)/[^/]+$", r"\1/*"),
)
# Pages that are the same in every site, or that people write by hand.
SHARED = ("editors/",)


def kind_of(path: str) -> str:
    """Return the kind of the page at `path`, for example `briefings/*/issues/*`."""
    for pattern, kind in _VARIABLE_PARTS:
        path = re.sub(pattern, kind, path)
    return path


def largest_of_each_kind(site: Path) -> list[str]:
    """Return the path of the largest page of each kind, with a slash at its end. Pages that only lead to another are left out."""
    largest: dict[str, Path] = {}
    for file in sorted(site.rglob("index.html")):
        if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            continue
        kind = kind_of(file.parent.relative_to(site).as_posix())
        if kind not in largest or file.stat().st_size > largest[kind].stat().st_size:
            largest[kind] = file
    paths = [file.parent.relative_to(site).as_posix() for file in largest.values()]
    return ["" if path == "." else f"{path}/" for path in paths]
