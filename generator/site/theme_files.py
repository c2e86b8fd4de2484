"""The styles, scripts and other files of pages, and our changes to the theme.

Styles and scripts are written as small files, one for each job, and published as one file of each kind without comments, so
that a page needs few requests. File names contain a hash, so that no browser shows a new page in an old style.
"""

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
ICON = f"{FOLDER}/icon.svg"
_SHARED = "bb"  # begins the names of files for every page; a script loads the others when it needs them


@lru_cache
def assets() -> Mapping[str, bytes]:
    """Return the content of every asset by its path in the site, sorted."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.*"))}
    files = {name: text for name, text in texts.items() if not name.endswith((".css", ".js"))}
    hashed_names: dict[str, str] = {}
    for suffix, minify in ((".css", cssmin), (".js", jsmin)):  # styles first: scripts name them
        own = {name: text for name, text in texts.items() if name.endswith(suffix)}
        shared = "".join(f"{own.pop(name)}\n" for name in list(own) if name.startswith(_SHARED))
        for name, text in {**own, f"{_SHARED}{suffix}": shared}.items():
            content = minify(text)
            for plain, hashed in hashed_names.items():
                content = content.replace(f'"{plain}"', f'"{hashed}"')
            digest = hashlib.sha256(content.encode()).hexdigest()[:8]
            hashed_names[name] = f"{name.removesuffix(suffix)}.{digest}{suffix}"
            files[hashed_names[name]] = content
    return MappingProxyType({f"{FOLDER}/{name}": files[name].encode() for name in sorted(files)})


def styles(*, preview: bool = False) -> list[str]:
    """Return the paths of the style sheets of every page; the live preview has one more."""
    return [*_paths("bb.", ".css"), *(_paths("preview.", ".css") if preview else ())]


def scripts() -> list[str]:
    """Return the path of the script of every page, as a list."""
    return _paths("bb.", ".js")


def _paths(prefix: str, suffix: str) -> list[str]:
    return [uri for uri in assets() if uri.startswith(f"{FOLDER}/{prefix}") and uri.endswith(suffix)]
