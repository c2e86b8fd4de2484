"""What the pages need beside their text: our styles and scripts, and our changes to the theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
OVERRIDES = Path(__file__).parent / "overrides"
PLACE = "assets/briefing-book"  # where assets stand in a site


def assets() -> Iterator[tuple[str, Path]]:
    """Give every asset as its address in the site and the file that holds it, sorted."""
    for path in sorted(path for path in ASSETS.rglob("*") if path.is_file() and path.suffix != ".py"):
        yield f"{PLACE}/{path.relative_to(ASSETS).as_posix()}", path


def styles() -> list[str]:
    """Give the addresses of our style sheets."""
    return [uri for uri, _ in assets() if uri.endswith(".css")]


def scripts() -> list[str]:
    """Give the addresses of our scripts."""
    return [uri for uri, _ in assets() if uri.endswith(".js")]
