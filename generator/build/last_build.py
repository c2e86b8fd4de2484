"""What the last build of a site was made from, and what it reported: if all of it is the same, there is nothing to build."""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build.settings import FILE, as_list, options_of, read_settings
from generator.content.files import FOLDERS
from generator.program_version import program_version
from generator.site.repository import SettingsError
from generator.store import Store

_SCHEMAS = "build/schema"  # for editors' programs; a build writes them too


class LastBuild:
    """The last build of the project at `root` into the folder `out`, as the store knows it."""

    def __init__(self, store: Store, root: Path, out: Path, today: dt.date) -> None:
        """Read what a build would be made from now."""
        self._store, self._written = store, (out.resolve(), root / _SCHEMAS)
        self._key = f"build {hashlib.sha256(os.fsencode(out.resolve())).hexdigest()}"
        self._inputs = _inputs(root, today)

    def report(self) -> list[str] | None:
        """Return the lines that the last build printed if a new one would change nothing in the project, else None."""
        found = self._store.get(self._key) if self._inputs else None
        if found is None:
            return None
        inputs, site, lines = json.loads(found)
        return list(lines) if inputs == self._inputs and site == _state(self._written) else None

    def done(self, lines: Iterable[str]) -> None:
        """Store that a build has succeeded, and what it printed."""
        if self._inputs:
            self._store.put(self._key, json.dumps([self._inputs, _state(self._written), [*lines]]).encode())


def _inputs(root: Path, today: dt.date) -> str:
    """Return a hash of all that a site is made from; empty if it may be made from more, because of other plugins."""
    try:
        settings = read_settings(root)
    except SettingsError:
        return ""
    theme = settings.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    others = [entry for entry in as_list(settings, "plugins") if options_of("briefings", entry) is None]
    if others or settings.get("hooks"):
        return ""
    digest = hashlib.sha256(json.dumps([program_version(), str(today), settings], default=str).encode())
    for folder in (*FOLDERS, "docs", *([custom] if custom else [])):
        for path in _files(root / folder, follow_links=folder == custom):
            content = path.read_bytes() if path.is_file() else b"no file"
            digest.update(json.dumps([str(path), hashlib.sha256(content).hexdigest()]).encode())
    digest.update((root / FILE).read_bytes())
    return digest.hexdigest()


def _files(folder: Path, *, follow_links: bool = False) -> Iterator[Path]:
    """Yield the path of every file in `folder`, sorted, and of links to folders."""
    for here, folders, names in os.walk(folder, followlinks=follow_links):
        folders.sort()
        links = [name for name in folders if Path(here, name).is_symlink()]
        yield from (Path(here, name) for name in sorted([*links, *names]))


def _state(folders: Iterable[Path]) -> str:
    """Return a hash of the path, the size and the time of the last change of every file in `folders`."""
    digest = hashlib.sha256()
    for path in (path for folder in folders for path in _files(folder)):
        status = path.stat()
        digest.update(json.dumps([str(path), status.st_size, status.st_mtime_ns]).encode())
    return digest.hexdigest()
