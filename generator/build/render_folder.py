"""Write pages, assets and a mkdocs.yml as plain files, for any builder that reads them."""

import json
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.build import settings
from generator.build.publish import publish
from generator.language import Language
from generator.pipeline import build_pages, plan_exports
from generator.site import theme_files
from generator.site.navigation import contents_words, frame
from generator.site.repository import SettingsError
from generator.site.site import Site

MARKER = ".briefing-book"  # in each folder that `briefing render` wrote and may replace
OTHER_DOCS = "your own pages must be in docs/: rename their folder, and remove docs_dir"

# Brackets in texts are escaped: these are links of generated pages and of pages written by hand.
_LINK = re.compile(r"(?<!\\)\]\((?P<path>(?!https?:)[\w./-]+\.\w+)(?P<anchor>#[^)\s]*)?\)")
_MESSAGE = re.compile(r'\b_\("([^"]+)"\)')


def write_folder(site: Site, root: Path, out: Path) -> int:
    """Write `site` and the hand-written pages of the project at `root` to `out`; return the number of generated pages.

    Raises BuildError if `out` holds other files or a page cannot be read, and SettingsError if mkdocs.yml cannot be used.
    """
    pages, exports = build_pages(site), plan_exports(site)
    around = frame(site, {*(page.uri for page in pages), *(export.uri for export in exports)})
    paths = {page.uri: _index_path(page.uri) for page in pages}
    new_settings = yaml.safe_dump(
        _settings(site, root, paths, around), allow_unicode=True, sort_keys=False, width=100
    )

    def write(folder: Path) -> None:
        files = {
            **dict(_own_files(root / "docs", paths)),
            **{
                f"docs/{paths[page.uri]}": _moved_links(page.markdown, page.uri, paths).encode()
                for page in pages
            },
            **{f"docs/{export.uri}": export.content for export in exports},
            **{f"docs/{uri}": content for uri, content in theme_files.assets().items()},
            **_overrides(site.language),
            "mkdocs.yml": new_settings.encode(),
            MARKER: b"Written by `briefing render`, which replaces the whole folder.\n",
        }
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)

    publish(out, write, MARKER)
    return len(pages)


def _own_files(docs: Path, paths: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Read the hand-written pages of a project, and change their links to the new `paths` of generated pages."""
    for folder, _, names in os.walk(docs):
        for path in (Path(folder, name) for name in names):
            if path == docs.parent / settings.ABOUT:  # its text is in the generated page
                continue
            uri, content = path.relative_to(docs).as_posix(), path.read_bytes()
            if path.suffix == ".md":
                content = _moved_links(content.decode(), uri, paths).encode()
            yield f"docs/{uri}", content


def _overrides(language: Language) -> dict[str, bytes]:
    """Return our changes to the theme with their messages in `language`: other builders have no function `_`."""
    return {
        f"overrides/{path.relative_to(theme_files.OVERRIDES).as_posix()}": _MESSAGE.sub(
            lambda match: json.dumps(language.say(match[1]), ensure_ascii=False),
            path.read_text(encoding="utf-8"),
        ).encode()
        for path in theme_files.OVERRIDES.rglob("*.html")
    }


def _index_path(uri: str) -> str:
    """Return the page's path as a directory index, so that every builder gives it the same URL.

    MkDocs leaves URLs in blocks of HTML as they are; Zensical resolves them from the place of the file.
    """
    stem = uri.removesuffix(".md")
    return uri if posixpath.basename(stem) == "index" else f"{stem}/index.md"


def _moved_links(text: str, uri: str, paths: Mapping[str, str]) -> str:
    """Return the Markdown of the page at `uri` with its links changed to the new `paths` of pages."""
    folder = posixpath.dirname(paths.get(uri, uri))

    def link(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), match["path"]))
        return f"]({posixpath.relpath(paths.get(target, target), folder or '.')}{match['anchor'] or ''})"

    return _LINK.sub(link, text)


def _settings(site: Site, root: Path, paths: Mapping[str, str], around: Mapping[str, Any]) -> dict[str, Any]:
    """Return the project's settings, changed so that no plugin of ours is needed; the theme prints `around` on every page."""
    old = settings.read_settings(root)
    if posixpath.normpath(old.pop("docs_dir", "docs")) != "docs":
        raise SettingsError(OTHER_DOCS)
    old.pop("site_dir", None)  # the site is built inside the folder
    theme = old.get("theme") or "material"
    extensions = settings.as_list(old, "markdown_extensions")
    toc = contents_words(site.language)
    by_hand = settings.as_list(old, "nav") or sorted(
        path.relative_to(root / "docs").as_posix()
        for path in (root / "docs").rglob("*.md")
        if path != root / settings.ABOUT
    )
    return old | {
        "plugins": [
            entry
            for entry in settings.as_list(old, "plugins")
            if settings.options_of("briefings", entry) is None
        ],
        "theme": ({"name": theme} if isinstance(theme, str) else theme) | {"custom_dir": "overrides"},
        "markdown_extensions": [
            entry if (options := settings.options_of("toc", entry)) is None else {"toc": toc | options}
            for entry in extensions
        ],
        "extra_css": [*theme_files.styles(), *settings.as_list(old, "extra_css")],
        "extra_javascript": [*settings.as_list(old, "extra_javascript"), *theme_files.scripts()],
        "extra": (old.get("extra") or {}) | {"frame": around},
        "nav": [{site.language.say("Briefings"): "index.md"}, *_moved_entries(by_hand, paths)],
    }


def _moved_entries(nav: Any, paths: Mapping[str, str]) -> Any:
    """Return a navigation with the new `paths` of pages."""
    if isinstance(nav, list):
        return [_moved_entries(entry, paths) for entry in nav]
    if isinstance(nav, dict):
        return {title: _moved_entries(entry, paths) for title, entry in nav.items()}
    return paths.get(nav, nav)
