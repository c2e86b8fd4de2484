"""The styles, scripts and other files of pages, and our changes to the theme.

Styles and scripts are written as small files, one for each job, and published as one file of each kind without comments, so
that a page needs few requests. File names contain a hash, so that no browser shows a new page in an old style.
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
FOLDER = "assets/briefing-book"  # in the site
_SHARED = "bb"  # the start of the names of files for every page; a script loads the others when it needs them


@lru_cache
def assets() -> Mapping[str, bytes]:
    """Return the content of every asset by its path in the site, sorted."""
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in sorted(ASSETS.iterdir()) if path.is_file()
    }
    files = {name: text for name, text in texts.items() if not name.endswith((".css", ".js"))}
    hashed_names: dict[str, str] = {}
    for suffix, minify in ((".css", cssmin), (".js", jsmin)):  # styles first: scripts name them
        shared = ""
        for name, text in texts.items():
            if not name.endswith(suffix):
                continue
            if name.startswith(_SHARED):
                shared += f"{text}\n"
            else:
                hashed_names[name] = _add(files, name, minify(text), hashed_names)
        _add(files, f"{_SHARED}{suffix}", minify(shared), hashed_names)
    return MappingProxyType({f"{FOLDER}/{name}": files[name].encode() for name in sorted(files)})


def _add(files: dict[str, str], name: str, text: str, hashed_names: Mapping[str, str]) -> str:
    """Add a file under a name with its hash, with the new names of other files in its text; return the name."""
    for plain, hashed in hashed_names.items():
        text = text.replace(f'"{plain}"', f'"{hashed}"')
    stem, suffix = name.rsplit(".", 1)
    hashed_name = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"
    files[hashed_name] = text
    return hashed_name


def styles(*, preview: bool = False) -> list[str]:
    """Return the paths of the style sheets of every page; the live preview has one more."""
    names = ("bb.", "preview.") if preview else ("bb.",)
    return [
        uri for uri in assets() if uri.endswith(".css") and uri.removeprefix(f"{FOLDER}/").startswith(names)
    ]


def scripts() -> list[str]:
    """Return the path of the script of every page, as a list."""
    return [uri for uri in assets() if uri.startswith(f"{FOLDER}/bb.") and uri.endswith(".js")]
