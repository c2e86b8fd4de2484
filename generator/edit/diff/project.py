"""A project and a revision of it -> all that changed for a reader since."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.files import FOLDERS, passed_over
from generator.diagnostics import Severity
from generator.edit.diff.compare import Section, compare
from generator.edit.git import files_at
from generator.language import Language
from generator.pipeline import Examined, build_exports, build_pages, examine, site_of
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.site import Site

WRITTEN = "docs"  # pages that editors write by hand


@dataclass(frozen=True)
class Pages:
    """The addresses of pages that came, went, lead on to a new address, and read otherwise, each list sorted."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All that changed for a reader since a revision, as it is called; `unread` counts the faults that the project had at it.

    With faults nothing is known of the pages then, and `pages` is None.
    """

    revision: str
    sections: tuple[Section, ...]
    pages: Pages | None
    unread: int


def compare_with(
    revision: str, root: Path, examined: Examined, language: Language, called: str = ""
) -> Comparison:
    """Compare the project at `root`, as it was `examined`, with what it was at `revision`. Raises NoRevisionError."""
    before = examine(_project(files_at(root, revision, FOLDERS)), (), language.code)
    pages = None
    if before.sound:
        was, now = site_of(before, language=language), site_of(examined, language=language)
        pages = _compared(
            _pages(was, _project(files_at(root, revision, (WRITTEN,)))),
            _pages(now, _on_disk(root)),
            {f"/{one.uri.removesuffix('index.html')}" for one in build_exports(now)},
        )
    return Comparison(
        called or revision,
        compare(before.content.corpus.whole(), examined.content.corpus),
        pages,
        sum(one.severity is Severity.ERROR for one in before.diagnostics),
    )


def _project(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: raw for path, raw in files.items() if not any(map(passed_over, path.split("/")))}


def _on_disk(root: Path) -> Mapping[str, bytes]:
    return _project(
        {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted((root / WRITTEN).rglob("*.md"))
            if path.is_file()
        }
    )


def _pages(site: Site, written: Mapping[str, bytes]) -> Mapping[str, str]:
    """Give the Markdown of every page by its address: of those that are made, and of those written by hand."""
    made = {page.uri: page.markdown for page in build_pages(site)}
    by_hand = {
        posixpath.relpath(path, WRITTEN): " ".join(raw.decode("utf-8", "replace").split())
        for path, raw in written.items()
        if path.endswith(".md")
    }
    return {f"/{links.folder(Target(_indexed(uri)))}": text for uri, text in {**by_hand, **made}.items()}


def _indexed(uri: str) -> str:
    """Give the page of a folder the name that it has for builders."""
    folder, name = posixpath.split(uri)
    return posixpath.join(folder, "index.md") if name == "README.md" else uri


def _compared(before: Mapping[str, str], after: Mapping[str, str], leading_on: set[str]) -> Pages:
    gone = {*before} - {*after}
    return Pages(
        tuple(sorted({*after} - {*before})),
        tuple(sorted(gone - leading_on)),
        tuple(sorted(gone & leading_on)),
        tuple(sorted(one for one in {*before} & {*after} if before[one] != after[one])),
    )
