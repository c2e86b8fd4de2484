"""Write pages, assets and a mkdocs.yml as plain files, for any builder that reads them."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.build.publish import BuildError, swap
from generator.build.settings import as_list, read_settings, settings_of
from generator.escape import head_text
from generator.language import Language
from generator.pipeline import build_exports, build_pages
from generator.site.navigation import contents_words, whole_navigation
from generator.site.site import Site
from generator.site.theme_files import OVERRIDES, assets, scripts, styles

MARKER = ".briefing-book"  # in each folder that this command wrote and may replace
OTHER_DOCS = "your own pages must be in docs/: rename their folder, and remove docs_dir from mkdocs.yml"

# Brackets in texts are escaped: these are links of generated pages and of pages written by hand.
_LINK = re.compile(r"(?<!\\)\]\((?P<path>(?!https?:)[\w./-]+\.md)(?P<anchor>#[^)\s]*)?\)")
_MESSAGE = re.compile(r'\b_\("([^"]+)"\)')


def write_folder(site: Site, root: Path, out: Path) -> int:
    """Write `site` and the hand-written pages of the project at `root` to `out`; return the number of pages.

    The folder is written elsewhere and then put in place. Raises BuildError if `out` holds other files or a page cannot be
    read, and SettingsError if mkdocs.yml cannot be read.
    """
    if out.exists() and any(out.iterdir()) and not (out / MARKER).exists():
        raise BuildError(f"{out} holds files that this command did not write: choose another folder.")
    pages = build_pages(site)
    paths = {page.uri: _index_path(page.uri) for page in pages}
    settings = yaml.safe_dump(_settings(site, root, paths), allow_unicode=True, sort_keys=False, width=100)
    files: dict[str, str | bytes] = {
        **{f"docs/{paths[page.uri]}": _moved_links(page.markdown, page.uri, paths) for page in pages},
        **{f"docs/{export.uri}": export.content for export in build_exports(site)},
        **{f"docs/{uri}": content for uri, content in assets().items()},
        **_overrides(site.language),
        "mkdocs.yml": settings,
        MARKER: "Written by `briefing render`, which replaces the whole folder.\n",
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        new.chmod(0o755)
        _copy_docs(root / "docs", new / "docs", paths)
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content.encode() if isinstance(content, str) else content)
        swap(new, out)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(pages)


def _copy_docs(docs: Path, out: Path, paths: Mapping[str, str]) -> None:
    """Copy the hand-written pages of a project, and change their links to the new `paths` of generated pages."""
    try:
        if docs.is_dir():
            shutil.copytree(docs, out)
    except shutil.Error as error:
        path, *_ = error.args[0][0]
        raise BuildError(
            f"{path} cannot be copied: fix the link or the permissions of the file, or remove it from docs/."
        ) from None
    for path in out.rglob("*.md"):
        uri = path.relative_to(out).as_posix()
        try:
            path.write_bytes(_moved_links(path.read_text(encoding="utf-8"), uri, paths).encode())
        except UnicodeDecodeError:
            raise BuildError(f"{docs / uri} is not UTF-8: save it as UTF-8 in your editor.") from None


def _overrides(language: Language) -> dict[str, str]:
    """Return our changes to the theme with their messages in `language`: other builders have no function `_`."""
    return {
        f"overrides/{path.relative_to(OVERRIDES).as_posix()}": _MESSAGE.sub(
            lambda match: json.dumps(language.say(match[1]), ensure_ascii=False),
            path.read_text(encoding="utf-8"),
        )
        for path in OVERRIDES.rglob("*.html")
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


def _settings(site: Site, root: Path, paths: Mapping[str, str]) -> dict[str, Any]:
    """Return the project's settings, changed so that no plugin of ours is needed."""
    settings = read_settings(root)
    if posixpath.normpath(settings.pop("docs_dir", "docs")) != "docs":
        raise BuildError(f"{root / 'mkdocs.yml'}: {OTHER_DOCS}.")
    settings.pop("site_dir", None)  # the site is built inside the folder
    theme = settings.get("theme") or "material"
    generated = [
        {
            head_text(group.title): [
                {head_text(entry.title): _index_path(entry.uri)} for entry in group.entries
            ]
        }
        for group in whole_navigation(site)
    ]
    by_hand = as_list(settings, "nav") or sorted(
        path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md")
    )
    return settings | {
        "plugins": [
            entry for entry in as_list(settings, "plugins") if settings_of("briefings", entry) is None
        ],
        "theme": ({"name": theme} if isinstance(theme, str) else theme) | {"custom_dir": "overrides"},
        "markdown_extensions": [
            entry
            if (toc := settings_of("toc", entry)) is None
            else {"toc": contents_words(site.language) | toc}
            for entry in as_list(settings, "markdown_extensions")
        ],
        "extra_css": [*styles(), *as_list(settings, "extra_css")],
        "extra_javascript": [*as_list(settings, "extra_javascript"), *scripts()],
        "nav": [*generated, *_moved_entries(by_hand, paths)],
    }


def _moved_entries(nav: Any, paths: Mapping[str, str]) -> Any:
    """Return a navigation with the new `paths` of pages."""
    if isinstance(nav, list):
        return [_moved_entries(entry, paths) for entry in nav]
    if isinstance(nav, dict):
        return {title: _moved_entries(entry, paths) for title, entry in nav.items()}
    return paths.get(nav, nav)
