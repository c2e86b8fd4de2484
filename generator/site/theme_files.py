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
OVERRIDES = Path(__file__).parent / "theme"
PLACE = "assets/briefing-book"  # where assets stand in a site
_ON_EVERY_PAGE = "bb"  # how the names of such files begin; others are fetched where they are asked for


@lru_cache
def assets() -> Mapping[str, bytes]:
    """Give every asset by its address in the site, sorted."""
    files = sorted(path for path in ASSETS.iterdir() if path.is_file())
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    made = {name: text for name, text in texts.items() if not name.endswith((".css", ".js"))}
    fetched: dict[str, str] = {}  # by the name that scripts know, the name in the site
    for suffix, small in ((".css", cssmin), (".js", jsmin)):  # styles first: scripts name them
        for name, text in texts.items():
            if name.endswith(suffix) and not name.startswith(_ON_EVERY_PAGE):
                whole = _renamed(small(text), fetched)
                fetched[name] = _hashed(name, whole)
                made[fetched[name]] = whole
    script = _renamed(jsmin(_joined(texts, ".js")), fetched)
    style = cssmin(_joined(texts, ".css"))
    made |= {_hashed("bb.css", style): style, _hashed("bb.js", script): script}
    return MappingProxyType({f"{PLACE}/{name}": made[name].encode() for name in sorted(made)})


def styles(*, preview: bool = False) -> list[str]:
    """Give the address of our style sheet, as a list of one; in the live preview there is one more."""
    names = ("bb.", "preview.") if preview else ("bb.",)
    return [
        uri for uri in assets() if uri.endswith(".css") and uri.removeprefix(f"{PLACE}/").startswith(names)
    ]


def scripts() -> list[str]:
    """Give the address of the script of every page, as a list of one."""
    return [uri for uri in assets() if uri.startswith(f"{PLACE}/bb.") and uri.endswith(".js")]


def _joined(texts: Mapping[str, str], suffix: str) -> str:
    return "\n".join(
        text for name, text in texts.items() if name.endswith(suffix) and name.startswith(_ON_EVERY_PAGE)
    )


def _renamed(script: str, names: Mapping[str, str]) -> str:
    for name, hashed in names.items():
        script = script.replace(f'"{name}"', f'"{hashed}"')
    return script


def _hashed(name: str, text: str) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"
