"""`briefing render`: pages, assets and a mkdocs.yml as plain files, for any builder that takes them."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.build.publish import swap
from generator.build.settings import listed, named, read_settings, resolved, settings_text
from generator.escape import head_text
from generator.language import Language
from generator.pipeline import build_exports, build_pages
from generator.site.navigation import contents_words, whole_navigation
from generator.site.site import Site
from generator.site.theme_files import OVERRIDES, assets, scripts, styles

OURS = ".briefing-book"  # marks a folder that this command made and so may replace
OTHER_DOCS = (
    "pages written by hand stand in docs/: give their folder this name, and take docs_dir out of mkdocs.yml"
)

# Brackets of texts are escaped: these are links of our own, and of pages written by hand.
_LINK = re.compile(r"(?<!\\)\]\((?P<path>(?!https?:)[\w./-]+\.md)(?P<anchor>#[^)\s]*)?\)")
_WORDS = re.compile(r'\b_\("([^"]+)"\)')


class FolderError(Exception):
    """The folder cannot be written; the message says why, and what to do."""


def write_folder(site: Site, root: Path, out: Path) -> int:
    """Write `site` and the hand-written pages of the project at `root` to `out`; give the number of pages.

    The folder is made aside and put in place whole. Raises FolderError where `out` holds other files, and SettingsError
    where the project's mkdocs.yml cannot be read.
    """
    if out.exists() and any(out.iterdir()) and not (out / OURS).exists():
        raise FolderError(f"{out} holds files that this command did not write: name another folder.")
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        aside.chmod(0o755)
        if (root / "docs").is_dir():
            _copy(root / "docs", aside / "docs")
        pages = build_pages(site)
        places = {page.uri: _as_index(page.uri) for page in pages}
        for path in (aside / "docs").rglob("*.md"):
            own = path.relative_to(aside / "docs").as_posix()
            _write(path, _relinked(_read(path, root / "docs" / own), own, places))
        for page in pages:
            _write(aside / "docs" / places[page.uri], _relinked(page.markdown, page.uri, places))
        for uri, content in [*((one.uri, one.content) for one in build_exports(site)), *assets().items()]:
            (aside / "docs" / uri).parent.mkdir(parents=True, exist_ok=True)
            (aside / "docs" / uri).write_bytes(content)
        _write_overrides(site.language, aside / "overrides")
        _write(aside / "mkdocs.yml", _settings(site, root / "mkdocs.yml", places))
        _write(aside / OURS, "Written by `briefing render`, which replaces this folder as a whole.\n")
        swap(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return len(pages)


def _copy(docs: Path, to: Path) -> None:
    try:
        shutil.copytree(docs, to)
    except shutil.Error as fault:
        path, *_ = fault.args[0][0]
        raise FolderError(
            f"{path} cannot be copied: mend the link or the rights of the file, or take it out of docs/."
        ) from None


def _read(path: Path, own: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FolderError(f"{own} is not UTF-8: save it in this encoding in your editor.") from None


def _as_index(uri: str) -> str:
    """Give the path at which a page has the same address and the same folder, as its blocks of HTML count on.

    MkDocs leaves addresses in HTML as they are; Zensical takes them to begin where the file stands.
    """
    stem = uri.removesuffix(".md")
    return uri if posixpath.basename(stem) == "index" else f"{stem}/index.md"


def _relinked(text: str, here: str, places: Mapping[str, str]) -> str:
    """Write links to pages, in the Markdown of the page at `here`, as they lead from its new place to theirs."""
    folder = posixpath.dirname(places.get(here, here))

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), found["path"]))
        return f"]({posixpath.relpath(places.get(target, target), folder or '.')}{found['anchor'] or ''})"

    return _LINK.sub(link, text)


def _write_overrides(language: Language, out: Path) -> None:
    """Write our changes to the theme with their words in `language`: other builders know no `_`."""
    shutil.copytree(OVERRIDES, out, ignore=shutil.ignore_patterns("__pycache__"))
    for path in out.rglob("*.html"):
        said = _WORDS.sub(
            lambda match: json.dumps(language.say(match[1]), ensure_ascii=False), path.read_text("utf-8")
        )
        _write(path, said)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _settings(site: Site, path: Path, places: Mapping[str, str]) -> str:
    """Turn the project's mkdocs.yml into one that needs no plugin of ours."""
    settings = read_settings(path)
    if posixpath.normpath(resolved(settings.pop("docs_dir", "docs"))) != "docs":
        raise FolderError(f"{path}: {OTHER_DOCS}.")
    settings.pop("site_dir", None)  # whoever builds from the folder finds the site in it
    theme = settings.get("theme") or "material"
    settings["plugins"] = [one for one in listed(settings, "plugins") if named("briefings", one) is None]
    settings["theme"] = ({"name": theme} if isinstance(theme, str) else theme) | {"custom_dir": "overrides"}
    settings["markdown_extensions"] = [
        one if (toc := named("toc", one)) is None else {"toc": contents_words(site.language) | toc}
        for one in listed(settings, "markdown_extensions")
    ]
    settings["extra_css"] = [*styles(), *listed(settings, "extra_css")]
    settings["extra_javascript"] = [*listed(settings, "extra_javascript"), *scripts()]
    generated = [
        {head_text(group.title): [{head_text(entry.title): _as_index(entry.uri)} for entry in group.entries]}
        for group in whole_navigation(site)
    ]
    settings["nav"] = [
        *generated,
        *_moved(listed(settings, "nav") or _written(path.parent / "docs"), places),
    ]
    return settings_text(settings)


def _written(docs: Path) -> list[str]:
    """Name the pages that are written by hand, as MkDocs does where the settings list none."""
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))


def _moved(nav: Any, places: Mapping[str, str]) -> Any:
    """Write the navigation of the settings with the new places of pages."""
    if isinstance(nav, list):
        return [_moved(one, places) for one in nav]
    if isinstance(nav, dict):
        return {title: _moved(one, places) for title, one in nav.items()}
    return places.get(nav, nav)
