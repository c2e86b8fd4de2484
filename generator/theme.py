"""What the pages need beside their text: our styles and scripts, and our changes to the theme.

Styles and scripts are written as small files, one for each job, and go out as one of each without comments: a reader on
a slow line waits for two answers, not for twenty. Their names hold a hash, so that no browser shows a new page in an old
dress.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from rcssmin import cssmin
from rjsmin import jsmin

ASSETS = Path(__file__).parent / "assets"
OVERRIDES = Path(__file__).parent / "overrides"
PLACE = "assets/briefing-book"  # where assets stand in a site


@lru_cache
def assets() -> Mapping[str, bytes]:
    """Give every asset by its address in the site, sorted."""
    files = sorted(path for path in ASSETS.iterdir() if path.is_file())
    made = {f"{PLACE}/{path.name}": path.read_bytes() for path in files if path.suffix not in {".css", ".js"}}
    for suffix, smaller in ((".css", cssmin), (".js", jsmin)):
        whole = smaller(
            "\n".join(path.read_text(encoding="utf-8") for path in files if path.suffix == suffix)
        )
        made[_named(suffix, whole)] = whole.encode()
    return MappingProxyType(dict(sorted(made.items())))


def styles() -> list[str]:
    """Give the address of our style sheet, as a list of one."""
    return [uri for uri in assets() if uri.endswith(".css")]


def scripts() -> list[str]:
    """Give the address of our script, as a list of one."""
    return [uri for uri in assets() if uri.endswith(".js")]


def _named(suffix: str, text: str) -> str:
    return f"{PLACE}/bb.{hashlib.sha256(text.encode()).hexdigest()[:8]}{suffix}"
