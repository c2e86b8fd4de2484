"""`briefing render`: pages, assets and a mkdocs.yml as plain files, for any builder that takes them."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.escape import head_text
from generator.files import WRONG_SETTINGS
from generator.language import ENGLISH, Language
from generator.marks import Mark
from generator.navigation import contents_words, whole_navigation
from generator.pipeline import build_exports, build_pages
from generator.publish import swap
from generator.repository import RepositoryError, repository
from generator.site import AddressError, Publication, Site, publication
from generator.theme import OVERRIDES, assets, scripts, styles

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

    The folder is made aside and put in place whole. Raises FolderError where `out` holds other files, or the
    project's mkdocs.yml cannot be read.
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


def site_language(root: Path) -> Language:
    """Give the language of the site's words: the theme's. Raises FolderError where mkdocs.yml cannot be read."""
    theme = _read_settings(root / "mkdocs.yml").get("theme")
    return Language(_resolved(theme.get("language")) or ENGLISH.code) if isinstance(theme, dict) else ENGLISH


def check_settings(root: Path) -> None:
    """Look whether MkDocs would make briefings at all. Raises FolderError where it would not, or mkdocs.yml cannot be read."""
    plugins = _listed(_read_settings(root / "mkdocs.yml"), "plugins")
    if all(_named("briefings", one) is None for one in plugins):
        raise FolderError(
            "mkdocs.yml does not name the plugin briefings: write “- briefings” below “plugins:”."
        )


def settings_faults(root: Path) -> tuple[Diagnostic, ...]:
    """Tell what in mkdocs.yml stops a build, as far as it is known without MkDocs; nothing where there is no such file."""
    path = root / "mkdocs.yml"
    if not path.exists():
        return ()
    try:
        check_settings(root)
        site_publication(root)
    except FolderError as fault:
        cause = fault.__cause__
        place = cause.problem_mark if isinstance(cause, yaml.MarkedYAMLError) else None
        if place is None:
            mark, message = Mark(path.name), str(cause or fault).removeprefix(f"{path}").lstrip(" :")
        else:
            line = path.read_text(encoding="utf-8").splitlines()[place.line :][:1]
            mark = Mark(path.name, place.line + 1, place.column + 1, 1, "".join(line))
            message = f"this cannot be read as YAML: {getattr(cause, 'problem', '')}"
        return (WRONG_SETTINGS.at(mark, message, "Mend it: a build stops at these settings."),)
    return ()


def site_publication(root: Path) -> Publication:
    """Give where readers find the site, by its settings. Raises FolderError where mkdocs.yml cannot be read."""
    settings = _read_settings(root / "mkdocs.yml")
    name, address = (_resolved(settings.get(key)) for key in ("site_name", "site_url"))
    plugins = (_named("briefings", one) for one in _listed(settings, "plugins"))
    own = next((one for one in plugins if one is not None), {})
    place, branch, file, report = (
        _resolved(own.get(key)) for key in ("repository", "branch", "edit_link", "report_link")
    )
    try:
        return publication(name, address, repository(place, branch or "main", file, report))
    except (RepositoryError, AddressError) as fault:
        raise FolderError(f"{root / 'mkdocs.yml'}: {fault}") from None


def site_address(root: Path) -> str:
    """Give the address that the settings have for the site, whatever it is. Raises FolderError where mkdocs.yml cannot be read."""
    return _resolved(_read_settings(root / "mkdocs.yml").get("site_url"))


def _resolved(value: object) -> str:
    """Give a setting as MkDocs would: `!ENV [NAME, default]` is the first variable that is set, else the default."""
    if not isinstance(value, _Tagged):
        return str(value or "")
    nodes = [value.node] if isinstance(value.node, yaml.ScalarNode) else value.node.value
    names, default = (nodes[:-1], nodes[-1:]) if len(nodes) > 1 else (nodes, [])
    given = [os.environ[one.value] for one in names if one.value in os.environ]
    return str([*given, *(one.value for one in default if not one.tag.endswith(":null")), ""][0])


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


class _Tagged(yaml.YAMLObject):
    """A value such as `!ENV [NAME, default]`, kept as it was written."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Loader(yaml.SafeLoader):
    """Reads MkDocs settings, tags and all."""


class _Dumper(yaml.SafeDumper):
    """Writes what `_Loader` has read."""


_Loader.add_multi_constructor("!", lambda _loader, _suffix, node: _Tagged(node))
_Dumper.add_representer(_Tagged, lambda _dumper, value: value.node)


def _settings(site: Site, path: Path, places: Mapping[str, str]) -> str:
    """Turn the project's mkdocs.yml into one that needs no plugin of ours."""
    settings = _read_settings(path)
    if posixpath.normpath(_resolved(settings.pop("docs_dir", "docs"))) != "docs":
        raise FolderError(f"{path}: {OTHER_DOCS}.")
    settings.pop("site_dir", None)  # whoever builds from the folder finds the site in it
    theme = settings.get("theme") or "material"
    settings["plugins"] = [one for one in _listed(settings, "plugins") if _named("briefings", one) is None]
    settings["theme"] = ({"name": theme} if isinstance(theme, str) else theme) | {"custom_dir": "overrides"}
    settings["markdown_extensions"] = [
        one if (toc := _named("toc", one)) is None else {"toc": contents_words(site.language) | toc}
        for one in _listed(settings, "markdown_extensions")
    ]
    settings["extra_css"] = [*styles(), *_listed(settings, "extra_css")]
    settings["extra_javascript"] = [*_listed(settings, "extra_javascript"), *scripts()]
    generated = [
        {head_text(group.title): [{head_text(entry.title): _as_index(entry.uri)} for entry in group.entries]}
        for group in whole_navigation(site)
    ]
    settings["nav"] = [
        *generated,
        *_moved(_listed(settings, "nav") or _written(path.parent / "docs"), places),
    ]
    return yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


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


def _read_settings(path: Path) -> dict[str, Any]:
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise FolderError(
            f"{path}, from which the folder’s settings are made, cannot be read: {fault}"
        ) from fault
    if not isinstance(settings, dict):
        raise FolderError(f"{path} holds no settings: it begins with keys such as site_name.")
    if "INHERIT" in settings:
        raise FolderError(
            f"{path}: write all settings into this file; those that INHERIT names are not read."
        )
    return settings


def _listed(settings: Mapping[str, Any], key: str) -> list[Any]:
    """Give a list of the settings, which may be written as a mapping, or be a key with nothing behind it."""
    value = settings.get(key) or []
    if isinstance(value, dict):
        return [{name: own} for name, own in value.items()]
    return value if isinstance(value, list) else []


def _named(name: str, entry: Any) -> dict[str, Any] | None:
    """Give the settings of a plugin or an extension where it is `name`; None where it is another."""
    if isinstance(entry, dict) and name in entry:
        return entry[name] if isinstance(entry[name], dict) else {}
    return {} if entry == name else None
